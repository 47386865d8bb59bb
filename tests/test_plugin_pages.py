"""The plugin in real builds of MkDocs: what becomes of its pages, in this build and the next."""

import json
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from tests.sites import INCIDENT, MATERIAL, PLAIN, Site, hrefs, incident, words


def test_the_next_build_sees_what_has_changed_and_reads_nothing_twice(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", "postmortems/2026-01-01-same.md": incident(title="Same")}
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident()})
    first = site.build().plugins["incident-docs"]
    before = first._incidents["2026-01-01-same.md"]
    site.write(f"postmortems/{INCIDENT}", incident(title="Changed"))
    site.write("postmortems/2026-04-04-new.md", incident(title="New"))
    second = site.build().plugins["incident-docs"]
    assert second is first
    assert second._incidents["2026-01-01-same.md"] is before
    assert '<h1 id="changed">Changed</h1>' in site.page("2026-03-04-checkout/index.html")
    assert {"Same", "Changed", "New"} <= hrefs(site.page("index.html")).keys()
    site.write("pyproject.toml", '[tool.incident-docs.severities.SEV1]\nimpact = "All is lost"\n')
    third = site.build()
    assert third.plugins["incident-docs"]._incidents["2026-01-01-same.md"].severity is None
    assert third.watch == [str(tmp_path / "pyproject.toml")]


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
        ("Rules", False),
    ]
    assert '<meta name="description" content="Nobody could pay.">' in site.page("2026-03-04-checkout/index.html")


def test_the_search_finds_the_words_of_incidents_and_not_their_lists(tmp_path: Path) -> None:
    site = Site(
        tmp_path, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident("Once.")}
    )
    site.build()
    found = [
        each
        for each in json.loads(site.page("search/search_index.json"))["docs"]
        if not each["location"].startswith("rules/")
    ]
    assert [(each["location"], each["title"], each["text"]) for each in found] == [
        (
            "2026-03-04-checkout/",
            "Checkout down",
            (
                "<code>2026-03-04-checkout</code> P2 Major degradation Resolved 0 of 1 action done , 1 overdue"
                " <p>Nobody could pay.</p> Started 10:00 UTC Wed 4 Mar 2026 Time to detect not recorded"
                " Time to mitigate not recorded Time to resolve 1h 00m Resolved 11:00 Services checkout"
            ),
        ),
        ("2026-03-04-checkout/#postmortem", "Postmortem", ""),
        (
            "2026-03-04-checkout/#action-items",
            "Action items",
            (
                "<p>0 of 1 done , 1 overdue . All action items</p>"
                " State Action Owner Due Ticket Overdue Open Fix it @ana 2026-04-01 9 days late none"
            ),
        ),
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
    assert (
        "<pre><code>&#123;&#123; secret }}&#10;--8&lt;-- &quot;mkdocs.yml&quot;&#10;&#10;&#91;TOC]&#10;</code></pre>"
        in page
    )
    assert "<p>&#123;&#123; also }}</p>" in page


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
