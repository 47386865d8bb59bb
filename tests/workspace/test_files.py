"""Paths become texts or reasons, folders become incidents, and a folder knows its project."""

import os
from pathlib import Path

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT
from incident_docs.workspace import files, find_incidents
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import find_known_files
from incident_docs.workspace.project import Project, load_project
from incident_docs.workspace.write_files import create_file

INCIDENT = "---\nseverity: P1\n---\n"


def test_a_text_is_read_with_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("é\r\nb\r".encode())
    assert read_file(tmp_path / "a.md") == "é\r\nb\r"


def test_what_cannot_be_read_is_a_value_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bytes.md").write_bytes(b"ab\ncd\xff\n")
    (tmp_path / "binary.md").write_bytes(b"a\n\n\0")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.md")
    reasons = {path.name: read_file(path) for path in sorted(tmp_path.iterdir())}
    assert reasons == {
        "binary.md": Unreadable("this is no text: it holds a NUL byte", 3, 1),
        "bytes.md": Unreadable("this is not UTF-8: the byte 0xff; save the file as UTF-8", 2, 3),
        "folder.md": Unreadable("this is a folder, not a file"),
        "link.md": Unreadable("the link leads to nothing"),
        "pipe.md": Unreadable("this is no regular file"),
    }
    assert read_file(tmp_path / "none.md") == Unreadable("there is no such file")
    monkeypatch.setattr(files, "_LARGEST", 3)
    assert read_file(tmp_path / "bytes.md") == Unreadable("the file has 7 bytes; an incident has 3 at most")


def test_a_file_without_permission_is_a_value_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.md").write_text("x")
    # The tests may run as root, whom no mode keeps out.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_file(tmp_path / "a.md") == Unreadable("the file cannot be read: permission denied")


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    create_file(tmp_path / "deep/a.md", "one\n")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "deep/a.md", "two\n")
    assert (tmp_path / "deep/a.md").read_bytes() == b"one\n"


def test_incidents_are_told_from_other_pages_by_their_name_or_their_frontmatter(tmp_path: Path) -> None:
    for name in ("2026-03-04-b.md", "2026/2026-01-01-a.md", ".hidden/2026-01-01-x.md", "notes.txt"):
        create_file(tmp_path / name, "")
    create_file(tmp_path / "index.md", "# Welcome\n")
    create_file(tmp_path / "misnamed.md", INCIDENT)
    (tmp_path / "folder.md").mkdir()
    found = [
        path.relative_to(tmp_path).as_posix()
        for path in find_incidents.find_incidents([tmp_path, tmp_path / "misnamed.md", tmp_path / "none.md"])
    ]
    assert found == ["2026-03-04-b.md", "folder.md", "misnamed.md", "2026/2026-01-01-a.md", "none.md"]


def test_a_tree_knows_every_incident_by_its_name(tmp_path: Path) -> None:
    project = Project(tmp_path, DEFAULT, tmp_path / "postmortems")
    for name in ("postmortems/a/2026-01-01-x.md", "postmortems/b/2026-01-01-x.md", "drafts/2026-01-02-y.md"):
        create_file(tmp_path / name, "")
    tree = find_known_files(project, [tmp_path / "drafts/2026-01-02-y.md", Path("/elsewhere/2026-01-03-z.md")])
    assert tree.paths == {
        "2026-01-01-x": ("postmortems/a/2026-01-01-x.md", "postmortems/b/2026-01-01-x.md"),
        "2026-01-02-y": ("drafts/2026-01-02-y.md",),
        "2026-01-03-z": ("/elsewhere/2026-01-03-z.md",),
    }
    assert [path for path in ("drafts", "drafts/2026-01-02-y.md", "drafts/none.md") if tree.exists(path)] == [
        "drafts",
        "drafts/2026-01-02-y.md",
    ]


def test_a_project_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    deep = tmp_path / "a/b"
    deep.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert load_project(deep) == Project(tmp_path, DEFAULT, tmp_path / "postmortems")
    (tmp_path / "pyproject.toml").write_text("[tool.incident-docs]\nfolder = 'docs/incidents'\n")
    assert load_project(deep) == Project(tmp_path, DEFAULT, tmp_path / "docs/incidents", tmp_path / "pyproject.toml")
    (tmp_path / "a/incident-docs.toml").write_text("")
    assert load_project(deep) == Project(
        tmp_path / "a", DEFAULT, tmp_path / "a/postmortems", tmp_path / "a/incident-docs.toml"
    )


def test_without_configuration_and_git_the_project_is_where_we_are(tmp_path: Path) -> None:
    assert load_project(tmp_path) == Project(tmp_path, DEFAULT, tmp_path / "postmortems")


def test_a_configuration_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "incident-docs.toml").write_bytes(b"\xff")
    with pytest.raises(
        IncidentDocsError, match=r"incident-docs\.toml: the configuration cannot be read: 'utf-8' codec"
    ):
        load_project(tmp_path)
