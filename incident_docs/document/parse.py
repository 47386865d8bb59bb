"""Parse a text into a Document; bad text gives a poorer Document, never an exception."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, tzinfo
from functools import cache
from pathlib import PurePath

from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.frontmatter_model import Frontmatter
from incident_docs.document.heading_roles import BodyHeading
from incident_docs.document.lines import bare_lines
from incident_docs.document.model import (
    ActionItem,
    Block,
    Document,
    Header,
    Heading,
    Mitigation,
    RowKind,
    Section,
    Source,
    TimelineEntry,
)
from incident_docs.document.outline import Outline, read_outline
from incident_docs.document.text import Text
from incident_docs.document.times import Moment, put_on_days, read_clock, read_iso_date, read_moment, time_zone
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.fields import TIMES


def parse(text: str, path: str = "", format: Format = DEFAULT) -> Document:
    """Read an incident document; `path` is where it stands, and gives it its id."""
    bare = bare_lines(text)
    front = read_frontmatter(bare)
    found = read_outline(bare, front.end, format)
    header, impact = _header(found, bare, format)
    moments = _moments(front)
    zone = time_zone(_text(front, "timezone") or "UTC") or UTC
    by_id = {section.known.id: section for section in reversed(found.sections) if section.known}
    return Document(
        id=PurePath(path).stem,
        format=format,
        lines=tuple(bare),
        frontmatter=front,
        header=header,
        halves=found.halves,
        sections=found.sections,
        sections_by_id=by_id,
        timeline=tuple(_entries(by_id.get("timeline"), moments.get("started"), zone, format)),
        mitigations=tuple(Mitigation(row["action"], row["result"]) for row in _rows(by_id.get("mitigation"))),
        actions=tuple(_actions(by_id.get("action-items"))),
        title=_text(front, "title"),
        severity=format.severity.get(_text(front, "severity")),
        status=format.status.get(_text(front, "status")),
        zone=zone,
        times=moments,
        impact=impact,
        sources=tuple(_sources(front)),
    )


def _text(front: Frontmatter, key: str) -> str:
    value = front.values.get(key)
    return value.data if value is not None and isinstance(value.data, str) else ""


def _moments(front: Frontmatter) -> dict[str, Moment]:
    read = ((key, read_moment(_text(front, key))) for key in TIMES)
    return {key: moment for key, moment in read if moment is not None}


def _sources(front: Frontmatter) -> Iterator[Source]:
    value = front.values.get("sources")
    if value is None or not isinstance(value.data, list):
        return
    for item in value.data:
        if isinstance(item.data, str) and item.data:
            yield Source(item.data, item.data)
        elif isinstance(item.data, dict):
            parts = {key: part.data for key, part in item.data.items() if isinstance(part.data, str)}
            if parts.get("url"):
                yield Source(parts.get("title") or parts["url"], parts["url"])


def _header(found: Outline, bare: Sequence[str], format: Format) -> tuple[Header, str]:
    labels = format.labels
    headings: dict[str, Heading] = {}
    impact: list[Text] = []
    duration: list[Text] = []
    for mark, blocks in found.header:
        label, colon, _ = mark.text.value.partition(":")
        headings.setdefault(label.casefold(), _heading(mark, len(label) + len(colon)))
        impact = impact or _labelled(labels.impact, blocks, bare)
        duration = duration or _labelled(labels.duration, blocks, bare)
    header = Header(
        title=headings.get(labels.title.casefold()),
        status=headings.get(labels.status.casefold()),
        severity=headings.get(labels.severity.casefold()),
        impact=impact[0] if impact else None,
        impact_lines=tuple(impact),
        duration=duration[0] if duration else None,
    )
    return header, " ".join(line.value for line in impact).strip()


def _heading(mark: BodyHeading, label_length: int) -> Heading:
    rest = mark.text.value[label_length:]
    column = mark.text.column + label_length + len(rest) - len(rest.lstrip())
    return Heading(mark.text, Text(rest.strip(), mark.text.line, column), mark.level)


def _labelled(label: str, blocks: Sequence[Block], bare: Sequence[str]) -> list[Text]:
    """Find the lines of `**Label**: ...`, up to the next label or the end of the paragraph."""
    start = _label(label)
    for block in blocks:
        for number in range(block.first, block.last + 1):
            match = start.match(bare[number - 1])
            if block.kind == "paragraph" and match:
                first = Text(bare[number - 1][match.end() :].rstrip(), number, match.end() + 1)
                return [first, *_continued(bare, number + 1, block.last)]
    return []


@cache
def _label(label: str) -> re.Pattern[str]:
    return re.compile(rf"\s*\*\*{re.escape(label)}(?:\*\*:|:\*\*)[ \t]*", re.IGNORECASE)


def _continued(bare: Sequence[str], first: int, last: int) -> Iterator[Text]:
    for number in range(first, last + 1):
        line = bare[number - 1]
        if line.lstrip().startswith("**"):
            return
        yield Text(line.strip(), number, len(line) - len(line.lstrip()) + 1)


def _rows(section: Section | None) -> Iterator[dict[str, Text]]:
    """Give the rows of a section's table by column id; none if a required column is missing, or one is there twice."""
    if section is None or section.table is None:
        return
    order = section.column_ids
    if not section.has_columns(order):
        return
    named = [id for id in order if id is not None]
    for cells in section.table.rows:
        row = {id: cell for id, cell in zip(order, cells, strict=False) if id is not None}
        if len(row) < len(named):
            end = Text("", cells[-1].line, cells[-1].end_column)
            row = {**dict.fromkeys(named, end), **row}
        yield row


def _entries(section: Section | None, started: Moment | None, zone: tzinfo, format: Format) -> Iterator[TimelineEntry]:
    rows = list(_rows(section))
    clocks = [read_clock(row["time"].value) for row in rows]
    placed = put_on_days(clocks, started.at, zone) if started else [None] * len(rows)
    for row, read, instant in zip(rows, clocks, placed, strict=True):
        at, until = (instant.at, instant.until) if instant else (None, None)
        # One that names a zone which it does not need, or that is not its own, is no clock time of the format.
        clock = None if read and read.zone and not instant else read
        yield TimelineEntry(row["time"], row["event"], clock, at, until, *_kind(row["event"].value, format))


def _kind(event: str, format: Format) -> tuple[RowKind, str]:
    """Tell what a row says by the mark before its event, which a space follows, and give the event without it."""
    labels = format.labels
    mark, _, words = event.partition(" ")
    if words and mark == labels.notified and ":" in words:
        return RowKind.NOTIFICATION, event
    kinds = {labels.hypothesis_mark: RowKind.HYPOTHESIS, labels.action_mark: RowKind.ACTION}
    return (kinds[mark], words.lstrip()) if mark in kinds and words else (RowKind.OBSERVATION, event)


def _actions(section: Section | None) -> Iterator[ActionItem]:
    for number, row in enumerate(_rows(section), 1):
        yield ActionItem(
            number,
            row["action"],
            row["owner"],
            row["due"],
            row.get("status"),
            row.get("ticket"),
            row.get("priority"),
            read_iso_date(row["due"].value),
        )
