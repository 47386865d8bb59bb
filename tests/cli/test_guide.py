"""`incident-docs guide`, through its entry point."""

from pathlib import Path

import pytest

from incident_docs.cli.guide import command
from incident_docs.format.definition import DEFAULT
from incident_docs.format.phases import PHASES
from incident_docs.format.sections import Half
from tests.cli.terminal import at_a_terminal
from tests.conftest import Run

DETECT = """\
Detect
Find out that users are affected, and how badly. Open the incident even if you
are not sure.

  incident-docs new "What is wrong"  opens the incident, and asks for the rest
  incident-docs notify               prints what stakeholders are told; --send
                                     sends it
  incident-docs log "What happened"  adds a row to the timeline; ? begins a
                                     hypothesis, ! an action

By the time it is Active the document needs:
  - title: One line that says what users lost, without markup.
  - severity: How bad it is for users.
  - status: How far the response has come.
  - started: When the impact began.
  - detected (where it is known): When the team first knew.
  - services: The services that were affected.
  - Impact: What users cannot do, and how many of them.
  - Timeline: What was seen and done, and when, from the first sign to the end;
    what led nowhere too.
  - Root Cause: only the heading; the rest can wait until Resolved
  - Mitigation Applied: only the heading; the rest can wait until Mitigating
  - Current Status: A line each for whoever joins now: what works, who is
    affected, what to watch.
"""
RESOLVE = """\
Resolve
Bring service back to normal, and show that it is.

  incident-docs resolve  asks for the checks and the times, and lays out the
                         postmortem
  incident-docs reopen   takes that back

Before it is called resolved: the fix is holding, regressions are watched for,
the backlog is cleared, all systems are nominal.

By the time it is Resolved the document needs:
  - resolved: When service was normal again.
  - Root Cause: What broke. While the incident runs, the suspicion that is being
    followed.
  - Verification: The commands that showed the end, so that anybody can run them
    again.
"""
CONFIGURATION = """\
severities = {SEV1 = {impact = "All is down", response = "Everybody"}, SEV2 = {impact = "It is slow."}}
strategies = {restart = "It is stuck."}

[statuses]
open = {label = "Open", stage = "active"}
watching = {label = "Watching", stage = "mitigating", notification = "Monitoring"}
closed = {label = "Closed", stage = "resolved"}

[sections]
what-happened = {required = "never"}
"""


@pytest.mark.parametrize(("part", "text"), [("detect", DETECT), ("Resolve", RESOLVE)])
def test_it_prints_a_phase(run: Run, part: str, text: str) -> None:
    result = run("guide", part)
    assert (result.exit_code, result.stdout, result.stderr) == (0, text, "")


def test_it_prints_all_parts_in_80_columns(run: Run) -> None:
    whole = run("guide").stdout
    headings = ["Detect", "Severity", "Mitigate", "Strategies", "Resolve", "Learn", "Status and messages", "Times"]
    assert [line for line in whole.splitlines() if line in headings] == headings
    assert max(map(len, whole.splitlines())) <= 80
    assert whole.startswith(DETECT)
    assert f"\n\n{RESOLVE}\nLearn\n" in whole
    assert "  rollback      A recent change is the likely cause" in whole
    assert "                git revert <commit> --no-edit\n" in whole
    assert "P1 and P2 must end in an action item, or in the reason why there is none.\n" in whole
    assert "\n  Impact: <user/business impact>\n  Status: Investigating\n" in whole
    assert "  active      🔴 Active; stakeholders read: Investigating\n" in whole
    assert "  ~14:05            About then.\n" in whole


def test_its_words_are_those_of_the_organisation(run: Run, project: Path) -> None:
    (project / "incident-docs.toml").write_text(CONFIGURATION, encoding="utf-8")
    assert run("guide", "severity").stdout == (
        "Severity\nTake the first that is true, and another one when you know more.\n\n"
        "  SEV1  All is down. Everybody.\n"
        "  SEV2  It is slow.\n"
    )
    assert "Watching; stakeholders read: Monitoring\n" in run("guide", "status").stdout
    assert "  restart       It is stuck.\n" in run("guide", "strategies").stdout
    assert "By the time it is Watching the document needs:\n" in run("guide", "mitigate").stdout


def test_a_phase_in_which_nothing_begins_to_be_needed_ends_with_its_commands(run: Run, project: Path) -> None:
    sections = [section.id for section in DEFAULT.sections if section.half is Half.POSTMORTEM]
    never = "".join(f'{id} = {{required = "never"}}\n' for id in sections)
    (project / "incident-docs.toml").write_text(f"[sections]\n{never}", encoding="utf-8")
    assert run("guide", "learn").stdout.endswith("changes and lists action items\n")


def test_a_terminal_that_is_asked_for_no_such_part_names_them(project: Path) -> None:
    assert "'mitigate'" in at_a_terminal(project, [], "guide", "mitigat", status=2)


def test_every_phase_has_its_part() -> None:
    choices = command.params[0].to_info_dict()["type"]["choices"]
    assert [*choices][: len(PHASES)] == [phase.name.lower() for phase in PHASES]
