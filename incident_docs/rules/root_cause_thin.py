"""A root cause explains, in more words than a title, and the two of them say different things.

Why: "a bad deploy" is a label. The reader who has to judge if it can happen again needs to know what about the deploy,
and why it got so far. Root Cause, in the first half, says what broke; Root cause, in the second, how it was possible:
where one is a copy of the other, or of What happened, half of the answer is missing.

Fewer than twelve words are thin, unless they point to where the cause is explained ("see below").

Bad:

    #### Root Cause
    A bad deploy of checkout.  <-- 5 words cannot explain a cause; write what broke, and how that was possible

Bad, a copy:

    #### Root Cause
    The load test used a tenth of the production traffic, so the pool never ran empty before the release.

    #### Root cause  <-- this says the same as Root Cause; write how it was possible, not again what broke
    The load test used a tenth of the production traffic, so the pool never ran empty before the release.

Good:

    #### Root Cause
    See below.

    #### Root cause
    The load test used a tenth of the production traffic, so the pool never ran empty before the release.
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, Section
from incident_docs.format.sections import POSTMORTEM_ROOT_CAUSE, ROOT_CAUSE, WHAT_HAPPENED, Half
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.placeholders import placeholders_in
from incident_docs.reading.prose import without_comments
from incident_docs.reading.unwritten import says_nothing, written_lines
from incident_docs.rules import Option, Traits, option

ID = "root-cause-thin"
FEWEST_WORDS = Option(ID, "fewest-words", 12, "So many words can explain a cause.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(ROOT_CAUSE, POSTMORTEM_ROOT_CAUSE), options=(FEWEST_WORDS,))

_INSTEAD = {
    ROOT_CAUSE.id: "write what broke",
    WHAT_HAPPENED.id: "write the story, of which that is a part",
    POSTMORTEM_ROOT_CAUSE.id: "write how it was possible, not again what broke",
}
_UNSPACED = "\u2e80"
"""The first character of the scripts that put nothing between words."""


def check(document: Document) -> Iterator[Finding]:
    enough = option(document, FEWEST_WORDS)
    seen: dict[str, Section] = {}
    for id, advice in _INSTEAD.items():
        section = document.section(id)
        if section is None or (document.waives_postmortem and section.half is Half.POSTMORTEM):
            continue
        text = without_comments("\n".join(document.lines[section.heading.line : section.last]))
        words = text.casefold().split()
        original = seen.setdefault(" ".join(words), section)
        is_thin = id != WHAT_HAPPENED.id and len(words) < enough and not _is_excused(words, document)
        if (original is section and not is_thin) or says_nothing(section, document):
            continue
        if original is not section:
            message = f"this says the same as {original.heading.value}; {advice}"
            yield Finding.at(section.heading, ID, message)
        else:
            lines = written_lines(section, document)
            if not any(map(placeholders_in, lines)):
                length = sum(len(line.value.split()) for line in lines)
                count = f"{length} words" if length > 1 else "one word"
                message = f"{count} cannot explain a cause; write what broke, and how that was possible"
                yield Finding.at(lines[0], ID, message)


def _is_excused(words: list[str], document: Document) -> bool:
    """It points elsewhere, says that the report is silent, or is written without spaces."""
    is_silent = document.is_reconstructed and document.format.labels.not_published in " ".join(words)
    return words[:1] == ["see"] or is_silent or any(char >= _UNSPACED for word in words for char in word)
