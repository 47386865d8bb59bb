"""The page of what is owed: what it says of each postmortem, the oldest first."""

import re
from datetime import date
from html import unescape

from incident_docs.document.model import Document
from incident_docs.site.pages.lists import owed_page
from incident_docs.site.pages.page import Incident, Page, Settings
from tests.incidents import SOURCES, document

TODAY = date(2026, 4, 10)


def page(*documents: Document, settings: Settings | None = None) -> Page:
    incidents = [Incident(each, f"incidents/{each.id}.md") for each in documents]
    return owed_page.page(incidents, settings or Settings(prefix="incidents/"), TODAY)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(html: str) -> list[list[str]]:
    body = html.partition("<tbody")[2]
    return [[words(cell) for cell in re.findall(r"<td.*?</td>", row)] for row in re.findall(r"<tr.*?</tr>", body)]


def test_a_row_says_since_when_what_and_who() -> None:
    html = page(
        document(
            {
                "title": "",
                "severity": "",
                "resolved": "2026-03-05T01:00:00+02:00",
                "postmortem": "{status: in review, owner: '[*Mira*](/mira)', due: 2026-04-01}",
                "services": "[mail, queue]",
            },
            path="new.md",
        ),
        document({"resolved": "", "postmortem": "{status: draft, due: 2026-04-12}", "timezone": "Asia/Tokyo"}),
        document({"title": "Old <b>", "resolved": "2024-03-04T23:00:00Z", "timezone": "Asia/Tokyo", "commander": "Bo"}),
    ).markdown
    assert rows(html) == [
        ["2024-03-05 2 years ago", "P2 Major degradation", "Old <b> checkout", "missing", "Bo"],
        ["2026-03-04 37 days ago", "not recorded", "new mail, queue", "in review, due 2026-04-01 9 days late", "Mira"],
        ["not recorded", "P2 Major degradation", "Checkout down checkout", "draft, due 2026-04-12 in 2 days", "nobody"],
    ]
    assert re.findall(r"data-owner=[^>]*", html) == [
        'data-owner="Bo" data-severity="P2"',
        'data-owner="Mira" data-severity=""',
        'data-owner="nobody" data-severity="P2"',
    ]
    assert re.findall(r'href="([^"]*)"', html) == ["../2026-03-04-checkout/", "../new/", "../2026-03-04-checkout/"]
    assert re.findall(r'class="(idoc-late[^"]*)" data-due="([^"]*)"', html) == [
        ("idoc-late idoc-bad", "2026-04-01"),
        ("idoc-late", "2026-04-12"),
    ]


def test_the_top_counts_them_and_offers_the_owners_and_severities_that_there_are() -> None:
    html = page(
        document({"commander": "bo", "severity": "P4"}, path="a.md"),
        document({"commander": "Ana", "severity": "P1"}, path="b.md"),
        document({"severity": "P1"}, path="c.md"),
        document({"severity": "P3", "postmortem": "{status: complete, owner: cai}"}, path="d.md"),
    ).markdown
    assert words(html.partition("<table")[0]) == (
        "# What is owed As of 10 April 2026, when this page was built. Owner Everyone Ana bo nobody "
        "Severity Any severity P1 Service down P4 No user impact 3 postmortems owed, oldest first"
    )
    one = page(document({"commander": "bo", "severity": ""})).markdown
    assert words(one.partition("<table")[0]) == (
        "# What is owed As of 10 April 2026, when this page was built. Owner Everyone bo "
        "Severity Any severity 1 postmortem owed, oldest first"
    )


def test_nothing_owed_is_said_in_a_sentence() -> None:
    found = page(
        document(SOURCES, path="a.md"),
        document({"postmortem": "{status: not required, reason: the same as last week}"}, path="b.md"),
        document({"status": "active", "resolved": ""}, path="c.md"),
        settings=Settings(prefix="x/"),
    )
    assert found.markdown == (
        '# What is owed\n\n<div class="idoc"><p class="idoc-empty">No postmortem is owed: '
        "every incident that is over has one, or needs none.</p></div>\n\n"
    )
    assert (found.path, found.title, found.hide, found.is_searched) == (
        "x/owed.md",
        "What is owed",
        ("navigation", "toc"),
        False,
    )


def test_two_incidents_of_one_id_keep_their_own_pages() -> None:
    twins = [Incident(document(), f"{folder}/x.md") for folder in "ab"]
    html = owed_page.page(twins, Settings(), TODAY).markdown
    assert re.findall(r'href="([^"]*)"', html) == ["../a/x/", "../b/x/"]
