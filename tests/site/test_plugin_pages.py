"""The plugin in real builds of MkDocs: what becomes of its pages, in this build and the next."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from incident_docs.format.definition import DEFAULT
from incident_docs.site.builder import Builder
from tests.sites import INCIDENT, MATERIAL, PLAIN, Site, hrefs, incident, words


def test_the_next_build_sees_what_has_changed(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", "postmortems/2026-01-01-same.md": incident(title="Same")}
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident()})
    first = site.build().plugins["incident-docs"]
    site.write(f"postmortems/{INCIDENT}", incident(title="Changed"))
    site.write("postmortems/2026-04-04-new.md", incident(title="New"))
    assert site.build().plugins["incident-docs"] is first
    assert '<h1 id="changed">Changed</h1>' in site.page("2026-03-04-checkout/index.html")
    assert {"Same", "Changed", "New"} <= hrefs(site.page("index.html")).keys()
    site.write("pyproject.toml", '[tool.incident-docs.severities.SEV1]\nimpact = "All is lost"\n')
    config = site.build()
    assert "Major degradation" not in site.page("2026-01-01-same/index.html")
    assert config.watch == [str(tmp_path / "pyproject.toml")]


def test_a_document_is_read_again_when_its_text_or_the_format_has_changed() -> None:
    builder = Builder()
    first = builder.read(b"### Incident Response: A\n", "a.md", DEFAULT)
    assert builder.read(b"### Incident Response: A\n", "a.md", DEFAULT) is first
    other = builder.read(b"### Incident Response: B\n", "a.md", DEFAULT)
    assert other is not first
    assert builder.read(b"### Incident Response: B\n", "a.md", replace(DEFAULT, strategies=())) is not other


def test_a_mistake_in_the_configuration_is_one_line(tmp_path: Path) -> None:
    site = Site(tmp_path, {"mkdocs.yml": PLAIN, "docs/index.md": "", "incident-docs.toml": "folder = 1\n"})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    with pytest.raises(PluginError) as caught:
        config.plugins.on_config(config)
    assert str(caught.value) == f"{tmp_path / 'incident-docs.toml'}:1: folder is 1; write a text in quotes"
    with pytest.raises(Abort):
        site.build()


def test_what_mkdocs_cannot_read_is_left_to_mkdocs(tmp_path: Path) -> None:
    site = Site(tmp_path, {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n"})
    (tmp_path / "postmortems").mkdir()
    (tmp_path / "postmortems" / INCIDENT).write_bytes(b"---\n\xff\n---\n")
    with pytest.raises(UnicodeDecodeError):
        site.build()


def test_the_frontmatter_says_more_than_the_plugin(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n"}
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident(description="Short", hide="[toc]")})
    site.build()
    page = site.page("2026-03-04-checkout/index.html")
    assert '<meta name="description" content="Short">' in page
    assert re.findall(r'data-md-type="(\w+)" (hidden)?', page) == [("navigation", ""), ("toc", "hidden")]


def test_on_the_page_of_an_incident_the_list_s_tab_is_marked(tmp_path: Path) -> None:
    site = Site(tmp_path, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()})
    site.build()
    tabs = re.findall(
        r'<li class="(md-tabs__item[^"]*)">(.*?)</li>', site.page("2026-03-04-checkout/index.html"), re.DOTALL
    )
    assert [(words(label), classes.endswith("--active")) for classes, label in tabs] == [
        ("Incidents", True),
        ("Action items", False),
        ("What is owed", False),
        ("Insights", False),
        ("Response guide", False),
        ("Writing guide", False),
        ("Rules", False),
    ]
    assert '<meta name="description" content="Nobody could pay.">' in site.page("2026-03-04-checkout/index.html")


def test_the_search_finds_the_words_of_incidents_and_not_their_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_docs.site.search.is_installed", lambda: False)
    site = Site(
        tmp_path, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident("Once.")}
    )
    site.build()
    found = [
        each
        for each in json.loads(site.page("search/search_index.json"))["docs"]
        if not each["location"].startswith(("rules/", "response-guide/", "writing-guide/"))
    ]
    assert [(each["location"], each["title"], " ".join(each["text"].split())) for each in found] == [
        ("2026-03-04-checkout/", "Checkout down", "<code>2026-03-04-checkout</code>"),
        (
            "2026-03-04-checkout/#checkout-down",
            "Checkout down",
            "P2 Major degradation Resolved <p>Nobody could pay.</p> Services checkout",
        ),
        ("2026-03-04-checkout/#postmortem", "Postmortem", ""),
        ("2026-03-04-checkout/#action-items", "Action items", "Fix it @ana 2026-04-01 none"),
        ("2026-03-04-checkout/#what-happened", "What happened", "<p>Once.</p>"),
    ]


def test_other_plugins_find_nothing_of_theirs_in_what_authors_wrote(tmp_path: Path) -> None:
    fence = '```\n{{ secret }}\n--8<-- "mkdocs.yml"\n\n[TOC]\n```'
    files = {
        "mkdocs.yml": f"{PLAIN}docs_dir: postmortems\nmarkdown_extensions: [pymdownx.snippets, pymdownx.superfences]\n"
    }
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident(f"{fence}\n\n{{{{ also }}}}")})
    site.build()
    page = site.page("2026-03-04-checkout/index.html")
    assert words("<pre><code>{{ secret }} --8&lt;-- &quot;mkdocs.yml&quot; [TOC] </code></pre>") in words(page)
    assert "<p>{{ also }}</p>" in page


def test_styles_and_scripts_are_in_the_site(tmp_path: Path) -> None:
    site = Site(tmp_path, {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()})
    site.build()
    page = site.page("2026-03-04-checkout/index.html")
    [style] = re.findall(
        r'<link href="\.\./(assets/incident-docs\.main\.[0-9a-f]{8}\.min\.css)" rel="stylesheet">', page
    )
    [script] = re.findall(r'<script src="\.\./(assets/incident-docs\.[0-9a-f]{8}\.min\.js)" defer></script>', page)
    assert site.page(style).startswith(" body { --idoc-text: var(--md-default-fg-color, #1f1f1f);")
    assert site.page(script).startswith("(() => {\n")


def test_pages_with_the_same_headings_keep_what_only_they_say(tmp_path: Path) -> None:
    configuration = (
        f"site_url: https://example.com/p/\nrepo_url: https://github.com/o/r\n{MATERIAL}docs_dir: postmortems\n"
    )
    hostile = '"Quoted" <b>bold</b> & more'
    files = {
        "mkdocs.yml": configuration,
        "postmortems/2026-01-01-one.md": incident("One idoc-the-title, idoc-the-description.", title="One"),
        "postmortems/2025/2025-01-01-deep.md": incident(title="Deep"),
        f"postmortems/{INCIDENT}": incident(title=f"'{hostile}'"),
    }
    site = Site(tmp_path, files)
    site.build()
    one, deep, other = (
        site.page(f"{path}/index.html") for path in ("2026-01-01-one", "2025/2025-01-01-deep", "2026-03-04-checkout")
    )
    assert '<h1 id="one">One</h1>' in one
    assert "<p>One idoc-the-title, idoc-the-description.</p>" in one
    assert "<title>Deep - Ours</title>" in deep
    shown = "&quot;Quoted&quot; &lt;b&gt;bold&lt;/b&gt; &amp; more"
    assert f"<title>{shown} - Ours</title>" in other
    assert f"{shown.replace('&quot;', chr(34))}</h1>" in other
    for page, path, up in (
        (one, "2026-01-01-one", ".."),
        (deep, "2025/2025-01-01-deep", "../.."),
        (other, "2026-03-04-checkout", ".."),
    ):
        assert re.findall('rel="canonical" href="(.*?)"', page) == [f"https://example.com/p/{path}/"]
        assert f'"https://github.com/o/r/edit/master/docs/{path}.md"' in page
        assert f'href="{up}/assets/incident-docs.main.' in page
        assert '<meta name="description" content="Nobody could pay.">' in page
    assert "idoc-the-" not in deep + one.replace("idoc-the-title, idoc-the-description", "")
    assert '<a href="#one" class="md-skip">' in one
    toc = one.partition('<label class="md-nav__title" for="__toc">')[2].partition("</nav>")[0]
    linked = re.findall(r'href="#([^"]+)"', toc)
    assert "what-happened" in linked
    assert all(f' id="{anchor}"' in one for anchor in linked)


def test_a_navigation_that_names_an_incident_names_it_as_its_author_wished(tmp_path: Path) -> None:
    nav = "nav:\n  - Home: index.md\n  - The big ones:\n    - That day: 2026-01-01-one.md\n    - index.md\n"
    files = {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n{nav}", f"postmortems/{INCIDENT}": incident()}
    site = Site(tmp_path, {**files, "postmortems/2026-01-01-one.md": incident(title="One")})
    site.build()
    assert "<title>That day - Ours</title>" in site.page("2026-01-01-one/index.html")
    assert re.findall(r'<span class="md-ellipsis">\s*(That day|One)\s', site.page("index.html"))[:1] == ["That day"]


def test_the_theme_s_search_reads_words_and_the_page_keeps_its_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_docs.site.search.is_installed", lambda: False)
    site = Site(
        tmp_path, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident("Once.")}
    )
    site.build()
    assert '<div class="idoc idoc-prose"><p>Once.</p>' in site.page("2026-03-04-checkout/index.html")


@pytest.mark.parametrize(
    ("key", "value"),
    [("hide", "5"), ("hide", "true"), ("template", "none.html"), ("template", "[1]"), ("template", "../x")],
)
def test_what_the_engine_cannot_take_from_the_frontmatter_is_left_out(tmp_path: Path, key: str, value: str) -> None:
    files = {
        "mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n",
        f"postmortems/{INCIDENT}": incident("Once.", **{key: value}),
    }
    site = Site(tmp_path, files)
    site.build()
    assert "<p>Once.</p>" in site.page("2026-03-04-checkout/index.html")


def test_a_template_of_the_theme_can_be_asked_for(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n",
        f"postmortems/{INCIDENT}": incident(template="blog.html"),
    }
    site = Site(tmp_path, files)
    site.build()
    assert '<h1 id="checkout-down">' in site.page("2026-03-04-checkout/index.html")


def test_a_build_tells_a_terminal_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    monkeypatch.setattr("incident_docs.site.engines.mkdocs.progress.Progress.show", lambda _, *what: said.append(what))
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\nnav: [index.md]\n", f"postmortems/{INCIDENT}": incident()}
    Site(tmp_path, {**files, "postmortems/about.md": "# About\n"}).build()
    making = [(done, total) for what, done, total in said if what == "Making pages"]
    writing = [(done, total) for what, done, total in said if what == "Writing pages"]
    assert making == writing == [(number, len(making)) for number in range(1, len(making) + 1)]
    assert len(making) > 5


@pytest.mark.parametrize("form", ["true", "false"])
def test_kept_evidence_is_beside_its_row_on_the_site(tmp_path: Path, form: str) -> None:
    row = "| 10:02 | Pods pending ([pods.txt](2026-03-04-checkout/pods.txt)) |\n"
    timeline = f"\n#### Timeline\n| Time | Event |\n|------|-------|\n{row}\n"
    document = incident().replace("\n### Postmortem", f"{timeline}### Postmortem")
    configuration = f"{PLAIN}docs_dir: postmortems\nuse_directory_urls: {form}\n"
    site = Site(tmp_path, {"mkdocs.yml": configuration, f"postmortems/{INCIDENT}": document})
    site.write("postmortems/2026-03-04-checkout/pods.txt", "pod-1 Pending\n")
    site.build()
    page = "2026-03-04-checkout/index.html" if form == "true" else "2026-03-04-checkout.html"
    (address,) = (href for label, href in hrefs(site.page(page)).items() if label == "pods.txt")
    assert site.page(f"{Path(page).parent}/{address}") == "pod-1 Pending\n"
