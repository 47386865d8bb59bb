"""The guides as readers get them: on a phone and a desk, from one to the other and to the rules, on paper."""

import pytest

from tests.site.conftest import Visit

GUIDES = ("response-guide/", "writing-guide/")


@pytest.mark.parametrize("path", GUIDES)
@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_nothing_is_wider_than_the_screen(postmortems: Visit, path: str, width: int) -> None:
    page = postmortems(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = "[...document.querySelectorAll('.idoc-scroll')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert page.evaluate(wide) == 0


@pytest.mark.parametrize("path", GUIDES)
def test_every_link_of_the_text_and_the_contents_arrives(postmortems: Visit, path: str) -> None:
    page = postmortems(path)
    addresses = page.eval_on_selector_all(
        ".md-content .idoc a, [data-md-component=toc] a", "links => [...new Set(links.map(link => link.href))]"
    )
    assert len(addresses) > 10
    missing = """async (address) => {
        const answer = await fetch(address);
        const there = new DOMParser().parseFromString(await answer.text(), "text/html");
        const anchor = new URL(address).hash.slice(1);
        return !answer.ok || (anchor && !there.getElementById(anchor));
    }"""
    assert [address for address in addresses if page.evaluate(missing, address)] == []


def test_the_list_to_go_through_has_a_box_before_each_point(postmortems: Visit) -> None:
    page = postmortems("response-guide/", script=False)
    boxes = """items => items.map(item => {
        const box = getComputedStyle(item, "::before");
        return [box.borderTopStyle, parseFloat(box.width) > 8 && box.width === box.height];
    })"""
    found = page.eval_on_selector_all(".idoc-checklist > li", boxes)
    assert found == [["solid", True]] * len(found)
    assert len(found) > 15


def test_on_a_phone_the_lines_of_a_table_stand_below_each_other(postmortems: Visit) -> None:
    row = postmortems("response-guide/", width=390).locator("table:has(.idoc-severity-1) tbody tr").first
    assert row.inner_text().split("\n")[0].startswith("P1")
    label = "cell => getComputedStyle(cell, '::before').content"
    assert [cell.evaluate(label) for cell in row.locator("td").all()] == [
        "none",
        '"Who responds: "',
        '"What must follow: "',
    ]
    assert row.evaluate("row => [row.getAttribute('role'), getComputedStyle(row).display]") == ["row", "block"]
