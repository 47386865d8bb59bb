"""`incident-docs action`, through its entry point."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from tests.conftest import Run
from tests.edits.styles import added_and_removed
from tests.examples import ACTIVE, BASE

ID = "2026-03-04-checkout-errors"
FILE = f"postmortems/{ID}.md"


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel("2026-03-15T11:00:30Z", tick=False):
        yield


@pytest.fixture
def incident(project: Path) -> Path:
    path = project / FILE
    path.write_text(BASE)
    return path


def test_an_item_is_added(run: Run, incident: Path) -> None:
    result = run("action", "add", "checkout", "Alert | page", "--owner", "@cy", "--due", "2w")
    assert (result.exit_code, result.stderr) == (0, "")
    line = BASE.split("\n").index("| Alert when the connection pool is 80 % used | @bo | 2026-03-13 |") + 2
    assert result.stdout == f"{FILE}:{line}: Alert | page | @cy | 2026-03-29\n"
    assert added_and_removed(BASE, incident.read_text()) == ([r"| Alert \| page | @cy | 2026-03-29 |" + "\n"], [])
    assert run("action", "add", ID, "x", "--owner", "@cy", "--due", "3d").output.endswith("2026-03-18\n")
    assert run("action", "add", ID, "y", "--owner", "@cy", "--due", "2026-04-01").output.endswith("2026-04-01\n")


def test_an_item_is_changed_closed_and_dropped(run: Run, incident: Path) -> None:
    assert run("action", "done", ID, "80 %").output.endswith("80 % used | @bo | 2026-03-13 | done\n")
    assert run("action", "drop", ID, "1", "--reason", "the test is gone").output.endswith(
        "twice the peak traffic (the test is gone) | @ana | 2026-03-20 | won't do\n"
    )
    result = run("action", "edit", ID, "2", "--owner", "@di", "--due", "1d", "--action", "Alert", "--status", "open")
    assert result.output.endswith("Alert | @di | 2026-03-16 | open\n")
    assert "| Alert | @di | 2026-03-16 | open |\n" in incident.read_text()
    run("action", "edit", ID, "2", "--priority", "high")
    assert "| Alert | @di | 2026-03-16 | open | high |\n" in incident.read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["add", ID, "x", "--due", "soon"],
            "Invalid value for --due: 'soon' is no day; write 2026-03-20, or 7d or 2w from today",
        ),
        (["edit", ID, "1"], "say what is to change, as in --owner @ana"),
        (["done", ID, "9"], "there is no action item in row 9"),
        (["done", ID, "pool of"], "there is no action item that says pool of"),
        (["list", "--today", "soon"], "Invalid value for --today: 'soon' is no day; write 2026-03-20"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, incident: Path, arguments: list[str], message: str) -> None:
    result = run("action", *arguments)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: {message}\n")
    assert incident.read_text() == BASE


def test_a_secret_is_not_written(run: Run, incident: Path) -> None:
    result = run(
        "action", "add", ID, "Rotate ghp_16C7e42F292c6912E7710c838347Ae178B4a", "--owner", "@cy", "--due", "1w"
    )
    assert result.exit_code == 1
    assert "the action has what looks like a GitHub token" in result.stderr
    assert incident.read_text() == BASE


def test_the_items_of_all_incidents_are_listed(run: Run, project: Path, incident: Path) -> None:
    other = project / "postmortems/2026-03-05-mail.md"
    other.write_text(BASE.replace("@ana", "").replace("2026-03-20", "").replace("@bo", "@Bob"))
    (project / "postmortems/2026-03-06-broken.md").write_bytes(b"\xff")
    run("action", "done", ID, "1")
    result = run("action", "list")
    assert result.output.splitlines() == [
        f"{ID}#2  Alert when the connection pool is 80 % used",
        "    @bo, 2 days late, open",
        "2026-03-05-mail#2  Alert when the connection pool is 80 % used",
        "    @Bob, 2 days late, open",
        "2026-03-05-mail#1  Run the load test of checkout at twice the peak traffic",
        "    nobody, no date, open",
    ]
    assert run("action", "list", "mail", "--state", "overdue", "--today", "2026-03-10").output == ""
    assert run("action", "list", "--owner", "@bob", "--csv").output == (
        "id,incident,action,owner,due,status\n"
        "2026-03-05-mail#2,Checkout returned errors for one customer in five,"
        "Alert when the connection pool is 80 % used,@Bob,2026-03-13,overdue\n"
    )
    [item] = json.loads(run("action", "list", ID, "--state", "all", "--owner", "ana", "--json").output)
    assert item == {
        "id": f"{ID}#1",
        "incident": "Checkout returned errors for one customer in five",
        "action": "Run the load test of checkout at twice the peak traffic",
        "owner": "@ana",
        "due": "2026-03-20",
        "status": "done",
    }
    assert incident.exists()


def test_colours_are_for_terminals(run: Run, incident: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[31m" in run("action", "list", color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("action", "list", color=True).output
    assert incident.exists()


def test_an_active_incident_may_have_none(run: Run, incident: Path) -> None:
    incident.write_text(ACTIVE)
    assert run("action", "list").output == ""
