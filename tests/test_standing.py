"""Files that stand aside while their folder is emptied."""

import os
import shutil
from pathlib import Path

from incident_docs.workspace.standing import Standing


def build(folder: Path, files: dict[str, str], before: Standing | None = None) -> tuple[Standing, list[str]]:
    """A build of these files as an engine does it; gives what it had to write."""
    standing = Standing(folder, before.marks if before else {})
    standing.step_aside()
    for entry in folder.iterdir():
        if not entry.name.startswith("."):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    standing.step_back(files)
    written = []
    for path, made_of in files.items():
        if not standing.has(path, made_of):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(made_of, encoding="utf-8")
            standing.wrote(path, made_of)
            written.append(path)
    return standing, written


def found(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_what_would_be_the_same_is_not_written_again(tmp_path: Path) -> None:
    files = {"a/x/index.html": "1", "a/y/index.html": "2", "b.html": "3"}
    first, written = build(tmp_path, files)
    assert written == list(files)
    second, written = build(tmp_path, {**files, "a/y/index.html": "changed", "c.html": "new"}, first)
    assert written == ["a/y/index.html", "c.html"]
    assert found(tmp_path) == {"a/x/index.html": "1", "a/y/index.html": "changed", "b.html": "3", "c.html": "new"}
    assert build(tmp_path, {"b.html": "3"}, second)[1] == []
    assert found(tmp_path) == {"b.html": "3"}
    assert [path.name for path in tmp_path.iterdir()] == ["b.html"]


def test_what_somebody_else_has_put_there_is_gone(tmp_path: Path) -> None:
    first, _ = build(tmp_path, {"a/x/index.html": "1"})
    (tmp_path / "a/other.html").write_text("?", encoding="utf-8")
    (tmp_path / "a/x/link").symlink_to(tmp_path)
    assert build(tmp_path, {"a/x/index.html": "1"}, first)[1] == []
    assert found(tmp_path) == {"a/x/index.html": "1"}


def test_a_file_that_somebody_has_changed_is_written_again(tmp_path: Path) -> None:
    first, _ = build(tmp_path, {"a.html": "1", "b.html": "2"})
    (tmp_path / "a.html").write_text("?", encoding="utf-8")
    os.utime(tmp_path / "b.html", ns=(1, 1))
    assert build(tmp_path, {"a.html": "1", "b.html": "2"}, first)[1] == ["a.html", "b.html"]
    assert found(tmp_path) == {"a.html": "1", "b.html": "2"}


def test_what_a_build_that_was_killed_has_left_is_gone(tmp_path: Path) -> None:
    first, _ = build(tmp_path, {"a.html": "1"})
    Standing(tmp_path, first.marks).step_aside()
    assert found(tmp_path) == {".incident-docs/a.html": "1"}
    assert build(tmp_path, {"a.html": "1"}, first)[1] == ["a.html"]
    assert found(tmp_path) == {"a.html": "1"}


def test_a_build_that_fails_leaves_nothing_aside(tmp_path: Path) -> None:
    first, _ = build(tmp_path, {"a.html": "1"})
    failing = Standing(tmp_path, first.marks)
    failing.step_aside()
    failing.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_yet_has_nothing(tmp_path: Path) -> None:
    standing = Standing(tmp_path / "site", {"a.html": ("1", 1, 1)})
    standing.step_aside()
    standing.step_back({"a.html"})
    assert not standing.has("a.html", "1")
    assert not (tmp_path / "site").exists()
