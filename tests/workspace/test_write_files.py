"""Files are written whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from incident_docs.workspace.write_files import create_file, remove_leftovers, write_file, write_file_if


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fail(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_is_written_as_it_is_given(tmp_path: Path) -> None:
    write_file(tmp_path / "a.md", "é\r\nb\r")
    write_file(tmp_path / "b.bin", b"\xff\0", is_durable=False)
    assert ((tmp_path / "a.md").read_bytes(), (tmp_path / "b.bin").read_bytes()) == ("é\r\nb\r".encode(), b"\xff\0")
    assert names(tmp_path) == ["a.md", "b.bin"]


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    (tmp_path / "a.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("a.md")
    write_file(tmp_path / "link.md", "two")
    assert (tmp_path / "a.md").read_text() == "two"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    assert (tmp_path / "link.md").is_symlink()


def test_a_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("a.md")
    write_file(tmp_path / "link.md", "one")
    assert (tmp_path / "a.md").read_text() == "one"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text()))
    reader.start()
    write_file(tmp_path / "pipe", "one")
    reader.join()
    assert (read, names(tmp_path)) == (["one"], ["pipe"])


def test_a_file_that_must_not_be_written_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("one")
    # The tests may run as root, whom no mode keeps out.
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(PermissionError, match="Permission denied"):
        write_file(tmp_path / "a.md", "two")
    assert ((tmp_path / "a.md").read_text(), names(tmp_path)) == ("one", ["a.md"])


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("one")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_file(tmp_path / "a.md", "two")
    with pytest.raises(OSError, match="No space left"):
        create_file(tmp_path / "new/b.md", "two")
    assert ((tmp_path / "a.md").read_text(), names(tmp_path), names(tmp_path / "new")) == ("one", ["a.md", "new"], [])


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    create_file(tmp_path / "deep/a.md", "one\n")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "deep/a.md", "two\n")
    with pytest.raises(NotADirectoryError):
        create_file(tmp_path / "deep/a.md/b.md", "two\n")
    assert (tmp_path / "deep/a.md").read_bytes() == b"one\n"


def test_what_may_not_be_put_in_place_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    assert not write_file_if(tmp_path / "a.md", "two", lambda: False)
    assert ((tmp_path / "a.md").read_text(), names(tmp_path)) == ("one", ["a.md"])


KILLED = """
import os, sys
from pathlib import Path
from incident_docs.workspace.write_files import write_file_if

write_file_if(Path(sys.argv[1]), "two", lambda: os._exit(9))
"""


def test_what_killed_programs_left_is_removed_and_what_others_write_is_not(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("one")
        assert subprocess.run([sys.executable, "-c", KILLED, tmp_path / name], check=False).returncode == 9
    left = [name for name in names(tmp_path) if name.startswith(".incident-docs.")]
    remove_leftovers(tmp_path / "a.md")
    assert len(set(left) & set(names(tmp_path))) == 1
    remove_leftovers(tmp_path / "b.md")
    assert names(tmp_path) == ["a.md", "b.md"]
    assert (tmp_path / "a.md").read_text() == "one"


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_file_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuse)
    create_file(tmp_path / "a.md", "one\n")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a.md", "two\n")
    assert (tmp_path / "a.md").read_text() == "one\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
