"""A file that several programs change loses nothing."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from incident_docs.document.parse import parse
from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.change_files import change_file, locked
from tests.examples import ACTIVE

ADD_ROWS = """
import sys
from datetime import timedelta
from pathlib import Path

from incident_docs.document.edit import apply_edits
from incident_docs.document.parse import parse
from incident_docs.document.times import Moment
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.workspace.change_files import change_file

path, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    def add(text):
        document = parse(text)
        at = document.times["started"].at + timedelta(minutes=number)
        return apply_edits(text, add_timeline_row(document, Moment(at), f"row {who}.{number}"))
    change_file(path, add, 60)
"""


def test_rows_that_several_processes_add_are_all_there_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(ACTIVE, encoding="utf-8")
    processes = [subprocess.Popen([sys.executable, "-c", ADD_ROWS, path, str(who), "8"]) for who in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    rows = parse(path.read_text(encoding="utf-8")).timeline
    assert sorted(row.event.value for row in rows[1:]) == [
        f"row {who}.{number}" for who in range(3) for number in range(8)
    ]
    times = [row.time.value for row in rows]
    assert times == sorted(times)
    assert list(tmp_path.iterdir()) == [path]


def test_what_an_editor_saves_meanwhile_is_changed_and_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    texts = []

    def change(text: str) -> str:
        texts.append(text)
        if text == "one":
            path.write_text("two")
        return f"{text}!"

    change_file(path, change)
    assert (texts, path.read_text()) == (["one", "two"], "two!")


def test_without_a_change_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    before = path.stat().st_mtime_ns
    change_file(path, lambda text: text)
    assert path.stat().st_mtime_ns == before


def test_a_file_that_is_being_changed_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    (tmp_path / "link.md").symlink_to(path)
    with locked(path):
        waiting = threading.Thread(target=change_file, args=(path, lambda text: f"{text}!"))
        waiting.start()
        with pytest.raises(IncidentDocsError) as refused:
            change_file(tmp_path / "link.md", str.upper, 0.05)
        assert path.read_text() == "one"
    waiting.join()
    assert str(refused.value) == f"another program has been changing {tmp_path}/link.md for 0.05 s; try again"
    assert path.read_text() == "one!"


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(IncidentDocsError) as refused:
        change_file(tmp_path / "a.md", str.upper)
    assert str(refused.value) == f"{tmp_path}/a.md cannot be read: there is no such file"


def test_without_a_place_for_caches_the_lock_stands_among_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    (tmp_path / "file").touch()
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path / "file/cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    with pytest.raises(IncidentDocsError) as refused:
        change_file(path, str.upper)
    assert str(refused.value) == f"{path} cannot be locked: File exists; it stays as it was"
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    change_file(path, str.upper)
    assert path.read_text() == "ONE"
