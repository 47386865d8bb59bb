"""Describe the format for the guides, table by table, in the organisation's own words."""

from typing import NamedTuple

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, FieldKind
from incident_docs.format.samples import sample_field
from incident_docs.format.sections import Column, FormatSection, Half
from incident_docs.format.vocabulary import NOT_REQUIRED, POSTMORTEM_STATUSES, Stage
from incident_docs.insight.phase_needs import demanding_severities, statuses_of
from incident_docs.site.pages.marks import SeverityMark, StatusMark, severity_mark, status_mark


class SeverityRow(NamedTuple):
    """A level, and what it brings with it."""

    mark: SeverityMark
    response: str
    actions_required: bool


class StatusRow(NamedTuple):
    """What a status is called in the document, and to stakeholders."""

    mark: StatusMark
    id: str
    notification: str


class FieldRow(NamedTuple):
    """A key of the frontmatter."""

    sample: str
    """The key with a value, as it may be written."""
    meaning: str
    values: tuple[str, ...]
    """Those that it can have, where they are few."""
    values_are: str
    """What introduces them."""
    with_reason: str
    """The one of the values that has a reason; empty if none."""
    demanded_from: list[StatusMark] | None
    """None if the key is never demanded."""


class PartRow(NamedTuple):
    """A part of the body, and what each stage demands of it."""

    name: str
    columns: tuple[Column, ...] = ()
    bullets: tuple[str, ...] = ()
    is_fenced: bool = False
    demands: tuple[str, ...] = ("yes",) * len(Stage)


def stage_marks(stage: Stage, format: Format) -> list[StatusMark]:
    """Give the statuses that stand for a stage."""
    return [status_mark(status) for status in statuses_of(stage, format)]


def severity_rows(format: Format) -> list[SeverityRow]:
    """Describe the levels, worst first."""
    return [
        SeverityRow(severity_mark(each, format), each.response, each.actions_required) for each in format.severities
    ]


def status_rows(format: Format) -> list[StatusRow]:
    """Describe the statuses in their order."""
    return [StatusRow(status_mark(each), each.id, each.notification) for each in format.statuses]


def zone_field(format: Format) -> Field | None:
    """Find the key that says in which zone the clock times of the body are."""
    return next((field for field in format.fields if field.kind is FieldKind.ZONE), None)


def field_rows(format: Format) -> list[FieldRow]:
    """Describe the frontmatter, key by key."""
    return [_field_row(field, format) for field in format.fields]


def _field_row(field: Field, format: Format) -> FieldRow:
    few = {
        FieldKind.POSTMORTEM: POSTMORTEM_STATUSES,
        FieldKind.SEVERITY: tuple(format.severity),
        FieldKind.STATUS: tuple(format.status),
        FieldKind.STRATEGIES: tuple(format.strategy),
        FieldKind.CHOICE: field.choices,
    }
    introductions = {FieldKind.POSTMORTEM: "Its status is one of", FieldKind.STRATEGIES: "Any of"}
    return FieldRow(
        sample_field(field, format),
        field.meaning,
        few.get(field.kind, ()),
        introductions.get(field.kind, "One of"),
        NOT_REQUIRED if field.kind is FieldKind.POSTMORTEM else "",
        None if field.required_from is None else stage_marks(field.required_from, format),
    )


def part_rows(format: Format) -> list[PartRow]:
    """Describe the body, part by part."""
    labels = format.labels
    header = (labels.title, labels.status, labels.severity, labels.impact, labels.duration)
    sections = (
        PartRow(
            section.heading,
            section.columns,
            section.bullets,
            section.fenced,
            tuple(_demand(section, stage, format) for stage in Stage),
        )
        for section in format.sections
    )
    return [PartRow(", ".join(header)), *sections]


def _demand(section: FormatSection, stage: Stage, format: Format) -> str:
    """Say what must stand there at a stage."""
    if section.demanded_from is None or section.demanded_from > stage:
        return "not yet" if section.half is Half.POSTMORTEM and stage < Stage.RESOLVED else "if you like"
    required = demanding_severities(section, format)
    if stage is Stage.RESOLVED and required:
        return f"at {', '.join(required)} a row or a reason"
    if section.filled_from is None or section.filled_from > stage:
        return "heading"
    if section.columns:
        return "a row"
    return "all bullets" if section.bullets else "a command" if section.fenced else "a text"
