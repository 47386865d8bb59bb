"""The columns of the list of incidents: how far postmortems are, and the fields that an organisation asks for."""

import re
from collections.abc import Mapping
from datetime import date
from xml.etree.ElementTree import Element

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.configuration import Configuration, read_configuration
from incident_docs.site.pages.lists import incident_list
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document, text
from tests.site.reader import find, one, read, words

STORY = "\n#### What happened\nA release changed how checkout opens its connections.\n"
FIELDS = """
[fields.customer-tier]
type = "choice"
values = ["gold", "silver"]

[fields]
cost = { type = "number" }
public = { type = "boolean" }
told_at = { type = "time" }
promised = { type = "date" }
first-severity = { type = "severity" }
teams = { type = "texts" }
links = { type = "sources" }
"""


def configured(columns: str) -> Configuration:
    found = read_configuration(f"{FIELDS}\n[site]\ncolumns = [{columns}]\n", "incident-docs.toml")
    assert found is not None
    return found


def shown(columns: str, *facts: Mapping[str, str]) -> Element:
    """The list of incidents with these facts in the frontmatter."""
    configuration = configured(columns)
    settings = Settings(format=configuration.format, publishing=configuration.publishing)
    incidents = [
        Incident(parse(text(each), f"{place}.md", configuration.format), f"{place}.md")
        for place, each in enumerate(facts)
    ]
    return read(incident_list.page(incidents, settings, date(2026, 4, 10)))


def incident_rows(page: Element) -> list[list[str]]:
    return [[words(cell) for cell in row] for body in find(page, "tbody") for row in body if row[0].tag == "td"]


@pytest.mark.parametrize(
    ("facts", "more", "cell", "is_owed"),
    [
        ({}, "", "missing", True),
        ({}, STORY, "written", False),
        ({"postmortem": "{status: draft}"}, "", "draft", True),
        ({"postmortem": "{status: in review}"}, "", "in review", True),
        ({"postmortem": "{status: complete}"}, "", "complete", False),
        ({"postmortem": "{status: not required, reason: same}"}, "", "not required", False),
        ({"status": "active", "resolved": ""}, "", "not yet", False),
        ({"status": ""}, "", "not recorded", False),
        (SOURCES, "", "not published", False),
        ({**SOURCES, "postmortem": "{status: draft}"}, "", "draft", False),
    ],
)
def test_each_row_says_how_far_the_postmortem_is(facts: Mapping[str, str], more: str, cell: str, is_owed: bool) -> None:
    incident = Incident(parse(text(facts) + more, "a.md"), "a.md")
    found = one(read(incident_list.page([incident], Settings(), date(2026, 4, 10))), "td", class_="idoc-postmortem")
    assert (words(found), bool(find(found, "b"))) == (cell, is_owed)


def test_an_organisation_chooses_columns_and_their_order() -> None:
    page = shown(
        '"title", "customer-tier", "date", "severity"',
        {"customer-tier": "gold"},
        {"customer-tier": "<gold>", "started": "2026-01-01T00:00:00Z"},
        {"started": "2025-12-31T00:00:00Z"},
    )
    heads = [(words(head), head.get("data-sort"), head.get("data-values")) for head in find(page, role="columnheader")]
    assert heads == [
        ("Incident", "title", None),
        ("Customer tier", "customer-tier", "gold\nsilver"),
        ("Date", "date", None),
        ("Severity", "severity", None),
    ]
    assert incident_rows(page) == [
        ["Checkout downcheckout", "gold", "2026-03-04", "P2 Major degradation"],
        ["Checkout downcheckout", "<gold>", "2026-01-01", "P2 Major degradation"],
        ["Checkout downcheckout", "", "2025-12-31", "P2 Major degradation"],
    ]
    assert {cell.get("data-label") for cell in find(page, "td", class_="idoc-field")} == {"Customer tier"}
    styles = dict(each.split(":", 1) for each in one(page, "table").get("style", "").split(";"))
    assert styles == {
        "--idoc-wide-columns": "[title] var(--idoc-title-width) var(--idoc-field-width) var(--idoc-date-width)"
        " var(--idoc-severity-width)",
        "--idoc-narrow-columns": "[title] var(--idoc-title-width) var(--idoc-date-width) var(--idoc-severity-width)",
        "--idoc-actions-label": "'Actions done: '",
        "--idoc-postmortem-label": "'Postmortem: '",
    }
    assert [head.get("colspan") for head in find(page, role="rowheader")] == ["4", "4"]


@pytest.mark.parametrize(
    ("key", "value", "cell"),
    [
        ("cost", "1200.5", "1200.5"),
        ("cost", "", ""),
        ("public", "true", "yes"),
        ("public", "false", "no"),
        ("told_at", "2026-03-04T10:20:30Z", "2026-03-04 19:20"),
        ("told_at", "~2026-03-04T10:20:00Z", "~2026-03-04 19:20"),
        ("told_at", "in the morning", "in the morning"),
        ("promised", "2026-03-04", "2026-03-04"),
        ("first-severity", "P3", "P3"),
        ("teams", "['<b>', c]", "<b>, c"),
        ("teams", "[]", ""),
        ("links", "[{title: T, url: 'https://example.com'}]", "title: T, url: https://example.com"),
        ("sources", "[{title: T, url: 'https://example.com'}, 'https://example.org']", "T, https://example.org"),
        ("mitigated", "not published", "not published"),
        ("related", "[2026-01-01-a]", "2026-01-01-a"),
    ],
)
def test_a_field_is_shown_as_it_can_be_read(key: str, value: str, cell: str) -> None:
    page = shown(f'"title", "{key}"', {key: value, "timezone": "Asia/Tokyo"})
    assert words(one(page, "td", class_="idoc-field")) == cell


def test_a_time_has_its_instant_for_machines() -> None:
    page = shown('"title", "told_at"', {"told_at": "~2026-03-04T10:20:30Z", "timezone": "Asia/Tokyo"})
    time = find(page, "time", datetime="*")
    assert [(words(each), each.get("datetime")) for each in time] == [
        ("~2026-03-04 19:20", "2026-03-04T19:20:30+09:00")
    ]


def test_what_no_report_says_is_quiet() -> None:
    page = shown('"title", "mitigated"', {"mitigated": "Not published", **SOURCES})
    assert words(one(one(page, "td", data_label="Mitigated"), class_="idoc-secondary")) == "Not published"


@pytest.mark.parametrize(
    ("key", "by", "values"),
    [
        ("cost", "number", None),
        ("public", None, "yes\nno"),
        ("told_at", "time", None),
        ("promised", "time", None),
        ("first-severity", None, "P1\nP2\nP3\nP4"),
        ("status", None, "Active\nMitigating\nResolved"),
        ("teams", "words", None),
    ],
)
def test_a_head_says_what_its_column_is_sorted_as(key: str, by: str | None, values: str | None) -> None:
    head = one(shown(f'"title", "{key}"', {}), role="columnheader", data_sort=key)
    assert words(head) == re.sub("[-_]", " ", key).capitalize()
    assert (head.get("data-by"), head.get("data-values")) == (by, values)


def test_what_has_a_column_is_not_said_again_under_the_title() -> None:
    running = {"status": "mitigating", "resolved": ""}
    assert incident_rows(shown('"title", "date"', running)) == [["Checkout down Mitigating checkout", "2026-03-04"]]
    assert incident_rows(shown('"title", "status", "services"', running)) == [
        ["Checkout down", "Mitigating", "checkout"]
    ]
    unknown = {"status": "gone"}
    assert incident_rows(shown('"title", "status"', unknown)) == [["Checkout downcheckout", "gone"]]


def test_more_columns_than_fit_are_for_the_stylesheet_to_place() -> None:
    own = '"date", "severity", "title", "duration", "actions", "postmortem"'
    assert find(shown(f'{own}, "cost"', {}), class_="idoc-crowded") == []
    assert one(shown(f'{own}, "cost", "teams"', {}), "table", class_="idoc-crowded")


def test_a_column_that_the_format_does_not_have_is_left_out() -> None:
    settings = Settings(publishing=configured('"cost", "title"').publishing)
    assert incident_rows(read(incident_list.page([Incident(document(), "a.md")], settings, date(2026, 4, 10)))) == [
        ["Checkout downcheckout"]
    ]
