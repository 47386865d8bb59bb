"""The page of what is owed in a browser: filtered, as old as it is on the reader's own day."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from incident_docs.insight.due import ago
from incident_docs.site.pages.lists import owed_page
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import document
from tests.site.alone import alone
from tests.site.conftest import Visit

MADE_UP = (
    {"title": "Mails late", "resolved": "2025-06-01T12:00:00Z", "commander": "Bo", "severity": "P3"},
    {"title": "Ledger blocked", "postmortem": "{status: in review, owner: Mira, due: 2026-04-01}", "severity": "P1"},
    {"title": "Search stale", "resolved": "2026-03-20T12:00:00Z", "severity": "P1"},
)


@pytest.fixture
def page_alone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    incidents = [Incident(document(facts), f"{place}.md") for place, facts in enumerate(MADE_UP)]
    page = owed_page.page(incidents, Settings(), date(2026, 4, 10))
    with alone(browser, tmp_path_factory.mktemp("owed"), page) as visit:
        yield visit


def rows(page: Page) -> list[str]:
    # Those out of sight are not drawn.
    return page.locator(".idoc-owed tbody tr .idoc-title a").all_text_contents()


def found(page: Page) -> str:
    return page.locator(".idoc-owed .idoc-found").inner_text()


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def choose(page: Page, name: str, value: str) -> None:
    page.get_by_role("combobox", name=name).select_option(value)


def test_without_scripts_it_is_the_whole_table_as_of_the_build(page_alone: Visit) -> None:
    page = page_alone(script=False)
    assert rows(page) == ["Mails late", "Ledger blocked", "Search stale"]
    assert page.locator(".idoc-as-of").inner_text() == "As of 10 April 2026, when this page was built."
    assert page.locator(".idoc-ago").all_text_contents() == ["10 months ago", "37 days ago", "21 days ago"]
    expect(page.locator(".idoc-selects")).to_be_hidden()


def test_filters_narrow_each_other_and_stand_in_the_address(page_alone: Visit) -> None:
    page = page_alone("?x=y")
    assert found(page) == "3 postmortems owed, oldest first"
    choose(page, "Severity", "P1")
    assert (rows(page), query(page)) == (["Ledger blocked", "Search stale"], "x=y&severity=P1")
    assert found(page) == "2 of 3 postmortems owed, oldest first"
    choose(page, "Owner", "nobody")
    assert (rows(page), query(page)) == (["Search stale"], "x=y&owner=nobody&severity=P1")
    choose(page, "Severity", "")
    assert (rows(page), query(page)) == (["Search stale"], "x=y&owner=nobody")


def test_the_address_chooses_and_what_nobody_owes_is_ignored(page_alone: Visit) -> None:
    assert rows(page_alone("?owner=Mira")) == ["Ledger blocked"]
    page = page_alone("?owner=cai&severity=P3")
    assert rows(page) == ["Mails late"]
    expect(page.get_by_role("combobox", name="Owner")).to_have_value("")


def test_nothing_that_fits_says_so_and_how_to_go_back(page_alone: Visit) -> None:
    page = page_alone("?owner=Mira&severity=P3")
    assert found(page) == "No postmortem that is owed fits these filters. Clear filters"
    expect(page.locator(".idoc-owed table")).to_be_hidden()
    page.get_by_role("button", name="Clear filters").click()
    assert (len(rows(page)), query(page)) == (3, "")
    expect(page.get_by_role("combobox", name="Owner")).to_be_focused()


def test_age_is_counted_on_the_readers_own_day(page_alone: Visit) -> None:
    page = page_alone(now="2026-04-02T23:30:00Z", zone="Asia/Tokyo")
    expect(page.locator(".idoc-as-of")).to_be_hidden()
    assert page.locator(".idoc-ago").all_text_contents() == ["10 months ago", "30 days ago", "14 days ago"]
    assert page.locator(".idoc-late").text_content() == "2 days late"
    assert page_alone(now="2026-03-04T12:00:00Z").locator(".idoc-ago").all_text_contents() == [
        "9 months ago",
        "today",
        "today",
    ]


def test_the_browser_counts_days_as_the_build_does(page_alone: Visit) -> None:
    page = page_alone()
    for day in ("2025-06-02", "2025-07-30", "2025-07-31", "2027-05-31", "2027-06-01", "2030-06-01"):
        shown = page_alone(now=f"{day}T12:00:00Z").locator(".idoc-ago").first.text_content()
        assert shown == ago((date.fromisoformat(day) - date(2025, 6, 1)).days)
    expect(page.locator(".idoc-ago")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_the_page_never_scrolls_sideways_and_rows_stay_rows(page_alone: Visit, width: int) -> None:
    page = page_alone(width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row = page.get_by_role("table", name="What is owed").locator("tbody").get_by_role("row").first
    assert row.get_by_role("cell").count() == 5


def test_it_is_a_page_of_the_site_that_filters_after_steps_between_pages_too(lists: Visit) -> None:
    page = lists("owed/")
    number = len(rows(page))
    page.get_by_role("link", name="Checkout down").click()
    expect(page.locator("h1")).to_have_text("Checkout down on the busiest day")
    page.go_back()
    expect(page.locator(".idoc-owed .idoc-found")).to_have_text(f"{number} postmortems owed, oldest first")
    choose(page, "Severity", "P2")
    assert rows(page) == ["Mail delayed"]
