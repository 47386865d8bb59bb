"""Lay action items out as a table: in the width of a terminal, and in a pipe with each on one line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap

import click

from incident_docs.cli.text_table import cut, line_width, shown_width, table_rows
from incident_docs.edits.cell_text import plain_cell
from incident_docs.insight.actions import GROUP_TITLES, Group, State
from incident_docs.insight.due import lateness
from incident_docs.insight.listed_actions import ListedAction

_WIDEST = 18
"""Of the columns before the action."""


def table_lines(groups: Mapping[Group, Sequence[ListedAction]], today: date) -> Iterator[str]:
    """Give the lines of a table: a heading for each group; of each item when, who, what, and its address."""
    width = line_width()
    leads = table_rows([_lead(item, today) for items in groups.values() for item in items], None)
    for group, items in groups.items():
        yield click.style(GROUP_TITLES[group], bold=True)
        for item in items:
            lead = "".join(next(leads))
            shown = click.style(lead, fg="red") if group is Group.OVERDUE else lead
            yield from _item(item, shown, shown_width(lead), width)


def _item(item: ListedAction, lead: str, size: int, width: int | None) -> Iterator[str]:
    action, address = plain_cell(item.words.action), _address(item)
    if width is None:
        yield f"{lead}{action}  {address}"
        return
    indent = " " * size
    for number, line in enumerate(wrap(action, max(width - size, _WIDEST))):
        yield f"{indent if number else lead}{line}"
    yield f"{indent}{click.style(address, dim=True)}"


def _lead(item: ListedAction, today: date) -> tuple[str, ...]:
    """When and who, before the action."""
    when = lateness((item.due_on - today).days) if item.is_open and item.due_on else item.words.due or "no date"
    who = ", ".join(item.owners) or "nobody"
    return f"  {cut(plain_cell(when), _WIDEST)}", cut(plain_cell(who), _WIDEST), ""


def _address(item: ListedAction) -> str:
    """Where it stands, and how far it is if somebody has begun."""
    return item.words.id if item.written is State.OPEN else f"{item.words.id}, {item.written.value}"
