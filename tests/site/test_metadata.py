"""What other programs read about an incident's page."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.page import Incident
from incident_docs.workspace.file_history import History
from tests.examples import BASE
from tests.site.pages import PATH, SETTINGS, TODAY, made, shown, with_front
from tests.site.reader import find, one, read

SITE = replace(SETTINGS, name="Postmortems of R&D", address="https://pm.example.net/docs/")


def head(incident: Incident) -> str:
    return incident_page.page(incident, {}, SITE, TODAY, Around()).head


def tags(html: str) -> dict[str, str]:
    found = find(read(html), "meta")
    return {each.get("property") or each.get("name", ""): each.get("content", "") for each in found}


def report(html: str) -> object:
    return json.loads(one(read(html), "script", type="application/ld+json").text or "")


def style(html: str) -> str:
    return one(read(html), "style").text or ""


def test_the_head_says_what_is_known() -> None:
    text = with_front(authors="[Ana, not published]", tags="[latency, database]", services="[checkout, cart]")
    incident = replace(made(text), history=History(date(2026, 3, 9), "Ana", 4, date(2026, 3, 4)))
    html = head(incident)
    address = "https://pm.example.net/docs/incidents/2026-03-04-checkout-errors/"
    title = "Checkout returned errors for one customer in five"
    impact = "One customer in five could not pay for 68 minutes; 1,900 orders were lost."
    assert tags(html) == {
        "og:type": "article",
        "og:title": title,
        "og:description": impact,
        "og:site_name": "Postmortems of R&D",
        "og:url": address,
        "article:published_time": "2026-03-04T10:58:00+00:00",
        "article:modified_time": "2026-03-09",
        "twitter:card": "summary",
    }
    assert report(html) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "reportNumber": "2026-03-04-checkout-errors",
        "headline": title,
        "description": impact,
        "datePublished": "2026-03-04T10:58:00+00:00",
        "dateModified": "2026-03-09",
        "author": [{"@type": "Person", "name": "Ana"}, {"@type": "Person", "name": "not published"}],
        "about": [{"@type": "Service", "name": "checkout"}, {"@type": "Service", "name": "cart"}],
        "keywords": ["latency", "database"],
        "url": address,
        "isPartOf": {"@type": "WebSite", "name": "Postmortems of R&D", "url": "https://pm.example.net/docs/"},
    }
    assert [each.get("href") for each in find(read(html), "link")] == [
        *(f"../{name}" for name in ("feed.xml", "feed.json", "postmortems.xml", "postmortems.json")),
        "incident.json",
    ]
    assert style(html) == '@page{@bottom-left{content:"2026-03-04-checkout-errors"}}'


def test_of_a_report_s_retelling_the_sources_are_named_and_what_is_silent_is_not() -> None:
    text = with_front(authors="[not published]", resolved=None, sources="[https://example.com/report]")
    said = report(head(made(text)))
    assert isinstance(said, dict)
    assert "author" not in said
    assert said["isBasedOn"] == ["https://example.com/report"]
    assert said["datePublished"] == "2026-03-04T09:50:00+00:00"


def test_of_nothing_little_is_said() -> None:
    html = shown("").head
    assert tags(html) == {"og:type": "article", "og:title": "2026-03-04-checkout-errors", "twitter:card": "summary"}
    assert report(html) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "reportNumber": "2026-03-04-checkout-errors",
        "headline": "2026-03-04-checkout-errors",
    }


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029"), min_size=1))
def test_no_title_ends_the_script_or_the_style(title: str) -> None:
    hostile = f"{title}</script><style>{title}\u2028"
    incident = made(with_front(title=json.dumps(hostile, ensure_ascii=False)))
    html = head(incident)
    said = report(html)
    assert isinstance(said, dict)
    assert said["headline"] == incident.document.title
    assert "</script><style>@page" in html
    assert html.count("<script") == html.count("</script") == html.count("<style") == html.count("</style") == 1


def test_an_id_ends_no_style() -> None:
    odd = 'a"}</style>\\ü-1'
    html = head(Incident(replace(made(BASE).document, id=odd), PATH))
    assert style(html) == r'@page{@bottom-left{content:"a\22 \7d \3c /style\3e \5c \fc -1"}}'


@pytest.mark.parametrize(
    ("impact", "expected"),
    [
        ("**Nobody** could [pay](x) with `card` &amp; cash.", "Nobody could pay with card & cash."),
        ("word " * 40, ("word " * 32).strip() + "…"),
        ("123456789 " * 15 + "1234, 12345678", "123456789 " * 15 + "1234…"),
        ("あ" * 200, "あ" * 159 + "…"),
        ("x" * 160, "x" * 160),
    ],
)
def test_a_description_is_plain_and_ends_with_a_word(impact: str, expected: str) -> None:
    text = re.sub(r"(?<=\*\*Impact\*\*: ).*", impact, BASE)
    page = shown(text)
    assert page.description == expected
    assert tags(page.head)["og:description"] == expected
