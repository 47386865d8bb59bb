"""A run finds the same with a cache and without one, in one process and in several."""

import json
from pathlib import Path

import pytest

from incident_docs.document.known_files import KnownFiles
from incident_docs.lint import cache_key
from incident_docs.lint.checked import Checked
from incident_docs.lint.lint_files import Job, lint_files
from incident_docs.workspace import cache
from incident_docs.workspace.cache import Cache
from incident_docs.workspace.project import load_project
from tests.bench import archive
from tests.conftest import Run
from tests.examples import BASE


@pytest.fixture
def paths(project: Path) -> list[Path]:
    """Documents, some with findings, and two files that cannot be read."""
    archive.write(230, project / "postmortems")
    found = sorted((project / "postmortems").rglob("*.md"))
    for path in found[::20]:
        path.write_text(path.read_text(encoding="utf-8").replace("| Time |", "| When |"), encoding="utf-8")
    found[7].write_bytes(b"\xff")
    return [*found, project / "none.md"]


def found_in(
    paths: list[Path], project: Path, held: Cache | None = None, processes: int | None = None
) -> list[Checked]:
    return list(lint_files(paths, Job(load_project(project), KnownFiles(), project, held, processes)))


def opened(project: Path) -> Cache:
    return Cache(project, cache_key.cache_variant(load_project(project)), cache_key.cache_stamp())


def test_several_processes_find_what_one_finds_in_the_same_order(project: Path, paths: list[Path]) -> None:
    one = found_in(paths, project, processes=1)
    assert found_in(paths, project, processes=2) == one
    assert [file.path for file in one] == [path.relative_to(project).as_posix() for path in paths]
    assert sum(bool(file.findings) for file in one) == 14


def test_what_is_in_the_cache_is_not_looked_for_again(project: Path, paths: list[Path]) -> None:
    first = found_in(paths, project, opened(project))
    assert found_in(paths, project, opened(project)) == first
    [file] = cache.cache_folder().rglob("*.json")
    file.write_text(file.read_text().replace("must be called Time", "is what the cache says"))
    messages = [each.message for checked in found_in(paths, project, opened(project)) for each in checked.findings]
    assert messages.count("the column When is what the cache says") == 12
    paths[0].write_text(BASE, encoding="utf-8")
    again = found_in(paths, project, opened(project))
    assert [finding.rule for finding in again[0].findings] == ["file-name"]


def test_a_cache_of_another_version_or_a_broken_one_counts_for_nothing(project: Path, paths: list[Path]) -> None:
    first = found_in(paths, project, opened(project))
    [file] = cache.cache_folder().rglob("*.json")
    held = json.loads(file.read_text())
    for content in ("{", "[]", json.dumps({**held, "stamp": "other"})):
        file.write_text(content)
        assert opened(project).is_empty
        assert found_in(paths, project, opened(project)) == first


def test_what_is_asked_for_otherwise_is_kept_apart(project: Path, run: Run) -> None:
    (project / "postmortems/2026-03-04-checkout-errors.md").write_text(BASE, encoding="utf-8")
    run("lint")
    run("lint", "--ignore", "file-name")
    assert len(list(cache.cache_folder().rglob("*.json"))) == 2


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(
    project: Path, run: Run, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "postmortems/2026-03-04-checkout-errors.md").write_text(BASE, encoding="utf-8")
    (cache_folder / "file").write_text("")
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(cache_folder / "file"))
    assert run("lint").output == "1 incident checked, nothing found\n"


def test_without_a_variable_the_cache_is_where_the_platform_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INCIDENT_DOCS_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.cache_folder().name == "incident-docs"


def test_without_a_cache_nothing_is_kept(project: Path, run: Run) -> None:
    (project / "postmortems/2026-03-04-checkout-errors.md").write_text(BASE, encoding="utf-8")
    assert run("lint", "--no-cache").exit_code == 0
    assert list(cache.cache_folder().rglob("*.json")) == []
