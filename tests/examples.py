"""Rule docstrings to test cases: each Bad and Good example, woven into a clean document.

An example shows only what matters.  Sections that it shows replace those of the same heading in `base.md`, and keys
that it shows replace those keys; an example that begins with `### Incident Response` replaces the whole body, one whose
frontmatter has a `title` replaces the whole frontmatter.  A line that offends ends with `<-- ` and the message.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incident_docs.lint.rule_docs import read_rule_page, split_mark

BASE = (Path(__file__).parent / "base.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Example:
    """One example of a docstring."""

    kind: str
    title: str
    text: str
    """A whole document."""
    expected: tuple[tuple[int, str], ...]
    """Line and message of each finding."""


def examples(rule: Any) -> list[Example]:
    """The examples in a rule's docstring."""
    found = []
    for shown in read_rule_page(rule).examples:
        woven = [split_mark(marked) for marked in _weave("\n".join(each.marked for each in shown.lines)).split("\n")]
        expected = [(number, each.message) for number, each in enumerate(woven, 1) if each.message]
        text = "\n".join(each.text for each in woven)
        found.append(Example("Bad" if shown.is_bad else "Good", shown.title, text, tuple(expected)))
    return found


def _weave(example: str) -> str:
    front, body = _halves(BASE)
    shown_front, shown_body = _halves(example)
    if shown_front is not None:
        front = _merged_keys(front or "", shown_front)
    if shown_body.startswith("### Incident Response"):
        body = shown_body + "\n"
    elif shown_body:
        body = _merged_sections(body, shown_body)
    return f"{front}\n{body}"


def _halves(text: str) -> tuple[str | None, str]:
    if not text.startswith("---"):
        return None, text.strip("\n")
    close = re.search(r"^(?:-{3,}|\.{3}).*$", text[4:], re.MULTILINE)
    if close is None:
        return text, ""
    end = 4 + close.end()
    return text[:end] + "\n", text[end:].strip("\n") + "\n"


def _merged_keys(front: str, shown: str) -> str:
    if re.search(r"^title:", shown, re.MULTILINE):
        return shown
    entries = {entry.split(":")[0]: entry for entry in _entries(front)}
    entries.update({entry.split(":")[0]: entry for entry in _entries(shown)})
    return "---\n" + "\n".join(entries.values()) + "\n---\n"


def _entries(front: str) -> list[str]:
    inside = "\n".join(front.strip("\n").split("\n")[1:-1])
    return [entry for entry in re.split(r"\n(?=\S)", inside) if entry]


def _merged_sections(body: str, shown: str) -> str:
    parts = _sections(body)
    for heading, section in _sections(shown):
        names = [name for name, _ in parts]
        if heading in names:
            parts[names.index(heading)] = (heading, section)
        else:
            parts.append((heading, section))
    return "\n".join(section for _, section in parts)


def _sections(body: str) -> list[tuple[str, str]]:
    pieces = re.split(r"^(?=#{3,4} )", body, flags=re.MULTILINE)
    return [(_name(piece), piece.rstrip("\n") + "\n") for piece in pieces if piece.strip()]


def _name(piece: str) -> str:
    heading = split_mark(piece.split("\n", maxsplit=1)[0]).text.strip()
    # `#### Status: ...` and the like are known by their label.
    return heading.split(":")[0]
