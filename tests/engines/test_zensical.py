"""Zensical, which runs no plugins: of the files that `incident-docs site render` writes it makes the same site."""

import sys
from pathlib import Path

import pytest

from incident_docs.site import bundle
from tests.engines import project
from tests.engines.built import Built
from tests.engines.conftest import ROOT, Build, configured, run

pytestmark = pytest.mark.engines

_QUERIES = {
    "zebra": "2026/2026-04-01-search/",
    "payments v2": "2026-03-04-checkout/",
    "café braces": "2026-03-04-checkout/",
    "@ana": "2026-03-04-checkout/",
    "walrus": "runbook/",
    "outage dns": "2024-01-01-reported/",
    "resolved 4 march": "2026-03-04-checkout/",
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory, zensical: Path) -> Built:
    """What Zensical makes of the made-up incidents."""
    folder = tmp_path_factory.mktemp("rendered")
    project.write(folder)
    return _rendered(folder, folder / "out", zensical, "Ours")


def test_the_site_is_the_one_that_mkdocs_makes(rendered: Built, newest: Built) -> None:
    assert rendered.articles() == newest.articles()


def test_every_link_and_anchor_leads_somewhere(rendered: Built) -> None:
    assert rendered.broken_links() == []


def test_every_page_has_our_styles_and_what_programs_read_about_it(rendered: Built, newest: Built) -> None:
    assert bundle.stylesheet().path in rendered.stylesheets()
    page = rendered.head("2026-03-04-checkout")
    assert (
        page.partition('<meta property="og:type"')[2].partition("</style>")[0]
        == (newest.head("2026-03-04-checkout").partition('<meta property="og:type"')[2].partition("</style>")[0])
    )
    assert '"@context"' in page
    text = (rendered.folder / "2026-03-04-checkout/index.html").read_text(encoding="utf-8")
    assert f'src="../{bundle.script().path}"' in text


def test_both_searches_find_the_same_incidents(rendered: Built, material: Path, build: Build) -> None:
    of_mkdocs = build(configured("material"), material / "bin/mkdocs", "build", "--strict")
    found = {query: rendered.found(query) for query in _QUERIES}
    assert found == {query: of_mkdocs.found(query) for query in _QUERIES}
    assert {query: page for query, page in _QUERIES.items() if page in found[query]} == _QUERIES
    assert found["zebra"] == {_QUERIES["zebra"]}


def test_the_project_s_own_incidents_are_the_same_site_too(
    tmp_path_factory: pytest.TempPathFactory, zensical: Path
) -> None:
    folder = tmp_path_factory.mktemp("own")
    run(ROOT, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder / "mkdocs")
    of_zensical, of_mkdocs = _rendered(ROOT, folder / "out", zensical, "Postmortems"), Built(folder / "mkdocs")
    assert of_zensical.articles() == of_mkdocs.articles()
    assert (of_zensical.broken_links(), of_mkdocs.broken_links()) == ([], [])


def test_a_configuration_of_one_s_own_changes_what_it_names(tmp_path: Path, zensical: Path) -> None:
    project.write(tmp_path)
    _rendered(tmp_path, tmp_path / "out", zensical, "Ours")
    own = "INHERIT: out/mkdocs.yml\nsite_name: Theirs\ndocs_dir: out/docs\ntheme: {custom_dir: out/overrides}\n"
    (tmp_path / "mkdocs.yml").write_text(own, encoding="utf-8")
    run(tmp_path, zensical / "bin/zensical", "build", "--strict")
    site = Built(tmp_path / "site")
    assert site.broken_links() == []
    assert (
        "<title>Checkout &quot;down&quot; &amp; &lt;b&gt;out&lt;/b&gt; in {{ braces }}: the café #1 - Theirs</title>"
        in (site.head("2026-03-04-checkout"))
    )


def _rendered(start: Path, out: Path, zensical: Path, name: str) -> Built:
    run(start, Path(sys.executable).parent / "incident-docs", "site", "render", out, "--site-name", name)
    run(out, zensical / "bin/zensical", "build", "--strict")
    return Built(out / "site")
