"""Write a list of incidents: as a table for people, as JSON for programs, as CSV for spreadsheets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from incident_docs.cli.printed_json import printed_json
from incident_docs.cli.text_table import line_width, table_rows
from incident_docs.document.times import write_duration
from incident_docs.edits.cell_text import plain_cell
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Stage
from incident_docs.insight.csv_rows import csv_row
from incident_docs.insight.summaries import Summary
from incident_docs.workspace.find_incidents import shown_path

_HEADINGS = ("ID", "Sev.", "Status", "Duration", "Title")
_TOO_MUCH_FOR_A_CELL = ("fields", "not_published")


def table_lines(found: Sequence[Summary], format: Format, now: datetime) -> Iterator[str]:
    """Write a row for each of the incidents, of which there is one at least; those that are not resolved stand out."""
    rows = [_HEADINGS, *(_cells(each.record, format, now) for each in found)]
    laid_out = table_rows(rows, line_width())
    yield "".join(next(laid_out)).rstrip()
    for each, cells in zip(found, laid_out, strict=True):
        yield (
            click.style("".join(cells).rstrip(), bold=True)
            if _is_open(each.record, format)
            else "".join(cells).rstrip()
        )


def _cells(record: Mapping[str, Any], format: Format, now: datetime) -> tuple[str, ...]:
    status = record["status"]
    cells = (
        record["id"],
        record["severity"] or "",
        format.status[status].label if status else "",
        _duration(record, format, now),
        record["title"] or "",
    )
    return tuple(map(plain_cell, cells))


def _is_open(record: Mapping[str, Any], format: Format) -> bool:
    return record["status"] is not None and format.status[record["status"]].stage is not Stage.RESOLVED


def _duration(record: Mapping[str, Any], format: Format, now: datetime) -> str:
    """Write how long it took; with a `+` how long it has taken so far."""
    if record["time_to_resolve"] is not None:
        rough = "~" if {"started", "resolved"} & {*record["approximate"]} else ""
        return f"{rough}{_short(timedelta(seconds=record['time_to_resolve']))}"
    if record["started"] and _is_open(record, format) and now >= (started := datetime.fromisoformat(record["started"])):
        return f"{_short(now - started)}+"
    return ""


def _short(length: timedelta) -> str:
    """Write a length of time, of more than a day without its minutes."""
    return write_duration(length).rsplit(" ", 1)[0] if length.days else write_duration(length)


def json_text(found: Sequence[Summary]) -> str:
    """Write a list of objects, one a line, with the fields of the site's data and the incident's file."""
    records = [printed_json(_record(each)) for each in found]
    return "[\n" + ",\n".join(records) + "\n]\n" if records else "[]\n"


def csv_text(found: Sequence[Summary]) -> str:
    """Write the same as rows: lists joined by `, `, of the postmortem its state, of action items their number, of sources their addresses."""
    rows = [_flat(_record(each)) for each in found]
    return "".join([csv_row(rows[0]), *(csv_row(row.values()) for row in rows)]) if rows else ""


def _record(summary: Summary) -> dict[str, Any]:
    return {**summary.record, "file": shown_path(summary.path, Path.cwd())}


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    flat = {
        **record,
        "postmortem": record["postmortem"]["state"],
        "actions": len(record["actions"]),
        "sources": [source["url"] for source in record["sources"]],
    }
    return {key: _cell(value) for key, value in flat.items() if key not in _TOO_MUCH_FOR_A_CELL}


def _cell(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, (list, tuple)) else "" if value is None else str(value)
    return plain_cell(text)
