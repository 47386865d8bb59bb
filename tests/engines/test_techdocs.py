"""Backstage TechDocs: a page stays whole and keeps its looks when it is cleaned and put into the reader's shadow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from incident_docs.site import bundle
from tests.engines.built import Built
from tests.engines.conftest import Build, version
from tests.site.conftest import served

pytestmark = pytest.mark.engines

_CONFIGURED = "site_name: Ours\nplugins: {plugins}\ndocs_dir: postmortems\n"
_PATH = "2026-03-04-checkout/"
# What Backstage's reader does: links to other stylesheets than a theme's go, and so do the tags that DOMPurify or it forbids.
_READER = """
html => {
  DOMPurify.addHook("beforeSanitizeElements", node => {
    if (node.nodeName === "LINK" && !/main\\.[A-Fa-f0-9]{8}\\.min\\.css$/.test(node.getAttribute("href") || "")) node.remove();
    return node;
  });
  const whole = new DOMParser().parseFromString(html, "text/html").documentElement;
  const clean = DOMPurify.sanitize(whole.innerHTML, {
    ADD_TAGS: ["link"], FORBID_TAGS: ["style"], WHOLE_DOCUMENT: true, RETURN_DOM: true,
  });
  document.getElementById("reader").attachShadow({mode: "open"}).append(clean);
}
"""


@pytest.fixture(scope="module")
def site(techdocs: Path, build: Build) -> Built:
    """The site as Backstage has it built: no theme is named."""
    assert version(techdocs, "mkdocs-techdocs-core").startswith("1.")
    plugins = "[techdocs-core, incident-docs]"
    return build(_CONFIGURED.format(plugins=plugins), techdocs / "bin/mkdocs", "build", "--strict")


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    """Where it is served."""
    with served(site.folder) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, site: Built, address: str, dompurify: Path) -> Iterator[Page]:
    """An incident's page in the reader."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    empty = (
        '<!doctype html><html lang="en"><link rel="icon" href="data:,"><body style="margin:0"><div id="reader"></div>'
    )
    page.route(f"{address}{_PATH}", lambda route: route.fulfill(body=empty, content_type="text/html"))
    page.goto(f"{address}{_PATH}")
    page.add_script_tag(path=dompurify)
    page.evaluate(_READER, (site.folder / _PATH / "index.html").read_text(encoding="utf-8"))
    page.wait_for_load_state("networkidle")
    yield page
    page.close()


def test_techdocs_makes_the_same_site(site: Built, newest: Built) -> None:
    assert site.articles() == newest.articles()
    assert site.broken_links() == []


def test_the_order_of_the_plugins_changes_nothing(techdocs: Path, build: Build, site: Built) -> None:
    plugins = "[incident-docs, techdocs-core]"
    turned = build(_CONFIGURED.format(plugins=plugins), techdocs / "bin/mkdocs", "build", "--strict")
    assert turned.articles() == site.articles()


def test_backstage_s_search_finds_an_incident_by_what_stands_on_it(site: Built) -> None:
    assert site.found("payments v2") == {_PATH}
    assert site.found("zebra") == {"2026/2026-04-01-search/"}


def test_a_cleaned_page_says_all_it_said(reader: Page, newest: Built) -> None:
    assert " ".join(_article(reader, "textContent").split()) == newest.articles()[_PATH].words
    assert reader.locator("article script, article style, script[src*='incident-docs']").count() == 0


def test_a_cleaned_page_keeps_our_stylesheet_and_its_looks(reader: Page) -> None:
    kept = reader.locator("#reader link[rel=stylesheet]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert f"../{bundle.stylesheet().path}" in kept
    marks = reader.locator("article .idoc-marks").first
    assert marks.evaluate("marks => getComputedStyle(marks).display") == "flex"
    assert marks.locator("svg").count() == 2
    assert reader.locator("article table").first.is_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") == 1280


def test_nothing_waits_for_a_script_that_never_runs(reader: Page) -> None:
    assert (
        reader.locator("article button:visible").evaluate_all("buttons => buttons.map(each => each.textContent)") == []
    )


def _article(page: Page, what: str) -> str:
    script = f"article => {{ article.querySelectorAll('.headerlink').forEach(link => link.remove()); return article.{what}; }}"
    said: str = page.locator("article").evaluate(script)
    return said
