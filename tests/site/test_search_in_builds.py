"""Which search a site that MkDocs builds has, and what becomes of it while the site is served or when it cannot be made."""

import gzip
import json
import logging
import os
import stat
import threading
from pathlib import Path
from time import sleep

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

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
    for _ in range(times):
        config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(site.root / "site"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join(10)


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
    monkeypatch.setattr("incident_docs.site.search.is_installed", lambda: False)
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


def test_while_the_site_is_served_the_search_comes_after_the_pages(tmp_path: Path) -> None:
    site = Site(tmp_path, FILES)
    served(site, times=2)
    assert (tmp_path / "site/pagefind/pagefind.js").exists()


@pytest.mark.parametrize(
    ("is_there", "why"),
    [(True, "no room"), (False, "{folder}/nowhere: No such file or directory")],
    ids=["broken", "missing"],
)
def test_while_the_site_is_served_a_search_that_fails_is_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, is_there: bool, why: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", broken(tmp_path) if is_there else str(tmp_path / "nowhere"))
    served(Site(tmp_path / "p", FILES), times=1)
    assert f"incident-docs: the search could not be made: {why.format(folder=tmp_path)}" in caplog.messages


def test_a_search_that_cannot_be_made_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", broken(tmp_path))
    with pytest.raises(Abort):
        Site(tmp_path / "a", FILES).build()
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(Abort):
        Site(tmp_path / "b", FILES).build()


def test_a_newer_index_or_the_end_of_serving_ends_what_is_being_made(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", broken(tmp_path, f"echo $$ >> {tmp_path}/pids; exec sleep 60"))
    site = Site(tmp_path / "p", FILES)
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(site.root / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    for number in range(2):
        build(config, serve_url="http://127.0.0.1:8000/")
        while len((tmp_path / "pids").read_text().split() if (tmp_path / "pids").exists() else []) <= number:
            sleep(0.01)
    config.plugins.on_shutdown()
    for process in (tmp_path / "pids").read_text().split():
        with pytest.raises(ProcessLookupError):
            os.kill(int(process), 0)
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == []


def test_a_page_that_its_author_keeps_out_of_the_search_is_not_in_it(tmp_path: Path) -> None:
    site = Site(tmp_path, {**FILES, "postmortems/secret.md": "---\nsearch: {exclude: true}\n---\n# Zebra\n\nZebra.\n"})
    site.write("postmortems/about.md", "# About\n\nWe are a team.\n")
    site.build()
    found = [gzip.decompress(path.read_bytes()) for path in (tmp_path / "site/pagefind/fragment").iterdir()]
    assert [sum(word in each for each in found) for word in (b"Zebra", b"We are a team")] == [0, 1]
    assert "zebra" not in site.page("pagefind/filters.json")


def test_a_site_with_nothing_to_search_has_no_index(tmp_path: Path) -> None:
    Site(tmp_path, {**FILES, "mkdocs.yml": f"{FILES['mkdocs.yml']}exclude_docs: '*'\n"}).build()
    assert not (tmp_path / "site/pagefind").exists()
