"""Who changed a document last, when, and how often."""

from datetime import date

import pytest

from incident_docs.workspace.file_history import History, file_histories
from tests.repositories import Repository


def test_the_last_commit_counts_and_the_number_of_all(repository: Repository) -> None:
    one, two = repository.write("p/one.md"), repository.write("p/2026/zwei é.md")
    repository.write("elsewhere.md")
    repository.commit("2026-03-04")
    repository.write("p/one.md", "more")
    repository.commit("2026-03-05", "Bo")
    repository.write("p/one.md", "not committed")
    repository.write("p/new.md")
    assert file_histories(repository.root / "p") == {
        one: History(date(2026, 3, 5), "Bo", 2, date(2026, 3, 4)),
        two: History(date(2026, 3, 4), "Ana Diaz", 1, date(2026, 3, 4)),
    }


def test_a_moved_file_keeps_its_history(repository: Repository) -> None:
    repository.write("p/one.md")
    repository.commit("2026-03-04")
    repository.write("p/one.md", "more")
    repository.commit("2026-03-05")
    repository.git("config", "diff.renames", "false")
    (repository.root / "p/2026").mkdir()
    repository.git("mv", "p/one.md", "p/2026/two.md")
    repository.commit("2026-03-06", "Bo")
    assert file_histories(repository.root / "p")[repository.root / "p/2026/two.md"] == History(
        date(2026, 3, 6), "Bo", 3, date(2026, 3, 4)
    )


def test_names_come_from_the_mailmap_and_settings_change_nothing(repository: Repository) -> None:
    one = repository.write("p/one.md")
    repository.write(".mailmap", "Ana the Second <secret@example.com>\n")
    repository.commit("2026-03-04")
    for setting in ("log.showRoot=false", "log.follow=true", "diff.renames=copies", "diff.relative=true"):
        repository.git("config", *setting.split("="))
    assert file_histories(repository.root / "p") == {
        one: History(date(2026, 3, 4), "Ana the Second", 1, date(2026, 3, 4))
    }


def test_a_merge_is_no_change(repository: Repository) -> None:
    one = repository.write("p/one.md")
    repository.commit("2026-03-04")
    repository.git("checkout", "-q", "-b", "work")
    repository.write("p/one.md", "more")
    repository.commit("2026-03-05", "Bo")
    repository.git("checkout", "-q", "main")
    who = {f"GIT_COMMITTER_{part}": "x" for part in ("NAME", "EMAIL")}
    who |= {f"GIT_AUTHOR_{part}": "x" for part in ("NAME", "EMAIL")}
    repository.git("merge", "-q", "--no-ff", "-m", "x", "work", **who)
    assert file_histories(repository.root / "p")[one].changed_by == "Bo"


def test_where_git_does_not_know_all_nothing_is_said(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("p/one.md")
    assert file_histories(repository.root / "p") == {}
    repository.commit("2026-03-04")
    repository.write("p/one.md", "more")
    repository.commit("2026-03-05")
    shallow = tmp_path_factory.mktemp("shallow")
    repository.git("clone", "-q", "--depth=1", repository.root.as_uri(), str(shallow))
    assert file_histories(shallow / "p") == {}
    assert file_histories(tmp_path_factory.mktemp("bare")) == {}
    assert file_histories(repository.root / "nowhere") == {}
    monkeypatch.setenv("PATH", "")
    assert file_histories(repository.root / "p") == {}
