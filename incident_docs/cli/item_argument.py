"""Find the action item that a command is about: by its address, or by its row or words in an incident."""

from pathlib import Path
from typing import NamedTuple

import click

from incident_docs.cli.changing import read_incident
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.document.model import ActionItem, Document
from incident_docs.edits.actions_and_mitigations import find_action
from incident_docs.workspace.project import Project


class ChosenItem(NamedTuple):
    """An action item, and where it was found."""

    path: Path
    document: Document
    item: ActionItem


def id_and_words(words: tuple[str, ...], example: str) -> tuple[str | None, str]:
    """Tell an incident's id from what follows it; without an id it is the incident that is not resolved.

    `example` says in a message how the command is called.
    """
    if len(words) not in {1, 2}:
        raise click.UsageError(f"write it as in: incident-docs action {example}")
    return (words[0] if len(words) == 2 else None), words[-1]


def chosen_item(words: tuple[str, ...], project: Project, example: str) -> ChosenItem:
    """Find an action item by `ID#ROW`, or by its row or words, behind the id of its incident or alone."""
    id, which = id_and_words(words, example)
    incident, mark, row = which.rpartition("#")
    if mark and incident and row.isdecimal() and id is None:
        id, which = incident, row
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    return ChosenItem(path, document, find_action(document, int(which) if which.isdecimal() else which))
