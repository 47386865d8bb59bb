"""The page of what is owed: what it says of each postmortem, the oldest first."""

from datetime import date

from incident_docs.document.model import Document
from incident_docs.site.pages.lists import owed_page
from incident_docs.site.pages.page import Incident, Page, Settings
from tests.incidents import SOURCES, document
from tests.site.reader import choices, find, headings, links, one, read, rows, words

TODAY = date(2026, 4, 10)


def page(*documents: Document, settings: Settings | None = None) -> Page:
    incidents = [Incident(each, f"incidents/{each.id}.md") for each in documents]
    return owed_page.page(incidents, settings or Settings(prefix="incidents/"), TODAY)


def test_a_row_says_since_when_what_and_who() -> None:
    read_page = read(
        page(
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
            document(
                {"title": "Old <b>", "resolved": "2024-03-04T23:00:00Z", "timezone": "Asia/Tokyo", "commander": "Bo"}
            ),
        )
    )
    assert rows(read_page) == [
        ["Resolved", "Severity", "Incident", "Postmortem", "Owner"],
        ["2024-03-05 2 years ago", "P2 Major degradation", "Old <b> checkout", "missing", "Bo"],
        ["2026-03-04 37 days ago", "not recorded", "new mail, queue", "in review, due 2026-04-01 9 days late", "Mira"],
        ["not recorded", "P2 Major degradation", "Checkout down checkout", "draft, due 2026-04-12 in 2 days", "nobody"],
    ]
    assert [(row.get("data-owner"), row.get("data-severity")) for row in find(read_page, "tr", data_owner="*")] == [
        ("Bo", "P2"),
        ("Mira", ""),
        ("nobody", "P2"),
    ]
    assert list(links(read_page).values()) == ["../2026-03-04-checkout/", "../new/", "../2026-03-04-checkout/"]
    late = find(read_page, class_="idoc-late")
    assert [(each.get("data-due"), each.get("class")) for each in late] == [
        ("2026-04-01", "idoc-late idoc-bad"),
        ("2026-04-12", "idoc-late"),
    ]


def test_the_top_counts_them_and_offers_the_owners_and_severities_that_there_are() -> None:
    found = read(
        page(
            document({"commander": "bo", "severity": "P4"}, path="a.md"),
            document({"commander": "Ana", "severity": "P1"}, path="b.md"),
            document({"severity": "P1"}, path="c.md"),
            document({"severity": "P3", "postmortem": "{status: complete, owner: cai}"}, path="d.md"),
        )
    )
    assert headings(found) == [(1, "What is owed")]
    assert words(one(found, "p", class_="idoc-as-of")) == "As of 10 April 2026, when this page was built."
    assert words(one(found, role="status")) == "3 postmortems owed, oldest first"
    assert choices(found) == {
        "owner": ["Everyone", "Ana", "bo", "nobody"],
        "severity": ["Any severity", "P1 Service down", "P4 No user impact"],
    }
    single = read(page(document({"commander": "bo", "severity": ""})))
    assert words(one(single, role="status")) == "1 postmortem owed, oldest first"
    assert choices(single) == {"owner": ["Everyone", "bo"], "severity": ["Any severity"]}


def test_nothing_owed_is_said_in_a_sentence() -> None:
    found = page(
        document(SOURCES, path="a.md"),
        document({"postmortem": "{status: not required, reason: the same as last week}"}, path="b.md"),
        document({"status": "active", "resolved": ""}, path="c.md"),
        settings=Settings(prefix="x/"),
    )
    assert words(read(found)) == (
        "What is owed No postmortem is owed: every incident that is over has one, or needs none."
    )
    assert (found.path, found.title, found.hide, found.is_searched) == (
        "x/owed.md",
        "What is owed",
        ("navigation", "toc"),
        False,
    )


def test_two_incidents_of_one_id_keep_their_own_pages() -> None:
    twins = [Incident(document(), f"{folder}/x.md") for folder in "ab"]
    found = read(owed_page.page(twins, Settings(), TODAY))
    assert [each.get("href") for each in find(found, "a")] == ["../a/x/", "../b/x/"]
