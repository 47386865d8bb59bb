"""Put parts into a clean document: each Bad and Good example of a rule's docstring, and what tests write themselves.

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
"""A clean document of a resolved incident."""
PATH = "postmortems/2026-03-04-checkout-errors.md"
"""Where both documents lie."""
ACTIVE = """---
title: Checkout returns errors
severity: P1
status: active
started: 2026-03-04T09:50:00Z
services: [checkout]
---
### Incident Response: Checkout returns errors

#### Status: 🔴 Active

#### Severity: P1
**Impact**: One customer in five cannot pay.
**Duration**: 2026-03-04 09:50 UTC - ongoing

---

#### Timeline
| Time  | Event                            |
|-------|----------------------------------|
| 09:50 | Release 4.12 reaches all regions |

#### Root Cause

#### Mitigation Applied

#### Current Status
- Services: checkout fails
- Affected users: one in five
- Monitoring: the error rate
"""
"""A clean document of the same incident while it runs."""


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
        lines = [split_mark(marked) for marked in weave("\n".join(each.marked for each in shown.lines)).split("\n")]
        expected = [(number, each.message) for number, each in enumerate(lines, 1) if each.message]
        text = "\n".join(each.text for each in lines)
        found.append(Example("Bad" if shown.is_bad else "Good", shown.title, text, tuple(expected)))
    return found


def weave(example: str) -> str:
    """The clean document of a resolved incident, with these sections and keys in the place of its own."""
    front, body = _halves(BASE)
    shown_front, shown_body = _halves(example)
    if shown_front is not None:
        front = _merged_keys(front or "", shown_front)
    if shown_body.startswith("### Incident Response"):
        body = shown_body + "\n"
    elif shown_body:
        body = _merged_sections(body, shown_body)
    return f"{front}\n{body}"


def running(section: str, base: str = ACTIVE) -> str:
    """The document of a running incident, with this section in the place of its own."""
    heading = section.split("\n", 1)[0]
    before, rest = base.split(f"{heading}\n", 1)
    _, mark, after = rest.partition("#### ")
    return f"{before}{section.rstrip()}\n{chr(10) if mark else ''}{mark}{after}"


def changed(*replacements: tuple[str, str], text: str = BASE) -> str:
    """The clean document with texts replaced, each of which stands in it."""
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


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
