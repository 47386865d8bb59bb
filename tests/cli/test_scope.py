"""`incident-docs scope`, through its entry point: what it writes, asks and refuses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.terminal import END, at_a_terminal
from tests.cli.test_log import FILE, ID, LAST, TOKEN
from tests.conftest import Run
from tests.examples import ACTIVE


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 3, 4, 10, 30, 20, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def incident(project: Path) -> Path:
    path = project / FILE
    path.write_bytes(ACTIVE.encode())
    return path


def test_the_scope_is_written_into_frontmatter_status_and_timeline(incident: Path, run: Run) -> None:
    result = run(
        "scope", "--services", "ledger, checkout,", "--regions", "eu-1,us-1", "--users", "one in  four", "--spreading"
    )
    event = "Scope: services ledger and checkout; regions eu-1 and us-1; users one in four; spreading"
    assert (result.exit_code, result.output) == (0, f"{FILE}: {event}\n")
    assert incident.read_text() == (
        ACTIVE.replace("[checkout]\n", "[checkout, ledger]\nregions: [eu-1, us-1]\nspread: spreading\n")
        .replace(LAST, f"{LAST}| 10:30 | {event} |\n")
        .replace("- Services: checkout fails", "- Services: checkout and ledger affected in eu-1 and us-1, spreading")
        .replace("users: one in five", "users: one in four")
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_only_what_is_given_is_written(incident: Path, run: Run) -> None:
    assert run("scope", ID, "--users", "everybody", "--at", "10:10").output == f"{FILE}: Scope: users everybody\n"
    assert run("scope", "checkout", "--contained").output == f"{FILE}: Scope: contained\n"
    assert incident.read_text() == (
        ACTIVE.replace("[checkout]\n", "[checkout]\nspread: contained\n")
        .replace(
            LAST,
            f"{LAST}| 10:10 | Scope: users everybody           |\n| 10:30 | Scope: contained                 |\n",
        )
        .replace("- Services: checkout fails", "- Services: checkout affected, contained")
        .replace("users: one in five", "users: everybody")
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_at_a_terminal_it_asks_and_enter_leaves_a_part_as_it_is(incident: Path) -> None:
    screen = at_a_terminal(incident.parent, ["ledger", "", "everybody", "n"], "scope", "--at", "2026-03-04 10:00")
    assert screen.splitlines() == [
        "Which services besides checkout: ledger",
        "Which regions: ",
        "Who is affected, and how many: everybody",
        "Is it spreading (y, n; Enter: not known): n",
        f"{ID}.md: Scope: services ledger; users everybody; contained",
    ]
    text = incident.read_text()
    screen = at_a_terminal(incident.parent, [""] * 4, "scope", status=1)
    assert screen.splitlines()[-1] == "Error: nothing was said; nothing was changed"
    screen = at_a_terminal(incident.parent, ["mail", END], "scope", status=1)
    assert screen.splitlines()[-1] == "Error: stopped; nothing was changed"
    incident.write_text(text.replace("services: [checkout, ledger]\n", ""))
    screen = at_a_terminal(incident.parent, [END], "scope", status=1)
    assert screen.splitlines()[0] == "Which services: "


def test_what_it_cannot_write_is_refused(incident: Path, run: Run) -> None:
    result = run("scope")
    assert (result.exit_code, result.output.splitlines()[-1]) == (
        2,
        "Error: say what is known: --services, --regions, --users, --spreading or --contained",
    )
    result = run("scope", "--users", f"whoever has {TOKEN}")
    assert result.exit_code == 1
    assert result.output == (
        "Error: the scope has what looks like a GitHub token; git never forgets it, so nothing was written. "
        "Take it out, and call again\n"
    )
    assert incident.read_text() == ACTIVE
    text = ACTIVE.replace("#### Current Status", "#### Notes")
    incident.write_text(text)
    result = run("scope", "--users", "everybody", "--at", "10:00")
    assert result.exit_code == 1
    assert result.output == (
        "Error: there is no section Current Status\n"
        f"nothing was written to {FILE}; it was to have:\n\n| 10:00 | Scope: users everybody |\n"
    )
    assert incident.read_text() == text


def test_a_service_takes_the_place_of_the_placeholder(run: Run, project: Path) -> None:
    run("new", "Checkout fails", "--started", "10:00", "-s", "P2", "--impact", "One in five cannot pay.")
    run("scope", "--services", "checkout")
    [path] = (project / "postmortems").glob("*.md")
    text = path.read_text()
    assert "services: [checkout]\n" in text
    assert "- Services: checkout affected\n" in text
