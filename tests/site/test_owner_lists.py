"""A page for each owner of action items: whose it is, where it lies and what it lists."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.insight.likeness import Alike
from incident_docs.insight.unfinished_actions import unfinished_when_repeated
from incident_docs.site.pages.lists.actions_page import owner_pages
from incident_docs.site.pages.owner_lists import owner_slug
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document
from tests.site.reader import choices, find, headings, one, read, words

TODAY = date(2026, 4, 10)
BEFORE = document(
    {"title": "Mails late"},
    [
        ("Fix it", "@ana", "2026-04-01", "open", ""),
        ("Find it", "@Ana, @bo", "2026-05-01", "open", ""),
        ("Watch it", "**Platform** team", "", "done", ""),
        ("Ask", "<owner>", "2026-04-01", "open", ""),
        ("Wait", "", "2026-04-01", "open", ""),
    ],
)
AFTER = document(
    {"started": "2026-04-05T10:00:00Z", **SOURCES},
    [("Test it", "not published", "2026-04-12", "open", ""), ("Say it", "@ana", "2026-04-12", "open", "")],
    path="2026-04-05-again.md",
)
INCIDENTS = [Incident(BEFORE, "incidents/a.md"), Incident(AFTER, "incidents/b.md")]


def test_every_owner_has_a_page_whatever_the_case_of_their_name_and_who_is_not_named_has_none() -> None:
    pages = owner_pages(INCIDENTS, Settings(prefix="x/"), TODAY)
    assert [(page.path, page.title) for page in pages] == [
        ("x/owners/ana.md", "Action items of @ana"),
        ("x/owners/bo.md", "Action items of @bo"),
        ("x/owners/platform-team.md", "Action items of Platform team"),
    ]
    assert {(page.hide, page.is_searched, page.is_listed) for page in pages} == {(("navigation", "toc"), False, False)}
    assert owner_pages([Incident(document(), "a.md")], Settings(), TODAY) == ()


def test_who_is_named_twice_has_the_item_once_under_the_name_that_is_used_most() -> None:
    twice = [("Fix it", "@Bo, @bo", "", "open", ""), ("Find it", "@bo", "", "open", "")]
    [page] = owner_pages([Incident(document(actions=twice), "a.md")], Settings(), TODAY)
    assert page.title == "Action items of @bo"
    assert len(find(read(page), "tr", data_n="*")) == 2


def test_a_page_lists_what_its_owner_has_to_do() -> None:
    documents = [BEFORE, AFTER]
    found = unfinished_when_repeated(documents, {BEFORE: (Alike(AFTER, 0.5, ("mail",)),)})
    ana, bo, team = (read(page) for page in owner_pages(INCIDENTS, Settings(), TODAY, found))
    assert words(one(ana, class_="idoc-top")) == "← All action items"
    assert headings(ana)[0] == (1, "Action items of @ana")
    assert [words(each) for each in find(ana, "p", class_="idoc-downloads")] == ["Download CSV JSON Calendar"]
    assert words(one(ana, "p", class_="idoc-as-of")) == "As of 10 April 2026, when this page was built."
    counts = "1 Overdue 1 Due this week 1 Open, later 0 No date 0 Done"
    assert words(one(ana, "ul", class_="idoc-counts")) == counts
    assert {name: offered[1:] for name, offered in choices(ana).items() if name != "age"} == {
        "service": ["checkout"],
        "incident": ["Checkout down", "Mails late"],
        "status": ["Open"],
    }
    [again] = find(one(ana, id="again"), "li")
    assert words(again) == (
        "Fix it@ana · due 2026-04-01 · 4 days late when it happened again "
        "Promised after P2 Major degradation Mails late 4 Mar 2026 "
        "Happened again P2 Major degradation Checkout down 5 Apr 2026 · alike in mail"
    )
    listed = [[row[1].text for row in find(page, "tr", data_n="*")] for page in (ana, bo, team)]
    assert listed == [["Fix it", "Say it", "Find it"], ["Find it"], ["Watch it"]]
    assert find(bo, id="again") + find(team, id="again") == []
    addresses = [each.get("href", "") for each in find(bo, "a", href="*")]
    assert list(dict.fromkeys(each.partition("#")[0] for each in addresses if not each.startswith("#"))) == [
        "../../actions/",
        "../bo.csv",
        "../bo.json",
        "../bo.ics",
        "../../incidents/a/",
        "../ana/",
        "./",
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("@ana", "ana"),
        ("Ana", "ana"),
        ("Platform team", "platform-team"),
        ("ana.k", "ana-k-0992f19a"),
        ("José", "jose-d994e1d0"),
        ("平台", "owner-91088770"),
    ],
)
def test_a_name_gives_its_address_alone(name: str, slug: str) -> None:
    assert owner_slug(name) == slug


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_names_share_an_address_only_if_case_a_sign_or_a_space_is_all_that_tells_them_apart(
    one: str, other: str
) -> None:
    def key(name: str) -> str:
        return name.removeprefix("@").casefold().replace(" ", "-")

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", owner_slug(one))
    assert owner_slug(one) != owner_slug(other) or key(one) == key(other)
