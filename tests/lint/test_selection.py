"""Which rules run, and how much their findings weigh: the configuration and the options of `lint`."""

import subprocess
import sys
from pathlib import Path

import pytest

from incident_docs.document.finding import Level
from incident_docs.format.linting import LEVELS, Linting
from incident_docs.lint.selection import level_of
from incident_docs.rules import reference_bare_url
from tests.conftest import Run
from tests.examples import BASE

NAME = "postmortems/2026-03-04-checkout-errors.md"
# One finding each of timeline-order and action-owner (errors), and of frontmatter-unknown-key (a warning).
POOR = (
    BASE.replace("| 10:20 | Release", "| 09:52 | Release")
    .replace("| @bo |", "| the team |")
    .replace("services:", "sevices: [a]\nservices:")
)
ALL_THREE = ["warning[frontmatter-unknown-key]", "error[timeline-order]", "error[action-owner]"]


@pytest.fixture
def found(project: Path, run: Run) -> Run:
    """Lint a document with three findings; the level and rule of each that is reported."""
    (project / NAME).write_text(POOR, encoding="utf-8")

    def call(*arguments: str) -> list[str]:
        output = run("lint", *arguments, "--output-format", "concise").output
        return [line.split()[1] for line in output.splitlines() if line.startswith("postmortems/")]

    return call


def configure(project: Path, text: str) -> None:
    (project / "incident-docs.toml").write_text(text, encoding="utf-8")


def test_without_settings_all_rules_speak(found: Run) -> None:
    assert found() == ALL_THREE


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--select", "timeline-order"], ["error[timeline-order]"]),
        (["--select", "timeline-*, action-*"], ["error[timeline-order]", "error[action-owner]"]),
        (["--select", "timeline-order", "--select", "action-*"], ["error[timeline-order]", "error[action-owner]"]),
        (["--select", "timeline-*", "--extend-select", "action-*"], ["error[timeline-order]", "error[action-owner]"]),
        (["--ignore", "timeline-*,action-owner"], ["warning[frontmatter-unknown-key]"]),
        (["--select", "*", "--ignore", "timeline-*", "--ignore", "action-*"], ["warning[frontmatter-unknown-key]"]),
    ],
)
def test_the_command_line_selects(found: Run, arguments: list[str], rules: list[str]) -> None:
    assert found(*arguments) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("select = ['action-*']", ["error[action-owner]"]),
        ("select = ['action-*']\nextend-select = ['timeline-*']", ["error[timeline-order]", "error[action-owner]"]),
        ("ignore = ['*-order', '*-owner']", ["warning[frontmatter-unknown-key]"]),
        ("levels = { 'timeline-order' = 'warning', action-owner = 'off' }", [ALL_THREE[0], "warning[timeline-order]"]),
        ("per-file-ignores = { '*/2026-*' = ['timeline-*', 'frontmatter-*'] }", ["error[action-owner]"]),
        ("per-file-ignores = { 'postmortems/2025-*' = ['*'] }", ALL_THREE),
    ],
)
def test_the_configuration_selects(project: Path, found: Run, text: str, rules: list[str]) -> None:
    configure(project, f"[lint]\n{text}\n")
    assert found() == rules


def test_a_name_counts_more_than_a_pattern_and_a_long_pattern_more_than_a_short_one(project: Path, found: Run) -> None:
    configure(
        project, "[lint.levels]\n'*' = 'off'\n'action-*' = 'warning'\n'*-order' = 'off'\ntimeline-order = 'error'\n"
    )
    assert found() == ["error[timeline-order]", "warning[action-owner]"]


def test_select_in_the_command_line_takes_the_place_of_what_is_configured(project: Path, found: Run) -> None:
    configure(
        project,
        "[lint]\nselect = ['frontmatter-*']\nignore = ['action-owner']\n"
        "[lint.levels]\naction-owner = 'off'\ntimeline-order = 'warning'\n",
    )
    assert found("--select", "action-owner,timeline-*") == ["warning[timeline-order]", "error[action-owner]"]
    assert found("--extend-select", "timeline-*,action-*") == [ALL_THREE[0], "warning[timeline-order]"]


def test_a_rule_that_is_off_by_itself_warns_when_it_is_asked_for() -> None:
    assert level_of(reference_bare_url, Linting()) is Level.OFF
    assert level_of(reference_bare_url, Linting(extend_select=("reference-*",))) is Level.WARNING
    assert level_of(reference_bare_url, Linting(select=("reference-*",))) is Level.WARNING
    off = (("reference-bare-url", Level.OFF),)
    assert level_of(reference_bare_url, Linting(extend_select=("reference-*",), levels=off)) is Level.OFF


def test_a_file_that_cannot_be_read_is_reported_unless_that_is_ignored(project: Path, run: Run) -> None:
    broken = project / "postmortems/2026-01-01-x.md"
    broken.write_bytes(b"\xff")
    line = (
        "postmortems/2026-01-01-x.md:1:1: {}[file-unreadable] this is not UTF-8: the byte 0xff; save the file as UTF-8"
    )
    assert run("lint", "--select", "timeline-*").output.splitlines()[0] == line.format("error")
    assert run("lint", "--ignore", "file-*").output == "1 incident checked, nothing found\n"
    configure(project, "[lint.levels]\nfile-unreadable = 'warning'\n")
    assert run("lint").output.splitlines()[0] == line.format("warning")
    configure(project, "[lint.per-file-ignores]\n'*-x.md' = ['file-*']\n")
    assert run("lint").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "timelin-order"], "--select: there is no rule timelin-order; did you mean timeline-order?"),
        (["--extend-select", "timelines-*"], "--extend-select: there is no rule timelines-*; did you mean timeline-*?"),
        (["--ignore", "E501"], "--ignore: there is no rule E501; `incident-docs rule` lists them"),
    ],
)
def test_a_wrong_name_in_the_command_line_is_refused(found: Run, run: Run, arguments: list[str], message: str) -> None:
    del found
    result = run("lint", *arguments)
    assert (result.output, result.exit_code) == (f"Error: {message}\n", 2)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "[lint]\nignore = [\n  'action-due',\n  'action-oner',\n]",
            "4: there is no rule action-oner; did you mean action-owner?",
        ),
        ("[lint]\nextend-select = ['x']", "2: there is no rule x; `incident-docs rule` lists them"),
        ("[lint.levels]\n'timelines-*' = 'off'", "2: there is no rule timelines-*; did you mean timeline-*?"),
        ("[lint.per-file-ignores]\n'*' = ['x-*']", "2: there is no rule x-*; `incident-docs rule` lists them"),
        ("[lint.levels]\n'timeline-*' = 'of'", "2: timeline-* is 'of'; did you mean 'off'?"),
        ("[lint]\nbaseline = 3", "2: baseline is 3; write a text in quotes"),
        ("[lint]\nignores = []", "2: there is no setting 'ignores'; did you mean 'ignore'?"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_line(project: Path, found: Run, run: Run, text: str, answer: str) -> None:
    del found
    configure(project, text)
    for arguments in ([], ["--no-cache"]):
        result = run("lint", *arguments)
        assert (result.output, result.exit_code) == (f"Error: {project}/incident-docs.toml:{answer}\n", 2)


def test_in_pyproject_the_line_is_that_of_the_whole_file(project: Path, found: Run, run: Run) -> None:
    del found
    text = "[project]\nname = 'action-oner'\n\n[tool.incident-docs.lint]\nselect = [\n  'action-oner',\n]\n"
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    assert run("lint").output == (
        f"Error: {project}/pyproject.toml:6: there is no rule action-oner; did you mean action-owner?\n"
    )


def test_all_levels_can_be_configured() -> None:
    assert [level.value for level in Level] == list(LEVELS)


def test_a_path_that_leads_over_its_parent_is_the_same_file(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / NAME).write_text(BASE, encoding="utf-8")
    (project / "docs").mkdir()
    monkeypatch.chdir(project / "docs")
    assert run("lint", "../postmortems").output == "1 incident checked, nothing found\n"


def test_once_the_names_are_known_to_be_right_no_rule_is_read_for_them(project: Path, found: Run) -> None:
    configure(project, "[lint]\nignore = ['timeline-*']\n")
    assert found() == [ALL_THREE[0], ALL_THREE[2]]
    code = (
        "import sys; sys.argv = ['incident-docs', 'lint', '--exit-zero']\nfrom incident_docs.cli import main\n"
        "try: main()\nexcept SystemExit as end: print(end.code, 'incident_docs.rules.catalogue' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "0 False"
