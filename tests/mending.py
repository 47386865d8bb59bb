"""A text to the text that its fixes make of it, with what must hold of every fix."""

from collections.abc import Sequence

from incident_docs.api import lint
from incident_docs.document.finding import Finding
from incident_docs.edits.guarded import Examine
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.lint.fix import fix_text
from incident_docs.workspace.project import Project
from tests.examples import BASE, _weave

PATH = "postmortems/2026-03-04-checkout-errors.md"
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


def woven(example: str) -> str:
    """A clean resolved document with these sections and keys in the place of its own."""
    return _weave(example)


def running(section: str, base: str = ACTIVE) -> str:
    """An active incident's document with this section in the place of its own."""
    heading = section.split("\n", 1)[0]
    before, rest = base.split(f"{heading}\n", 1)
    _, mark, after = rest.partition("#### ")
    return f"{before}{section.rstrip()}\n{chr(10) if mark else ''}{mark}{after}"


def _nothing(_text: str) -> Sequence[Finding]:
    return ()


def mended(text: str, format: Format = DEFAULT, *, unsafe: bool = False, also: Examine = _nothing) -> str:
    """The text after its fixes, those of what `also` finds in it too: the same, whatever its line ends, and for good."""

    def findings(text: str) -> list[Finding]:
        return [*lint(text, PATH, Project(format=format)), *also(text)]

    after = fix_text(text, findings, unsafe=unsafe).text
    assert fix_text(after, findings, unsafe=unsafe).text == after
    windows = text.replace("\n", "\r\n")
    assert fix_text(windows, findings, unsafe=unsafe).text == after.replace("\n", "\r\n")
    return after


def changed(*replacements: tuple[str, str], text: str = BASE) -> str:
    """The clean document with these texts for those."""
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text
