"""Every action item has one owner: a person, or a team that has a name.

Why: what everybody owns is done by nobody. With two names, each waits for the other, and whoever asks in six weeks does
not know whom.

Two handles are two owners, and so are names with a comma or a semicolon between them. Names joined by "and", `&` or `/`
may be the name of one team, so they pass. What stands in brackets does not count: `@ana (for @bo, on leave)`.

Bad:

    #### Action items
    | Action                                         | Owner        | Due        |
    |------------------------------------------------|--------------|------------|
    | Run the load test at twice the peak traffic    |              | 2026-03-20 |  <-- the action has no owner; name one person or one team, as in @ana
    | Alert when the connection pool is 80 % used    | TBD          | 2026-03-13 |  <-- TBD is no owner; name one person or one team, as in @ana
    | Roll out to one region before all others       | the team     | 2026-03-13 |  <-- the team is nobody in particular; name one person or one team, as in @ana
    | Return an error at once when the pool is empty | @ana and @bo | 2026-03-13 |  <-- @ana and @bo are several owners; name the one who answers for it

Good:

    #### Action items
    | Action                                         | Owner                    | Due        |
    |------------------------------------------------|--------------------------|------------|
    | Run the load test at twice the peak traffic    | @ana (with @bo)          | 2026-03-20 |
    | Alert when the connection pool is 80 % used    | @example/payments        | 2026-03-13 |
    | Roll out to one region before all others       | Research and Development | 2026-03-13 |
"""

import re
from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import any_word
from incident_docs.reading.unwritten import is_unwritten, written_actions
from incident_docs.rules import Option, Traits, option

ID = "action-owner"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that are nobody in particular either, as in `the on-call`.")
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,), options=(EXTEND_WORDS,))

_NOBODY = re.compile(
    r"tba|none|nobody|no one|no owner|unassigned|not assigned|to be (?:assigned|decided|determined)|unknown|n/?a",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"(?:(?:the|our|all|whole) )*teams?|(?:every|any|some)(?:one|body)|all(?: of us)?|us|we",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_HANDLE = re.compile(r"(?<!\w)@[\w.-]+(?:/[\w.-]+)?")
_ONE_HANDLE = re.compile(r"@[\w.-]+")
_BETWEEN = re.compile(r"[,;]")
_ADVICE = "name one person or one team, as in @ana"


def check(document: Document) -> Iterator[Finding]:
    for item in written_actions(document):
        if not _ONE_HANDLE.fullmatch(item.owner.value) and not document.is_unpublished(item.owner.value):
            fault = _fault(item.owner.value, document)
            if fault is not None:
                yield Finding.at(item.owner, ID, fault)


def _fault(written: str, document: Document) -> str | None:
    if not written:
        return f"the action has no owner; {_ADVICE}"
    owner = _IN_BRACKETS.sub("", _LINK.sub(r"\1", " ".join(written.split()))).strip("*_`. ")
    if is_unwritten(owner, document) or _NOBODY.fullmatch(owner):
        return f"{written} is no owner; {_ADVICE}"
    if _EVERYBODY.fullmatch(owner) or re.fullmatch(any_word(option(document, EXTEND_WORDS)), owner):
        return f"{written} is nobody in particular; {_ADVICE}"
    if len(set(_HANDLE.findall(owner))) > 1 or len([part for part in _BETWEEN.split(owner) if part.strip()]) > 1:
        return f"{written} are several owners; name the one who answers for it"
    return None
