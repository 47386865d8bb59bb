"""An incident grows from its first minute by edits, each of which leaves it without a finding."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest

from incident_docs.document.edit import Edit
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.scaffold import Facts, scaffold
from incident_docs.document.times import Moment
from incident_docs.edits.actions_and_mitigations import add_mitigation
from incident_docs.edits.frontmatter_fields import set_field
from incident_docs.edits.guarded import guarded
from incident_docs.edits.header_edits import set_status
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.errors import CannotEdit
from incident_docs.format.definition import DEFAULT
from tests.edits.styles import findings

STARTED = datetime(2026, 3, 4, 23, 20, tzinfo=UTC)
Make = Callable[[Document], Iterable[Edit]]


def after(minutes: int) -> Moment:
    return Moment(STARTED + timedelta(minutes=minutes))


def row(minutes: int, event: str) -> Make:
    return lambda document: add_timeline_row(document, after(minutes), event)


def changed(text: str, *makes: Make) -> str:
    """The text after several edits of one document at once."""
    document = parse(text)
    return guarded(text, [edit for make in makes for edit in make(document)], findings)


def test_an_incident_is_written_while_it_runs() -> None:
    facts = Facts("Checkout fails", DEFAULT.severities[1], after(0), ("checkout",), "One customer in five cannot pay.")
    text = scaffold(facts, DEFAULT)
    text = changed(
        text, row(6, "The error-rate alert pages the on-call engineer"), lambda d: set_field(d, "detected", after(6))
    )
    text = changed(text, row(50, "`pool | wait` is full; release 4.12 is suspected"))
    text = changed(text, row(0, "Release 4.12 reaches every region"))
    text = changed(
        text,
        lambda d: set_status(d, "mitigating", {"mitigated": after(55)}),
        lambda d: set_field(d, "strategy", ["rollback"]),
        lambda d: add_mitigation(d, "Rolled back to 4.11", "Errors stopped within two minutes"),
        row(55, "Release 4.12 is rolled back"),
    )
    assert (
        text.partition("#### Root Cause")[0]
        == """---
title: Checkout fails
severity: P2
status: mitigating
started: 2026-03-04T23:20:00Z
detected: 2026-03-04T23:26:00Z
mitigated: 2026-03-05T00:15:00Z
services: [checkout]
strategy: [rollback]
---

### Incident Response: Checkout fails

#### Status: 🟡 Mitigating

#### Severity: P2
**Impact**: One customer in five cannot pay.
**Duration**: 2026-03-04 23:20 UTC - ongoing

---

#### Timeline
| Time | Event |
|------|-------|
| 23:20 | Release 4.12 reaches every region |
| 23:26 | The error-rate alert pages the on-call engineer |
| 00:10 | `pool \\| wait` is full; release 4.12 is suspected |
| 00:15 | Release 4.12 is rolled back |

"""
    )
    assert findings(text) == []
    # Once it is resolved, it has to say more.
    with pytest.raises(CannotEdit) as refused:
        changed(text, lambda d: set_status(d, "resolved", {"resolved": after(70)}), row(70, "Errors stay at zero"))
    assert str(refused.value) == (
        "line 32 would be wrong: Root Cause says nothing; once an incident is resolved it must"
    )
