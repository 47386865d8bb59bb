"""What the theme's own search and footer lack, in a browser."""

from playwright.sync_api import expect

from tests.site.conftest import Visit


def test_the_dialog_of_the_search_has_a_name(lists: Visit) -> None:
    page = lists()
    expect(page.locator('.md-search[role="dialog"]')).to_have_attribute("aria-label", "Search")


def test_the_foot_of_the_page_can_be_read(lists: Visit) -> None:
    page = lists()
    assert page.locator(".md-copyright").evaluate("foot => getComputedStyle(foot).color") == "rgba(255, 255, 255, 0.7)"
