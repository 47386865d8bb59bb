"""Show the past incidents that are most like one that begins, and what mitigated them."""

from collections.abc import Iterator
from pathlib import Path

import click

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.edits.cell_text import plain_cell
from incident_docs.format.wording import join_words
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import find_incidents
from incident_docs.workspace.project import Project

_WIDTH = 78


def show_past_incidents(path: Path, project: Project) -> None:
    """Show on standard error what is like the incident in a file. Whoever has no time for it stops it, and nothing else."""
    try:
        from incident_docs.insight.similar import most_like  # noqa: PLC0415 - it brings numbers in matrices

        documents = dict(_documents(project))
        new = documents.pop(path)
        lines = [line for alike in most_like(new, documents.values()) for line in _lines(alike.document, alike.words)]
    except (ImportError, KeyboardInterrupt):
        return
    if lines:
        click.echo("\n".join(["", "Like it were:", *lines]), err=True)


def _documents(project: Project) -> Iterator[tuple[Path, Document]]:
    for path in find_incidents([project.folder]):
        text = read_file(path)
        if not isinstance(text, Unreadable):
            yield path, parse(text, str(path), project.format)


def _lines(document: Document, words: tuple[str, ...]) -> Iterator[str]:
    yield _cut(f"  {document.id}  ({join_words(words)})")
    steps = [
        plain_cell(f"{row.action.value}: {row.result.value}")
        for row in document.mitigations
        if not is_unwritten(row.action.value, document)
    ]
    # The last step is the one after which it was well again.
    yield _cut(f"    {steps[-1] if steps else 'it is not written what mitigated it'}")


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
