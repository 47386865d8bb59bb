"""Add evidence to a row of the timeline: links, small files, what comes from standard input."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import click

from incident_docs.cli.changing import Make, not_written
from incident_docs.cli.checked_words import checked_words
from incident_docs.document.edit import Edit, insert_lines
from incident_docs.document.incident_ids import slug
from incident_docs.document.model import Document
from incident_docs.edits.cell_text import block_text, cell_text
from incident_docs.edits.placing import last_line_under
from incident_docs.edits.table_editing import find_section
from incident_docs.format.sections import TIMELINE
from incident_docs.reading.clean_addresses import clean_url
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.kept_files import keep_file

_LARGEST = 2_000_000
"""Bytes of a file; what is larger does not belong into git."""
_SHOWN = frozenset([".txt", ".csv", ".json", ".svg"])
"""What files of text are called that browsers show, or spreadsheets open, as they are."""
_MOST_LINES = 15
_MOST_CHARACTERS = 1_500
"""What is longer is kept as a file."""


class Evidence(NamedTuple):
    """What is added to a row."""

    links: tuple[str, ...]
    makes: tuple[Make, ...]
    """The edits beside the row itself."""
    unwritten: str
    """The text that these edits write."""


def add_evidence(
    path: Path, event: str, at: datetime, evidence: tuple[str, ...], *, is_piped: bool, row: str
) -> Evidence:
    """Put the files of some evidence in their places, and give the links to them.

    What comes from standard input is a block behind the timeline, or a file if it is long.  Raises ClickException, which
    prints the row, and what came from standard input.
    """
    text = _read_input() if is_piped else ""
    unwritten = f"{row}\n\n{_block(text)}" if text else row
    links = tuple(_link(path, each, unwritten) for each in evidence)
    if text.count("\n") >= _MOST_LINES or len(text) > _MOST_CHARACTERS:
        address = _address(path, f"{at:%Y-%m-%d-%H%M}-{slug(event)}.txt", f"{text}\n".encode(), unwritten)
        return Evidence((*links, f"[output]({address})"), (), "")
    if not text:
        return Evidence(links, (), "")
    block = _block(text)
    heading = f"{at:%H:%M} {cell_text(event)}:"
    return Evidence(links, (lambda document: _behind_timeline(document, f"\n{heading}\n\n{block}\n"),), f"\n\n{block}")


def _link(path: Path, evidence: str, unwritten: str) -> str:
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
    name = Path(evidence).name
    if not isinstance(text, Unreadable):
        content = checked_words(text, evidence).encode()
    file = name if _opens_as_it_is(name, is_text=not isinstance(text, Unreadable)) else f"{name}.txt"
    return f"[{name.replace('[', '').replace(']', '')}]({_address(path, file, content, unwritten)})"


def _opens_as_it_is(name: str, *, is_text: bool) -> bool:
    """Tell whether the site shows a file of this name; it would make one of its own pages of Markdown."""
    suffix = Path(name).suffix.lower()
    return suffix in _SHOWN if is_text else suffix != ".md"


def _address(path: Path, name: str, content: bytes, unwritten: str) -> str:
    try:
        return quote(keep_file(path, name, content))
    except OSError as error:
        reason = f"{path.with_suffix('') / name} cannot be written: {error.strerror}"
        raise not_written(reason, path, unwritten) from error


def _read_input() -> str:
    content = sys.stdin.buffer.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise click.ClickException(f"standard input has more than {_LARGEST:,} bytes; keep it elsewhere, and link it")
    # Programs print in any encoding, and nobody can make them print again what they saw.
    text = block_text(click.unstyle(content.decode(errors="replace")))
    return checked_words(text, "standard input")


def _block(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text}\n{fence}"


def _behind_timeline(document: Document, block: str) -> Iterator[Edit]:
    section = find_section(document, TIMELINE.id)
    yield insert_lines(last_line_under(section.heading, document) + 1, block)
