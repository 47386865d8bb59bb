"""Document to what its comments allow, and to findings on those that cannot be understood."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.allowance import Allowance
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.lint import names
from incident_docs.lint.settings import Settings, is_ignored, level_of, matches
from incident_docs.reading.allow_comments import AllowComments, read_allow_comments
from incident_docs.rules import unused_allow


class Noted(NamedTuple):
    """What the comments of a document come to."""

    allowances: tuple[Allowance, ...] = ()
    findings: tuple[Finding, ...] = ()


def noted(document: Document, path: str, ran: Iterable[str], settings: Settings) -> Noted:
    """Read the comments; `ran` are the rules that had their say about this document."""
    found = read_allow_comments(document)
    if found == AllowComments():
        return Noted()
    spoke = [rule for rule in ran if not is_ignored(rule, path, settings)]
    known = (each for each in found.allowances if names.is_known(each.name.value))
    level = level_of(unused_allow, settings)
    faults = () if level is Level.OFF else tuple(each._replace(level=level) for each in _faults(found))
    return Noted(tuple(each._replace(rule_has_run=_names(each, spoke)) for each in known), faults)


def _names(allowance: Allowance, rules: Sequence[str]) -> bool:
    return any(matches(rule, (allowance.name.value,)) for rule in rules)


def _faults(comments: AllowComments) -> Iterator[Finding]:
    for comment in comments.unread:
        yield unused_allow.unread(comment)
    for allowance in comments.allowances:
        if not names.is_known(allowance.name.value):
            yield unused_allow.unknown(allowance.name, names.unknown(allowance.name.value))
