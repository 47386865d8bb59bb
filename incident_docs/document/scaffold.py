"""Write a new incident document from a few facts: in the format from its first second, placeholders for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.document import header
from incident_docs.document.times import Moment
from incident_docs.document.yaml_text import yaml_scalar
from incident_docs.format.definition import Format
from incident_docs.format.sections import AFFECTED_USERS, HALF_LEVEL, SECTION_LEVEL, TIMELINE, FormatSection, Half
from incident_docs.format.vocabulary import Severity, Stage, Status

IMPACT_PLACEHOLDER = "<user/business impact>"
SERVICE_PLACEHOLDER = "<service>"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Facts(NamedTuple):
    """What is known when an incident begins."""

    title: str
    severity: Severity
    started: Moment
    services: tuple[str, ...] = (SERVICE_PLACEHOLDER,)
    impact: str = IMPACT_PLACEHOLDER
    zone_name: str = "UTC"
    zone: tzinfo = UTC
    affected_users: str = ""
    timeline: tuple[tuple[str, str], ...] = ()
    """The cells of its rows: the time and the event."""
    related: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    """Fingerprints of those that it is opened from."""
    notes: str = ""
    """What stands at the end of the response, under a heading of its own."""


def scaffold(facts: Facts, format: Format) -> str:
    """Write the document of an active incident: what is known filled in, the rest as placeholders."""
    status = format.status_at(Stage.ACTIVE)
    parts = [scaffold_frontmatter(facts, status), *_header(facts, status, format)]
    began = facts.started.at.astimezone(facts.zone)
    known = {AFFECTED_USERS: facts.affected_users} if facts.affected_users else {}
    for section in _of(Half.RESPONSE, format):
        is_told = section.id == TIMELINE.id and facts.timeline
        parts.append(_timeline(section, facts.timeline) if is_told else section_skeleton(section, began, known))
    parts += [facts.notes] if facts.notes else []
    parts += ["---\n", f"{'#' * HALF_LEVEL} {format.labels.postmortem}\n"]
    parts += [section_skeleton(section, began) for section in _of(Half.POSTMORTEM, format)]
    return "\n".join(parts)


def _of(half: Half, format: Format) -> Iterator[FormatSection]:
    return (section for section in format.sections if section.half is half and section.demanded_from is not None)


def scaffold_frontmatter(facts: Facts, status: Status) -> str:
    """Write the frontmatter that says this, and the line end after it."""
    keys = {
        "title": yaml_scalar(facts.title),
        "severity": yaml_scalar(facts.severity.id),
        "status": yaml_scalar(status.id),
        "started": str(facts.started),
        "services": _yaml_list(facts.services),
    }
    if facts.zone_name != "UTC":
        keys["timezone"] = facts.zone_name
    keys |= {
        key: _yaml_list(values) for key, values in (("related", facts.related), ("alerts", facts.alerts)) if values
    }
    return "\n".join(["---", *(f"{key}: {value}" for key, value in keys.items()), "---\n"])


def _yaml_list(texts: Sequence[str]) -> str:
    return f"[{', '.join(yaml_scalar(text, in_list=True) for text in texts)}]"


def _header(facts: Facts, status: Status, format: Format) -> list[str]:
    labels = format.labels
    times = {"started": facts.started}
    duration = header.duration_text(times, format, facts.zone, is_unpublished=False)
    section = "#" * SECTION_LEVEL
    return [
        f"{'#' * HALF_LEVEL} {header.title_text(facts.title, format)}\n",
        f"{section} {header.status_text(status, format)}\n",
        f"{section} {header.severity_text(facts.severity, format)}",
        f"**{labels.impact}**: {facts.impact}",
        f"**{labels.duration}**: {duration}\n",
        "---\n",
    ]


def section_skeleton(known: FormatSection, began: datetime | None, bullets: Mapping[str, str] = _NOTHING) -> str:
    """Write a section with its heading; `began` is when the incident started, in the document's zone, if known.

    `bullets` are the values of those that are known, by their labels.
    """
    return f"{'#' * SECTION_LEVEL} {known.heading}\n{section_body(known, began, bullets)}\n"


def section_body(known: FormatSection, began: datetime | None, bullets: Mapping[str, str] = _NOTHING) -> str:
    """Write what stands under the heading of a new section, without the last line end."""
    if known.columns:
        return _table(known, began)
    if known.bullets:
        return "\n".join(f"- {label}: {bullets.get(label) or placeholder_for(label)}" for label in known.bullets)
    if known.fenced:
        return f"```\n{known.skeleton}\n```"
    return known.skeleton


def placeholder_for(label: str) -> str:
    """Write the placeholder for the value of a column or of a bullet."""
    return f"<{label.lower()}>"


def _timeline(known: FormatSection, rows: Sequence[tuple[str, str]]) -> str:
    columns = [column for column in known.columns if column.required]
    cells = [{"time": time, "event": event} for time, event in rows]
    lines = [[row.get(column.id, placeholder_for(column.heading)) for column in columns] for row in cells]
    table = write_table([column.heading for column in columns], lines[0])
    return "\n".join([f"{'#' * SECTION_LEVEL} {known.heading}", table, *map(_row, lines[1:]), ""])


def _table(known: FormatSection, began: datetime | None) -> str:
    headings = [column.heading for column in known.columns if column.required]
    cells = [placeholder_for(heading) for heading in headings]
    if known.id == TIMELINE.id and began is not None:
        cells[0] = f"{began:%H:%M}"
    return write_table(headings, cells)


def write_table(headings: Sequence[str], cells: Sequence[str]) -> str:
    """Write a table with one row, without the last line end."""
    dashes = "|".join("-" * (len(heading) + 2) for heading in headings)
    return f"{_row(headings)}\n|{dashes}|\n{_row(cells)}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
