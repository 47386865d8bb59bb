"""What hostile authors write, in a browser: nothing of it runs, leads astray or breaks a page's looks.

Whatever runs complains in the console, and what the browser complains about fails a test.
"""

import re
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit
from tests.site.hostile import attack

# What a script could begin from: attributes that run, addresses that do, elements that no author can make.
_BEGINNINGS = """() => [...document.querySelectorAll("body *")].flatMap((element) => {
  const isMade = /^(SCRIPT|IFRAME|OBJECT|EMBED|BASE|META|LINK|STYLE|TEMPLATE|FORM)$/.test(element.tagName)
    && element.closest("article");
  const found = [...element.attributes].filter(({ name, value }) => /^on|^srcdoc$|^autofocus$/i.test(name)
    || (/^(href|src|action|formaction|data|poster|xlink:href)$/i.test(name)
      && !/^(https?|mailto):$/.test(new URL(value, document.baseURI).protocol)));
  return isMade || found.length ? [element.outerHTML.slice(0, 200)] : [];
})"""
_SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


def paths(address: str) -> list[str]:
    with urlopen(f"{address}sitemap.xml") as answer:
        return [found.removeprefix(address) for found in re.findall("<loc>(.*?)</loc>", answer.read().decode())]


def beginnings(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_BEGINNINGS)
    return found


def test_no_page_has_what_a_script_could_begin_from(hostile: Visit, hostile_address: str) -> None:
    page = hostile()
    found = {}
    for path in paths(hostile_address):
        page.goto(hostile_address + path)
        found[path] = beginnings(page)
    assert len(found) > 15
    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize(("width", "script"), [(320, True), (320, False), (800, False), (1280, True)])
def test_no_page_scrolls_sideways_whatever_stands_on_it(
    hostile: Visit, hostile_address: str, width: int, script: bool
) -> None:
    page = hostile(width=width, script=script)
    found = {}
    for path in paths(hostile_address):
        page.goto(hostile_address + path)
        found[path] = page.evaluate(_SIDEWAYS)
    assert {path: pixels for path, pixels in found.items() if pixels > 0} == {}


def test_the_pages_of_an_attack_can_be_walked_without_loading_them_anew(hostile: Visit) -> None:
    page = hostile("2026-03-06-long/")
    page.locator(".idoc-pill:visible").first.click()
    expect(page.locator("#entry-1")).to_be_in_viewport()
    page.get_by_role("link", name="Action items", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Action items")
    page.get_by_role("link", name="Insights", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Insights")
    assert beginnings(page) == []


def test_an_attack_can_be_filtered_by_and_is_shown_as_what_it_is(hostile: Visit) -> None:
    service = quote(" ".join(attack("service").split(" ")))
    page = hostile(f"?service={service}&search={quote(attack('search'))}&tag={quote(attack('unknown'))}#<img src=x>")
    expect(page.locator(".idoc-chips")).to_contain_text("<script>console.error(/service/)</script>")
    expect(page.locator(".idoc-found")).to_have_text("0 of 6 incidents")
    assert beginnings(page) == []
    page.goto(page.url.partition("?")[0])
    for facet in page.locator("fieldset:has(input[value*='<script>'])").all():
        facet.locator("input[value*='<script>']").first.check()
    expect(page.locator(".idoc-found")).to_have_text("1 of 6 incidents, newest first")
    assert beginnings(page) == []


def test_an_attack_can_be_chosen_among_owners_and_services(hostile: Visit) -> None:
    page = hostile("actions/")
    for name in ("owner", "service", "incident"):
        select = page.locator(f"select[name={name}]")
        select.select_option(select.locator("option", has_text="console.error").first.get_attribute("value"))
    expect(page.locator(".idoc-rows tbody tr:visible")).not_to_have_count(0)
    assert beginnings(page) == []


@pytest.mark.parametrize("words", ["console", "unbroken", "<img src=x onerror=console.error(7)>"])
def test_an_attack_can_be_found(hostile: Visit, words: str) -> None:
    page = hostile("owed/")
    page.keyboard.press("s")
    page.locator("input.md-search__input, .md-search input[type=text]").first.fill(words)
    expect(page.locator(".md-search-result__meta, .md-search [role=status]").first).not_to_contain_text("Type to start")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert beginnings(page) == []
    assert page.evaluate(_SIDEWAYS) <= 0
