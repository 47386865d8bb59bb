"""Add evidence to a row of the timeline: links, small files, what comes from standard input."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import click

from incident_docs.cli.changing import Make
from incident_docs.cli.checked_words import checked_words
from incident_docs.document.edit import Edit, insert_lines
from incident_docs.document.incident_ids import slug
from incident_docs.document.model import Document
from incident_docs.edits.placing import last_line_under
from incident_docs.edits.table_editing import find_section
from incident_docs.format.sections import TIMELINE
from incident_docs.reading.clean_addresses import clean_url
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.kept_files import keep_file

_LARGEST = 2_000_000
"""Bytes of a file; what is larger does not belong into git."""
_MOST_LINES = 15
_MOST_CHARACTERS = 1_500
"""What is longer is kept as a file."""


def add_evidence(
    path: Path, event: str, at: datetime, evidence: tuple[str, ...], *, is_piped: bool
) -> tuple[str, tuple[Make, ...]]:
    """Give the event with its links, and the edits beside it, once the files are in their places."""
    links = [_link(path, each) for each in evidence]
    more: tuple[Make, ...] = ()
    text = _read_input() if is_piped else ""
    if text.count("\n") >= _MOST_LINES or len(text) > _MOST_CHARACTERS:
        name = f"{at:%Y-%m-%d-%H%M}-{slug(event)}.txt"
        links.append(f"[output]({_address(path, name, text.encode())})")
    elif text:
        more = (lambda document: _block(document, at, event, text),)
    return " ".join([event, *(f"({link})" for link in links)]), more


def _link(path: Path, evidence: str) -> str:
    if "://" in evidence:
        url = clean_url(evidence)
        if not url:
            raise click.BadParameter(
                "this is no address of a web page, or one that is a secret", param_hint="--evidence"
            )
        return f"[evidence]({url})"
    content = fetch_file(Path(evidence))
    if isinstance(content, Unreadable):
        raise click.BadParameter(f"{evidence}: {content.message}", param_hint="--evidence")
    if len(content) > _LARGEST:
        raise click.BadParameter(
            f"{evidence} has {len(content):,} bytes; keep it elsewhere, and link it", param_hint="--evidence"
        )
    text = decode_text(content)
    checked = content if isinstance(text, Unreadable) else checked_words(text, evidence).encode()
    name = Path(evidence).name
    return f"[{name.replace('[', '').replace(']', '')}]({_address(path, name, checked)})"


def _address(path: Path, name: str, content: bytes) -> str:
    try:
        return quote(keep_file(path, name, content))
    except OSError as error:
        raise click.ClickException(
            f"{path.with_suffix('') / name} cannot be written: {error.strerror}; nothing was written to the incident"
        ) from error


def _read_input() -> str:
    content = sys.stdin.buffer.read(_LARGEST + 1)
    text = decode_text(content)
    if isinstance(text, Unreadable):
        raise click.ClickException(f"standard input: {text.message}")
    if len(content) > _LARGEST:
        raise click.ClickException(f"standard input has more than {_LARGEST:,} bytes; keep it elsewhere, and link it")
    return checked_words(click.unstyle(text).strip("\n"), "standard input")


def _block(document: Document, at: datetime, event: str, text: str) -> Iterator[Edit]:
    """A fenced block behind the table, with the time and the event above it."""
    section = find_section(document, TIMELINE.id)
    fence = "```"
    while fence in text:
        fence += "`"
    words = " ".join(event.split())
    lines = f"\n{at:%H:%M} {words}:\n\n{fence}\n{text}\n{fence}\n"
    yield insert_lines(last_line_under(section.heading, document) + 1, lines)
