"""The keys of the frontmatter are those of the format, or begin with `x-`.

Why: a misspelt key is read by nobody, and nobody notices: the commander is not asked, the tag finds nothing. Keys of your
own begin with `x-`, so that a later version of the format does not give them another meaning.

Where the key that is meant is one that must be there, `frontmatter-required` says so.

Bad:

    ---
    comander: ana  <-- there is no key comander; did you mean commander?
    region: eu-west-1  <-- there is no key region; keys of your own begin with x-, as in x-region
    ---

Good:

    ---
    commander: ana
    x-region: eu-west-1
    ---
"""

from collections.abc import Iterator

from incident_docs.document import keys
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage

ID = "frontmatter-unknown-key"
LEVEL = Level.WARNING
SINCE = Stage.ACTIVE


def check(document: Document) -> Iterator[Finding]:
    meant = keys.misspelt(document)
    for key in keys.unknown(document):
        if key not in meant:
            mend = f"keys of your own begin with {keys.OWN}, as in {keys.OWN}{key}"
        elif keys.is_demanded(document.format.field[meant[key]], document):
            continue
        else:
            mend = f"did you mean {meant[key]}?"
        yield Finding.at(document.frontmatter.keys[key], ID, f"there is no key {key}; {mend}")
