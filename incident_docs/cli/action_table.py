"""Lay action items out as a table: in the width of a terminal, and in a pipe with each on one line."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from shutil import get_terminal_size
from textwrap import wrap

import click

from incident_docs.edits.cell_text import plain_cell
from incident_docs.insight.actions import GROUP_TITLES, Group, State
from incident_docs.insight.due import lateness
from incident_docs.insight.listed_actions import ListedAction

_WIDEST = 18
"""Of the columns before the action."""


def table_lines(groups: Mapping[Group, Sequence[ListedAction]], today: date) -> Iterator[str]:
    """Give the lines of a table: a heading for each group; of each item when, who, what, and its address."""
    items = [item for group in groups.values() for item in group]
    widths = [
        min(_WIDEST, max(map(len, cells)))
        for cells in zip(*(_when_and_who(item, today) for item in items), strict=True)
    ]
    width = get_terminal_size().columns if sys.stdout.isatty() else None
    for group, members in groups.items():
        yield click.style(GROUP_TITLES[group], bold=True)
        for item in members:
            cells = _when_and_who(item, today)
            lead = "  ".join(["", *(cell.ljust(size) for cell, size in zip(cells, widths, strict=True)), ""])
            yield from _item(item, lead, width, is_late=group is Group.OVERDUE)


def _item(item: ListedAction, lead: str, width: int | None, *, is_late: bool) -> Iterator[str]:
    action, address = plain_cell(item.words.action), _address(item)
    if is_late:
        lead = click.style(lead, fg="red")
    if width is None:
        yield f"{lead}{action}  {address}"
        return
    indent = " " * len(click.unstyle(lead))
    for number, line in enumerate(wrap(action, max(width - len(indent), _WIDEST)) or [""]):
        yield f"{indent if number else lead}{line}"
    yield f"{indent}{click.style(address, dim=True)}"


def _when_and_who(item: ListedAction, today: date) -> tuple[str, str]:
    when = lateness((item.due_on - today).days) if item.is_open and item.due_on else item.words.due or "no date"
    return plain_cell(when), plain_cell(", ".join(item.owners) or "nobody")


def _address(item: ListedAction) -> str:
    """Where it stands, and how far it is if somebody has begun."""
    return item.words.id if item.written is State.OPEN else f"{item.words.id}, {item.written.value}"
