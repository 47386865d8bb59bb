"""A page for each owner of action items: whose it is, where it lies and what it lists."""

import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.insight.similar import Alike
from incident_docs.insight.unfinished_actions import unfinished_when_repeated
from incident_docs.site.pages.lists import owner_pages
from incident_docs.site.pages.lists.action_cells import owner_slug
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document

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


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_every_owner_has_a_page_whatever_the_case_of_their_name_and_who_is_not_named_has_none() -> None:
    pages = owner_pages.pages(INCIDENTS, Settings(prefix="x/"), TODAY)
    assert [(page.path, page.title) for page in pages] == [
        ("x/owners/ana.md", "Action items of @ana"),
        ("x/owners/bo.md", "Action items of @bo"),
        ("x/owners/platform-team.md", "Action items of Platform team"),
    ]
    assert {(page.hide, page.is_searched, page.is_listed) for page in pages} == {(("navigation", "toc"), False, False)}
    assert owner_pages.pages([Incident(document(), "a.md")], Settings(), TODAY) == ()


def test_who_is_named_twice_has_the_item_once_under_the_name_that_is_used_most() -> None:
    twice = [("Fix it", "@Bo, @bo", "", "open", ""), ("Find it", "@bo", "", "open", "")]
    [page] = owner_pages.pages([Incident(document(actions=twice), "a.md")], Settings(), TODAY)
    assert page.title == "Action items of @bo"
    assert page.markdown.count("<tr data-n") == 2


def test_a_page_lists_what_its_owner_has_to_do() -> None:
    documents = [BEFORE, AFTER]
    found = unfinished_when_repeated(documents, {id(BEFORE): (Alike(AFTER, 0.5, ("mail",)),)})
    ana, bo, team = (page.markdown for page in owner_pages.pages(INCIDENTS, Settings(), TODAY, found))
    assert words(ana.partition('<section id="overdue"')[0]) == (
        "← All action items # Action items of @ana "
        "Download CSV JSON Calendar As of 10 April 2026, when this page was built. "
        "1 Overdue 1 Due this week 1 Open, later 0 No date 0 Done Service All services checkout "
        "Incident All incidents Checkout down Mails late "
        "Incident was At any time Up to 30 days ago 31 to 90 days ago 91 days to a year ago More than a year ago "
        "Status Any status Open Not done, and it happened again 1 "
        "Each of these was still to be done when an incident like the one that it was promised after came about. "
        "Fix it @ana · due 2026-04-01 · 4 days late when it happened again "
        "Promised after P2 Major degradation Mails late 4 Mar 2026 "
        "Happened again P2 Major degradation Checkout down 5 Apr 2026 · alike in mail"
    )
    listed = [re.findall(r"<tr data-n=\"\d\"><td[^>]*>[^<]*</td><td>([^<]*)", html) for html in (ana, bo, team)]
    assert listed == [["Fix it", "Say it", "Find it"], ["Find it"], ["Watch it"]]
    assert "idoc-again" not in bo + team
    assert list(dict.fromkeys(re.findall(r'href="([^"#]+)', bo))) == [
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
