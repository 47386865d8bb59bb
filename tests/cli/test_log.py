"""`incident-docs log`, through its entry point: what it writes into the timeline, beside the incident, and what it refuses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.terminal import END, INTERRUPT, at_a_terminal
from tests.cli.test_new import DOCUMENT
from tests.conftest import Run
from tests.examples import ACTIVE, BASE

ID = "2026-03-04-checkout-errors"
FILE = f"postmortems/{ID}.md"
TOKEN = "ghp_" + "x8Kd02LmQpZ7vTs4WnYb6RcHj3FgUe1Aa5Oi"
LAST = "| 09:50 | Release 4.12 reaches all regions |\n"
"""The row that is there."""


@pytest.fixture
def incident(project: Path) -> Path:
    path = project / FILE
    path.write_bytes(ACTIVE.encode())
    return path


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 3, 4, 10, 30, 20, tzinfo=UTC), tick=False) as clock:
        yield clock


def with_rows(*rows: str) -> str:
    return ACTIVE.replace(LAST, LAST + "".join(f"{row}\n" for row in rows))


def test_a_row_is_added_in_its_place_and_its_line_is_printed(incident: Path, run: Run) -> None:
    result = run("log", "Pods are pending")
    assert (result.exit_code, result.output) == (0, f"{FILE}:22: 10:30 Pods are pending\n")
    assert (
        run("log", ID, "? The  database | is full", "--at", "10m").output
        == f"{FILE}:22: 10:20 ? The database | is full\n"
    )
    assert run("log", "checkout", "! Restarted it", "--at", "~10:25").output == f"{FILE}:23: ~10:25 ! Restarted it\n"
    assert run("log", FILE, "Deployed", "--at", "2026-03-04 09:58").output == f"{FILE}:22: 09:58 Deployed\n"
    assert incident.read_text() == with_rows(
        "| 09:58 | Deployed                         |",
        "| 10:20 | ? The database \\| is full        |",
        "| ~10:25 | ! Restarted it                   |",
        "| 10:30 | Pods are pending                 |",
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_the_day_is_written_where_the_clock_does_not_tell_it(incident: Path, run: Run) -> None:
    assert run("log", "Backup ran", "--at", "yesterday 23:50").output == f"{FILE}:21: 2026-03-03 23:50 Backup ran\n"
    assert incident.read_text() == ACTIVE.replace(
        LAST, f"| 2026-03-03 23:50 | Backup ran                       |\n{LAST}"
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


NIGHT = "postmortems/2026-10-25-checkout-errors.md"
BERLIN = (
    ACTIVE.replace("2026-03-04T09:50:00Z", "2026-10-25T00:10:00Z")
    .replace("services:", "timezone: Europe/Berlin\nservices:")
    .replace("2026-03-04 09:50 UTC", "2026-10-25 02:10 CEST")
    .replace("| 09:50 |", "| 02:10 |")
)


def test_in_the_hour_that_comes_twice_a_pipe_is_told_to_name_the_zone(
    project: Path, run: Run, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime(2026, 10, 25, 3, 0, tzinfo=UTC))
    (project / NIGHT).write_text(BERLIN)
    refused = run("log", "It broke again", "--at", "02:20")
    assert refused.output.splitlines()[-1] == (
        "Error: Invalid value for --at: 02:20 came twice in that night; write 02:20 CEST or 02:20 CET"
    )
    assert run("log", "It broke again", "--at", "02:20 CET").output == f"{NIGHT}:23: 02:20 CET It broke again\n"
    assert run("log", "It stopped", "--at", "2026-10-25 02:40+02:00").output == f"{NIGHT}:23: 02:40 CEST It stopped\n"
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"
    # Before the clocks are put back there is only one.
    clock.move_to(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert run("log", "Once", "--at", "02:15").output == f"{NIGHT}:23: 02:15 CEST Once\n"


def test_at_a_terminal_it_asks_which_of_two_times_is_meant(project: Path) -> None:
    (project / NIGHT).write_text(BERLIN.replace("2026-10-25", "2025-10-26"))
    screen = at_a_terminal(project, ["2"], "log", "It broke again", "--at", "2025-10-26 02:20")
    assert screen.splitlines() == [
        "  1  02:20 CEST",
        "  2  02:20 CET",
        "2025-10-26 02:20 came twice in that night. Which is it: 2",
        f"{NIGHT}:23: 02:20 CET It broke again",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), 'say what happened, as in: incident-docs log "What happened"'),
        ((ID[:-3],), 'say what happened, as in: incident-docs log "What happened"'),
        (("a", "b", "c"), 'the event is one text: put it in quotes, as in: incident-docs log "What happened"'),
        (("x", "--remove", "10:00"), "--remove takes a row out; there is nothing to be written"),
        (("--edit", "09:50"), "say what is to stand there: an event, or another time with --at"),
        (("--edit", "09:50", "x", "--evidence", "a"), "evidence is added to a new row; log what it shows"),
        (("--remove", "09:50", "-"), "evidence is added to a new row; log what it shows"),
        (
            ("x", "--at", "soon"),
            "Invalid value for --at: 'soon' is no time; write 14:07, 5m (that long ago), yesterday 23:50 or 2026-03-04 14:07",
        ),
        (("x", "--at", "2026-03-04 10:31"), "Invalid value for --at: 2026-03-04T10:31:00Z has not come yet"),
        (("--remove", "soon"), "Invalid value: 'soon' is no time of a row; write 14:07 or 2026-03-04 14:07"),
        (("--remove", "11:11"), "no row of the timeline has the time 11:11"),
        (("no-such", "x"), f"there is no incident no-such; there are {ID}"),
        (("chekout-errors.md", "x"), "there is no file chekout-errors.md"),
        (
            ("x", "--evidence", "https://hooks.slack.com/services/T1/B2/x8Kd02LmQpZ7"),
            "Invalid value for --evidence: this is no address of a web page, or one that is a secret",
        ),
        (("x", "--evidence", "none.png"), "Invalid value for --evidence: none.png: there is no such file"),
    ],
)
def test_what_it_cannot_use_is_refused_and_nothing_is_written(
    incident: Path, run: Run, arguments: tuple[str, ...], message: str
) -> None:
    result = run("log", *arguments)
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"Error: {message}")
    assert incident.read_text() == ACTIVE


def test_the_incident_is_the_one_that_is_not_resolved(project: Path, run: Run) -> None:
    assert run("log", "x").output == "Error: no incident is open; name one, by its id or a part of it\n"
    assert run("log", "a", "x").output == (
        'Error: there are no incidents in postmortems; open one with: incident-docs new "What is wrong"\n'
    )
    (project / "postmortems/2026-03-03-old.md").write_text(BASE)
    (project / "postmortems/2026-03-03-quoted.md").write_text(BASE.replace("resolved\n", "'resolved'\n", 1))
    (project / "postmortems/2026-03-05-not-utf-8.md").write_bytes(b"---\ntitle: \xff")
    quoted = ACTIVE.replace("#### Root Cause\n", "#### Root Cause\n```\nstatus: resolved\n```\n")
    (project / "postmortems/2026-03-04-b.md").write_text(quoted)
    assert run("log", "x").output == "postmortems/2026-03-04-b.md:22: 10:30 x\n"
    (project / "postmortems/2026-03-04-c.md").write_text(ACTIVE.replace("active", "mitigating"))
    several = "name one: 2026-03-04-b, 2026-03-04-c"
    assert run("log", "x").output == f"Error: several incidents are open; {several}\n"
    assert run("log", "03-04", "x").output == f"Error: several incidents have 03-04 in their ids; {several}\n"
    screen = at_a_terminal(project, ["2"], "log", "x", "--at", "2026-03-04 10:00")
    assert screen.splitlines() == [
        "  1  2026-03-04-b",
        "  2  2026-03-04-c",
        "Which one: 2",
        "postmortems/2026-03-04-c.md:22: 10:00 x",
    ]


@pytest.mark.parametrize("answer", [END, INTERRUPT])
def test_at_a_terminal_it_asks_what_happened_and_whoever_stops_has_changed_nothing(incident: Path, answer: str) -> None:
    for arguments in (("log",), ("log", f"the token is {TOKEN}"), ("log", "--remove", "09:50")):
        incident.write_text(with_rows("| 09:50 | Twice |"))
        screen = at_a_terminal(incident.parent, [answer], *arguments, status=1)
        assert screen.splitlines()[-1] == "Error: stopped; nothing was changed"
        assert incident.read_text() == with_rows("| 09:50 | Twice |")
    screen = at_a_terminal(incident.parent, ["Back again"], "log", "--at", "2026-03-04 10:00")
    assert screen.splitlines() == ["What happened: Back again", f"{ID}.md:23: 10:00 Back again"]


def test_the_event_and_the_time_of_a_row_are_changed(incident: Path, run: Run) -> None:
    run("log", "Pods pending", "--at", "10:00")
    assert run("log", "--edit", "10:00", "12 pods pending").output == f"{FILE}:22: 10:00 12 pods pending\n"
    assert run("log", ID, "--edit", "10:00", "--at", "yesterday 9:40").exit_code == 2
    assert run("log", ID, "--edit", "10:00", "--at", "10:05").output == f"{FILE}:22: 10:05 12 pods pending\n"
    assert run("log", "--edit", "2026-03-04 10:05", "30 pods", "--at", "09:40").output == (
        f"{FILE}:21: 2026-03-04 09:40 30 pods\n"
    )
    assert incident.read_text() == ACTIVE.replace(
        LAST, f"| 2026-03-04 09:40 | 30 pods                          |\n{LAST}"
    )


def test_a_row_is_taken_out(incident: Path, run: Run) -> None:
    assert run("log", "--remove", "09:50").output == (
        f"Error: it is the only row of the timeline; write what happened in its place\nnothing was written to {FILE}\n"
    )
    incident.write_text(with_rows("| 10:00 | a \\| b |"))
    assert run("log", "--remove", "10:00").output == f"{FILE}: removed 10:00 a | b\n"
    assert incident.read_text() == ACTIVE


def test_of_several_rows_of_one_time_one_is_chosen(incident: Path, run: Run) -> None:
    incident.write_text(with_rows("| 10:00 | One |", "| 10:00 | Two |"))
    assert run("log", "--remove", "10:00").output == (
        "Error: 2 rows have the time 10:00: 2026-03-04 10:00 One; 2026-03-04 10:00 Two\n"
    )
    screen = at_a_terminal(incident.parent, ["1"], "log", "--edit", "10:00", "First")
    assert screen.splitlines() == [
        "  1  2026-03-04 10:00 One",
        "  2  2026-03-04 10:00 Two",
        "2 rows have the time 10:00. Which one: 1",
        f"{ID}.md:22: 10:00 First",
    ]
    assert "| 10:00 | First |\n| 10:00 | Two |\n" in incident.read_text()


def test_of_rows_that_are_alike_it_is_the_one_that_was_chosen(incident: Path) -> None:
    rows = ("| 2026-03-05 10:00 | One |", "| 10:00 | One |")
    incident.write_text(with_rows(*rows))
    screen = at_a_terminal(incident.parent, ["2"], "log", "--remove", "10:00")
    assert screen.splitlines()[-1] == f"{ID}.md: removed 10:00 One"
    assert incident.read_text() == with_rows(rows[0])
    incident.write_text(with_rows(*rows))
    screen = at_a_terminal(incident.parent, ["1"], "log", "--remove", "10:00", status=1)
    assert screen.splitlines()[-2:] == [
        "Error: without the row of line 22, others would be read as of another day",
        f"nothing was written to {ID}.md",
    ]


def test_a_row_that_somebody_changes_meanwhile_is_left_alone(incident: Path) -> None:
    text = with_rows("| 10:00 | One |", "| 10:00 | Two |")
    incident.write_text(text)

    class Change(str):
        __slots__ = ()

        def __format__(self, _form: str) -> str:
            # What is formatted is what is typed.
            incident.write_text(text.replace("One", "Three"))
            return str(self)

    screen = at_a_terminal(incident.parent, [Change("1")], "log", "--edit", "10:00", "First", status=1)
    assert screen.splitlines()[-4:] == [
        "Error: somebody has changed that row meanwhile",
        f"nothing was written to {ID}.md; it was to have:",
        "",
        "| 10:00 | First |",
    ]
    assert incident.read_text() == text.replace("One", "Three")


def test_in_a_pipe_a_secret_is_refused_and_not_shown(incident: Path, run: Run) -> None:
    for what, arguments, stdin in (
        ("the event", (f"the token is {TOKEN}",), None),
        ("standard input", ("x", "-"), f"a\ntoken={TOKEN}\n"),
        ("secret.txt", ("x", "--evidence", "secret.txt"), None),
    ):
        Path("secret.txt").write_text(f"token {TOKEN}")
        result = run("log", *arguments, stdin=stdin)
        assert result.exit_code == 1
        assert result.output == (
            f"Error: {what} has what looks like a GitHub token; git never forgets it, so nothing was written. "
            "Take it out, and call again\n"
        )
    assert incident.read_text() == ACTIVE
    assert not incident.with_suffix("").exists()


def test_at_a_terminal_it_offers_to_leave_a_secret_out(incident: Path) -> None:
    at = ("--at", "2026-03-04 10:00")
    screen = at_a_terminal(incident.parent, [""], "log", f"mail a.b@firma.de, token {TOKEN}", *at)
    assert screen.splitlines() == [
        "the event has what looks like an e-mail address and a GitHub token.",
        "Write it without that [Y/n]: ",
        f"{ID}.md:22: 10:00 mail (e-mail address removed), token (secret removed)",
    ]
    screen = at_a_terminal(incident.parent, ["n"], "log", f"token {TOKEN}", *at, status=1)
    assert screen.splitlines()[-1] == "Error: nothing was written"


def test_links_are_written_without_what_opens_doors(incident: Path, run: Run) -> None:
    assert incident.read_text() == ACTIVE
    url = "https://ana:pw@grafana.example.net/d/x?from=1&token=abc&to=(2)"
    result = run("log", "Errors climb", "--evidence", url, "--evidence", "https://status.example.net")
    assert result.output == (
        f"{FILE}:22: 10:30 Errors climb ([evidence](https://grafana.example.net/d/x?from=1&to=%282%29)) "
        "([evidence](https://status.example.net))\n"
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_a_small_file_is_kept_beside_the_incident(incident: Path, run: Run, project: Path) -> None:
    (project / "a [1] graph.png").write_bytes(b"\x89PNG\0\xff")
    (project / "2026-03-04-notes.md").write_text("---\nnotes\n")
    result = run("log", "Errors climb", "--evidence", "a [1] graph.png", "--evidence", "2026-03-04-notes.md")
    assert result.output == (
        f"{FILE}:22: 10:30 Errors climb ([a 1 graph.png]({ID}/a%20%5B1%5D%20graph.png)) "
        f"([2026-03-04-notes.md]({ID}/2026-03-04-notes.md.txt))\n"
    )
    # One of the same name and another content gets another name, and one that is there already is not there twice.
    run("log", "x", "--evidence", "a [1] graph.png")
    (project / "a [1] graph.png").write_bytes(b"other\xff")
    run("log", "y", "--evidence", "a [1] graph.png")
    kept = incident.with_suffix("")
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == {
        "a [1] graph.png": b"\x89PNG\0\xff",
        "a [1] graph-2.png": b"other\xff",
        "2026-03-04-notes.md.txt": b"---\nnotes\n",
    }
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        (("app.log", b"down"), "app.log.txt"),
        (("page.html", b"<p>down"), "page.html.txt"),
        (("graph.SVG", b"<svg/>"), "graph.SVG"),
        (("rates.csv", b"1,2"), "rates.csv"),
        (("notes.md", b"\xff"), "notes.md.txt"),
        (("dump.bin", b"\0"), "dump.bin"),
    ],
)
def test_a_kept_file_has_a_name_under_which_the_site_shows_it(
    incident: Path, run: Run, project: Path, file: tuple[str, bytes], kept: str
) -> None:
    name, content = file
    (project / name).write_bytes(content)
    assert run("log", "Down", "--evidence", name).output == f"{FILE}:22: 10:30 Down ([{name}]({ID}/{kept}))\n"
    assert (incident.with_suffix("") / kept).read_bytes() == content


def test_a_large_file_is_to_be_kept_elsewhere(incident: Path, run: Run, project: Path) -> None:
    (project / "core").write_bytes(b"x" * 2_000_001)
    assert run("log", "x", "--evidence", "core").output.splitlines()[-1] == (
        "Error: Invalid value for --evidence: core has 2,000,001 bytes; keep it elsewhere, and link it"
    )
    assert run("log", "x", "-", stdin="x" * 2_000_001).output == (
        "Error: standard input has more than 2,000,000 bytes; keep it elsewhere, and link it\n"
    )
    assert incident.read_text() == ACTIVE


def test_a_file_that_cannot_be_kept_leaves_the_incident_and_the_row_is_printed(incident: Path, run: Run) -> None:
    incident.with_suffix("").write_text("in the way")
    result = run("log", "Pods pending", "-", stdin="x\n" * 20)
    assert result.exit_code == 1
    assert result.output == (
        f"Error: {incident.with_suffix('')}/2026-03-04-1030-pods-pending.txt cannot be written: Not a directory\n"
        f"nothing was written to {FILE}; it was to have:\n\n| 10:30 | Pods pending |\n\n```\n{chr(10).join('x' * 20)}\n```\n"
    )
    assert incident.read_text() == ACTIVE


def test_a_short_output_becomes_a_block_behind_the_table(incident: Path, run: Run) -> None:
    pods = "\n\x1b[31mNAME\x1b[0m   STATUS\r\nweb-1\tPending \r\n```\x00\u202e\n\n"
    assert run("log", "Pods <!-- pending", "-", stdin=pods).output == f"{FILE}:22: 10:30 Pods &lt;!-- pending\n"
    run("log", "Nothing", "-", stdin="")
    assert incident.read_text() == with_rows(
        "| 10:30 | Pods &lt;!-- pending             |",
        "| 10:30 | Nothing                          |",
        "",
        "10:30 Pods &lt;!-- pending:",
        "",
        "````",
        "NAME   STATUS",
        "web-1\tPending",
        "```",
        "````",
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize("text", ["one\n" * 20, "x" * 1_600, "caf\xe9 " * 400])
def test_a_long_output_is_kept_as_a_file(incident: Path, run: Run, text: str) -> None:
    result = run("log", "Pods pending", "-", stdin=text)
    name = f"{ID}/2026-03-04-1030-pods-pending.txt"
    assert result.output == f"{FILE}:22: 10:30 Pods pending ([output]({name}))\n"
    assert (incident.parent / name).read_text() == f"{text.strip()}\n"
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_what_cannot_be_written_is_printed_so_that_it_can_be_pasted(incident: Path, run: Run) -> None:
    text = ACTIVE.replace("#### Timeline", "#### Notes")
    incident.write_text(text)
    result = run("log", "Pods | pending", "--at", "yesterday 23:00", "-", stdin="web-1 Pending\n")
    assert result.exit_code == 1
    assert result.output == (
        "Error: there is no section Timeline\n"
        f"nothing was written to {FILE}; it was to have:\n\n"
        "| 2026-03-03 23:00 | Pods \\| pending |\n\n```\nweb-1 Pending\n```\n"
    )
    assert incident.read_text() == text


def test_a_file_that_cannot_be_read_is_said(project: Path, run: Run) -> None:
    (project / FILE).write_bytes(b"---\ntitle: \xff\n---\n")
    result = run("log", ID, "x")
    assert (result.exit_code, result.output) == (
        2,
        f"Error: {FILE}: this is not UTF-8: the byte 0xff; save the file as UTF-8\n",
    )


def test_the_first_row_takes_the_place_of_the_placeholder(project: Path, run: Run) -> None:
    (project / "postmortems/a.md").write_text(DOCUMENT.replace("14:02", "10:02"))
    assert run("log", "Pods pending").output == "postmortems/a.md:22: 10:30 Pods pending\n"
    assert [path.name for path in (project / "postmortems").iterdir()] == ["a.md"]
