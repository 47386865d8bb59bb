"""What `incident-docs new` shows at a terminal once the document is there: past incidents like it, and what mitigated them."""

from pathlib import Path

import pytest

from incident_docs.cli.show_past import show_past_incidents
from incident_docs.workspace.project import load_project
from tests.cli.terminal import at_a_terminal

PAST = """---
title: {title}
severity: P2
status: resolved
started: 2025-11-02T10:00:00Z
resolved: 2025-11-02T11:00:00Z
services: [{service}]
---

### Incident Response: {title}

#### Mitigation Applied
| Action | Result |
|--------|--------|
| Restarted | No change |
| {action} | <result> |
"""
INCIDENTS = {
    "2025-11-02-checkout-certificate": ("The checkout certificate expired", "checkout", "Renewed it by hand \\| " + "x" * 80),
    "2025-11-03-ledger-certificate": ("A ledger certificate expired", "ledger", "<action>"),
    "2025-11-04-search-slow": ("Search was slow", "search", "Scaled up"),
    "2025-11-05-mail-late": ("Mail was late", "mail", "Waited"),
    "2025-11-06-disk-full": ("A disk was full", "archive", "Deleted logs"),
    "2025-11-07-queue-stuck": ("The queue was stuck", "queue", "Restarted"),
    "2025-11-10-export-empty": ("The export was empty", "export", "Ran it again"),
    "2025-11-11-maps-blank": ("Maps were blank", "maps", "Failed over"),
    "2025-11-08-login-fails": ("Login failed", "login", "Rolled back"),
}  # fmt: skip
OPEN = ("Checkout certificate expired again", "-s", "P2", "--service", "checkout", "--started", "2026-03-04T14:02:00Z")


@pytest.fixture
def past(project: Path) -> Path:
    """The folder of incidents, with some in it and a file that nobody can read."""
    folder = project / "postmortems"
    for id, (title, service, action) in INCIDENTS.items():
        (folder / f"{id}.md").write_text(PAST.format(title=title, service=service, action=action))
    (folder / "2025-11-09-unreadable.md").write_bytes(b"\xff")
    return folder


@pytest.mark.usefixtures("past")
def test_at_a_terminal_past_incidents_are_shown_after_the_path(project: Path) -> None:
    screen = at_a_terminal(project, ["", ""], "new", *OPEN)
    assert screen.splitlines() == [
        "What changed recently: ",
        "Who is affected: ",
        "postmortems/2026-03-04-checkout-certificate-expired-again.md",
        "",
        "Incident: Checkout certificate expired again",
        "Severity: P2",
        "Impact: not yet known",
        "Status: Investigating",
        "",
        "Like it were:",
        "  2025-11-02-checkout-certificate  (checkout, certificate and expired)",
        f"    Renewed it by hand | {'x' * 52}…",
        "  2025-11-03-ledger-certificate  (certificate and expired)",
        "    Restarted: No change",
    ]


def test_whoever_has_no_time_stops_it(
    past: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    path = past / "2025-11-02-checkout-certificate.md"
    monkeypatch.setattr("incident_docs.workspace.cache.Cache.get", stopped)
    show_past_incidents(path, load_project(past))
    assert capsys.readouterr() == ("", "")


def test_what_is_like_nothing_shows_nothing(past: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_past_incidents(past / "2025-11-05-mail-late.md", load_project(past))
    assert capsys.readouterr() == ("", "")
