"""The list of incidents: what it says of each, and how it is searched, filtered and sorted."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from html import unescape

import pytest

from incident_docs.document.model import Document
from incident_docs.site.pages.lists import incident_list
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.parts import as_markdown
from tests.incidents import SOURCES, document

TODAY = date(2026, 4, 10)


def markdown(*documents: Document, settings: Settings | None = None) -> str:
    incidents = [Incident(each, f"{each.id}.md") for each in documents]
    return as_markdown(incident_list.page(incidents, settings or Settings(), TODAY).parts)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(html: str) -> list[list[str]]:
    body = html.partition("<tbody")[2]
    found = re.findall(r'<tr role="row"(?! class="idoc-year").*?</tr>', body)
    return [[words(cell) for cell in re.findall(r"<td.*?</td>", row)] for row in found]


def data(html: str) -> dict[str, str]:
    [row] = re.findall(r"<tr[^>]*>(?=<td)", html)
    return {key: unescape(value) for key, value in re.findall(r'data-(\w+)="([^"]*)"', row)}


def test_incidents_come_newest_first_and_those_without_a_start_last() -> None:
    html = markdown(
        document({"title": "Old", "started": "2019-01-01T00:30:00Z", "resolved": "2019-01-01T01:00:00Z"}, path="b.md"),
        document({"title": "", "started": "", "severity": "", "status": "", "services": ""}, path="lost-file.md"),
        document(
            {"title": "New", "started": "2026-01-01T01:00:00+02:00", "resolved": "", "status": "active"}, path="c.md"
        ),
    )
    assert rows(html) == [
        ["2025-12-31", "P2 Major degradation", "New Active checkout", "ongoing", "none yet", "not yet"],
        ["2019-01-01", "P2 Major degradation", "Old checkout", "30m", "none", "missing"],
        ["not recorded", "not recorded", "lost-file", "not recorded", "none", "not recorded"],
    ]
    assert words(html).startswith("# Incidents / Filters Severity P1 Service down 0 P2 Major degradation 2")
    assert "3 incidents , newest first" in words(html)


def test_without_scripts_it_is_a_list_by_year() -> None:
    html = markdown(
        # Around midnight another zone has another year: what is written in the row counts.
        document(
            {"title": "Late", "started": "2025-12-31T23:30:00-05:00", "timezone": "America/New_York"}, path="a.md"
        ),
        document({"title": "Early", "started": "2026-01-01T01:00:00Z"}, path="b.md"),
        document({"title": "Old", "started": "2019-01-01T00:30:00Z"}, path="c.md"),
        document({"title": "Lost", "started": ""}, path="d.md"),
    )
    groups = re.findall(r'<tbody role="rowgroup" data-year="(\d*)">(.*?)</tbody>', html)
    assert [(year, words(rows.partition("<td")[0])) for year, rows in groups] == [
        ("2026", "2026"),
        ("2025", "2025"),
        ("2019", "2019"),
        ("", "No date"),
    ]
    assert [row[2] for row in rows(html)] == ["Early checkout", "Late checkout", "Old checkout", "Lost checkout"]
    [contents] = re.findall(r"<nav.*?</nav>", html)
    assert words(contents) == "2026 1 2025 1 2019 1 No date 1"
    assert re.findall(r'href="#([^"]*)"', contents) == re.findall(r'class="idoc-year" id="([^"]*)"', html)


def test_one_year_needs_no_heading() -> None:
    html = markdown(document(path="a.md"), document(path="b.md"))
    assert "idoc-year" not in html
    assert len(rows(html)) == 2


def test_one_incident_is_one_incident() -> None:
    assert "<b>1 incident</b>, newest first" in markdown(document())


def test_no_incidents_say_how_the_first_is_written() -> None:
    assert words(markdown()) == (
        "# Incidents No incidents yet. incident-docs new writes the first one."
        " Data: all incidents as JSON , its JSON Schema ."
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
    assert rows(markdown(document(facts)))[0][3] == expected


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
    assert rows(markdown(document(SOURCES, actions)))[0][4] == expected


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
    assert rows(markdown(document({"services": services})))[0][2] == f"Checkout down {expected}".strip()


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
    assert data(markdown(document(facts, actions))) == {
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
    assert data(markdown(document(bare))) == {"text": "Nobody could pay."}


def test_what_an_author_writes_stays_text() -> None:
    html = markdown(document({"title": "'<img src=x> & `a` {b} [c](d)'", "services": "['<i>']"}))
    assert "<img" not in html
    assert "<i>" not in html
    assert not set("`{[") & set(html.partition("\n\n")[2])
    assert rows(html)[0][2] == "<img src=x> & `a` {b} [c](d) <i>"


def test_options_are_in_the_order_of_the_format_or_the_most_frequent_first() -> None:
    html = markdown(
        document({"services": "[b, a, c]", "strategy": "[shed-load, failover]", "tags": "[Z, a]"}),
        document({"services": "[c]", "strategy": "[failover, failover]", "started": "2019-01-01T00:30:00Z"}),
    )
    fieldsets = [words(fieldset) for fieldset in re.findall(r"<fieldset.*?</fieldset>", html)]
    assert fieldsets == [
        "Severity P1 Service down 0 P2 Major degradation 2 P3 Minor impact 0 P4 No user impact 0",
        "Status Active 0 Mitigating 0 Resolved 2",
        "Service c 2 a 1 b 1",
        "Owner",
        "Tag a 1 Z 1",
        "Strategy failover 2 shed-load 1",
        "Year 2026 1 2019 1",
    ]


def test_links_lead_from_the_list_to_the_pages_wherever_it_is() -> None:
    here = Settings(index_path="incidents/index.md", directory_urls=False)
    incident = Incident(document(path="2026-03-04-a.md"), "incidents/2026/2026-03-04-a.md")
    page = incident_list.page([incident], here, TODAY)
    assert (page.path, page.title, page.hide) == ("incidents/index.md", "Incidents", ("navigation", "toc"))
    assert '<a href="2026/2026-03-04-a.html">Checkout down</a>' in as_markdown(page.parts)
