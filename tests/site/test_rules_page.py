"""The page of the linter's rules: each under its name, with its examples."""

import json
import re
from pathlib import Path

import pytest

from incident_docs.rules.catalogue import ALL
from incident_docs.site.pages.guides import rules_page
from incident_docs.site.pages.page import Settings
from tests.site.conftest import Visit
from tests.site.pages import headings, words
from tests.sites import INCIDENT, MATERIAL, Site, incident

PAGE = rules_page.page(Settings(prefix="incidents/"))


def shown(rule: str) -> str:
    """The HTML under the name of a rule."""
    return PAGE.markdown.partition(f"### {rule.replace('-', '&#45;')}\n\n")[2].partition("\n\n")[0]


def test_the_page_is_called_rules_and_can_be_searched() -> None:
    assert (PAGE.path, PAGE.title, PAGE.hide, PAGE.is_searched) == (
        "incidents/rules.md",
        "Rules",
        ("navigation",),
        True,
    )
    assert headings(PAGE)[0] == "# Rules"


def test_every_rule_stands_once_under_the_word_it_begins_with() -> None:
    groups: dict[str, list[str]] = {}
    for line in headings(PAGE)[1:]:
        level, _, text = line.partition(" ")
        if level == "##":
            groups[text] = []
        else:
            groups[list(groups)[-1]].append(text)
    assert sorted(rule for group in groups.values() for rule in group) == sorted(rule.ID for rule in ALL)
    *others, last = groups
    assert last == "Others"
    assert all(len(groups[word]) > 1 for word in others)
    assert all(rule.startswith(f"{word.lower().partition(' ')[0]}-") for word in others for rule in groups[word])
    assert "secret-found" in groups["Others"]


def test_a_rule_has_its_sentence_its_level_and_why() -> None:
    html = shown("duplicate-id")
    assert words(html.partition("<pre")[0]) == (
        "No two files have the same id, whatever their folders. Error , in every incident"
        " Why: A command that is given the id, a link and a page's address would each mean one of the two, and not the"
        " same one. Bad:"
    )
    assert '<span class="idoc-level-error">Error</span>' in html
    assert "<b>Fix:</b> " in shown("timeline-order")
    assert "Off unless it is selected, once an incident is resolved" in words(shown("reference-bare-url")).replace(
        " ,", ","
    )


def test_the_line_that_offends_is_marked_and_the_message_stands_below_it() -> None:
    html = shown("timeline-order")
    assert (
        "<mark>| 10:00 | Deploy finished |</mark>&#10;"
        '<span class="idoc-message">^ 10:00 stands after 10:05</span></code></pre>'
    ) in html
    assert '<p class="idoc-caption"><b>Bad, a day that is written out:</b></p><pre tabindex="0"><code>' in html
    assert "<mark> </mark>" not in PAGE.markdown


def test_what_examples_hold_is_no_markup() -> None:
    assert "No placeholder" not in PAGE.markdown
    assert "no <code>&lt;...&gt;</code>, TODO" in shown("placeholder-left")
    assert "<b>Good:</b> plain UTF-8, with either kind of line ends." in shown("file-unreadable")


def test_in_the_site_the_anchor_of_a_rule_is_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incident_docs.site.search.is_installed", lambda: False)
    site = Site(tmp_path, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()})
    site.build()
    html = site.page("rules/index.html")
    assert re.findall(r'<h3 id="([^"]+)"', html) == [line[4:] for line in headings(PAGE) if line.startswith("### ")]
    found = {each["location"]: each["text"] for each in json.loads(site.page("search/search_index.json"))["docs"]}
    assert found["rules/#duplicate-id"].startswith("<p>No two files have the same id, whatever their folders.</p>")


def test_the_page_is_as_wide_as_a_phone(postmortems: Visit) -> None:
    for width in (390, 1280):
        page = postmortems("rules/", width=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator("#timeline-order").is_visible()
        overflow = "[...document.querySelectorAll('.idoc-message')].filter(e => getComputedStyle(e).whiteSpace != 'pre-wrap').length"
        assert page.evaluate(overflow) == 0
