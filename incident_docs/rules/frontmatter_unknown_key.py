"""The keys of the frontmatter are those of the format, or begin with `x-`.

Why: a misspelt key is read by nobody, and nobody notices: the commander is not asked, the tag finds nothing. Keys of your
own begin with `x-`, so that a later version of the format does not give them another meaning.

If the key that is probably meant is required, `frontmatter-required` reports it instead.

Fix: the key is given the name of the one that is probably meant, its value stays. Unsafe, for it may be a key of your own.

Bad:

    ---
    comander: ana  <-- there is no key comander; did you mean commander?
    cluster: eu-west-1  <-- there is no key cluster; keys of your own begin with x-, as in x-cluster
    ---

Good:

    ---
    commander: ana
    x-cluster: eu-west-1
    ---
"""

from collections.abc import Iterator
from functools import partial

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.frontmatter_fields import rename_field
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.fields import CUSTOM_KEY_PREFIX
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.frontmatter_keys import is_demanded_field, misspelt_keys, unknown_keys
from incident_docs.rules import Traits

ID = "frontmatter-unknown-key"
TRAITS = Traits(Level.WARNING, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    meant = misspelt_keys(document)
    for key in unknown_keys(document):
        fix = None
        if key not in meant:
            advice = f"keys of your own begin with {CUSTOM_KEY_PREFIX}, as in {CUSTOM_KEY_PREFIX}{key}"
        elif is_demanded_field(document.format.field[meant[key]], document):
            continue
        else:
            advice = f"did you mean {meant[key]}?"
            fix = try_fix(partial(rename_field, document, key, meant[key]), is_safe=False)
        yield Finding.at(document.frontmatter.keys[key], ID, f"there is no key {key}; {advice}", fix)
