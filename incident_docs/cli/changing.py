"""Change an incident's file by edits, or leave it as it is and print what could not be written."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from incident_docs.document.edit import Edit, apply_edits
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.change_files import change_file
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project

Make = Callable[[Document], Iterable[Edit]]
"""Makes edits of a document."""


def read_incident(path: Path, project: Project) -> Document:
    """Read an incident as it is. Raises IncidentDocsError if its file cannot be read."""
    text = read_file(path)
    if isinstance(text, Unreadable):
        raise IncidentDocsError(f"{shown_path(path, Path.cwd())}: {text.message}")
    return parse(text, str(path), project.format)


def change_incident(path: Path, project: Project, *makes: Make, unwritten: str = "") -> Document:
    """Apply edits to an incident's file, each to what the one before has made, and give the document that is there then.

    Other commands wait meanwhile, and what an editor has saved is what is edited.  If it cannot be done, the file stays as it
    was, and `unwritten` is printed, so that it can be pasted; raises ClickException.
    """
    after = ""

    def change(text: str) -> str:
        nonlocal after
        after = text
        for make in makes:
            after = apply_edits(after, make(parse(after, str(path), project.format)))
        return after

    try:
        change_file(path, change)
    except IncidentDocsError as error:
        raise not_written(str(error), path, unwritten) from error
    return parse(after, str(path), project.format)


def not_written(reason: str, path: Path, unwritten: str) -> click.ClickException:
    """Make the error that prints what could not be written to an incident."""
    message = f"{reason}\nnothing was written to {shown_path(path, Path.cwd())}"
    return click.ClickException(f"{message}; it was to have:\n\n{unwritten}" if unwritten else message)
