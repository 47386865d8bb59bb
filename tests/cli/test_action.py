"""`incident-docs action`, through its entry point."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
import time_machine

from tests.cli.terminal import INTERRUPT, at_a_terminal
from tests.conftest import Run
from tests.edits.styles import CHANGES, added_and_removed, findings
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


def test_an_item_is_named_by_its_address_its_row_or_its_words(run: Run, incident: Path) -> None:
    assert run("action", "done", f"{ID}#2").output.endswith("80 % used | @bo | 2026-03-13 | done\n")
    assert run("action", "edit", "checkout#2", "--status", "open").output.endswith("| 2026-03-13 | open\n")
    assert run("action", "edit", "checkout", "80 %", "--status", "in progress").output.endswith("| in progress\n")
    assert run("action", "edit", ID, "2", "--owner", "@di", "--due", "1d").output.endswith(
        "| @di | 2026-03-16 | in progress\n"
    )
    assert "| Alert when the connection pool is 80 % used | @di | 2026-03-16 | in progress |\n" in incident.read_text()


def test_an_item_of_the_open_incident_needs_no_id(run: Run, incident: Path) -> None:
    incident.write_text(ACTIVE)
    result = run("action", "add", "Alert when the pool is 80 % used")
    assert result.output == f"{FILE}:39: Alert when the pool is 80 % used |  | \n"
    assert incident.read_text() == (
        f"{ACTIVE}\n---\n\n### Postmortem (after resolution)\n\n#### Action items\n"
        "| Action | Owner | Due |\n|--------|-------|-----|\n| Alert when the pool is 80 % used |       |     |\n"
    )
    assert findings(incident.read_text()) == []
    assert run("action", "edit", "1", "--owner", "@ana", "--action", "Alert at 80 % of the pool").exit_code == 0
    assert run("action", "done", "at 80 %").output.endswith(": Alert at 80 % of the pool | @ana |  | done\n")


def test_an_item_is_dropped_for_a_reason(run: Run, incident: Path) -> None:
    assert run("action", "drop", f"{ID}#1", "--reason", "the test is gone").output.endswith(
        "twice the peak traffic (the test is gone) | @ana | 2026-03-20 | won't do\n"
    )
    before = incident.read_text()
    for status, arguments in (("won't do", ["drop", f"{ID}#1", "--reason", "again"]), ("done", ["done", f"{ID}#2"])):
        if status == "done":
            run("action", *arguments)
            before = incident.read_text()
        result = run("action", *arguments)
        assert (result.exit_code, result.stderr) == (2, f"Error: {arguments[1]} is {status} already\n")
        assert incident.read_text() == before


def test_columns_that_are_not_there_are_added(run: Run, incident: Path) -> None:
    run(
        "action",
        "edit",
        f"{ID}#2",
        "--priority",
        "high",
        "--ticket",
        "OPS-7",
        "--action",
        "Alert when the pool is full",
    )
    text = incident.read_text()
    assert "| Action | Owner | Due | Priority | Ticket |\n" in text
    assert "| Alert when the pool is full | @bo | 2026-03-13 | high | OPS-7 |\n" in text
    assert findings(text) == []


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("words", [["done", f"{ID}#2"], ["drop", f"{ID}#2", "--reason", "no need"], ["edit", f"{ID}#2", "--owner", "@cy"], ["add", ID, "Test the pool at its limit", "--owner", "@cy", "--due", "1w"]])  # fmt: skip
def test_only_the_table_changes_in_documents_of_any_style(
    run: Run, incident: Path, change: Callable[[str], str], words: list[str]
) -> None:
    before = change(BASE)
    incident.write_bytes(before.encode())
    assert run("action", *words).exit_code == 0
    after = incident.read_bytes().decode()
    added, removed = added_and_removed(before, after)
    assert all("|" in line for line in [*added, *removed])
    assert len(removed) <= 4
    assert ("\r\n" in before) == ("\r\n" in after)
    assert findings(after) == findings(before) == []


def test_what_a_report_does_not_publish_can_be_said(run: Run, incident: Path) -> None:
    incident.write_text(BASE.replace("services:", "sources:\n  - https://example.org/report\nservices:"))
    result = run("action", "add", ID, "Test it", "--owner", "not published", "--due", "not published")
    assert result.output.endswith(": Test it | not published | not published\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["add", ID, "x", "--owner", "y", "--due", "soon"],
            "Invalid value for --due: 'soon' is no day; write 2026-03-20, or 7d or 2w from today",
        ),
        (
            ["add", ID, "x", "--owner", "y", "--due", f"{'9' * 5000}w"],
            f"Invalid value for --due: '{'9' * 5000}w' is no day; write 2026-03-20, or 7d or 2w from today",
        ),
        (
            ["add", ID, "x", "--owner", "y", "--due", f"{'9' * 8}w"],
            f"Invalid value for --due: '{'9' * 8}w' is no day; write 2026-03-20, or 7d or 2w from today",
        ),
        (["add", ID, "x"], "--owner and --due must be given where nobody can be asked"),
        (["add", ID, "x", "--due", "1d"], "--owner must be given where nobody can be asked"),
        (
            ["add", ID, "a", "b"],
            'write it as in: incident-docs action add 2026-03-04-checkout "Alert on a full pool" --owner @ana --due 2w',
        ),
        (["done"], "write it as in: incident-docs action done 2026-03-04-checkout#2"),
        (["drop", f"{ID}#1"], "--reason must say why it will not be done"),
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


def test_what_cannot_be_written_is_printed(run: Run, incident: Path) -> None:
    none = BASE.partition("| Action | Owner | Due |")[0] + "None: the service is gone.\n"
    incident.write_text(none)
    result = run("action", "add", ID, "Alert | page", "--owner", "@cy", "--due", "1d")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(
        f"nothing was written to {FILE}; it was to have:\n\n| Alert \\| page | @cy | 2026-03-16 |\n"
    )
    assert incident.read_text() == none


def test_at_a_terminal_owner_day_and_reason_are_asked_for(project: Path, incident: Path) -> None:
    screen = at_a_terminal(project, ["@cy", "2026-03-30"], "action", "add", ID, "Alert")
    assert screen.splitlines()[:2] == [
        "Who does it (Enter for later): @cy",
        "Until when: 2026-03-20, 7d, 2w (Enter for later): 2026-03-30",
    ]
    assert "| Alert | @cy | 2026-03-30 |\n" in incident.read_text()
    at_a_terminal(project, ["it is gone"], "action", "drop", f"{ID}#3")
    before = incident.read_text()
    assert "| Alert (it is gone) | @cy | 2026-03-30 | won't do |\n" in before
    screen = at_a_terminal(project, [INTERRUPT], "action", "drop", f"{ID}#1", status=1)
    assert screen.splitlines()[-1] == "Error: stopped; nothing was changed"
    assert incident.read_text() == before


@pytest.fixture
def several(project: Path, incident: Path, run: Run) -> Path:
    other = project / "postmortems/2026-03-05-mail.md"
    other.write_text(BASE.replace("@ana", "").replace("2026-03-20", "").replace("@bo", "@Bob, @ana"))
    (project / "postmortems/2026-03-06-broken.md").write_bytes(b"\xff")
    (project / "postmortems/2026-03-07-folder.md").mkdir()
    run("action", "done", f"{ID}#1")
    run("action", "edit", f"{ID}#2", "--status", "in progress", "--due", "2026-03-13")
    return incident


def test_the_items_of_all_incidents_are_listed_in_the_order_of_the_site(run: Run, several: Path) -> None:
    table = (
        "Overdue\n"
        "  2 days late  @Bob, @ana  Alert when the connection pool is 80 % used  2026-03-05-mail#2\n"
        f"  2 days late  @bo         Alert when the connection pool is 80 % used  {ID}#2, in progress\n"
        "No date\n"
        "  no date      nobody      Run the load test of checkout at twice the peak traffic  2026-03-05-mail#1\n"
    )
    assert run("action", "list").output == table
    # The second time it is in the cache.
    assert run("action", "list").output == table
    assert run("action", "list", ID, "--state", "all").output == (
        "Overdue\n"
        f"  2 days late  @bo   Alert when the connection pool is 80 % used  {ID}#2, in progress\n"
        "Done\n"
        f"  2026-03-20   @ana  Run the load test of checkout at twice the peak traffic  {ID}#1, done\n"
    )
    assert several.exists()


def test_items_are_listed_by_owner_state_and_day(run: Run, several: Path) -> None:
    result = run("action", "list", "mail", "--state", "overdue", "--today", "2026-03-10")
    assert (result.stdout, result.stderr) == ("", "No action item is overdue.\n")
    assert run("action", "list", "--owner", "bob").output == (
        "Overdue\n  2 days late  @Bob, @ana  Alert when the connection pool is 80 % used  2026-03-05-mail#2\n"
    )
    result = run("action", "list", "--owner", "@bop")
    assert result.stderr == "@bop owns no action item; did you mean @bo?\nNo action item is open.\n"
    assert several.exists()


def test_programs_and_spreadsheets_get_all_columns(run: Run, several: Path) -> None:
    [item] = json.loads(run("action", "list", ID, "--state", "all", "--owner", "ana", "--json").output)
    assert item == {
        "id": f"{ID}#1",
        "incident": ID,
        "title": "Checkout returned errors for one customer in five",
        "severity": "P1",
        "services": ["checkout"],
        "action": "Run the load test of checkout at twice the peak traffic",
        "owner": "@ana",
        "due": "2026-03-20",
        "status": "done",
        "ticket": "",
        "state": "done",
    }
    several.write_text(several.read_text().replace("@bo", "=1+1"))
    assert run("action", "list", ID, "--csv").stdout_bytes.decode() == (
        "id,incident,title,severity,services,action,owner,due,status,ticket,state\r\n"
        f"{ID}#2,{ID},Checkout returned errors for one customer in five,P1,checkout,"
        "Alert when the connection pool is 80 % used,'=1+1,2026-03-13,in progress,,overdue\r\n"
    )
    assert run("action", "list", "--owner", "x", "--json").stdout == "[]\n"


def test_at_a_terminal_a_table_is_as_wide_as_that(project: Path, several: Path) -> None:
    screen = at_a_terminal(project, [], "action", "list", ID, "--today", "2026-03-15")
    assert click.unstyle(screen).splitlines() == [
        "Overdue",
        "  2 days late  @bo  Alert when the connection pool is 80 % used",
        f"                    {ID}#2, in progress",
    ]
    assert "\x1b[31m" in screen
    assert several.exists()


def test_an_incident_may_have_none(run: Run, incident: Path) -> None:
    incident.write_text(ACTIVE)
    result = run("action", "list", "--state", "all")
    assert (result.stdout, result.stderr) == ("", "There are no action items.\n")


def test_not_all_of_hundreds_of_incidents_are_named(run: Run, project: Path) -> None:
    for number in range(10, 32):
        (project / f"postmortems/2026-03-{number}-mail.md").write_text(BASE)
    named = ", ".join(f"2026-03-{number}-mail" for number in range(10, 30))
    assert run("action", "list", "mail").stderr == (
        f"Error: several incidents have mail in their ids; name one: {named} and 2 more\n"
    )
