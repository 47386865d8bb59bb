"""Which search a site that MkDocs builds has, and what becomes of it while the site is served or when it cannot be made."""

import gzip
import json
import logging
import stat
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from incident_docs.errors import IncidentDocsError
from incident_docs.site import search_index
from incident_docs.site.engines.mkdocs.mkdocs_search import _Later
from tests.sites import INCIDENT, MATERIAL, PLAIN, Site, incident

pytest.importorskip("pagefind.service", reason="the extra `search` is not installed")

FILES = {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident("Once.")}


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path / "cache"))


def broken(folder: Path, line: str = "echo no room; exit 1") -> str:
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    return str(program)


def served(site: Site, times: int) -> None:
    """Build the site as `mkdocs serve` does after each change."""
    plugin = None
    for _ in range(times):
        config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(site.root / "site"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        plugin = config.plugins["incident-docs"]
    assert plugin is not None
    plugin._search._later.join()


def test_pages_know_where_their_search_is_and_the_theme_makes_none(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    site = Site(tmp_path, FILES)
    site.build()
    assert '<meta name="incident-docs-search" content="../pagefind/">' in site.page("2026-03-04-checkout/index.html")
    assert json.loads(site.page("pagefind/pagefind-entry.json"))["languages"]["en"]["page_count"] == 4
    assert not (tmp_path / "site/search").exists()
    assert "incident-docs: Pagefind searches the site" in caplog.messages


def test_without_the_extra_the_log_says_what_it_would_give(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr("incident_docs.site.search_index.is_installed", lambda: False)
    site = Site(tmp_path, FILES)
    site.build()
    assert (tmp_path / "site/search/search_index.json").exists()
    assert "incident-docs-search" not in site.page("index.html")
    assert (
        "incident-docs: the theme searches the site;"
        " `pip install 'incident-docs[search]'` gives a search that loads less" in caplog.messages
    )


@pytest.mark.parametrize(
    "plugins", ["plugins: [search, incident-docs]", "plugins: [incident-docs]"], ids=["another theme", "no search"]
)
def test_a_site_that_has_no_place_for_it_is_left_alone(tmp_path: Path, plugins: str) -> None:
    configuration = PLAIN.replace("plugins: [incident-docs]", plugins)
    site = Site(tmp_path, {**FILES, "mkdocs.yml": f"{configuration}docs_dir: postmortems\n"})
    site.build()
    assert not (tmp_path / "site/pagefind").exists()
    assert "incident-docs-search" not in site.page("index.html")


@pytest.mark.parametrize(
    ("url", "place"), [("", "/pagefind/"), ("site_url: https://example.com/our/pm/\n", "/our/pm/pagefind/")]
)
def test_an_address_that_leads_nowhere_has_the_search_too(tmp_path: Path, url: str, place: str) -> None:
    site = Site(tmp_path, {**FILES, "mkdocs.yml": f"{url}{FILES['mkdocs.yml']}"})
    site.build()
    assert f'<meta name="incident-docs-search" content="{place}">' in site.page("404.html")


def test_the_index_of_an_edited_incident_is_begun_before_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(tmp_path, {**FILES, "postmortems/2026-01-01-one.md": incident(title="One")})
    site.build()
    site.write(f"postmortems/{INCIDENT}", incident("A zebra crossed the datacentre."))
    run, runs = search_index._run, []
    monkeypatch.setattr("incident_docs.site.search_index._run", lambda *where: [runs.append(where), run(*where)][1])
    site.build()
    assert len(runs) == 1
    found = [gzip.decompress(path.read_bytes()) for path in (tmp_path / "site/pagefind/fragment").iterdir()]
    assert sum(b"zebra" in each for each in found) == 1
    assert len(found) == 5


def test_while_the_site_is_served_the_search_comes_after_the_pages(tmp_path: Path) -> None:
    site = Site(tmp_path, FILES)
    served(site, times=2)
    assert (tmp_path / "site/pagefind/pagefind.js").exists()


def test_while_the_site_is_served_a_search_that_fails_is_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", broken(tmp_path))
    served(Site(tmp_path / "p", FILES), times=1)
    assert "incident-docs: the search could not be made: no room" in caplog.messages


def test_a_search_that_cannot_be_made_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", broken(tmp_path))
    with pytest.raises(Abort):
        Site(tmp_path / "a", FILES).build()
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(Abort):
        Site(tmp_path / "b", FILES).build()


def test_a_build_that_fails_later_makes_no_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PluginError("later")

    monkeypatch.setattr("incident_docs.site.engines.mkdocs.mkdocs_page.KnownPage.in_theme", fail)
    with pytest.raises(Abort):
        Site(tmp_path / "p", FILES).build()
    assert list((tmp_path / "cache").glob("*/search/*")) == []


def test_when_the_site_is_not_served_any_more_nothing_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", broken(tmp_path, "exec sleep 60"))
    site = Site(tmp_path / "p", FILES)
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(site.root / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    later = config.plugins["incident-docs"]._search._later
    while later._index is None:
        sleep(0.01)
    config.plugins.on_shutdown()
    assert not later.is_alive()
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == []
    assert list((tmp_path / "cache").glob("*/search/*")) == []


class _Slow:
    """An index that is not made until it is stopped."""

    def __init__(self) -> None:
        self.stopped, self.asked_for, self.abandoned = Event(), Event(), Event()

    def finish(self, out: Path) -> None:
        self.asked_for.set()
        self.stopped.wait(10)
        raise IncidentDocsError(f"{out} is not made")

    def stop(self) -> None:
        self.stopped.set()

    def abandon(self) -> None:
        self.abandoned.set()


def test_an_index_is_given_up_when_there_is_a_newer_one_to_be_made(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    slow = _Slow()
    later = _Later(lambda: slow, tmp_path)  # type: ignore[arg-type, return-value]
    later.start()
    assert slow.asked_for.wait(10)
    later.stop()
    assert not later.is_alive()
    assert caplog.messages == []


def test_an_index_that_is_given_up_before_it_is_begun_is_not_made(tmp_path: Path) -> None:
    slow = _Slow()
    later = _Later(lambda: slow, tmp_path)  # type: ignore[arg-type, return-value]
    later.stop()
    later.run()
    assert slow.abandoned.is_set()
    assert not slow.asked_for.is_set()
