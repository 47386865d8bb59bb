"""The pages on paper: what is gone, what is kept, and what the sheet says of its day."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit

CHECKOUT = "2026-03-04-checkout/"
GITHUB = "2018-10-21-github-network-partition/"
SAID = "(element) => getComputedStyle(element, '::before').content"


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 670, "height": 900})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    return page


def sheets(page: Page) -> int:
    pdf = page.pdf(prefer_css_page_size=True)
    assert {
        (round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    } == {(595, 842)}
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_what_only_a_screen_can_use_is_gone(postmortems: Visit) -> None:
    page = on_paper(postmortems(GITHUB))
    for gone in (
        ".md-header",
        ".md-sidebar",
        ".md-footer",
        ".idoc-top a",
        ".headerlink",
        ".md-clipboard",
        ".idoc-host",
    ):
        assert not any(each.is_visible() for each in page.locator(gone).all()), gone
    for kept in (".idoc-top code", ".idoc-card", ".idoc-timeline", ".idoc-action-items", ".idoc-related"):
        expect(page.locator(kept)).to_be_visible()
    address = page.locator(".idoc-sources a").first
    assert address.evaluate("(link) => getComputedStyle(link, '::after').content") == (
        f'" (" "{address.get_attribute("href")}" ")"'
    ) or address.evaluate("(link) => getComputedStyle(link, '::after').content") == (
        f'" ({address.get_attribute("href")})"'
    )


def test_ways_to_other_incidents_are_gone(lists: Visit) -> None:
    page = lists("2019-02-01-outage-0/")
    expect(page.locator(".idoc-neighbours")).to_be_visible()
    expect(on_paper(page).locator(".idoc-neighbours")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_always_light_and_text_ten_points(postmortems: Visit, scheme: Literal["light", "dark"]) -> None:
    page = on_paper(postmortems(GITHUB, scheme=scheme))
    colour, size = page.locator(".idoc-prose p").first.evaluate(
        "(text) => [getComputedStyle(text).color, getComputedStyle(text).fontSize]"
    )
    assert colour in ("rgba(0, 0, 0, 0.87)", "rgb(0, 0, 0)")
    assert round(float(size.removesuffix("px")) * 0.75, 1) == 10


def test_the_sheet_says_its_day(lists: Visit) -> None:
    page = lists(CHECKOUT, now="2026-04-11T12:00:00Z")
    expect(page.locator(".idoc-printed")).to_be_hidden()
    for _ in range(2):
        printed = on_paper(page).locator(".idoc-printed")
        assert printed.evaluate(SAID) == '"Printed 11 Apr 2026; overdue is counted to that day."'
    page = on_paper(lists("2019-02-01-outage-0/", now="2026-04-11T12:00:00Z"))
    for _ in range(2):
        assert on_paper(page).locator(".idoc-printed").evaluate(SAID) == '"Printed 11 Apr 2026."'


def test_without_script_the_sheet_says_the_day_of_the_build(lists: Visit) -> None:
    for path, said in ((CHECKOUT, '"Overdue is counted to 10 Apr 2026."'), ("2019-02-01-outage-0/", '""')):
        page = lists(path, script=False)
        page.emulate_media(media="print")
        assert page.locator(".idoc-printed").evaluate(SAID) == said


def test_every_sheet_is_a4_and_says_which_incident_it_is_of(lists: Visit) -> None:
    page = lists(CHECKOUT)
    assert sheets(page) == 1
    feet = "[...document.head.querySelectorAll('style')].map((style) => style.textContent).filter((css) => css.includes('@page'))"
    assert page.evaluate(feet) == ['@page{@bottom-left{content:"2026-03-04-checkout"}}']
    page.locator(".idoc-way").first.click()
    page.get_by_role("link", name="Mail delayed").click()
    expect(page.locator("h1")).to_have_text("Mail delayed")
    assert page.evaluate(feet) == ['@page{@bottom-left{content:"2025-06-01-mail"}}']


def test_the_lists_are_tables_whose_heads_are_repeated(lists: Visit) -> None:
    for path in ("", "actions/"):
        page = on_paper(lists(path))
        found = page.locator("table.idoc-rows:visible").first.evaluate(
            """(table) => [table, table.tHead, table.tBodies[0], table.tBodies[0].rows[0], table.rows[0].cells[0]].map(
                 (element) => getComputedStyle(element).display)"""
        )
        assert found == ["table", "table-header-group", "table-row-group", "table-row", "table-cell"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_closed_is_opened_for_print_and_closed_again(lists: Visit) -> None:
    page = lists(CHECKOUT)
    page.evaluate(
        """() => document.querySelector(".idoc-card").insertAdjacentHTML("beforeend",
             "<details><summary>a</summary>b</details><details open><summary>c</summary>d</details>")"""
    )
    states = "[...document.querySelectorAll('.idoc details')].map((details) => details.open)"
    assert on_paper(page).evaluate(states) == [True, True]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(states) == [False, True]
