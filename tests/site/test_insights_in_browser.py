"""The charts in a browser: marks and words that do not touch, and pages that fit their screens."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit

_TOUCHING = """() => [...document.querySelectorAll(".idoc-swarm")].flatMap((swarm) => {
  const boxes = [...swarm.querySelectorAll("path")].map((path) => path.getBoundingClientRect());
  return boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > .6
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > .6));
}).length"""
_WORDS_TOUCHING = """() => [...document.querySelectorAll(".idoc-chart-axis")].flatMap((axis) => {
  const boxes = [...axis.querySelectorAll("text")].map((word) => word.getBoundingClientRect());
  const shown = boxes.filter((box) => box.width).sort((one, other) => one.left - other.left);
  return shown.slice(1).filter((box, index) => box.left - shown[index].right < 3);
}).length"""
_OUTSIDE = """() => [...document.querySelectorAll(".idoc-chart-drawing text, .idoc-swarm path")].filter((drawn) => {
  const box = drawn.getBoundingClientRect();
  return box.width && (box.left < 0 || box.right > document.documentElement.clientWidth);
}).length"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_marks_do_not_touch_and_nothing_is_wider_than_the_screen(postmortems: Visit, width: int) -> None:
    page = postmortems("insights/", width=width)
    assert page.locator(".idoc-swarm path").count() > 100
    assert page.evaluate(_TOUCHING) == 0
    assert page.evaluate(_WORDS_TOUCHING) == 0
    assert page.evaluate(_OUTSIDE) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_page_is_whole_and_leads_to_those_of_other_times(lists: Visit) -> None:
    page = lists("insights/", script=False)
    assert page.get_by_role("heading", level=2).all_inner_texts() == [
        "Incidents over time",
        "Incidents by service",
        "Time to detect, mitigate and resolve",
        "Strategies and time to mitigate",
        "Services with repeats",
        "Action items closed",
    ]
    switch = page.get_by_role("navigation", name="Stretch of time")
    expect(switch.locator("[aria-current]")).to_have_text("All time")
    switch.get_by_role("link", name="12 months").click()
    expect(page).to_have_title("Insights, last 12 months - Postmortems")
    assert page.url.endswith("/insights/12-months/")


def test_the_numbers_open_as_a_table(lists: Visit) -> None:
    page = lists("insights/")
    table = page.locator(".idoc-number-table").first
    expect(table).to_be_hidden()
    page.get_by_text("Numbers as a table: Incidents over time").click()
    expect(table.get_by_role("columnheader", name="P1")).to_be_visible()
    expect(table.get_by_role("rowheader", name="In all")).to_be_visible()


def test_marks_and_services_lead_to_incidents(lists: Visit) -> None:
    page = lists("insights/")
    page.locator(".idoc-swarm a[href*='checkout']").first.click()
    assert page.url.endswith("/2026-03-04-checkout/")
    page.go_back()
    page.locator(".idoc-row-name a", has_text="service-3").first.click()
    expect(page.locator(".idoc-found")).to_contain_text("13 of 124 incidents")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_severities_have_their_colours_and_words_can_be_read(lists: Visit, scheme: str) -> None:
    page = lists("insights/", scheme=scheme)
    worst = _colour(page, ".idoc-bars .idoc-severity-1 rect")
    assert worst == _colour(page, ".idoc-swarm .idoc-severity-1 path") == _token(page, "--idoc-bad")
    assert _colour(page, ".idoc-chart-strip text") == _token(page, "--idoc-text")


def _colour(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("(drawn) => getComputedStyle(drawn).fill"))


def _token(page: Page, name: str) -> str:
    probe = "(name) => { const p = document.body.appendChild(document.createElement('p')); p.style.color = `var(${name})`; return getComputedStyle(p).color; }"
    return str(page.evaluate(probe, name))
