"""What was found on the day a team began is in the baseline, and only what comes after it is reported."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.finding import Finding
from incident_docs.lint.baseline import Entry, baseline_entry, baseline_text, parse_baseline, split_baselined
from tests.conftest import Run
from tests.examples import BASE

FILE = ".incident-docs-baseline.json"
NAME = "postmortems/2026-03-04-checkout-errors.md"
OTHER = "postmortems/2026-03-05-search-errors.md"
ROW = "| 10:20 | Release 4.12 is rolled back; errors stop |"
STEP_BACK = ROW.replace("10:20", "09:52")
POOR = BASE.replace(ROW, STEP_BACK)
"""One finding: timeline-order."""
CLEAN = "1 incident checked, nothing found\n"
WRITTEN = """\
{
  "findings": {
    "postmortems/2026-03-04-checkout-errors.md": {
      "timeline-order": {
        "8e1e454db36733b1": 1
      }
    }
  },
  "version": 1
}
"""


def write(project: Path, text: str, name: str = NAME) -> None:
    (project / name).write_text(text, encoding="utf-8")


def other(text: str) -> str:
    """The same incident on the next day."""
    return text.replace("2026-03-04", "2026-03-05")


@pytest.fixture
def baselined(project: Path, run: Run) -> Path:
    """A project with one finding, which is baselined."""
    write(project, POOR)
    result = run("lint", "--write-baseline")
    assert (result.output, result.exit_code) == (f"1 finding written to {FILE}\n", 0)
    return project


def test_what_is_baselined_is_not_reported_and_does_not_fail(baselined: Path, run: Run) -> None:
    assert (baselined / FILE).read_text(encoding="utf-8") == WRITTEN
    result = run("lint", "--strict")
    assert (result.output, result.exit_code) == (CLEAN, 0)
    assert run("lint", "--no-baseline").exit_code == 1
    # Nor is it fixed, before somebody asks for it.
    assert run("lint", "--fix").output == CLEAN
    assert (baselined / NAME).read_text(encoding="utf-8") == POOR


def test_lines_may_move_and_one_that_is_written_anew_is_judged_anew(baselined: Path, run: Run) -> None:
    write(baselined, POOR.replace("#### Timeline\n", "#### Timeline\n\n\n"))
    assert run("lint").output == CLEAN
    write(baselined, POOR.replace(STEP_BACK, STEP_BACK.replace("stop", "end")))
    result = run("lint")
    assert result.stdout.splitlines()[0] == f"{NAME}:27:3: error[timeline-order] 09:52 stands after 09:56"
    assert result.stderr == f"1 finding in {FILE} cannot be found any more; --write-baseline shrinks it\n"


def test_one_more_of_the_same_is_new(baselined: Path, run: Run) -> None:
    write(baselined, POOR.replace(STEP_BACK, f"{STEP_BACK}\n| 09:57 | The pager is answered |\n{STEP_BACK}"))
    result = run("lint", "--output-format", "concise")
    assert result.output.splitlines()[0] == f"{NAME}:29:3: error[timeline-order] 09:52 stands after 09:57"


def test_what_is_fixed_is_reported_and_taken_out(baselined: Path, run: Run) -> None:
    write(baselined, BASE)
    result = run("lint")
    assert (result.stdout, result.exit_code) == (CLEAN, 0)
    assert result.stderr == f"1 finding in {FILE} cannot be found any more; --write-baseline shrinks it\n"
    assert run("lint", "--ignore", "action-*").stderr == ""
    assert run("lint", "--write-baseline").output == f"0 findings written to {FILE}\n"
    assert json.loads((baselined / FILE).read_text()) == {"version": 1, "findings": {}}
    assert run("lint").stderr == ""


def test_files_that_are_not_looked_at_stay_baselined_until_they_are_deleted(baselined: Path, run: Run) -> None:
    write(baselined, other(POOR), OTHER)
    assert run("lint", OTHER, "--write-baseline").output == f"1 finding written to {FILE}\n"
    assert list(json.loads((baselined / FILE).read_text())["findings"]) == [NAME, OTHER]
    assert run("lint").output == "2 incidents checked, nothing found\n"
    (baselined / NAME).unlink()
    assert run("lint", OTHER).stderr == f"1 finding in {FILE} cannot be found any more; --write-baseline shrinks it\n"
    run("lint", OTHER, "--write-baseline")
    assert list(json.loads((baselined / FILE).read_text())["findings"]) == [OTHER]


def test_paths_are_those_of_the_project_wherever_the_command_is_called(
    baselined: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(baselined / "postmortems")
    assert run("lint").output == CLEAN
    assert run("lint", "--write-baseline").output == f"1 finding written to {baselined}/{FILE}\n"
    assert (baselined / FILE).read_text(encoding="utf-8") == WRITTEN


def test_a_file_that_cannot_be_read_can_be_baselined(project: Path, run: Run) -> None:
    (project / NAME).write_bytes(b"\xff")
    assert run("lint").exit_code == 1
    run("lint", "--write-baseline")
    assert run("lint").output == CLEAN


def test_the_file_has_another_name_if_wanted(project: Path, run: Run) -> None:
    write(project, POOR)
    (project / "incident-docs.toml").write_text("[lint]\nbaseline = 'old/known.json'\n")
    (project / "old").mkdir()
    result = run("lint")
    assert (result.output, result.exit_code) == (
        "Error: old/known.json: there is no such file; --write-baseline writes it\n",
        2,
    )
    assert run("lint", "--write-baseline").output == "1 finding written to old/known.json\n"
    assert run("lint").output == CLEAN
    assert run("lint", "--baseline", "my.json").output == (
        "Error: my.json: there is no such file; --write-baseline writes it\n"
    )
    assert run("lint", "--baseline", "my.json", "--write-baseline").output == "1 finding written to my.json\n"
    assert (project / "my.json").read_text(encoding="utf-8") == WRITTEN
    assert run("lint", "--baseline", "my.json").output == CLEAN
    assert run("lint", "--baseline", "none/my.json", "--write-baseline").output == (
        "Error: none/my.json cannot be written: No such file or directory\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", f"{FILE} is no baseline; delete it, and write it anew with --write-baseline"),
        ("[]", f"{FILE} is no baseline; delete it, and write it anew with --write-baseline"),
        ('{"version": 1}', f"{FILE} is no baseline; delete it, and write it anew with --write-baseline"),
        (
            '{"version": 1, "findings": {"a.md": []}}',
            f"{FILE} is no baseline; delete it, and write it anew with --write-baseline",
        ),
        (
            '{"version": 1, "findings": {"a.md": {"x": {"y": "z"}}}}',
            f"{FILE} is no baseline; delete it, and write it anew with --write-baseline",
        ),
        (
            '{"version": 2, "findings": []}',
            f"{FILE} is a baseline of version 2; delete it, and write it anew with --write-baseline",
        ),
    ],
)
def test_another_file_is_no_baseline(project: Path, run: Run, text: str, message: str) -> None:
    write(project, BASE)
    write(project, text, FILE)
    for arguments in ([], ["--write-baseline"]):
        result = run("lint", *arguments)
        assert (result.output, result.exit_code) == (f"Error: {message}\n", 2)
    assert (project / FILE).read_text() == text


@pytest.mark.parametrize("arguments", [["--no-baseline"], ["--select", "action-*"], ["--ignore", "action-*"]])
def test_a_baseline_holds_all_that_is_found(run: Run, arguments: list[str]) -> None:
    result = run("lint", "--write-baseline", *arguments)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: --write-baseline takes all that is found; it does not go with options that leave some of it out"
    )


def test_a_baseline_that_cannot_be_finished_leaves_the_old_one(
    baselined: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    write(baselined, BASE)
    monkeypatch.setattr("os.fsync", full)
    assert run("lint", "--write-baseline").output == (
        f"Error: {baselined}/{FILE} cannot be written: No space left on device\n"
    )
    assert (baselined / FILE).read_text(encoding="utf-8") == WRITTEN


LINES = st.lists(st.sampled_from(["a", "b", "  a", ""]), min_size=1, max_size=4)
FINDINGS = st.lists(st.builds(Finding, st.integers(1, 5), st.sampled_from(["x", "y"]), st.just("m")), max_size=6)


@given(LINES, FINDINGS, FINDINGS)
def test_what_is_baselined_is_left_out_as_often_as_it_is_baselined(
    lines: list[str], before: list[Finding], after: list[Finding]
) -> None:
    baseline = Counter(baseline_entry("a.md", finding, lines) for finding in before)
    assert parse_baseline(baseline_text(baseline), "b.json") == baseline
    new, baselined = split_baselined("a.md", after, lines, baseline)
    now = Counter(baseline_entry("a.md", finding, lines) for finding in after)
    assert Counter(baselined) == now & baseline
    assert Counter(baseline_entry("a.md", finding, lines) for finding in new) == now - baseline


def test_the_file_is_the_same_in_whatever_order_it_was_found() -> None:
    entries = [Entry("b.md", "x", "2"), Entry("b.md", "x", "1"), Entry("a.md", "y", "3"), Entry("b.md", "w", "1")]
    assert baseline_text(Counter(entries)) == baseline_text(Counter(reversed(entries)))
