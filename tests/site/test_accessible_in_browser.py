"""Every kind of page is searched for what keeps readers out, by axe-core."""

from functools import cache
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.site.conftest import Visit

POSTMORTEMS = (
    "",
    "2018-10-21-github-network-partition/",
    "actions/",
    "owners/datadog/",
    "owed/",
    "insights/",
    "response-guide/",
    "writing-guide/",
    "rules/",
)
LISTS = (
    "",
    "?severity=P1&search=checkout",
    "?search=zzz",
    "2026-03-04-checkout/",
    "2026-04-09-search/",
    "2024-01-01-reported/",
    "actions/?owner=ana",
)
_RUN = """axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`)))"""


@cache
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    page.evaluate(axe())
    found: list[str] = page.evaluate(_RUN)
    return found


def faults_by_path(page: Page, paths: tuple[str, ...]) -> dict[str, list[str]]:
    start = page.url
    found = {}
    for path in paths:
        page.goto(start + path)
        found[path] = faults(page)
    return {path: each for path, each in found.items() if each}


# No style of ours hangs on both, so the rest of the pages needs no more than this.
@pytest.mark.parametrize(
    ("width", "scheme", "paths"),
    [
        (1280, "light", POSTMORTEMS),
        (390, "dark", POSTMORTEMS),
        (1280, "dark", POSTMORTEMS[:3]),
        (390, "light", POSTMORTEMS[:3]),
    ],
)
def test_no_page_of_the_own_incidents_keeps_anybody_out(
    postmortems: Visit, width: int, scheme: Literal["light", "dark"], paths: tuple[str, ...]
) -> None:
    assert faults_by_path(postmortems(width=width, scheme=scheme), paths) == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_many_incidents_keeps_anybody_out(lists: Visit, width: int) -> None:
    assert faults_by_path(lists(width=width), LISTS) == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_open_search_keeps_nobody_out(lists: Visit, width: int) -> None:
    page = lists("owed/", width=width)
    page.keyboard.press("s")
    page.keyboard.type("checkout")
    page.locator(".md-search-result__item").first.wait_for()
    assert faults(page) == []


def test_the_open_filters_of_a_phone_keep_nobody_out(lists: Visit) -> None:
    page = lists(width=390)
    page.get_by_role("button", name="Filters").click()
    assert faults(page) == []
