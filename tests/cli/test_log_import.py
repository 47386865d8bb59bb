"""`incident-docs log --import`, through its entry point: which rows it writes, what it says, and what a second import does."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.terminal import INTERRUPT, at_a_terminal
from tests.conftest import Run
from tests.examples import ACTIVE

FILE = "postmortems/2026-03-04-checkout-errors.md"
CASES = Path("tests/cases/chats").resolve()
EXPORT = str(CASES / "slack-export")
TEXT = ACTIVE.replace("09:50", "14:00")
LAST = "| 14:00 | Release 4.12 reaches all regions |\n"
TOKEN = "ghp_" + "x8Kd02LmQpZ7vTs4WnYb6RcHj3FgUe1Aa5Oi"
NO_DAY = "some times have no day; they are read as of 2026-03-04 in UTC: --date and --tz say otherwise\n"
UNKNOWN = (
    "nothing with a time was found in {}; it reads exports of Slack, Teams, Discord, Mattermost, Zulip, WhatsApp,"
    " PagerDuty and incident.io, pasted chat text, CSV and JSON Lines"
)


@pytest.fixture
def incident(project: Path) -> Path:
    path = project / FILE
    path.write_bytes(TEXT.encode())
    return path


def bare(path: Path) -> str:
    """The file without the marks of its rows."""
    return re.sub(" <!-- from [0-9a-f]{10}-[0-9a-f]{6} -->", "", path.read_text())


def with_rows(*rows: str) -> str:
    return TEXT.replace(LAST, LAST + "".join(f"{row}\n" for row in rows))


def slack(*texts: str, edited: bool = False) -> str:
    return json.dumps(
        [
            {"ts": f"177263316{number}.000100", "user": "robin", "text": text, **({"edited": {}} if edited else {})}
            for number, text in enumerate(texts)
        ]
    )


def test_rows_are_added_in_one_change_and_the_result_lints_clean(incident: Path, run: Run) -> None:
    result = run("log", "--import", str(CASES / "teams-graph-channel-messages.json"), "--all")
    assert (result.exit_code, result.output) == (0, f"{FILE}: 3 rows added\n")
    assert bare(incident) == with_rows(
        "| 14:06 | Robin Example: **Checkout 5xx** / @Sam Sample I see 5xx on checkout &lt;eu-1> |",
        "| 14:12 | Sam Sample: rolling back `v42` / file [errors.png](https://files.example.com/errors.png) |",
        "| 15:10 | Robin Example: Resolved 🎉 / thanks all |",
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"
    assert "from" not in run("log", "x", "--at", "2026-03-04 15:11").output


def test_a_mark_of_a_few_characters_stands_behind_each_row(incident: Path, run: Run) -> None:
    run("log", "--import", "-", "--all", stdin="2026-03-04T14:05:00Z,Alert fired\n")
    assert incident.read_text() == with_rows("| 14:05 | Alert fired <!-- from cacb3a7c9a-4a2b79 --> |")


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_second_import_adds_nothing(name: str, incident: Path, run: Run) -> None:
    first = run("log", "--import", str(CASES / name), "--all")
    assert first.exit_code == 0
    count = re.search(r"(\d+ rows) added\n$", first.output)
    assert count
    after = incident.read_bytes()
    second = run("log", "--import", str(CASES / name), "--all")
    assert second.output.splitlines()[-1] == f"{FILE}: nothing to add; {count[1]} stood there already"
    assert incident.read_bytes() == after
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_a_second_import_writes_edited_messages_anew_but_not_over_what_somebody_wrote(
    incident: Path, run: Run, tmp_path: Path
) -> None:
    export = tmp_path / "day.json"
    export.write_text(slack("one", "two", "three"))
    run("log", "--import", str(export), "--all")
    incident.write_text(incident.read_text().replace("robin: two", "Somebody said two").replace("robin: one", "First"))
    export.write_text(slack("one", "2", "3", "four", edited=True))
    assert run("log", "--import", str(export), "--all").output == (
        f"{FILE}: 1 row added, 1 row updated; 1 row stood there already;"
        " 1 row edited by hand stayed, though the messages were edited too\n"
    )
    assert bare(incident) == with_rows(
        "| 14:06 | First |", "| 14:06 | Somebody said two |", "| 14:06 | robin: 3 |", "| 14:06 | robin: four |"
    )


def test_a_row_that_log_edits_is_still_known(incident: Path, run: Run, tmp_path: Path) -> None:
    export = tmp_path / "day.json"
    export.write_text(slack("one | 1"))
    run("log", "--import", str(export), "--all")
    assert run("log", "--edit", "14:06", "Robin saw | it").exit_code == 0
    assert "added" not in run("log", "--import", str(export), "--all").output
    assert bare(incident) == with_rows("| 14:06 | Robin saw \\| it |")


def test_a_row_that_stands_there_without_a_mark_is_not_added_again(incident: Path, run: Run) -> None:
    incident.write_text(with_rows("| 14:05 | Alert fired |"))
    result = run("log", "--import", "-", "--all", stdin="2026-03-04T14:05:30Z,Alert fired\n")
    assert result.output == f"{FILE}: nothing to add; 1 row stood there already\n"


def test_a_row_that_was_taken_over_without_an_id_is_updated_too(incident: Path, run: Run) -> None:
    run("log", "--import", "-", "--all", stdin="robin  14:06\nI see\n14:06\nmore\n")
    result = run("log", "--import", "-", "--all", stdin="robin  14:06\nI see 5xx (edited)\n14:06\nmore\n")
    assert result.output == f"{NO_DAY}{FILE}: 1 row updated; 1 row stood there already\n"
    assert bare(incident) == with_rows("| 14:06 | robin: I see 5xx |", "| 14:06 | robin: more |")


def test_secrets_and_personal_data_are_blanked_out_and_said(incident: Path, run: Run) -> None:
    text = slack(
        f"the token is {TOKEN}",
        "mail <mailto:jo@shop.com|jo@shop.com>",
        "see <https://files.slack.com/a.png?t=xoxe-1|a>",
    )
    assert run("log", "--import", "-", "--all", stdin=text).output == (
        f"what looks like a GitHub token and an e-mail address was blanked out in 2 rows\n{FILE}: 3 rows added\n"
    )
    assert bare(incident) == with_rows(
        "| 14:06 | robin: the token is (secret removed) |",
        "| 14:06 | robin: mail (e-mail address removed) |",
        "| 14:06 | robin: see [a](https://files.slack.com/a.png) |",
    )


def test_the_marks_of_hypotheses_and_actions_stay_in_front(incident: Path, run: Run) -> None:
    run("log", "--import", "-", "--all", stdin=slack("? the disk is full", "! restarted it", "?"))
    assert bare(incident) == with_rows(
        "| 14:06 | ? robin: the disk is full |", "| 14:06 | ! robin: restarted it |", "| 14:06 | robin: ? |"
    )


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (["--only-reaction", ":pushpin:"], ["14:07 Sam", "15:13 robin"]),
        (["--only-reaction", "👀", "--user", "@sam"], ["14:07 Sam"]),
        (["--user", "Alertmanager", "--user", "kim"], ["14:05 Alertmanager", "15:08 Kim"]),
        (["--from", "15:10", "--to", "2026-03-04 15:12"], ["15:10 incident.io", "15:12 robin"]),
        (["--from", "2026-03-05T00:00:00Z", "--to", "2026-03-05 07:01"], ["2026-03-05 07:00 robin"]),
        (["--to", "16:10", "--from", "16:08", "--tz", "Europe/Berlin"], ["15:08 Kim"]),
    ],
)
def test_only_what_is_asked_for_is_added(options: list[str], rows: list[str], incident: Path, run: Run) -> None:
    assert run("log", "--import", EXPORT, "--all", *options).exit_code == 0
    added = [line for line in bare(incident).splitlines() if line.startswith("| ") and "Time" not in line][1:]
    assert [re.sub(r"\| (.*?) \| (\S+?):? .*", r"\1 \2", line) for line in added] == rows


def test_times_without_zone_or_day_are_read_as_is_said(incident: Path, run: Run) -> None:
    result = run("log", "--import", "-", "--all", "--tz", "+01:00", "--date", "2026-03-05", stdin="09:00 Rolled back\n")
    assert result.output == f"{FILE}: 1 row added\n"
    assert bare(incident) == with_rows("| 2026-03-05 08:00 | Rolled back |")


def test_in_a_pipe_nothing_is_written_without_all(incident: Path, run: Run) -> None:
    result = run("log", "2026-03-04-checkout-errors", "--import", EXPORT)
    assert (result.exit_code, result.output) == (
        2,
        "Error: 13 rows would be written; call it at a terminal to pick some, or with --all\n",
    )
    assert incident.read_text() == TEXT


@pytest.mark.usefixtures("incident")
def test_lines_that_are_no_json_are_said(run: Run) -> None:
    result = run("log", "--import", str(CASES / "timeline.jsonl"), "--all")
    assert result.output == f"1 line is no JSON, and was left out\n{FILE}: 5 rows added\n"


@pytest.mark.usefixtures("incident")
def test_a_file_of_which_nothing_is_left_says_so(run: Run) -> None:
    result = run("log", "--import", EXPORT, "--all", "--user", "nobody")
    assert (result.exit_code, result.output) == (0, f"{FILE}: nothing to add; no message is left by the filters\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--tz", "Berlin"], "Invalid value for --tz: 'Berlin' is no time zone; write Europe/Berlin, UTC or +01:00"),
        (["--date", "4.3."], "Invalid value for --date: '4.3.' is no day; write 2026-03-04"),
        (["--from", "noon"], "Invalid value for --from: 'noon' is no time; write 14:00 or 2026-03-04 14:00"),
        (["--at", "14:00"], "--import takes rows over as they are; nothing goes with it but ID and its own options"),
    ],
)
def test_wrong_calls_change_nothing(arguments: list[str], message: str, incident: Path, run: Run) -> None:
    result = run("log", "--import", EXPORT, "--all", *arguments)
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"Error: {message}")
    assert incident.read_text() == TEXT


def test_the_options_need_a_file(incident: Path, run: Run) -> None:
    result = run("log", "It broke", "--all")
    assert (result.exit_code, result.output.splitlines()[-1]) == (
        2,
        "Error: --tz, --date, --from, --to, --only-reaction, --user, --channel and --all go with --import FILE",
    )
    assert incident.read_text() == TEXT


def test_what_is_no_conversation_is_one_clear_error(incident: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    result = run("log", "--import", "photo.png", "--all")
    assert (result.exit_code, result.output) == (
        2,
        f"Error: {UNKNOWN.format('photo.png')}\n",
    )
    assert run("log", "--import", "absent", "--all").output == (
        "Error: absent cannot be read: No such file or directory\n"
    )
    assert incident.read_text() == TEXT


def test_without_a_start_the_days_are_not_known(incident: Path, run: Run) -> None:
    incident.write_text(TEXT.replace("started: 2026-03-04T14:00:00Z", "started: soon"))
    result = run("log", FILE, "--import", EXPORT, "--all")
    assert (result.exit_code, result.output) == (
        2,
        "Error: the frontmatter has no time for started; write it, so that the rows find their days\n",
    )


def test_rows_that_cannot_be_written_are_printed(incident: Path, run: Run) -> None:
    incident.write_text(TEXT.replace("#### Timeline", "#### Diary"))
    result = run("log", FILE, "--import", "-", "--all", stdin="2026-03-04 14:05,a | b\n")
    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "| 2026-03-04 14:05 | a \\| b |")


def test_rows_are_picked_at_a_terminal(incident: Path) -> None:
    screen = at_a_terminal(
        incident.parent.parent, ["9-12", "1-2, 4"], "log", "--import", str(CASES / "lines-with-times.txt")
    )
    assert screen == (
        f"{NO_DAY}2026-03-04\n"
        "   1  14:02  Alert fired\n"
        "   2  14:06  Robin sees 5xx\n"
        "   3  14:10  robin: rolling back\n"
        "   4  14:10  rollback (until 14:20)\n"
        "   5  23:50  Still watching\n"
        "2026-03-05\n"
        "   6  00:10  All well\n"
        "Which ones, as in 1-4,7 [all]: 9-12\n"
        "write numbers from 1 to 6, as in 1-4,7; all; or none\n"
        "Which ones, as in 1-4,7 [all]: 1-2, 4\n"
        f"{FILE}: 3 rows added\n"
    )
    assert bare(incident) == with_rows(
        "| 14:02 | Alert fired |", "| 14:06 | Robin sees 5xx |", "| 14:10 | rollback (until 14:20) |"
    )


def test_enter_takes_all_and_none_or_an_interrupt_nothing(incident: Path, tmp_path: Path) -> None:
    export = tmp_path / "day.json"
    export.write_text(slack("x" * 90))
    shown = "2026-03-04\n   1  14:06  robin: " + "x" * 58 + "…\nWhich ones, as in 1-4,7 [all]: "
    call = ("log", "--import", str(export))
    assert at_a_terminal(tmp_path, [INTERRUPT], *call, status=1) == (
        f"{shown}^C\nError: stopped; nothing was changed\n"
    )
    assert at_a_terminal(tmp_path, ["none"], *call) == f"{shown}none\n{FILE}: nothing was changed\n"
    assert incident.read_text() == TEXT
    assert at_a_terminal(tmp_path, [""], *call) == f"{shown}\n{FILE}: 1 row added\n"
    export.write_text(slack("恢" * 50))
    assert f"   1  14:06  (edited) robin: {'恢' * 24}…\n" in at_a_terminal(tmp_path, ["none"], *call)
    export.write_text(slack("short"))
    assert "   1  14:06  (edited) robin: short\n" in at_a_terminal(tmp_path, [""], *call)
    assert bare(incident) == with_rows("| 14:06 | robin: short |")
