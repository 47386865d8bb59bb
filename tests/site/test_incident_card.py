"""The card on an incident's page: what is known, and why the rest is not."""

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from incident_docs.format.configuration import read_configuration
from incident_docs.site.pages.page import Page
from tests.examples import BASE
from tests.site.pages import SETTINGS, shown, with_front
from tests.site.reader import facts, find, one, read, words


def card(page: Page) -> Element:
    return one(read(page), class_="idoc-card")


def quiet_facts(page: Page) -> dict[str, str]:
    return facts(one(card(page), "dl", class_="idoc-facts"))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ({"resolved": None}, {"Time to resolve": "not recorded"}),
        (
            {"status": "active", "detected": None, "mitigated": None, "resolved": None},
            {"Time to detect": "not recorded", "Time to mitigate": "not yet"}
            | {"Time to resolve": "ongoing 1h 08m at the last entry, 10:58"},
        ),
        ({"status": "lost", "mitigated": None, "resolved": None}, {"Time to mitigate": "not recorded"}),
        (
            {"sources": "[https://example.com]", "mitigated": "not published", "resolved": "~2027-01-01T09:50:00Z"},
            {"Time to mitigate": "not published", "Time to resolve": "~303d 00h 00m Resolved about 1 Jan 2027, 09:50"},
        ),
        (
            {"started": "~2026-03-04T09:50:00Z"},
            {"Started": "~09:50 UTC Wed 4 Mar 2026", "Time to detect": "~6m Detected 09:56"},
        ),
        ({"resolved": "2026-03-01T10:00:00Z"}, {"Time to resolve": "not recorded Resolved 1 Mar, 10:00"}),
    ],
)
def test_a_time_that_is_not_known_says_why(front: dict[str, str | None], expected: dict[str, str]) -> None:
    assert facts(card(shown(with_front(**front)))).items() >= expected.items()


def test_an_incident_without_rows_is_only_ongoing() -> None:
    text = with_front(status="active", resolved=None).replace("| 09:", "| x 09:").replace("| 10:", "| x 10:")
    assert facts(card(shown(text)))["Time to resolve"] == "ongoing"


def test_quiet_facts_have_a_row_each_where_they_are_known() -> None:
    page = shown(
        with_front(
            services="[checkout, a & b]",
            tags="[deploy]",
            strategy="[rollback, hotfix]",
            regions="[eu-1, us-1]",
            spread="contained",
            commander="mira",
            authors="[ana, bo]",
            postmortem="{status: not required, reason: It was a drill, owner: ana, due: 2026-04-01}",
            sources="[{title: The report, url: https://www.example.com/report}, https://example.com/2, see the wiki]",
        )
    )
    assert list(quiet_facts(page).items()) == [
        ("Services", "checkout, a & b"),
        ("Regions", "eu-1, us-1"),
        ("Spread", "contained"),
        ("Strategy", "rollback, hotfix"),
        ("Tags", "deploy"),
        ("Commander", "mira"),
        ("Authors", "ana, bo"),
        ("Postmortem", "not required, ana, due 2026-04-01: It was a drill"),
        (
            "Sources",
            (
                "The report example.com https://example.com/2 see the wiki"
                " Reconstructed from what was published. “Not published” means that the sources do not say."
            ),
        ),
    ]
    assert [each.get("href") for each in find(one(card(page), class_="idoc-facts"), "a")] == [
        "../?service=checkout",
        "../?service=a%20%26%20b",
        "../?tag=deploy",
        "https://www.example.com/report",
        "https://example.com/2",
    ]


def test_fields_of_an_organisation_are_facts_too() -> None:
    configuration = read_configuration(
        """
        [fields.customers-lost]
        type = "number"
        [fields.public]
        type = "boolean"
        [fields.districts]
        type = "texts"
        [fields.unused]
        type = "text"
        [fields.cost]
        type = "text"
        """,
        "incident-docs.toml",
    )
    assert configuration is not None
    text = with_front(
        **{"customers-lost": "12", "public": "false", "districts": "[eu, us]", "cost": "{eur: 5}", "x-own": "1"}
    )
    page = shown(text, format=configuration.format)
    assert list(quiet_facts(page).items())[1:] == [
        ("Customers lost", "12"),
        ("Public", "no"),
        ("Districts", "eu, us"),
        ("Cost", "eur: 5"),
    ]


def test_a_complete_postmortem_is_no_fact() -> None:
    for value in ("{status: complete}", "{owner: ana}", "soon"):
        assert "Postmortem" not in facts(card(shown(with_front(postmortem=value))))


def test_an_organisation_replaces_the_card_by_a_template_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "card.html").write_text(
        '<div class="ours">{{ card.impact }} {{ card.severity.id }}</div>', encoding="utf-8"
    )
    page = read(shown(BASE, settings=replace(SETTINGS, template_folders=(str(tmp_path),))))
    assert find(page, class_="idoc-card") == []
    assert words(one(page, class_="ours")) == (
        "One customer in five could not pay for 68 minutes; 1,900 orders were lost. P1"
    )
    assert words(one(page, "h1")) == "Checkout returned errors for one customer in five"


def test_a_search_reads_no_times_and_no_counts() -> None:
    found = card(shown(with_front(sources="[https://example.com]")))
    ignored = [each.get("class") for each in find(found, data_pagefind_ignore="*", data_search_exclude="*")]
    assert ignored == ["idoc-done", "idoc-times", "idoc-notice"]
