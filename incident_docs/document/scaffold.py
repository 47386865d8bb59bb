"""Write a new incident document from a few facts: in the format from its first second, placeholders for the rest."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from incident_docs.document import header
from incident_docs.document.times import Moment
from incident_docs.document.yaml_text import yaml_scalar
from incident_docs.format.definition import Format
from incident_docs.format.sections import HALF_LEVEL, SECTION_LEVEL, TIMELINE, FormatSection, Half
from incident_docs.format.vocabulary import Severity, Stage, Status

IMPACT_PLACEHOLDER = "<user/business impact>"
SERVICE_PLACEHOLDER = "<service>"


class Facts(NamedTuple):
    """What is known when an incident begins."""

    title: str
    severity: Severity
    started: Moment
    services: tuple[str, ...] = (SERVICE_PLACEHOLDER,)
    impact: str = IMPACT_PLACEHOLDER
    zone_name: str = "UTC"
    zone: tzinfo = UTC


def scaffold(facts: Facts, format: Format) -> str:
    """Write the document of an active incident: what is known filled in, the rest as placeholders."""
    status = format.status_at(Stage.ACTIVE)
    parts = [scaffold_frontmatter(facts, status), *_header(facts, status, format)]
    began = facts.started.at.astimezone(facts.zone)
    parts += [section_skeleton(section, began) for section in _of(Half.RESPONSE, format)]
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
        "services": f"[{', '.join(yaml_scalar(service, in_list=True) for service in facts.services)}]",
    }
    if facts.zone_name != "UTC":
        keys["timezone"] = facts.zone_name
    return "\n".join(["---", *(f"{key}: {value}" for key, value in keys.items()), "---\n"])


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


def section_skeleton(known: FormatSection, began: datetime | None) -> str:
    """Write a section with its heading; `began` is when the incident started, in the document's zone, if known."""
    return f"{'#' * SECTION_LEVEL} {known.heading}\n{section_body(known, began)}\n"


def section_body(known: FormatSection, began: datetime | None) -> str:
    """Write what stands under the heading of a new section, without the last line end."""
    if known.columns:
        return _table(known, began)
    if known.bullets:
        return "\n".join(f"- {label}: {placeholder_for(label)}" for label in known.bullets)
    if known.fenced:
        return f"```\n{known.skeleton}\n```"
    return known.skeleton


def placeholder_for(label: str) -> str:
    """Write the placeholder for the value of a column or of a bullet."""
    return f"<{label.lower()}>"


def _table(known: FormatSection, began: datetime | None) -> str:
    headings = [column.heading for column in known.columns if column.required]
    cells = [placeholder_for(heading) for heading in headings]
    if known.id == TIMELINE.id and began is not None:
        cells[0] = f"{began:%H:%M}"
    return write_table(headings, cells)


def write_table(headings: Sequence[str], cells: Sequence[str]) -> str:
    """Write a table with one row, without the last line end."""
    dashes = "|".join("-" * (len(heading) + 2) for heading in headings)
    return f"| {' | '.join(headings)} |\n|{dashes}|\n| {' | '.join(cells)} |"
