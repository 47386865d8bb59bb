"""The page of the linter's rules: each under its name, with its examples."""

import json
import re
from pathlib import Path

import pytest

from incident_docs.rules.catalogue import ALL
from incident_docs.site.pages.guides import rules_page
from incident_docs.site.pages.page import Settings
from tests.site.conftest import Visit
from tests.site.reader import below, find, headings, one, read, words
from tests.sites import INCIDENT, MATERIAL, Site, incident

PAGE = rules_page.page(Settings(prefix="incidents/"))
READ = read(PAGE)


def test_the_page_is_called_rules_and_can_be_searched() -> None:
    assert (PAGE.path, PAGE.title, PAGE.hide, PAGE.is_searched) == (
        "incidents/rules.md",
        "Rules",
        ("navigation",),
        True,
    )
    assert headings(READ)[0] == (1, "Rules")


def test_every_rule_stands_once_under_the_word_it_begins_with() -> None:
    groups: dict[str, list[str]] = {}
    for level, text in headings(READ)[1:]:
        if level == 2:
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
    rule = below(READ, "duplicate-id")
    assert words(rule).startswith(
        "No two files have the same id, whatever their folders. Error, in every incident"
        " Why: A command that is given the id, a link and a page's address would each mean one of the two, and not the"
        " same one. Bad: "
    )
    assert words(one(rule, class_="idoc-level-error")) == "Error"
    assert find(below(READ, "timeline-order"), "b", having="Fix:")
    assert "Off unless it is selected, once an incident is resolved" in words(below(READ, "reference-bare-url"))


def test_the_line_that_offends_is_marked_and_the_message_stands_below_it() -> None:
    rule = below(READ, "timeline-order")
    mark = next(each for each in find(rule, "mark") if words(each) == "| 10:00 | Deploy finished |")
    assert mark.tail == "\n"
    example = next(each for each in find(rule, "code") if mark in list(each))
    message = list(example)[list(example).index(mark) + 1]
    assert (message.get("class"), words(message)) == ("idoc-message", "^ 10:00 stands after 10:05")
    captions = [words(each) for each in find(rule, class_="idoc-caption")]
    assert "Bad, a day that is written out:" in captions
    assert {each.get("tabindex") for each in find(READ, "pre")} == {"0"}
    assert [each for each in find(READ, "mark") if not words(each)] == []


def test_an_option_has_its_default_and_what_it_does() -> None:
    rule = below(READ, "timeline-gap")
    assert words(one(rule, "p", having="Option:")) == (
        "Option: longest-minutes = 60. A gap may be so many minutes long."
    )


def test_what_examples_hold_is_no_markup() -> None:
    rule = below(READ, "placeholder-left")
    assert "no <...>, TODO" in words(rule)
    assert "<...>" in [words(each) for each in find(rule, "code")]
    assert "Good: plain UTF-8, with either kind of line ends." in words(below(READ, "file-unreadable"))


def test_in_the_site_the_anchor_of_a_rule_is_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incident_docs.site.search.is_installed", lambda: False)
    site = Site(tmp_path, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()})
    site.build()
    html = site.page("rules/index.html")
    assert re.findall(r'<h3 id="([^"]+)"', html) == [text for level, text in headings(READ) if level == 3]
    found = {each["location"]: each["text"] for each in json.loads(site.page("search/search_index.json"))["docs"]}
    assert found["rules/#duplicate-id"].startswith("<p>No two files have the same id, whatever their folders.</p>")


def test_the_page_is_as_wide_as_a_phone(postmortems: Visit) -> None:
    for width in (390, 1280):
        page = postmortems("rules/", width=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator("#timeline-order").is_visible()
        overflow = "[...document.querySelectorAll('.idoc-message')].filter(e => getComputedStyle(e).whiteSpace != 'pre-wrap').length"
        assert page.evaluate(overflow) == 0
