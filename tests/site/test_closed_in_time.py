"""Whether action items were closed in time, in sites of a repository whose commits say so."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.incidents import text
from tests.repositories import Repository
from tests.sites import BUILT_ON, INCIDENT, PLAIN, Site, words

_IN_TIME = "Of 1 action item that fell due, 1 is done, 1 of them in time and none still overdue."
_UNKNOWN = "Of 1 action item that fell due, 1 is done and none still overdue."


def _incident(status: str) -> str:
    return text(None, [("Fix it", "@ana", "2026-04-01", status, "")])


def test_the_day_is_that_of_the_commit_that_closed_it(repository: Repository) -> None:
    site = Site(repository.root, {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", ".gitignore": "site\n"})
    site.write(f"postmortems/{INCIDENT}", _incident("open"))
    repository.commit("2026-03-05")
    site.write(f"postmortems/{INCIDENT}", _incident("done"))
    site.build()
    assert _UNKNOWN in words(site.page("insights/index.html"))
    repository.commit("2026-03-30")
    site.build()
    page = words(site.page("insights/index.html"))
    assert _IN_TIME in page
    assert "An item was closed on the day of the commit that says so." in page


def test_the_tree_for_zensical_says_the_same(
    project: Path, run: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    assert project == repository.root
    for status, day in (("open", "2026-03-05"), ("done", "2026-03-30")):
        repository.write(f"postmortems/{INCIDENT}", _incident(status))
        repository.commit(day)
    assert run("site", "render", "out").exit_code == 0
    assert _IN_TIME in words((project / "out/docs/insights.md").read_text(encoding="utf-8"))
