"""`incident-docs show`, through its entry point."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.terminal import at_a_terminal
from tests.conftest import Run
from tests.incidents import SOURCES, text

NOW = datetime(2026, 3, 4, 14, 20, tzinfo=UTC)
ID = "2026-03-04-checkout"
ACTIVE = """\
---
title: Checkout returns errors
severity: P1
status: active
started: ~2026-03-04T14:02:00Z
timezone: Europe/Berlin
services: [checkout, <service>]
commander: mira
---

### Incident Response: Checkout returns errors

#### Status: 🔴 Active

#### Severity: P1
**Impact**: No one can pay by **card**. It is so for everybody who is signed in, and for half of those who are not.
**Duration**: ~2026-03-04 15:02 CET - ongoing

#### Timeline
| Time | Event |
|------|-------|
| 15:02 | Alert: 5xx rate |
| 15:03 | <event> |
| 15:04 | one \\| two |
| 15:05 | ? The pool is [full](https://example.com/pool) |
| 15:06 | \x1b[31mthree\u202e |
| 2026-03-04 15:07 | ! Restarted the pool, which took the better part of a minute in which nobody could pay at all |
| 15:08 | Back in <1 s |

#### Current Status
- Services: checkout down
- Affected users: about <number> of all
- Monitoring: 5xx rate
"""
CARD = """\
Checkout returns errors
P1  🔴 Active  for ~18m, since ~2026-03-04 15:02 CET
postmortems/2026-03-04-checkout.md

Services   checkout
Impact     No one can pay by card. It is so for everybody who is signed in, and for half of those who are not.
Commander  mira

Timeline (the last 5 of 6 rows)
  15:04             one | two
  15:05             ? The pool is full
  15:06              [31mthree
  2026-03-04 15:07  ! Restarted the pool, which took the better part of a minute in which nobody could pay at all
  15:08             Back in <1 s

Current Status
  Services: checkout down
  Monitoring: 5xx rate

Owed next
  By Mitigating: Mitigation Applied; incident-docs mitigate 2026-03-04-checkout
"""


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def incident(project: Path) -> Path:
    path = project / "postmortems" / f"{ID}.md"
    path.write_text(ACTIVE, encoding="utf-8")
    return path


def test_it_shows_what_is_known_and_leaves_out_what_is_not_written(run: Run, incident: Path) -> None:
    result = run("show")
    assert (result.exit_code, result.stdout, result.stderr) == (0, CARD, "")
    assert incident.read_text(encoding="utf-8") == ACTIVE


def test_lines_fit_a_terminal(incident: Path) -> None:
    screen = at_a_terminal(incident.parents[1], [], "show", ID)
    assert "\x1b[1mCheckout returns errors\x1b[0m\n" in screen
    assert (
        "Impact     No one can pay by card. It is so for everybody who is signed in, and\n"
        "           for half of those who are not.\n"
    ) in screen
    assert (
        "  2026-03-04 15:07  ! Restarted the pool, which took the better part of a minute\n"
        "                    in which nobody could pay at all\n"
    ) in screen


def test_of_an_incident_that_has_just_been_opened_it_says_what_to_write(run: Run, project: Path) -> None:
    run("new", "Checkout returns errors", "-s", "P1")
    assert run("show").stdout == (
        "Checkout returns errors\n"
        "P1  🔴 Active  for 0m, since 2026-03-04 14:20 UTC\n"
        "postmortems/2026-03-04-checkout-returns-errors.md\n"
        "\nOwed next\n"
        "  Now: services, Impact, Current Status\n"
        "  By Mitigating: Mitigation Applied; incident-docs mitigate 2026-03-04-checkout-returns-errors\n"
    )
    assert json.loads(run("show", "--json").stdout)["services"] == []
    del project


def test_programs_read_what_the_site_says_too(run: Run, incident: Path) -> None:
    found = json.loads(run("show", ID, "--json").stdout)
    assert (found["file"], found["owed"], found["owed_next"]) == (
        "postmortems/2026-03-04-checkout.md",
        [],
        ["Mitigation Applied"],
    )
    assert found["timeline"][2]["at"] == "2026-03-04T14:04:00Z"
    del incident


def shown(run: Run, project: Path, facts: dict[str, str], rows: list[tuple[str, ...]] | None = None) -> str:
    (project / "postmortems" / f"{ID}.md").write_text(text(facts, rows or ()), encoding="utf-8")
    return run("show", ID).stdout


MITIGATING = {"status": "mitigating", "resolved": "", "services": "<service>"}


def test_once_it_is_mitigated_it_says_what_its_end_needs(run: Run, project: Path) -> None:
    assert shown(run, project, MITIGATING).endswith(
        "P2  🟡 Mitigating  for 4h 20m, since 2026-03-04 10:00 UTC\n"
        "postmortems/2026-03-04-checkout.md\n"
        "\nImpact  Nobody could pay.\n"
        "\nOwed next\n"
        "  Now: services, Timeline, Current Status, Mitigation Applied\n"
        "  By Resolved: resolved, Root Cause, Verification; incident-docs resolve 2026-03-04-checkout\n"
    )


def test_once_it_is_resolved_it_says_what_is_promised(run: Run, project: Path) -> None:
    rows = [
        ("Add an alert", "@mira", "2026-03-01", "open", ""),
        ("Limit the pool", "@bo", "2026-03-31", "in progress", ""),
        ("Test it", "@bo", "2026-03-31", "done", ""),
    ]
    writing = {"postmortem": "{status: draft, owner: mira, due: 2026-03-10}"}
    assert shown(run, project, writing, rows).endswith(
        "\nOwed next\n"
        "  Now: Timeline, Current Status, Mitigation Applied, Root Cause, Verification, What happened, Root cause, "
        "What went well, What could improve\n"
        "  Postmortem (after resolution): draft, mira, due 2026-03-10; incident-docs lint postmortems/2026-03-04-checkout.md\n"
        "  Action items: 2 of 3 to be done, 1 overdue; incident-docs action list 2026-03-04-checkout\n"
    )
    later = shown(run, project, {"severity": "P4"}, rows[1:2])
    assert "  Postmortem (after resolution): missing; incident-docs lint" in later
    assert "  Action items: 1 of 1 to be done; incident-docs action list" in later
    assert "Action items," in shown(run, project, {}).replace("Action items\n", "Action items,")
    assert "Action items" not in shown(run, project, {"severity": "P4"})


def test_nobody_owes_what_others_published_or_what_the_team_decided_against(run: Run, project: Path) -> None:
    for facts in (SOURCES, {"postmortem": "{status: not required, reason: a rehearsal}"}):
        assert "What happened" not in shown(run, project, facts)


def test_a_document_that_says_hardly_anything_is_shown_too(run: Run, project: Path) -> None:
    path = project / "postmortems" / f"{ID}.md"
    path.write_text("---\nseverity: P9\n---\n", encoding="utf-8")
    assert run("show", ID).stdout.startswith(f"{ID}\n\npostmortems/{ID}.md\n\nOwed next\n  Now: title, ")
    assert shown(run, project, {**MITIGATING, "started": "2026-03-05T00:00:00Z"}).splitlines()[1] == (
        "P2  🟡 Mitigating  since 2026-03-05 00:00 UTC"
    )


def test_all_that_is_owed_may_be_done(run: Run, project: Path) -> None:
    path = project / "postmortems" / f"{ID}.md"
    base = (Path(__file__).parents[1] / "base.md").read_text(encoding="utf-8")
    path.write_text(base, encoding="utf-8")
    owed = f"\nOwed next\n  Action items: 2 of 2 to be done; incident-docs action list {ID}\n"
    card = run("show", ID).stdout
    assert card.endswith(owed)
    path.write_text(
        base.replace("Owner | Due |", "Owner | Due | Status |")
        .replace(" |\n\n", " |\n")
        .replace("-20 |", "-20 | done |")
        .replace("-13 |", "-13 | done |"),
        encoding="utf-8",
    )
    assert run("show", ID).stdout == card.removesuffix(owed)


def test_the_next_status_may_need_nothing_more(run: Run, incident: Path) -> None:
    table = "\n#### Mitigation Applied\n| Action | Result |\n|---|---|\n| Restarted | Better |\n"
    incident.write_text(ACTIVE + table, encoding="utf-8")
    assert run("show").stdout.endswith(f"\nOwed next\n  Then Mitigating; incident-docs mitigate {ID}\n")


def test_a_file_that_cannot_be_read_is_an_error(run: Run, incident: Path) -> None:
    incident.write_bytes(b"\xff")
    result = run("show", ID)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: postmortems/{ID}.md: this is not UTF-8")
