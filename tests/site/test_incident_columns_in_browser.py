"""The list of incidents in a browser with the columns that an organisation chose: sorted, searched, on every screen."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.site.pages.lists import incident_list
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import text
from tests.site.alone import alone
from tests.site.conftest import Visit

FIELDS = """
[fields]
customer-tier = { type = "choice", values = ["gold", "bronze"] }
cost = { type = "number" }
told = { type = "time" }
team = { type = "text" }
oldest = { type = "boolean" }
"""
OWN = '"date", "severity", "title", "duration", "actions", "postmortem"'
STORY = "\n#### What happened\nA release changed how checkout opens its connections.\n"
MADE_UP = (
    {"title": "A", "cost": "80", "customer-tier": "bronze", "told": "2026-03-04T10:00:00+09:00", "team": "Zoë"},
    {"title": "B", "cost": "1200", "customer-tier": "gold", "told": "2026-03-04T02:00:00Z", "oldest": "true"},
    {"title": "C", "cost": "much", "customer-tier": "lead", "postmortem": "{status: draft}", "team": "ana"},
)

Chosen = Callable[[str], Visit]


@pytest.fixture
def chosen(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chosen]:
    """Visit the list with these columns."""
    with ExitStack() as stack:

        def visit(columns: str) -> Visit:
            configuration = read_configuration(f"{FIELDS}\n[site]\ncolumns = [{columns}]\n", "incident-docs.toml")
            assert configuration is not None
            settings = Settings(format=configuration.format, publishing=configuration.publishing)
            incidents = [
                Incident(parse(text(facts) + STORY * (place == 1), f"{place}.md", configuration.format), f"{place}.md")
                for place, facts in enumerate(MADE_UP)
            ]
            page = incident_list.page(incidents, settings, date(2026, 4, 10))
            return stack.enter_context(alone(browser, tmp_path_factory.mktemp("index"), page))

        yield visit


def titles(page: Page) -> str:
    return "".join(page.locator(".idoc-index tbody a").all_text_contents())


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Customer tier", ("by-customer-tier", "BAC", "in order"), ("ABC", "in reverse order")),
        ("Cost", ("by-cost", "ABC", "lowest first"), ("BAC", "highest first")),
        ("Told", ("by-told", "ABC", "earliest first"), ("BAC", "latest first")),
        ("Team", ("by-team", "CAB", "A to Z"), ("ACB", "Z to A")),
        # A field may be called like one of the list's own orders.
        ("Oldest", ("by-oldest", "BCA", "in order"), ("BCA", "in reverse order")),
    ],
)
def test_a_click_on_the_head_of_a_field_sorts_and_what_is_not_said_comes_last(
    chosen: Chosen, head: str, first: tuple[str, str, str], second: tuple[str, str]
) -> None:
    page = chosen('"title", "customer-tier", "cost", "told", "team", "oldest"')()
    name, up, words = first
    button = page.get_by_role("columnheader", name=head).get_by_role("button")
    button.click()
    assert titles(page) == up
    assert page.locator(".idoc-found").inner_text() == f"3 incidents, {head}: {words}"
    assert page.url.partition("?")[2] == f"sort={name}"
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    button.click()
    down, words = second
    assert titles(page) == down
    assert page.locator(".idoc-found").inner_text() == f"3 incidents, {head}: {words}"
    assert page.url.partition("?")[2] == f"sort={name}-reversed"
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_postmortems_sort_by_how_much_of_them_is_still_to_be_written(chosen: Chosen) -> None:
    page = chosen(OWN)("?sort=owed")
    assert titles(page) == "ACB"
    assert page.locator(".idoc-found").inner_text() == "3 incidents, postmortems still to write first"
    page.get_by_role("columnheader", name="Postmortem").get_by_role("button").click()
    assert titles(page) == "BCA"
    assert page.url.endswith("?sort=written")


def test_only_what_is_shown_can_be_sorted_by_and_the_newest_and_oldest(chosen: Chosen) -> None:
    page = chosen('"title", "cost"')("?sort=longest", width=390)
    assert page.locator(".idoc-found").inner_text() == "3 incidents, newest first"
    page.get_by_role("button", name="Filters").click()
    assert page.get_by_role("combobox", name="Sort").locator("option").all_inner_texts() == [
        "Newest first",
        "Oldest first",
        "A to Z",
        "Z to A",
        "Cost: lowest first",
        "Cost: highest first",
    ]


@pytest.mark.parametrize("words", ["1200", "gold"])
def test_what_a_column_shows_is_found(chosen: Chosen, words: str) -> None:
    assert titles(chosen('"title", "cost", "customer-tier"')(f"?search={words}")) == "B"


def test_years_are_for_those_without_scripts(chosen: Chosen, lists: Visit) -> None:
    assert lists(script=False).locator(".idoc-year").all_text_contents() == [
        *("2026", "2025", "2024", "2022", "2021", "2020", "2019")
    ]
    page = lists(script=False)
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2020").click()
    expect(page.locator("#year-2020")).to_be_in_viewport()
    page = lists()
    expect(page.locator(".idoc-years")).to_be_hidden()
    expect(page.locator(".idoc-year")).to_have_count(0)
    expect(page.locator(".idoc-index tbody")).to_have_count(1)
    expect(chosen('"title"')(script=False).locator(".idoc-years")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("columns", [OWN, f'{OWN}, "cost"', f'{OWN}, "cost", "told", "team"', '"title"'])
def test_the_page_never_scrolls_sideways_and_titles_have_room(chosen: Chosen, columns: str, script: bool) -> None:
    page = chosen(columns)(script=script)
    for width in (320, 390, 768, 860, 960, 1000, 1200, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        title, whole = (page.locator(part).first.bounding_box() for part in ("td.idoc-title", "html"))
        assert title is not None
        assert whole is not None
        assert title["width"] >= 160
        assert page.locator(".idoc-index table").evaluate("(own) => own.scrollWidth <= own.clientWidth")
        assert whole["width"] <= width


def test_where_there_is_no_room_for_a_column_it_stands_under_the_title(chosen: Chosen) -> None:
    page = chosen(f'{OWN}, "cost", "told", "team"')()
    first = page.locator("tbody tr").first
    title, cost, team = (first.locator(f"td:nth-child({place})").bounding_box() for place in (3, 7, 9))
    assert title is not None
    assert cost is not None
    assert team is not None
    assert title["x"] == cost["x"] == team["x"]
    assert title["y"] < cost["y"] < team["y"]
    expect(page.get_by_role("combobox", name="Sort")).to_be_visible()
    page = chosen(f'{OWN}, "cost"')()
    expect(page.get_by_role("columnheader", name="Cost")).to_be_visible()
    expect(page.get_by_role("combobox", name="Sort")).to_be_hidden()
