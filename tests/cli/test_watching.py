"""`lint --watch` and `lint --stdin-filename`: what editors and people beside them use."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.examples import BASE

NAME = "postmortems/2026-03-04-checkout-errors.md"
OTHER = "postmortems/2026-03-04-search-down.md"
FAULTY = BASE.replace("@ana", "the team")
FOUND = f"{NAME}:69:61: error[action-owner] the team is nobody in particular; name one person or one team, as in @ana\n"
WAITING = "Waiting for changes; Ctrl-C ends.\n"
CLEAN = "1 incident checked, nothing found\n"
SUMMARY = "1 error in 1 of 1 incident\n"


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What happens, one thing after the other, while the command waits; then somebody presses Ctrl-C."""

    def set_up(*events: Callable[[], object]) -> None:
        left: Iterator[Callable[[], object]] = iter(events)

        def sleep(_seconds: float) -> None:
            event = next(left, None)
            if event is None:
                raise KeyboardInterrupt
            event()

        monkeypatch.setattr(time, "sleep", sleep)

    return set_up


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    status = path.stat()
    # Two changes may follow each other faster than the clock of the disk ticks.
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + len(text)))


def test_what_changes_is_checked_again(project: Path, run: Run, meanwhile: Callable[..., None]) -> None:
    file, other = project / NAME, project / OTHER
    write(file, BASE)
    meanwhile(
        lambda: None,
        lambda: write(file, FAULTY),
        lambda: write(other, BASE),
        other.unlink,
        file.unlink,
    )
    result = run("lint", "--watch", "--output-format", "concise")
    assert result.output == WAITING + (FOUND + WAITING) * 3 + WAITING
    assert result.exit_code == 0


def test_the_last_exit_status_is_that_of_the_command(project: Path, run: Run, meanwhile: Callable[..., None]) -> None:
    write(project / NAME, BASE)
    meanwhile(lambda: write(project / NAME, FAULTY))
    assert run("lint", "--watch").exit_code == 1


def test_only_what_was_named_is_watched(project: Path, run: Run, meanwhile: Callable[..., None]) -> None:
    write(project / NAME, BASE)
    meanwhile(lambda: write(project / OTHER, FAULTY), lambda: write(project / NAME, FAULTY))
    result = run("lint", "--watch", NAME, "--output-format", "concise")
    assert result.output == WAITING + FOUND + WAITING


def test_a_mistake_in_the_configuration_is_told_and_ends_nothing(
    project: Path, run: Run, meanwhile: Callable[..., None]
) -> None:
    write(project / NAME, BASE)
    configuration = project / "incident-docs.toml"
    meanwhile(lambda: write(configuration, "foldr = 'x'\n"), configuration.unlink)
    result = run("lint", "--watch")
    assert result.output == (
        f"{CLEAN}{WAITING}"
        f"Error: {configuration}:1: there is no setting 'foldr'; did you mean 'folder'?\n{WAITING}"
        f"{CLEAN}{WAITING}"
    )
    assert result.exit_code == 0


def test_a_folder_that_is_not_there_yet_is_waited_for(project: Path, run: Run, meanwhile: Callable[..., None]) -> None:
    (project / "postmortems").rmdir()
    meanwhile((project / "postmortems").mkdir, lambda: write(project / NAME, BASE))
    result = run("lint", "--watch")
    assert result.output.splitlines()[-4:] == [
        "Error: there is no folder postmortems; name the paths, or set `folder` in the configuration",
        WAITING.strip(),
        CLEAN.strip(),
        WAITING.strip(),
    ]


def test_a_real_interruption_ends_it_cleanly(project: Path) -> None:
    write(project / NAME, BASE)
    code = "from incident_docs.cli import main; main()"
    command = [sys.executable, "-c", code, "lint", "--watch"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        try:
            assert process.stderr.readline() == WAITING
            write(project / NAME, FAULTY)
            assert process.stderr.readline() == WAITING
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 1
            assert process.stderr.read() == ""
            assert process.stdout.read().endswith(SUMMARY)
        finally:
            process.kill()


def test_a_text_is_checked_under_the_name_of_its_file(project: Path, run: Run) -> None:
    result = run("lint", "--stdin-filename", NAME, "--output-format", "concise", stdin=FAULTY)
    assert (result.output, result.exit_code) == (FOUND, 1)
    assert not (project / NAME).exists()
    write(project / NAME, FAULTY)
    assert run("lint", "--stdin-filename", NAME, stdin=BASE).output == CLEAN
    assert (project / NAME).read_text(encoding="utf-8") == FAULTY
    assert run("lint").exit_code == 1


def test_a_text_is_checked_among_the_other_incidents(project: Path, run: Run) -> None:
    write(project / OTHER, BASE)
    text = BASE.replace("services:", "related: [2026-03-04-serch-down]\nservices:")
    result = run("lint", "--stdin-filename", NAME, "--output-format", "concise", stdin=text)
    assert result.output.startswith(f"{NAME}:9:11: error[reference-unknown-incident] ")
    right = text.replace("serch", "search")
    assert run("lint", "--stdin-filename", NAME, stdin=right).output == CLEAN
    (project / "postmortems" / "2025").mkdir()
    twin = "postmortems/2025/2026-03-04-search-down.md"
    result = run("lint", "--stdin-filename", twin, "--output-format", "concise", stdin=BASE)
    assert result.output.startswith(f"{twin}:1:1: error[duplicate-id] 2 files have this id: ")


def test_a_text_that_is_none_is_a_finding(run: Run) -> None:
    result = run("lint", "--stdin-filename", NAME, "--output-format", "concise", stdin="a\0b")
    assert (result.output, result.exit_code) == (
        f"{NAME}:1:2: error[file-unreadable] this is no text: it holds a NUL byte\n",
        1,
    )


def test_no_folder_is_needed_for_a_text(project: Path, run: Run) -> None:
    (project / "postmortems").rmdir()
    assert run("lint", "--stdin-filename", "2026-03-04-checkout-errors.md", stdin=BASE).output == CLEAN


@pytest.mark.parametrize("other", ["x.md", "--watch", "--fix", "--diff", "--write-baseline"])
def test_a_text_goes_with_nothing_that_is_about_files(run: Run, other: str) -> None:
    result = run("lint", "--stdin-filename", NAME, other, stdin=BASE)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: --stdin-filename is about one text: it goes without PATHS, --watch, --fix, --diff and --write-baseline"
    )
