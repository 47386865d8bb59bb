"""`incident-docs lint --fix` and `--diff`, through their entry point."""

import stat
from pathlib import Path

import pytest

from incident_docs.document.known_files import KnownFiles
from incident_docs.lint.fix import fix_file
from incident_docs.lint.lint_files import Job
from incident_docs.workspace.project import load_project
from tests.conftest import Run
from tests.examples import BASE

NAME = "postmortems/2026-03-04-checkout-errors.md"
SPOILT = BASE.replace("severity: P1", "severity: p1  # ours").replace("(1h 08m)", "(68 minutes)")
ALSO_VAGUE = SPOILT.replace("| @ana |", "| the team |")
GUESSED = BASE.replace("services:", "servces: [checkout]  # ours\nservices:").replace("servces", "tgas")


def write(project: Path, text: str) -> Path:
    path = project / NAME
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_fix_fixes_what_it_can_and_reports_the_rest(project: Path, run: Run) -> None:
    path = write(project, ALSO_VAGUE)
    result = run("lint", "--fix", "--output-format", "concise")
    assert result.stderr == "Fixed 2 of the findings\n"
    assert result.stdout == (
        f"{NAME}:69:61: error[action-owner] the team is nobody in particular; name one person or one team, as in @ana\n"
    )
    assert result.exit_code == 1
    assert path.read_text(encoding="utf-8") == BASE.replace("severity: P1", "severity: P1  # ours").replace(
        "| @ana |", "| the team |"
    )


def test_fix_keeps_the_line_ends_and_the_mode_and_follows_a_link(project: Path, run: Run) -> None:
    path = write(project, SPOILT.replace("\n", "\r\n"))
    path.chmod(0o640)
    (project / "link.md").symlink_to(path)
    assert run("lint", "--fix", "link.md", "--ignore", "file-name,duplicate-id").exit_code == 0
    assert path.read_bytes().decode() == BASE.replace("severity: P1", "severity: P1  # ours").replace("\n", "\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (project / "link.md").is_symlink()
    assert list((project / "postmortems").iterdir()) == [path]


def test_a_second_fix_changes_nothing(project: Path, run: Run) -> None:
    path = write(project, SPOILT)
    run("lint", "--fix")
    before = path.stat().st_mtime_ns
    result = run("lint", "--fix")
    assert (result.stderr, result.exit_code, path.stat().st_mtime_ns) == ("", 0, before)


def test_diff_shows_the_change_and_makes_none(project: Path, run: Run) -> None:
    path = write(project, SPOILT)
    result = run("lint", "--diff")
    assert result.stdout == (
        f"--- {NAME}\n"
        f"+++ {NAME}\n"
        "@@ -1,6 +1,6 @@\n"
        " ---\n"
        " title: Checkout returned errors for one customer in five\n"
        "-severity: p1  # ours\n"
        "+severity: P1  # ours\n"
        " status: resolved\n"
        " started: 2026-03-04T09:50:00Z\n"
        " detected: 2026-03-04T09:56:00Z\n"
        "@@ -15,7 +15,7 @@\n"
        " \n"
        " #### Severity: P1\n"
        " **Impact**: One customer in five could not pay for 68 minutes; 1,900 orders were lost.\n"
        "-**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (68 minutes)\n"
        "+**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)\n"
        " \n"
        " ---\n"
        " \n"
    )
    assert result.stderr == "--fix would fix 2 of the findings\n"
    assert result.exit_code == 1
    assert path.read_text(encoding="utf-8") == SPOILT


def test_diff_of_what_is_clean_is_empty(project: Path, run: Run) -> None:
    write(project, BASE)
    result = run("lint", "--diff")
    assert (result.output, result.exit_code) == ("", 0)


def test_guesses_are_written_only_when_asked_for(project: Path, run: Run) -> None:
    path = write(project, GUESSED)
    assert run("lint", "--fix").stderr == ""
    assert path.read_text(encoding="utf-8") == GUESSED
    assert run("lint", "--fix", "--unsafe-fixes").stderr == "Fixed 1 of the findings\n"
    assert path.read_text(encoding="utf-8") == GUESSED.replace("tgas:", "tags:")


def test_guesses_alone_are_a_wrong_call(run: Run) -> None:
    result = run("lint", "--unsafe-fixes")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == "Error: --unsafe-fixes goes with --fix or --diff"


def test_a_file_that_cannot_be_read_or_written_stays(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(project, SPOILT)

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("lint", "--fix", "postmortems", "none.md")
    assert result.exit_code == 2
    assert result.stderr == f"Error: {NAME} cannot be written: No space left on device; it stays as it was\n"
    assert path.read_text(encoding="utf-8") == SPOILT
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_gone_meanwhile_is_left_alone(project: Path) -> None:
    path = project / NAME
    job = Job(load_project(project), KnownFiles(), project)
    assert fix_file(path, job, unsafe=False) is None
