"""What Pagefind's search holds of a page, what results can be narrowed to, and what happens when it cannot be made."""

import gzip
import json
import stat
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import pytest

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT
from incident_docs.site import search
from incident_docs.site.search import Filter, Index, filters
from tests.incidents import document as made
from tests.site.reader import find, read

service = pytest.importorskip("pagefind.service", reason="the extra `search` is not installed")

MAIL = (
    '<h1 id="mail">Mail<a class="headerlink" href="#mail">#</a></h1><p>Intro.</p><table><tr><td>one</td>'
    '<td data-pagefind-ignore>two</td><td>three</td></tr></table><h2 id="what">What happened</h2><p>A &lt;b&gt; grew.</p>'
)
FILTERS = (Filter("severity", "Severity", (("P1", "P1"), ("P2", "P2"))),)


def document(**facts: str) -> Document:
    return made(facts)


def head(title: str, document: Document | None = None) -> list[tuple[str, str]]:
    """What a page's head says to Pagefind."""
    return [
        (each.get("data-pagefind-meta") or each.get("data-pagefind-filter") or "", each.get("content") or "")
        for each in find(read(search.facts(title, document)), "meta")
    ]


def write(site: Path, path: str, body: str, title: str = "T", document: Document | None = None) -> None:
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"<!doctype html><html><head>{search.facts(title, document)}<title>x</title></head><body><nav>Menu</nav>"
        f"<article data-pagefind-body>{body}</article></body></html>",
        encoding="utf-8",
    )


def index(site: Path, language: str = "en") -> Mapping[str, bytes]:
    site.mkdir(exist_ok=True)
    Index(site, FILTERS, 2, language).finish()
    folder = site / search.FOLDER
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fragments(found: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """What a result is made of, for each page."""
    texts = [gzip.decompress(found[name]).decode() for name in sorted(found) if name.startswith("fragment/")]
    pages = [json.loads(text.removeprefix("pagefind_dcd")) for text in texts]
    return sorted(pages, key=lambda page: str(page["url"]))


def program(path: Path, lines: str) -> str:
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(stat.S_IRWXU)
    return str(path)


def test_an_incident_is_told_by_its_severity_day_and_services_and_found_by_what_it_has() -> None:
    found = document(severity="P2", started="2026-03-03T23:30:00Z", timezone="Europe/Berlin", services="[mail, dns]")
    assert head("Mail <late>", found) == [
        ("title[content]", "Mail <late>"),
        ("about[content]", "P2 · 4 Mar 2026 · mail, dns"),
        ("severity[content]", "P2"),
        ("status[content]", "resolved"),
        ("service[content]", "mail"),
        ("service[content]", "dns"),
        ("year[content]", "2026"),
    ]


def test_an_incident_that_is_not_over_says_so() -> None:
    found = document(status="mitigating", resolved="", started="2026-03-04T10:00:00Z", severity="P1", services="[dns]")
    assert head("Mail", found)[1] == ("about[content]", "P1 · Mitigating · 4 Mar 2026 · dns")


def test_a_service_that_is_named_twice_is_one_value() -> None:
    assert [value for key, value in head("Mail", document(services="[dns, dns]")) if key == "service[content]"] == [
        "dns"
    ]


def test_what_is_not_known_is_not_said() -> None:
    unknown = parse("### Incident Response: Mail\n", "2026-03-04-mail.md")
    assert head("Mail", unknown) == head("Mail") == [("title[content]", "Mail")]


def test_filters_offer_what_incidents_have_in_the_order_of_the_format() -> None:
    found = [
        document(severity="P3", started="2024-03-04T10:00:00Z", services="[mail]"),
        document(severity="P1", started="2026-03-04T10:00:00Z", services="[dns, mail]", status="active", resolved=""),
    ]
    assert filters(found, DEFAULT) == (
        Filter("severity", "Severity", (("P1", "P1"), ("P3", "P3"))),
        Filter("status", "Status", (("active", "Active"), ("resolved", "Resolved"))),
        Filter("service", "Service", (("dns", "dns"), ("mail", "mail"))),
        Filter("year", "Year", (("2026", "2026"), ("2024", "2024"))),
    )


def test_a_filter_with_one_value_is_none() -> None:
    assert filters([document(), document()], DEFAULT) == ()


def test_a_page_is_known_by_its_words_and_facts_and_no_word_stands_twice(tmp_path: Path) -> None:
    hostile = 'R&D: "x" <b>, y[z]'
    write(tmp_path, "mail/index.html", MAIL, "Mail <late>", document(services=json.dumps([hostile])))
    write(tmp_path, "index.html", "<h1>Home</h1><p>Hello.</p>", "Home")
    home, mail = fragments(index(tmp_path))
    assert (home["url"], home["content"], home["meta"], home["filters"]) == ("/", "Hello.", {"title": "Home"}, {})
    assert (mail["url"], mail["content"]) == ("/mail/", "Intro. one. three. What happened. A <b> grew.")
    assert mail["meta"] == {"title": "Mail <late>", "about": f"P2 · 4 Mar 2026 · {hostile}"}
    assert mail["filters"] == {"severity": ["P2"], "status": ["resolved"], "service": [hostile], "year": ["2026"]}
    assert [anchor["id"] for anchor in mail["anchors"] if anchor["text"]] == ["what"]


def test_a_page_that_does_not_say_so_is_not_searched(tmp_path: Path) -> None:
    write(tmp_path, "mail/index.html", MAIL)
    (tmp_path / "404.html").write_text("<html><body><article>Not found</article></body></html>", encoding="utf-8")
    assert [page["url"] for page in fragments(index(tmp_path))] == ["/mail/"]


def test_only_what_a_search_loads_is_written(tmp_path: Path) -> None:
    write(tmp_path, "index.html", MAIL, document=document())
    found = index(tmp_path)
    hash = str(json.loads(found["pagefind-entry.json"])["languages"]["en"]["hash"])
    assert {name.partition("/")[0] if "/" in name else name.replace(hash, "*") for name in found} == {
        "filter",
        "filters.json",
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.*.pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.unknown.pagefind",
    }
    severity = '{"key":"severity","label":"Severity","choices":[["P1","P1"],["P2","P2"]]}'
    assert found["filters.json"].decode() == f'{{"pages":2,"filters":[{severity}]}}'


def test_words_have_stems_in_the_language_of_the_site(tmp_path: Path) -> None:
    write(tmp_path, "index.html", MAIL)
    assert "wasm.de.pagefind" in index(tmp_path, "de")


def test_settings_of_pagefind_in_the_project_are_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (tmp_path, tmp_path / "site"):
        folder.mkdir(exist_ok=True)
        (folder / "pagefind.yml").write_text("exclude_selectors: [p]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "site", "index.html", MAIL)
    [mail] = fragments(index(tmp_path / "site"))
    assert "Intro." in mail["content"]


def test_what_the_program_complains_of_is_said_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program(tmp_path / "broken", "echo no room; echo at line 7; exit 1"))
    with pytest.raises(IncidentDocsError, match=r"^the search could not be made: no room$"):
        index(tmp_path / "site")


def test_a_program_that_is_not_there_is_said_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(IncidentDocsError) as caught:
        index(tmp_path / "site")
    assert str(caught.value) == f"the search could not be made: {tmp_path / 'nowhere'}: No such file or directory"


def test_an_index_that_is_stopped_is_not_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program(tmp_path / "slow", "exec sleep 60"))
    running = Index(tmp_path, (), 1)
    running.stop()
    with pytest.raises(IncidentDocsError, match=r"^the search could not be made"):
        running.finish()


def test_the_extra_is_known_to_be_there() -> None:
    assert search.is_installed()
    assert search.notice(True) == "Pagefind searches the site"


def test_the_extra_is_known_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    assert not search.is_installed()
    assert search.notice(False) == (
        "the theme searches the site; `pip install 'incident-docs[search]'` gives a search that loads less"
    )


@pytest.mark.parametrize(
    ("base", "folder"),
    [
        (".", "./pagefind/"),
        ("../..", "../../pagefind/"),
        ("../", "../pagefind/"),
        ("", "./pagefind/"),
        ("/", "/pagefind/"),
    ],
)
def test_a_page_says_where_the_index_is(base: str, folder: str) -> None:
    assert search.tag(base) == f'<meta name="incident-docs-search" content="{escape(folder)}">'
