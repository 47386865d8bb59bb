"""The list of incidents: what it says of each, and how it is searched, filtered and sorted."""

from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree.ElementTree import Element

import pytest

from incident_docs.document.model import Document
from incident_docs.site.pages.lists import incident_list
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document
from tests.site.reader import find, headings, links, one, read, words

TODAY = date(2026, 4, 10)


def shown(*documents: Document, settings: Settings | None = None) -> Element:
    incidents = [Incident(each, f"{each.id}.md") for each in documents]
    return read(incident_list.page(incidents, settings or Settings(), TODAY))


def incident_rows(page: Element) -> list[list[str]]:
    return [[words(cell) for cell in row] for body in find(page, "tbody") for row in body if row[0].tag == "td"]


def data(page: Element) -> dict[str, str]:
    [row] = one(page, "tbody")
    return {key.removeprefix("data-"): value for key, value in row.items() if key.startswith("data-")}


def test_incidents_come_newest_first_and_those_without_a_start_last() -> None:
    page = shown(
        document({"title": "Old", "started": "2019-01-01T00:30:00Z", "resolved": "2019-01-01T01:00:00Z"}, path="b.md"),
        document({"title": "", "started": "", "severity": "", "status": "", "services": ""}, path="lost-file.md"),
        document(
            {"title": "New", "started": "2026-01-01T01:00:00+02:00", "resolved": "", "status": "active"}, path="c.md"
        ),
    )
    assert incident_rows(page) == [
        ["2025-12-31", "P2 Major degradation", "New Active checkout", "ongoing", "none yet", "not yet"],
        ["2019-01-01", "P2 Major degradation", "Oldcheckout", "30m", "none", "missing"],
        ["not recorded", "not recorded", "lost-file", "not recorded", "none", "not recorded"],
    ]
    assert headings(page) == [(1, "Incidents")]
    assert words(one(page, role="status")) == "3 incidents, newest first"


def test_without_scripts_it_is_a_list_by_year() -> None:
    page = shown(
        # Around midnight another zone has another year: what is written in the row counts.
        document(
            {"title": "Late", "started": "2025-12-31T23:30:00-05:00", "timezone": "America/New_York"}, path="a.md"
        ),
        document({"title": "Early", "started": "2026-01-01T01:00:00Z"}, path="b.md"),
        document({"title": "Old", "started": "2019-01-01T00:30:00Z"}, path="c.md"),
        document({"title": "Lost", "started": ""}, path="d.md"),
    )
    assert [(group.get("data-year"), words(group[0])) for group in find(page, "tbody")] == [
        ("2026", "2026"),
        ("2025", "2025"),
        ("2019", "2019"),
        ("", "No date"),
    ]
    assert [row[2] for row in incident_rows(page)] == ["Earlycheckout", "Latecheckout", "Oldcheckout", "Lostcheckout"]
    contents = one(page, "nav")
    assert words(contents) == "2026 1 2025 1 2019 1 No date 1"
    assert list(links(contents).values()) == [f"#{row.get('id')}" for row in find(page, class_="idoc-year")]


def test_one_year_needs_no_heading() -> None:
    page = shown(document(path="a.md"), document(path="b.md"))
    assert find(page, class_="idoc-year") + find(page, "nav") == []
    assert len(incident_rows(page)) == 2


def test_one_incident_is_one_incident() -> None:
    assert words(one(shown(document()), role="status")) == "1 incident, newest first"


def test_no_incidents_say_how_the_first_is_written() -> None:
    assert words(shown()) == (
        "Incidents No incidents yet. incident-docs new writes the first one."
        " Data: all incidents as JSON, its JSON Schema."
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "1h 00m"),
        ({"started": "~2026-03-04T10:00:00Z"}, "~1h 00m"),
        ({"resolved": "~2026-03-04T11:00:00Z"}, "~1h 00m"),
        ({"resolved": "2026-03-04T09:00:00Z"}, "not recorded"),
        ({"resolved": ""}, "not recorded"),
        ({"resolved": "not published"}, "not recorded"),
        ({"resolved": "not published", **SOURCES}, "not published"),
        ({"resolved": "", "status": "mitigating"}, "ongoing"),
    ],
)
def test_a_duration_is_what_is_known_of_it(facts: Mapping[str, str], expected: str) -> None:
    assert incident_rows(shown(document(facts)))[0][3] == expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["done", "won't do", "open"], "2 of 3 1 overdue"),
        (["done", "done"], "2 of 2"),
        (["done", "not published", "not published"], "1 of 3 2 unknown"),
        (["not published"], "1 unknown"),
        (["open", "not published"], "0 of 2 1 overdue 1 unknown"),
    ],
)
def test_actions_are_counted_as_of_the_day_of_the_build(states: Iterable[str], expected: str) -> None:
    actions = [("Test it", "@ana", "2026-04-09", state, "") for state in states]
    assert incident_rows(shown(document(SOURCES, actions)))[0][4] == expected


@pytest.mark.parametrize(
    ("services", "expected"),
    [
        ("", ""),
        ("[a, b]", "a, b"),
        (f"[{'x' * 80}, b]", f"{'x' * 80} and 1 more"),
        (f"[{'x' * 50}, {'y' * 6}, z]", f"{'x' * 50}, {'y' * 6} and 1 more"),
        (f"[{'x' * 50}, {'y' * 7}, z, z]", f"{'x' * 50} and 3 more"),
    ],
)
def test_as_many_services_are_named_as_fit(services: str, expected: str) -> None:
    assert incident_rows(shown(document({"services": services})))[0][2] == f"Checkout down{expected}"


def test_a_row_carries_what_the_browser_needs() -> None:
    actions = [
        ("a", "@ana", "2026-04-09", "open", ""),
        ("b", "[@bo](/bo)", "2026-05-09", "in progress", ""),
        ("c", "@ana", "2026-05-10", "done", ""),
        ("d", "<owner>", "", "open", ""),
    ]
    facts = {
        "services": "[a b, 'c\"d']",
        "tags": "[x]",
        "strategy": "[rollback]",
        "authors": "[Bo]",
        "commander": "Ana",
        "postmortem": "{status: draft, owner: '@cai'}",
    }
    assert data(shown(document(facts, actions))) == {
        "severity": "P2",
        "status": "resolved",
        "service": 'a b\nc"d',
        "tag": "x",
        "strategy": "rollback",
        "owner": "@ana\n@bo\n@cai",
        "duration": "3600",
        "done": "0.25",
        "due": "2026-04-09 2026-05-09",
        "text": "Nobody could pay.\nAna\nBo",
    }
    bare = {"started": "", "resolved": "", "severity": "", "status": "", "services": ""}
    assert data(shown(document(bare))) == {"text": "Nobody could pay."}


def test_what_an_author_writes_stays_text() -> None:
    page = shown(document({"title": "'<img src=x> & `a` {b} [c](d)'", "services": "['<i>']"}))
    assert find(page, "img") + find(page, "i") == []
    assert incident_rows(page)[0][2] == "<img src=x> & `a` {b} [c](d)<i>"


def test_options_are_in_the_order_of_the_format_or_the_most_frequent_first() -> None:
    page = shown(
        document({"services": "[b, a, c]", "strategy": "[shed-load, failover]", "tags": "[Z, a]"}),
        document({"services": "[c]", "strategy": "[failover, failover]", "started": "2019-01-01T00:30:00Z"}),
    )
    counts = {
        words(one(fieldset, "legend")): {
            words(one(option, class_="idoc-option-label")): words(one(option, class_="idoc-option-count"))
            for option in find(fieldset, "label")
        }
        for fieldset in find(page, "fieldset")
    }
    assert [(name, list(found.items())) for name, found in counts.items()] == [
        (
            "Severity",
            [
                ("P1 Service down", "0"),
                ("P2 Major degradation", "2"),
                ("P3 Minor impact", "0"),
                ("P4 No user impact", "0"),
            ],
        ),
        ("Status", [("Active", "0"), ("Mitigating", "0"), ("Resolved", "2")]),
        ("Service", [("c", "2"), ("a", "1"), ("b", "1")]),
        ("Owner", []),
        ("Tag", [("a", "1"), ("Z", "1")]),
        ("Strategy", [("failover", "2"), ("shed-load", "1")]),
        ("Year", [("2026", "1"), ("2019", "1")]),
    ]


def test_links_lead_from_the_list_to_the_pages_wherever_it_is() -> None:
    here = Settings(index_path="incidents/index.md", directory_urls=False)
    incident = Incident(document(path="2026-03-04-a.md"), "incidents/2026/2026-03-04-a.md")
    page = incident_list.page([incident], here, TODAY)
    assert (page.path, page.title, page.hide) == ("incidents/index.md", "Incidents", ("navigation", "toc"))
    assert links(read(page))["Checkout down"] == "2026/2026-03-04-a.html"
