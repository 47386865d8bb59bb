"""`incident-docs new`, through its entry point: what it writes, prints, asks and refuses."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from incident_docs.document.incident_ids import slug
from incident_docs.document.parse import parse
from incident_docs.document.times import read_past_time
from tests.cli import terminal
from tests.cli.terminal import END
from tests.conftest import Run

FACTS = (
    "--started",
    "2026-03-04T14:02:00Z",
    "-s",
    "p1",
    "--service",
    "checkout",
    "--service",
    "ledger",
    "--impact",
    "No  one\ncan pay.",
)
DOCUMENT = """---
title: Checkout returns errors
severity: P1
status: active
started: 2026-03-04T14:02:00Z
services: [checkout, ledger]
---

### Incident Response: Checkout returns errors

#### Status: 🔴 Active

#### Severity: P1
**Impact**: No one can pay.
**Duration**: 2026-03-04 14:02 UTC - ongoing

---

#### Timeline
| Time | Event |
|------|-------|
| 14:02 | <event> |

#### Root Cause
<explanation>

#### Mitigation Applied
| Action | Result |
|--------|--------|
| <action> | <result> |

#### Current Status
- Services: <services>
- Affected users: <affected users>
- Monitoring: <monitoring>

#### Verification
```
<commands to verify resolution>
```

---

### Postmortem (after resolution)

#### What happened
<the story, for somebody who was not there>

#### Root cause
<why it was possible; several things may have come together>

#### What went well
- <what helped>

#### What could improve
- <what would have helped>

#### Action items
| Action | Owner | Due |
|--------|-------|-----|
| <action> | <owner> | <due> |
"""


def test_the_document_is_written_and_the_path_and_notification_are_printed(project: Path, run: Run) -> None:
    result = run("new", "Checkout returns errors", *FACTS)
    assert result.exit_code == 0
    assert result.output == (
        "postmortems/2026-03-04-checkout-returns-errors.md\n"
        "\n"
        "Incident: Checkout returns errors\n"
        "Severity: P1\n"
        "Impact: No one can pay.\n"
        "Status: Investigating\n"
    )
    assert (project / "postmortems/2026-03-04-checkout-returns-errors.md").read_text(encoding="utf-8") == DOCUMENT
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_a_dry_run_prints_the_document_and_writes_nothing(project: Path, run: Run) -> None:
    assert run("new", "Checkout returns errors", *FACTS, "--dry-run").output == DOCUMENT
    assert list((project / "postmortems").iterdir()) == []


def test_in_a_pipe_the_defaults_are_taken(project: Path, run: Run) -> None:
    before = datetime.now(UTC).replace(second=0, microsecond=0)
    result = run("new", "Search is slow")
    [path] = (project / "postmortems").iterdir()
    document = parse(path.read_text(encoding="utf-8"), str(path))
    assert result.output.splitlines()[2:] == [
        "Incident: Search is slow",
        "Severity: P2",
        "Impact: not yet known",
        "Status: Investigating",
    ]
    assert before <= document.times["started"].at <= datetime.now(UTC)
    assert run("lint", "--strict").exit_code == 0


def test_nothing_is_ever_overwritten(project: Path, run: Run) -> None:
    run("new", "Checkout returns errors", *FACTS)
    first = project / "postmortems/2026-03-04-checkout-returns-errors.md"
    first.write_text("mine\n")
    result = run("new", "Checkout returns errors", *FACTS)
    assert result.stdout.splitlines()[0] == "postmortems/2026-03-04-checkout-returns-errors-2.md"
    assert result.stderr == "2026-03-04-checkout-returns-errors.md is there already and stays as it is.\n"
    assert first.read_text() == "mine\n"


def test_what_cannot_be_written_is_not_lost(project: Path, run: Run) -> None:
    (project / "postmortems").rmdir()
    (project / "postmortems").write_text("a file where the folder should be")
    result = run("new", "Checkout returns errors", *FACTS)
    assert result.exit_code == 1
    assert result.output == (
        f"Error: {project}/postmortems/2026-03-04-checkout-returns-errors.md cannot be written: Not a directory; "
        f"the document is:\n\n{DOCUMENT}\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Checkout: 'errors' [now] #1",
        '"quoted"',
        "- a dash",
        "yes",
        "2026",
        "{a: b}",
        "x <br> `y`",
        "Überlast in Köln",
        "日本",
        "a, b",
        "null",
        "~",
        "&a",
        "it's",
    ],
)
def test_any_title_and_service_comes_back_as_it_was_given(project: Path, run: Run, title: str) -> None:
    run("new", "--service", title, "--timezone", "Europe/Berlin", "--", title)
    [path] = (project / "postmortems").iterdir()
    document = parse(path.read_text(encoding="utf-8"), str(path))
    assert (document.title, document.texts("services")) == (title, (title,))
    assert document.text("timezone") == "Europe/Berlin"
    assert run("lint").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], 'say what is wrong, as in: incident-docs new "Checkout returns errors"'),
        (["x", "-s", "sev1"], "Invalid value for --severity: 'sev1' is none of P1 (Service down), P2 (Major degradation), P3 (Minor impact), P4 (No user impact)"),
        (["x", "--started", "soon"], "Invalid value for --started: 'soon' is no time; write 14:07, 5m (that long ago), yesterday 23:50 or 2026-03-04 14:07"),
        (["x", "--started", "2999-01-01T00:00:00Z"], "Invalid value for --started: 2999-01-01T00:00:00Z has not come yet"),
        (["x", "--timezone", "Mars"], "Invalid value for --timezone: there is no time zone 'Mars'; write it as in Europe/Berlin"),
    ],
)  # fmt: skip
def test_what_it_cannot_use_is_refused_with_the_mend(
    project: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == f"Error: {message}"
    assert list((project / "postmortems").iterdir()) == []


def test_an_organisations_levels_and_sections_are_used(project: Path, run: Run) -> None:
    (project / "incident-docs.toml").write_text(
        "folder = 'docs/incidents'\n[severities.SEV0]\nimpact = 'Down'\n[sections.timeline]\nheading = 'Zeitverlauf'\ncolumns = {time = 'Zeit'}\n"
    )
    assert run("new", "x", "--started", "2026-03-04T14:02Z").output.splitlines()[0] == "docs/incidents/2026-03-04-x.md"
    text = (project / "docs/incidents/2026-03-04-x.md").read_text(encoding="utf-8")
    assert "#### Zeitverlauf\n| Zeit | Event |\n|------|-------|\n| 14:02 | <event> |\n" in text
    assert "severity: SEV0\n" in text
    assert run("lint").output == "1 incident checked, nothing found\n"


TOKEN = "ghp_" + "x8Kd02LmQpZ7vTs4WnYb6RcHj3FgUe1Aa5Oi"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((f"Token {TOKEN} has leaked",), "the description"),
        (("x", "--changed", TOKEN), "what changed"),
        (("x", "--users", TOKEN), "what is said of users"),
        (("x", "--impact", TOKEN), "the impact"),
    ],
)
def test_a_secret_is_not_written(project: Path, run: Run, arguments: tuple[str, ...], what: str) -> None:
    result = run("new", *arguments)
    assert (result.exit_code, result.output) == (
        1,
        (
            f"Error: {what} has what looks like a GitHub token; git never forgets it, so nothing was written. "
            "Take it out, and call again\n"
        ),
    )
    assert list((project / "postmortems").iterdir()) == []


def test_at_a_terminal_a_secret_can_be_blanked_out(project: Path) -> None:
    answers = ["", f"token {TOKEN}", "y", "", "p1", ""]
    screen = at_a_terminal(project, answers, "Payments fail")
    assert "what changed has what looks like a GitHub token.\nWrite it without that [Y/n]: y\n" in screen
    [path] = (project / "postmortems").iterdir()
    assert "? token (secret removed) |\n" in path.read_text(encoding="utf-8")


"""What Ctrl-D sends."""
LEVELS = [
    "  P1  Service down. All hands, at once.",
    "  P2  Major degradation. On-call and backup, at once.",
    "  P3  Minor impact. On-call, in working hours.",
    "  P4  No user impact. Normal priority.",
]
STARTED = ("--started", "2026-03-04T14:02:00Z")


def test_at_a_terminal_it_asks_the_four_questions_of_a_first_response(project: Path) -> None:
    screen = at_a_terminal(
        project, ["Payments fail", "soon", "20m ago", "41.2.0 was rolled out", "everybody in eu-1", "p1", "pay, ledger"]
    )
    assert screen.splitlines() == [
        "What is wrong: Payments fail",
        "When did it start (14:02, 20m ago; Enter: now): soon",
        "Error: 'soon' is no time; write 14:07, 5m (that long ago), yesterday 23:50 or 2026-03-04 14:07",
        "When did it start (14:02, 20m ago; Enter: now): 20m ago",
        "What changed recently: 41.2.0 was rolled out",
        "Who is affected: everybody in eu-1",
        *LEVELS,
        "Severity (Enter: unsure): p1",
        "Services, separated by commas: pay, ledger",
        screen.splitlines()[-6],
        "",
        "Incident: Payments fail",
        "Severity: P1",
        "Impact: everybody in eu-1",
        "Status: Investigating",
    ]
    [path] = (project / "postmortems").iterdir()
    document = parse(path.read_text(encoding="utf-8"), str(path))
    assert document.texts("services") == ("pay", "ledger")
    assert timedelta(minutes=20) <= datetime.now(UTC) - document.times["started"].at < timedelta(minutes=22)
    assert [entry.event.value for entry in document.timeline] == ["Payments fail", "? 41.2.0 was rolled out"]
    assert "- Affected users: everybody in eu-1\n" in path.read_text(encoding="utf-8")


def test_enter_leaves_an_answer_for_later_and_whoever_is_unsure_is_asked_about_users(project: Path, run: Run) -> None:
    answers = ["Payments fail", "", "", "", "", "2", "most", "x", "3", "", "?", ""]
    screen = at_a_terminal(project, answers)
    assert screen.splitlines() == [
        "What is wrong: Payments fail",
        "When did it start (14:02, 20m ago; Enter: now): ",
        "What changed recently: ",
        "Who is affected: ",
        *LEVELS,
        "Severity (Enter: unsure): ",
        "About users, and Enter for what nobody knows:",
        "Can users do what they come for? 1 no  2 only partly or slowly  3 yes: 2",
        "How many users notice it? 1 most or all  2 some  3 none: most",
        "Is data lost, wrong or exposed? 1 yes  2 no: x",
        "Error: 'x' is none of 1 yes  2 no",
        "Is data lost, wrong or exposed? 1 yes  2 no: 3",
        "Error: '3' is none of 1 yes  2 no",
        "Is data lost, wrong or exposed? 1 yes  2 no: ",
        "Is there a way round for them? 1 no  2 yes: ?",
        "P2: Major degradation, as the worst of these answers.",
        "Services, separated by commas: ",
        screen.splitlines()[-6],
        "",
        "Incident: Payments fail",
        "Severity: P2",
        "Impact: not yet known",
        "Status: Investigating",
    ]
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_whoever_stops_at_a_question_has_changed_nothing(project: Path) -> None:
    screen = at_a_terminal(project, ["Payments fail", END], status=1)
    assert screen.splitlines() == [
        "What is wrong: Payments fail",
        "When did it start (14:02, 20m ago; Enter: now): ",
        "Error: stopped; nothing was changed",
    ]
    assert list((project / "postmortems").iterdir()) == []


def test_what_nobody_knows_raises_no_severity(project: Path) -> None:
    screen = at_a_terminal(project, ["", "", "sev9", "?", "", "", "", "", ""], "Payments fail", *STARTED)
    assert "Error: 'sev9' is none of P1, P2, P3, P4\n" in screen
    assert "P2: Major degradation, as nothing is known yet.\n" in screen


def test_an_organisation_asks_its_own_questions(project: Path) -> None:
    (project / "incident-docs.toml").write_text(
        "[severities.S1]\nimpact = 'Down'\n[severities.S2]\nimpact = 'Slow'\n"
        "[severity-questions.data]\nquestion = 'Is patient data concerned'\nanswers = {'yes' = 'S1', 'no' = 'S2'}\n"
        "[severity-questions.ward]\nquestion = 'Is a ward without service'\nanswers = {'yes' = 'S1'}\n"
    )
    screen = at_a_terminal(project, ["", "", "", "3", "", "no", "yes", "yes", ""], "Charts are slow", *STARTED)
    assert "Is patient data concerned? 1 yes  2 no: no\n" in screen
    assert "Is a ward without service? 1 yes: yes\nS1: Down, as the worst of these answers.\n" in screen


def test_at_a_terminal_an_alert_leaves_fewer_questions(project: Path) -> None:
    cases = Path(__file__).parent.parent / "cases/alerts"
    screen = at_a_terminal(project, ["", ""], "--from-alert", str(cases / "opsgenie-webhook-create.json"))
    assert screen.splitlines() == [
        "What changed recently: ",
        "Who is affected: ",
        "postmortems/2026-03-04-checkout-5xx-ratio-above-5.md",
        "",
        "Incident: [checkout] 5xx ratio above 5 %",
        "Severity: P1",
        "Impact: not yet known",
        "Status: Investigating",
    ]


def test_at_a_terminal_an_alert_can_be_added_to_the_open_incident_that_has_it(project: Path) -> None:
    cases = Path(__file__).parent.parent / "cases/alerts"
    alert = ("--from-alert", str(cases / "opsgenie-webhook-create.json"))
    at_a_terminal(project, ["", ""], "Checkout fails", *alert)
    screen = at_a_terminal(project, ["y"], *alert)
    assert screen.splitlines() == [
        "2026-03-04-checkout-fails is open and has this alert. Add it to the timeline there [Y/n]: y",
        "postmortems/2026-03-04-checkout-fails.md: Alert from Opsgenie: [checkout] 5xx ratio above 5 %",
    ]
    text = (project / "postmortems/2026-03-04-checkout-fails.md").read_text(encoding="utf-8")
    assert text.count("| 14:02 | Alert from Opsgenie: [checkout] 5xx ratio above 5 % |\n") == 2
    screen = at_a_terminal(project, ["n", "n"], *alert, status=1)
    assert screen.splitlines()[1:] == ["Open another incident [y/N]: n", "Error: nothing was written"]
    at_a_terminal(project, ["n", "y", "", ""], "Checkout fails again", *alert)
    assert len(list((project / "postmortems").iterdir())) == 2


def at_a_terminal(folder: Path, answers: list[str], *arguments: str, status: int = 0) -> str:
    return terminal.at_a_terminal(folder, answers, "new", *arguments, status=status)


NOW = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:05", "2026-03-04T10:05:00Z"),
        ("~10:05", "~2026-03-04T10:05:00Z"),
        ("23:50", "2026-03-03T23:50:00Z"),
        ("2026-03-01 08:00", "2026-03-01T08:00:00Z"),
        ("20m", "2026-03-04T10:10:00Z"),
        ("1h 05m", "2026-03-04T09:25:00Z"),
        ("9999999d", "1926-03-29T10:30:00Z"),
        ("2026-03-04T09:00:00+01:00", "2026-03-04T09:00:00+01:00"),
        ("2026-03-04", "None"),
        ("10:00-10:05", "None"),
        ("soon", "None"),
    ],
)
def test_a_past_time_may_be_written_as_people_say_it(text: str, expected: str) -> None:
    assert str(read_past_time(text, NOW, UTC)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Checkout returns errors", "checkout-returns-errors"),
        ("Don't  panic: É & ß!", "dont-panic-e"),
        ("日本", "incident"),
        ("word " * 30, "-".join(["word"] * 12)),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_slug_has_only_what_every_file_system_and_address_takes(title: str, expected: str) -> None:
    assert slug(title) == expected
