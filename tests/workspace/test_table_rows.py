"""The rows that commits have written, and on which day an action item was closed by them."""

from pathlib import Path

from incident_docs.workspace.table_rows import TableRows
from tests.repositories import Repository

HEAD = "| Action | Owner | Due |\n|--------|-------|-----|\n"


def rows_of(repository: Repository, name: str, folder: str = "p") -> list[tuple[str, str]]:
    rows = TableRows(repository.root / folder).by_file.get((repository.root / name).as_posix(), ())
    return [(str(row.on), row.text) for row in rows]


def test_each_row_has_the_day_of_the_commit_that_wrote_it(repository: Repository) -> None:
    repository.write(
        "p/one é.md", f"| Time | Event |\n|---|---|\n| 10:00 | x |\n\n{HEAD}| a | @ana | done |\n  b | @bo | open\n"
    )
    repository.write("elsewhere.md", "| a | b | c |\n")
    repository.commit("2026-03-04")
    repository.write("p/one é.md", f"{HEAD}| a | @ana | done |\n| b | @bo | done |\n")
    repository.commit("2026-03-09")
    repository.write("p/one é.md", f"{HEAD}| a | @ana | open |\n")
    assert rows_of(repository, "p/one é.md") == [
        ("2026-03-09", "| b | @bo | done |"),
        ("2026-03-04", "| Action | Owner | Due |"),
        ("2026-03-04", "|--------|-------|-----|"),
        ("2026-03-04", "| a | @ana | done |"),
        ("2026-03-04", "b | @bo | open"),
    ]


def test_a_moved_file_keeps_its_rows_and_settings_change_nothing(repository: Repository) -> None:
    for setting in ("diff.noprefix=true", "diff.mnemonicPrefix=true", "diff.renames=false", "color.diff=always"):
        repository.git("config", *setting.split("="))
    repository.write("p/one.md", "| a | b | c |\n")
    repository.write(".gitattributes", "*.md binary\n")
    repository.commit("2026-03-04")
    (repository.root / "p/2026").mkdir()
    repository.git("mv", "p/one.md", "p/2026/t wo.md")
    repository.commit("2026-03-06")
    repository.write("p/2026/t wo.md", "| a | b | d |\n")
    repository.commit("2026-03-07")
    assert rows_of(repository, "p/2026/t wo.md") == [("2026-03-07", "| a | b | d |"), ("2026-03-04", "| a | b | c |")]


def test_what_looks_like_a_patch_in_a_document_is_text(repository: Repository) -> None:
    repository.write("p/one.md", "++ b/p/two.md\n@@ -1 +1 @@\ndiff --git a/x b/x\n| a | b | c |\n")
    repository.commit("2026-03-04")
    assert rows_of(repository, "p/one.md") == [("2026-03-04", "| a | b | c |")]


def test_without_a_whole_history_nothing_is_known(repository: Repository, tmp_path: Path) -> None:
    assert TableRows(tmp_path / "nowhere").by_file == {}
    assert TableRows(tmp_path / "nowhere").state == ""
    repository.write("p/one.md", "| a | b | c |\n")
    assert TableRows(repository.root / "p").by_file == {}
    repository.commit("2026-03-04")
    state = TableRows(repository.root).state
    repository.write("p/one.md", "| a | b | d |\n")
    repository.commit("2026-03-05")
    assert len({state, TableRows(repository.root).state, ""}) == 3
    repository.git("clone", "-q", "--depth", "1", repository.root.as_uri(), "shallow")
    shallow = TableRows(repository.root / "shallow/p")
    assert shallow.state
    assert shallow.by_file == {}
