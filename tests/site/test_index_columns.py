"""The columns of the list of incidents: how far postmortems are, and the fields that an organisation asks for."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.configuration import Configuration, read_configuration
from incident_docs.site.pages.lists import incident_list
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.parts import as_markdown
from tests.incidents import SOURCES, document, text

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


def shown(columns: str, *facts: Mapping[str, str]) -> str:
    """The list of incidents with these facts in the frontmatter."""
    configuration = configured(columns)
    settings = Settings(format=configuration.format, publishing=configuration.publishing)
    incidents = [
        Incident(parse(text(each), f"{place}.md", configuration.format), f"{place}.md")
        for place, each in enumerate(facts)
    ]
    return as_markdown(incident_list.page(incidents, settings, date(2026, 4, 10)).parts)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(html: str) -> list[list[str]]:
    found = re.findall(r"<tr.*?</tr>", html.partition("<tbody")[2])
    return [[words(cell) for cell in re.findall(r"<td.*?</td>", row)] for row in found]


@pytest.mark.parametrize(
    ("facts", "more", "cell"),
    [
        ({}, "", "<b>missing</b>"),
        ({}, STORY, "written"),
        ({"postmortem": "{status: draft}"}, "", "<b>draft</b>"),
        ({"postmortem": "{status: in review}"}, "", "<b>in review</b>"),
        ({"postmortem": "{status: complete}"}, "", "complete"),
        ({"postmortem": "{status: not required, reason: same}"}, "", "not required"),
        ({"status": "active", "resolved": ""}, "", "not yet"),
        ({"status": ""}, "", "not recorded"),
        (SOURCES, "", "not published"),
        ({**SOURCES, "postmortem": "{status: draft}"}, "", "draft"),
    ],
)
def test_each_row_says_how_far_the_postmortem_is(facts: Mapping[str, str], more: str, cell: str) -> None:
    incident = Incident(parse(text(facts) + more, "a.md"), "a.md")
    html = as_markdown(incident_list.page([incident], Settings(), date(2026, 4, 10)).parts)
    assert f'<td role="cell" class="idoc-postmortem">{cell}</td>' in html


def test_an_organisation_chooses_columns_and_their_order() -> None:
    html = shown(
        '"title", "customer-tier", "date", "severity"',
        {"customer-tier": "gold"},
        {"customer-tier": "<gold>", "started": "2026-01-01T00:00:00Z"},
        {"started": "2025-12-31T00:00:00Z"},
    )
    heads = re.findall(r'class="idoc-[a-z]+" (data-sort=.*?)</th>', html)
    assert heads == [
        'data-sort="title">Incident',
        'data-sort="customer-tier" data-values="gold&#10;silver">Customer tier',
        'data-sort="date">Date',
        'data-sort="severity">Severity',
    ]
    assert [row for row in rows(html) if row] == [
        ["Checkout down checkout", "gold", "2026-03-04", "P2 Major degradation"],
        ["Checkout down checkout", "<gold>", "2026-01-01", "P2 Major degradation"],
        ["Checkout down checkout", "", "2025-12-31", "P2 Major degradation"],
    ]
    assert '<td role="cell" class="idoc-field" data-label="Customer tier">gold</td>' in html
    assert (
        'class="idoc-table idoc-rows" role="table" aria-label="Incidents" style="--idoc-wide-columns:'
        "&#91;title] var(--idoc-title-width) var(--idoc-field-width) var(--idoc-date-width) var(--idoc-severity-width);"
        "--idoc-narrow-columns:&#91;title] var(--idoc-title-width) var(--idoc-date-width) var(--idoc-severity-width);"
    ) in html
    assert re.findall(r'colspan="(\d)"', html) == ["4", "4"]


@pytest.mark.parametrize(
    ("key", "value", "cell"),
    [
        ("cost", "1200.5", "1200.5"),
        ("cost", "", ""),
        ("public", "true", "yes"),
        ("public", "false", "no"),
        ("told_at", "2026-03-04T10:20:30Z", '<time datetime="2026-03-04T19:20:30+09:00">2026-03-04 19:20</time>'),
        ("told_at", "~2026-03-04T10:20:00Z", '<time datetime="2026-03-04T19:20:00+09:00">~2026-03-04 19:20</time>'),
        ("told_at", "in the morning", "in the morning"),
        ("promised", "2026-03-04", "2026-03-04"),
        ("first-severity", "P3", "P3"),
        ("teams", "['<b>', c]", "&lt;b&gt;, c"),
        ("teams", "[]", ""),
        ("links", "[{title: T, url: 'https://example.com'}]", "title: T, url: https://example.com"),
        ("sources", "[{title: T, url: 'https://example.com'}, 'https://example.org']", "T, https://example.org"),
        ("mitigated", "not published", "not published"),
        ("related", "[2026-01-01-a]", "2026-01-01-a"),
    ],
)
def test_a_field_is_shown_as_it_can_be_read(key: str, value: str, cell: str) -> None:
    html = shown(f'"title", "{key}"', {key: value, "timezone": "Asia/Tokyo"})
    assert re.findall(r'data-label="[^"]*">(.*?)</td>', html) == [cell]


def test_what_no_report_says_is_quiet() -> None:
    html = shown('"title", "mitigated"', {"mitigated": "Not published", **SOURCES})
    assert 'data-label="Mitigated"><span class="idoc-secondary">Not published</span></td>' in html


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cost", ' data-by="number"'),
        ("public", ' data-values="yes&#10;no"'),
        ("told_at", ' data-by="time"'),
        ("promised", ' data-by="time"'),
        ("first-severity", ' data-values="P1&#10;P2&#10;P3&#10;P4"'),
        ("status", ' data-values="Active&#10;Mitigating&#10;Resolved"'),
        ("teams", ' data-by="words"'),
    ],
)
def test_a_head_says_what_its_column_is_sorted_as(key: str, expected: str) -> None:
    label = re.sub("[-_]", " ", key).capitalize()
    assert f' class="idoc-field" data-sort="{key}"{expected}>{label}</th>' in shown(f'"title", "{key}"', {})


def test_what_has_a_column_is_not_said_again_under_the_title() -> None:
    running = {"status": "mitigating", "resolved": ""}
    assert rows(shown('"title", "date"', running)) == [["Checkout down Mitigating checkout", "2026-03-04"]]
    assert rows(shown('"title", "status", "services"', running)) == [["Checkout down", "Mitigating", "checkout"]]
    unknown = {"status": "gone"}
    assert rows(shown('"title", "status"', unknown)) == [["Checkout down checkout", "gone"]]


def test_more_columns_than_fit_are_for_the_stylesheet_to_place() -> None:
    own = '"date", "severity", "title", "duration", "actions", "postmortem"'
    assert "idoc-crowded" not in shown(f'{own}, "cost"', {})
    assert 'class="idoc-table idoc-rows idoc-crowded"' in shown(f'{own}, "cost", "teams"', {})


def test_a_column_that_the_format_does_not_have_is_left_out() -> None:
    settings = Settings(publishing=configured('"cost", "title"').publishing)
    assert rows(as_markdown(incident_list.page([Incident(document(), "a.md")], settings, date(2026, 4, 10)).parts)) == [
        ["Checkout down checkout"]
    ]
