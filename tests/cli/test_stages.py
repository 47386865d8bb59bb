"""`mitigate`, `resolve` and `reopen`, through the entry point: what they write, print, ask and refuse."""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from incident_docs.cli import main
from incident_docs.workspace.run_command import run_command
from tests.cli.terminal import END, INTERRUPT, at_a_terminal
from tests.conftest import Run
from tests.edits.styles import CLEAN, added_and_removed, new_rules
from tests.examples import ACTIVE, BASE

NAME = "2026-03-04-checkout-errors"


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel("2026-03-04T11:00:30Z", tick=False):
        yield


@pytest.fixture
def incident(project: Path) -> Path:
    path = project / f"postmortems/{NAME}.md"
    path.write_text(ACTIVE)
    return path


def lines(before: str, path: Path) -> tuple[list[str], list[str]]:
    """The lines that are new, and those that are gone."""
    after = path.read_text().splitlines()
    old = before.splitlines()
    return [line for line in after if line not in old], [line for line in old if line not in after]


MITIGATION = ("--strategy", "rollback", "--action", "Rolled back to 4.11", "--result", "Errors stop")


def test_a_mitigation_is_written_everywhere(run: Run, incident: Path) -> None:
    result = run("mitigate", *MITIGATION, "--at", "10:20")
    assert (result.exit_code, result.stdout) == (0, f"postmortems/{NAME}.md: Mitigating\n")
    assert result.stderr == (
        f"rollback is mostly: git revert <commit> --no-edit\nNext: incident-docs notify {NAME} --send\n"
    )
    new, gone = lines(ACTIVE, incident)
    assert new == [
        "status: mitigating",
        "strategy: [rollback]",
        "#### Status: 🟡 Mitigating",
        "| 10:20 | ! Rolled back to 4.11: Errors stop |",
        "| 10:20 | Status: Mitigating |",
        "| Action | Result |",
        "|--------|--------|",
        "| Rolled back to 4.11 | Errors stop |",
    ]
    assert gone == ["status: active", "#### Status: 🔴 Active"]
    assert run("lint").exit_code == 0


def test_that_users_are_well_again_needs_a_mitigation(run: Run, incident: Path) -> None:
    result = run("mitigate", "--mitigated", "10:40")
    assert result.stderr.splitlines()[-1] == (
        "Error: --strategy, --action and --result must be given where nobody can be asked"
    )
    assert incident.read_text() == ACTIVE
    assert run("mitigate", *MITIGATION, "--mitigated", "10:40").exit_code == 0
    assert run("lint", "--strict").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["mitigate"], ["resolve"], ["resolve", "--yes"], ["action", "drop", "1"], ["log"]]
)
def test_where_the_input_is_closed_nothing_is_changed(
    incident: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # As Python has it for `<&-`.
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("Error: ")
    assert incident.read_text() == ACTIVE


def test_a_second_mitigation_changes_no_status(run: Run, incident: Path) -> None:
    run("mitigate", *MITIGATION)
    before = incident.read_text()
    result = run(
        "mitigate", NAME, "--strategy", "hotfix", "--action", "Pool is larger", "--result", "None", "--at", "5m"
    )
    assert result.stderr == ""
    new, gone = lines(before, incident)
    assert new == [
        "strategy: [rollback, hotfix]",
        "| 10:55 | ! Pool is larger: None |",
        "| Pool is larger | None |",
    ]
    assert gone == ["strategy: [rollback]"]


def test_that_users_are_well_again_may_have_been_earlier(run: Run, incident: Path) -> None:
    run("mitigate", *MITIGATION)
    before = incident.read_text()
    run("mitigate", "--mitigated", "10:40")
    new, gone = lines(before, incident)
    assert new == ["mitigated: 2026-03-04T10:40:00Z", "| 10:40 | Users are well again |"]
    assert gone == []
    run("mitigate", NAME, "--mitigated")
    assert "mitigated: 2026-03-04T11:00:00Z" in incident.read_text()


@pytest.mark.parametrize(
    ("arguments", "message", "status"),
    [
        (["mitigate"], "--strategy, --action and --result must be given where nobody can be asked", 2),
        (
            ["mitigate", "--strategy", "rolback", "--action", "x", "--result", "y"],
            "Invalid value for --strategy: there is no strategy rolback; did you mean rollback?",
            2,
        ),
        (
            ["mitigate", *MITIGATION, "--at", "23:61"],
            "Invalid value for --at: '23:61' is no time; write 14:07, 5m (that long ago), yesterday 23:50 or 2026-03-04 14:07",
            2,
        ),
        (
            ["resolve"],
            (
                "where nobody can be asked, it needs --yes, which says that the fix is holding, regressions are watched for, the backlog is "
                "cleared and all systems are nominal; and --mitigated TIME, since which users are well again"
            ),
            2,
        ),
        (
            ["resolve", "--yes", "--verify", "x", "--run"],
            "where nobody can be asked, it needs --mitigated TIME, since which users are well again",
            2,
        ),
        (
            ["resolve", "--yes", "--mitigated", "10:59", "--resolved", "10:58"],
            "Invalid value for --resolved: resolved 2026-03-04 10:58 UTC is before mitigated 2026-03-04 10:59 UTC",
            2,
        ),
        (
            ["resolve", "--yes", "--mitigated", "10:20", "--detected", "09:49"],
            "Invalid value for --detected: detected 2026-03-04 09:49 UTC is before started 2026-03-04 09:50 UTC",
            2,
        ),
        (
            ["mitigate", *MITIGATION, "--mitigated", "09:40"],
            "Invalid value for --mitigated: mitigated 2026-03-04 09:40 UTC is before started 2026-03-04 09:50 UTC",
            2,
        ),
        (["reopen", NAME], f"{NAME} is not resolved", 2),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, incident: Path, arguments: list[str], message: str, status: int) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert f"Error: {message}" in result.stderr
    assert incident.read_text() == ACTIVE


def test_an_incident_is_resolved_and_reopened_without_losing_a_word(run: Run, incident: Path) -> None:
    run("mitigate", *MITIGATION, "--at", "10:20")
    before = incident.read_text()
    result = run(
        "resolve",
        "--yes",
        "--detected",
        "09:56",
        "--mitigated",
        "10:22",
        "--resolved",
        "10:58",
        "--verify",
        "exit 3",
        "--run",
    )
    assert result.stdout == f"postmortems/{NAME}.md: Resolved\n"
    assert result.stderr.splitlines()[0] == "$ exit 3"
    assert result.stderr.splitlines()[-2:] == [
        "The linter still wants 7 things.",
        f"Next: incident-docs notify {NAME} --send",
    ]
    text = incident.read_text()
    new, _ = lines(before, incident)
    assert new[:6] == [
        "status: resolved",
        "detected: 2026-03-04T09:56:00Z",
        "mitigated: 2026-03-04T10:22:00Z",
        "resolved: 2026-03-04T10:58:00Z",
        "#### Status: 🟢 Resolved",
        "**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)",
    ]
    assert "#### Verification\n```\nexit 3\n# exit status 3\n```\n" in text
    for heading in ("What happened", "Root cause", "What went well", "What could improve", "Action items"):
        assert f"#### {heading}\n" in text
    assert run("resolve", NAME).stderr == f"Error: {NAME} is resolved already\n"
    assert run("mitigate", NAME).stderr == (
        f"Error: {NAME} is resolved; take that back with: incident-docs reopen {NAME}\n"
    )
    result = run("reopen", "checkout", "--reason", "Errors are back")
    assert result.stdout == f"postmortems/{NAME}.md: Active\n"
    new, gone = lines(text, incident)
    assert new[:3] == [
        "status: active",
        "#### Status: 🔴 Active",
        "**Duration**: 2026-03-04 09:50 UTC - ongoing",
    ]
    assert new[3].startswith("| 11:00 | Status: Active, reopened: Errors are back (it had been ")
    assert sorted(gone) == [
        "#### Status: 🟢 Resolved",
        "**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)",
        "mitigated: 2026-03-04T10:22:00Z",
        "resolved: 2026-03-04T10:58:00Z",
        "status: resolved",
    ]
    assert run("resolve", "--yes", "--mitigated", "10:59").exit_code == 0


@pytest.mark.parametrize("text", CLEAN)
def test_a_postmortem_stays_when_an_incident_is_reopened_and_the_linter_is_content(
    run: Run, incident: Path, text: str
) -> None:
    if text == ACTIVE:
        return
    incident.write_text(text)
    with time_machine.travel("2027-01-04T11:00:30Z", tick=False):
        assert run("reopen", NAME).exit_code == 0
    after = incident.read_text()
    assert new_rules(text, after) == set()
    assert after.partition("### Postmortem")[2] == text.partition("### Postmortem")[2]


def test_an_incident_is_reopened_twice_and_each_time_is_seen(run: Run, incident: Path) -> None:
    incident.write_text(BASE)
    run("reopen", NAME, "--mitigating", "--reason", "The queue is not empty")
    text = incident.read_text()
    assert "mitigated: 2026-03-04T10:20:00Z\n" in text
    assert "status: mitigating\n" in text
    with time_machine.travel("2026-03-04T11:30:00Z", tick=False):
        assert run("resolve", "--yes", "--resolved", "11:20").stderr == f"Next: incident-docs notify {NAME} --send\n"
    with time_machine.travel("2026-03-04T12:30:00Z", tick=False):
        run("reopen", NAME)
    timeline = incident.read_text().partition("#### Timeline\n")[2].partition("\n\n")[0].splitlines()
    assert [line for line in timeline if "Status" in line] == [
        "| 10:58 | Status: Resolved |",
        "| 11:00 | Status: Mitigating, reopened: The queue is not empty (it had been resolved 2026-03-04 10:58 UTC) |",
        "| 11:20 | Status: Resolved; the fix is holding, regressions are watched for, the backlog is cleared and all systems are nominal |",
        "| 12:30 | Status: Active, reopened (it had been mitigated 2026-03-04 10:20 UTC, resolved 2026-03-04 11:20 UTC) |",
    ]


def test_a_resolved_incident_that_says_no_times_is_reopened(run: Run, incident: Path) -> None:
    text = BASE.replace("mitigated: 2026-03-04T10:20:00Z\n", "").replace("resolved: 2026-03-04T10:58:00Z\n", "")
    incident.write_text(text)
    run("reopen", NAME)
    assert "| 11:00 | Status: Active, reopened |\n" in incident.read_text()


def test_a_secret_in_an_output_is_not_recorded(run: Run, incident: Path) -> None:
    command = "seq 30; echo PASSWORD=horse-battery-42-x"
    result = run("resolve", "--yes", "--mitigated", "10:20", "--verify", command, "--run")
    assert result.exit_code == 1
    assert "the command has what looks like a password" in result.stderr
    assert incident.read_text() == ACTIVE
    script = incident.parent / "check.sh"
    script.write_text("seq 30; echo PASSWORD=horse-battery-42-x; printf '\\033[31mred\\n'")
    run("resolve", "--yes", "--mitigated", "10:20", "--verify", f"sh {script}", "--run")
    block = incident.read_text().partition("```\n")[2].partition("```")[0]
    assert block.splitlines()[1:3] == ["# exit status 0", "# ... 12 lines before"]
    assert block.splitlines()[-2:] == ["# PASSWORD=(secret removed)", "# red"]


def test_only_the_lines_of_the_command_change(run: Run, incident: Path) -> None:
    text = ACTIVE.replace("\n", "\r\n")
    incident.write_bytes(text.encode())
    assert run("mitigate", *MITIGATION, "--mitigated", "10:40").exit_code == 0
    after = incident.read_bytes().decode()
    added, removed = added_and_removed(text, after)
    assert all(line.endswith("\r\n") for line in [*added, *removed])
    assert after.replace("\r\n", "").count("\n") == 0


@pytest.fixture
def terminal_incident(project: Path) -> Path:
    """An incident that is an hour old, for commands that run in a process with the machine's clock."""
    started = (datetime.now(UTC) - timedelta(hours=1)).replace(second=0, microsecond=0)
    text = ACTIVE.replace("2026-03-04T09:50:00Z", started.isoformat()).replace("| 09:50 |", f"| {started:%H:%M} |")
    path = project / f"postmortems/{NAME}.md"
    path.write_text(text)
    return path


def test_at_a_terminal_a_mitigation_is_asked_for(terminal_incident: Path) -> None:
    folder = terminal_incident.parent.parent
    screen = at_a_terminal(folder, ["1", "Rolled back", "Errors stop", "n"], "mitigate")
    assert screen.splitlines()[:3] == [
        "  1  rollback: A recent change is the likely cause and the version before it was sound.",
        "  2  feature-flag: The fault sits behind a switch and the service does without that part.",
        "  3  scale-up: Demand exceeds capacity and more instances or larger ones can carry it.",
    ]
    assert screen.splitlines()[6:] == [
        "Strategy: 1",
        "rollback is mostly: git revert <commit> --no-edit",
        "What was done: Rolled back",
        "What it changed: Errors stop",
        "Can it be undone [Y/n]: n",
        f"postmortems/{NAME}.md: Mitigating",
        f"Next: incident-docs notify {NAME} --send",
    ]
    assert "| ! Rolled back: Errors stop (cannot be undone) |" in terminal_incident.read_text()


def test_at_a_terminal_a_resolution_is_walked_through(terminal_incident: Path) -> None:
    folder = terminal_incident.parent.parent
    screen = at_a_terminal(folder, ["y", "y", "y", "y", "", "5m", "true", "", "y"], "resolve", "--run")
    assert screen.splitlines()[:4] == [
        "Is it so that the fix is holding [y/N]: y",
        "Is it so that regressions are watched for [y/N]: y",
        "Is it so that the backlog is cleared [y/N]: y",
        "Is it so that all systems are nominal [y/N]: y",
    ]
    assert screen.splitlines()[6:10] == [
        "A command that shows it (Enter for no more): true",
        "A command that shows it (Enter for no more): ",
        "$ true",
        "Run it [y/N]: y",
    ]
    assert "true\n# exit status 0\n" in terminal_incident.read_text()


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        (["y", "n"], "Error: not so: regressions are watched for. Nothing was changed"),
        (["y", INTERRUPT], "Error: stopped; nothing was changed"),
        (["y", END], "Error: stopped; nothing was changed"),
        (["y", "y", "y", "y", INTERRUPT], "Error: stopped; nothing was changed"),
    ],
)
def test_whoever_stops_changes_nothing(terminal_incident: Path, answers: list[str], last: str) -> None:
    before = terminal_incident.read_bytes()
    screen = at_a_terminal(terminal_incident.parent.parent, answers, "resolve", status=1)
    assert screen.splitlines()[-1] == last
    assert terminal_incident.read_bytes() == before


def test_a_command_that_nobody_lets_run_is_only_recorded(terminal_incident: Path) -> None:
    folder = terminal_incident.parent.parent
    answers = ["y", "y", "y", "y", "", "", "n"]
    at_a_terminal(folder, answers, "resolve", "--verify", "rm -rf /nothing", "--run")
    assert "```\nrm -rf /nothing\n```" in terminal_incident.read_text()


def test_a_strategy_is_chosen_by_its_number_only(terminal_incident: Path) -> None:
    before = terminal_incident.read_bytes()
    screen = at_a_terminal(terminal_incident.parent.parent, ["9", INTERRUPT], "mitigate", status=1)
    assert screen.splitlines()[-1] == "Error: stopped; nothing was changed"
    assert terminal_incident.read_bytes() == before


def test_a_command_without_an_end_is_stopped() -> None:
    assert run_command("echo begun; sleep 60", 0.3) == (None, "begun")
    assert run_command("echo x; exit 4", 10) == (4, "x")


def test_whoever_interrupts_a_command_stops_all_that_it_started(project: Path, incident: Path, run: Run) -> None:
    sleeper = f"echo $$ > {project}/pid; sleep 50; true"
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 1)
    result = run("resolve", "--yes", "--mitigated", "10:20", "--verify", sleeper, "--run")
    signal.signal(signal.SIGALRM, before)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "Error: stopped; nothing was changed")
    assert incident.read_text() == ACTIVE
    with pytest.raises(ProcessLookupError):
        os.kill(int((project / "pid").read_text()), 0)


def test_an_organisation_has_commands_of_its_own(run: Run, incident: Path) -> None:
    (incident.parent.parent / "incident-docs.toml").write_text(
        "[strategies]\nhotfix = 'It is small.'\n[strategies.rollback]\ncommand = 'deployctl undo <release>'\n"
        "[strategies.drain]\nuse-when = 'A zone is at fault.'\n"
    )
    assert run("mitigate", *MITIGATION).stderr.startswith("rollback is mostly: deployctl undo <release>\n")
    result = run("mitigate", "--strategy", "drain", "--action", "Drained", "--result", "Errors stop")
    assert (result.exit_code, result.stderr) == (0, "")


def test_of_a_written_document_the_linter_wants_nothing(run: Run, incident: Path) -> None:
    text = BASE.replace("status: resolved", "status: mitigating").replace("resolved: 2026-03-04T10:58:00Z\n", "")
    text = text.replace("🟢 Resolved", "🟡 Mitigating").replace("2026-03-04 10:58 UTC (1h 08m)", "ongoing")
    incident.write_text(text)
    result = run("resolve", "--yes", "--resolved", "10:58")
    assert result.stderr == f"Next: incident-docs notify {NAME} --send\n"
    assert run("lint", "--strict").exit_code == 0
