"""A few facts to the text of a new incident document, which is in the format from its first second."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, tzinfo

import yaml

from incident_docs.document import header
from incident_docs.document.times import Moment
from incident_docs.format import sections
from incident_docs.format.definition import Format
from incident_docs.format.sections import HALF_LEVEL, SECTION_LEVEL, Half, Section
from incident_docs.format.vocabulary import Severity, Stage, Status

IMPACT_PLACEHOLDER = "<user/business impact>"
SERVICE_PLACEHOLDER = "<service>"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when an incident begins."""

    title: str
    severity: Severity
    started: Moment
    services: tuple[str, ...] = (SERVICE_PLACEHOLDER,)
    impact: str = IMPACT_PLACEHOLDER
    zone_name: str = "UTC"
    zone: tzinfo = UTC


def scaffold(facts: Facts, format: Format) -> str:
    """The document of an active incident: what is known filled in, the rest as placeholders."""
    status = format.status_at(Stage.ACTIVE)
    parts = [_frontmatter(facts, status), *_header(facts, status, format)]
    parts += [_section(section, facts) for section in _of(Half.RESPONSE, format)]
    parts += ["---\n", f"{'#' * HALF_LEVEL} {format.labels.postmortem}\n"]
    parts += [_section(section, facts) for section in _of(Half.POSTMORTEM, format)]
    return "\n".join(parts)


def _of(half: Half, format: Format) -> Iterator[Section]:
    return (section for section in format.sections if section.half is half and section.demanded_from is not None)


def _frontmatter(facts: Facts, status: Status) -> str:
    keys = {
        "title": _scalar(facts.title),
        "severity": _scalar(facts.severity.id),
        "status": _scalar(status.id),
        "started": str(facts.started),
        "services": f"[{', '.join(_scalar(service, in_list=True) for service in facts.services)}]",
    }
    if facts.zone_name != "UTC":
        keys["timezone"] = facts.zone_name
    return "\n".join(["---", *(f"{key}: {value}" for key, value in keys.items()), "---\n"])


def _scalar(text: str, *, in_list: bool = False) -> str:
    """The text as YAML, in quotes only where it needs them."""
    source, plain = (f"[{text}]", [text]) if in_list else (f"x: {text}", {"x": text})
    try:
        is_plain = yaml.safe_load(source) == plain
    except (yaml.YAMLError, ValueError):
        is_plain = False
    # What JSON writes in quotes, YAML reads.
    return text if is_plain else json.dumps(text, ensure_ascii=False)


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


def _section(section: Section, facts: Facts) -> str:
    return f"{'#' * SECTION_LEVEL} {section.heading}\n{_body(section, facts)}\n"


def _body(section: Section, facts: Facts) -> str:
    if section.columns:
        return "\n".join(_table(section, facts))
    if section.bullets:
        return "\n".join(f"- {label}: <{label.lower()}>" for label in section.bullets)
    if section.fenced:
        return f"```\n{section.skeleton}\n```"
    return section.skeleton


def _table(section: Section, facts: Facts) -> Iterator[str]:
    columns = [column for column in section.columns if column.required]
    cells = [f"<{column.heading.lower()}>" for column in columns]
    if section.id == sections.TIMELINE.id:
        cells[0] = f"{facts.started.at.astimezone(facts.zone):%H:%M}"
    yield _row([column.heading for column in columns])
    yield "|" + "|".join("-" * (len(column.heading) + 2) for column in columns) + "|"
    yield _row(cells)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
