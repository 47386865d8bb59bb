"""Everything that can be clicked on the lists of the project's own incidents does something, and says what it did."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit


def shown(page: Page) -> int:
    """How many incidents the list says that it shows."""
    return int((page.locator(".idoc-found").text_content() or "").split()[0])


def items(page: Page) -> int:
    """How many action items the download says that it holds."""
    return int(re.findall(r"\d+", page.get_by_role("link", name="CSV").text_content() or "")[0])


def test_each_filter_gives_as_many_incidents_as_it_says(postmortems: Visit) -> None:
    page = postmortems()
    everything = shown(page)
    options = page.locator(".idoc-option:has(input:enabled):visible")
    for option in options.all():
        said = int(option.locator(".idoc-option-count").text_content() or "")
        option.click()
        assert (shown(page), page.locator(".idoc-index tbody tr:not(.idoc-year):visible").count()) == (said, said)
        page.get_by_role("button", name="Clear all").click()
        assert shown(page) == everything


def test_each_head_sorts_both_ways_and_loses_nothing(postmortems: Visit) -> None:
    page = postmortems()
    rows = page.locator(".idoc-index tbody a")
    before = sorted(rows.all_text_contents())
    for head in page.locator(".idoc-index thead th").all():
        name = head.inner_text()
        orders = []
        for _ in range(2):
            head.get_by_role("button").click()
            orders.append(head.get_attribute("aria-sort"))
            assert sorted(rows.all_text_contents()) == before, name
        assert sorted(map(str, orders)) == ["ascending", "descending"], name


def test_each_choice_of_action_items_can_be_downloaded(postmortems: Visit, tmp_path: Path) -> None:
    page = postmortems("actions/")
    for select in page.locator(".idoc-selects select").all():
        for value in select.locator("option:enabled").evaluate_all("options => options.map(({ value }) => value)")[:4]:
            select.select_option(value)
        select.select_option("")
    page.locator("select[name=status]").select_option("done")
    for kind in ("CSV", "JSON"):
        with page.expect_download() as found:
            page.get_by_role("link", name=kind).click()
        found.value.save_as(tmp_path / kind)
    said = items(page)
    assert len(list(csv.DictReader(StringIO((tmp_path / "CSV").read_text(encoding="utf-8"))))) == said
    assert len(json.loads((tmp_path / "JSON").read_text(encoding="utf-8"))["items"]) == said


@pytest.mark.parametrize("where", [".idoc-swarm a", ".idoc-chart-drawing a:not(.idoc-swarm a)", ".idoc-numbers a"])
def test_a_link_of_a_chart_leads_to_what_it_shows(postmortems: Visit, where: str) -> None:
    page = postmortems("insights/")
    link = page.locator(where).first
    page.goto(link.evaluate("({ href }) => href"))
    expect(page.locator("h1")).to_be_visible()
    assert page.url != "insights/"
