"""No row is lost or doubled when many write, when one is killed, when the disk is full or the file is read-only."""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from incident_docs.document.parse import parse
from tests.cli.test_log import FILE
from tests.conftest import Run
from tests.examples import ACTIVE

LOG = """
import sys

from incident_docs.cli import main

who, count = sys.argv[1], int(sys.argv[2])
for number in range(count):
    main(["log", f"row {who}.{number}", "--at", "2026-03-04 10:00"], standalone_mode=False)
"""


@pytest.fixture(autouse=True)
def incident(project: Path) -> Path:
    path = project / FILE
    path.write_bytes(ACTIVE.encode())
    return path


def started(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", LOG, *arguments], stdout=subprocess.PIPE)


def rows(path: Path) -> Sequence[str]:
    """The events behind the one that is there from the beginning."""
    return [entry.event.value for entry in parse(path.read_text()).timeline][1:]


def test_200_rows_from_8_processes_are_all_there_once(incident: Path, run: Run) -> None:
    processes = [started(str(who), "25") for who in range(8)]
    assert [len(process.communicate()[0].splitlines()) for process in processes] == [25] * 8
    assert [process.returncode for process in processes] == [0] * 8
    found = rows(incident)
    for who in range(8):
        own = [event for event in found if event.startswith(f"row {who}.")]
        assert own == [f"row {who}.{number}" for number in range(25)]
    assert len(found) == 200
    assert list(incident.parent.iterdir()) == [incident]
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_whoever_is_killed_leaves_a_whole_file_and_the_next_one_tidies_up(incident: Path, run: Run) -> None:
    chance = random.Random(4)
    for who in range(8):
        before = rows(incident)
        with started(str(who), "10000") as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() / 20)
            process.kill()
            said = 1 + len(process.stdout.read().splitlines())
        after = rows(incident)
        assert after == [*before, *(f"row {who}.{number}" for number in range(len(after) - len(before)))]
        # The last one may have been written and not said any more.
        assert said <= len(after) - len(before) <= said + 1
        assert run("lint", "--strict").exit_code == 0
    assert run("log", "The last", "--at", "2026-03-04 10:01").exit_code == 0
    assert list(incident.parent.iterdir()) == [incident]


@time_machine.travel(datetime(2026, 3, 4, 10, 30, tzinfo=UTC), tick=False)
def test_a_full_disk_leaves_the_old_file_and_prints_the_row(incident: Path, run: Run) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(ACTIVE) // 2, limits[1]))
    try:
        result = run("log", "Pods | pending")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert result.exit_code == 1
    assert result.output == (
        f"Error: {incident} cannot be written: File too large; it stays as it was\n"
        f"nothing was written to {FILE}; it was to have:\n\n| 10:30 | Pods \\| pending |\n"
    )
    assert incident.read_text() == ACTIVE
    assert list(incident.parent.iterdir()) == [incident]


@time_machine.travel(datetime(2026, 3, 4, 10, 30, tzinfo=UTC), tick=False)
def test_a_read_only_file_stays_and_the_row_is_printed(
    incident: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident.chmod(0o444)
    # The tests may run as root, whom no mode keeps out.
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path) != incident)
    result = run("log", "Pods pending")
    assert result.exit_code == 1
    assert result.output == (
        f"Error: {incident} cannot be written: Permission denied; it stays as it was\n"
        f"nothing was written to {FILE}; it was to have:\n\n| 10:30 | Pods pending |\n"
    )
    assert incident.read_text() == ACTIVE
