"""What is kept of a document: what was found in it, and what it says of others. As JSON it outlives the run."""

from typing import Any, NamedTuple

from incident_docs.document.allowance import Allowance
from incident_docs.document.edit import Edit, Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.mentions import Mentions
from incident_docs.document.text import Text


class Record(NamedTuple):
    """A document, without its text."""

    findings: tuple[Finding, ...]
    """Whatever stands around it."""
    mentions: Mentions
    allowances: tuple[Allowance, ...] = ()
    """What its comments let stand."""


def to_json(record: Record) -> list[Any]:
    """The record as lists of lists."""
    return [record.findings, record.mentions, record.allowances]


def from_json(data: list[Any]) -> Record:
    """The record of lists that `to_json` made, or JSON made of them."""
    findings, (id, path, related, links, anchors), allowances = data
    return Record(
        tuple(
            Finding(line, rule, message, column, end_column, Level(level), _fix(fix))
            for line, rule, message, column, end_column, level, fix in findings
        ),
        Mentions(id, path, _texts(related), _texts(links), tuple(anchors)),
        tuple(Allowance(Text(*name), *rest) for name, *rest in allowances),
    )


def _fix(data: list[Any] | None) -> Fix | None:
    return None if data is None else Fix(tuple(Edit(*edit) for edit in data[0]), data[1])


def _texts(data: list[Any]) -> tuple[Text, ...]:
    return tuple(Text(value, line, column) for value, line, column in data)
