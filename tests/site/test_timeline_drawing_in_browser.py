"""The drawn timeline in a browser: one width of it is shown, its pills lead to rows, and its phases can be told apart."""

from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit
from tests.site.test_incident_in_browser import STANDS_OUT

GITHUB = "2018-10-21-github-network-partition/"
FORMS = ("wide", "middle", "narrow")


def shown(page: Page) -> list[str]:
    return [form for form in FORMS if page.locator(f".idoc-course-{form}").is_visible()]


@pytest.mark.parametrize(
    ("width", "form", "height"),
    [
        (320, "narrow", 38),
        (390, "narrow", 38),
        (760, "narrow", 38),
        (800, "middle", 244),
        (1280, "wide", 244),
        (1920, "wide", 268),
    ],
)
def test_the_form_is_the_one_that_there_is_room_for(postmortems: Visit, width: int, form: str, height: int) -> None:
    page = postmortems(GITHUB, width=width)
    assert shown(page) == [form]
    box = page.locator(f".idoc-course-{form}").bounding_box()
    assert box is not None
    assert round(box["height"]) == height
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [800, 1280])
def test_no_pill_lies_on_another(postmortems: Visit, width: int) -> None:
    page = postmortems(GITHUB, width=width)
    start = page.url.removesuffix(GITHUB)
    for path in (GITHUB, "2025-10-20-aws-dynamodb-dns/", "2022-04-05-atlassian-site-deletion/"):
        page.goto(start + path)
        boxes = page.evaluate(
            """[...document.querySelectorAll(".idoc-pill")].map((pill) => pill.getBoundingClientRect())
                .filter((box) => box.width).map((box) => [Math.round(box.top), box.left, box.right])"""
        )
        assert boxes
        for (row, _, right), (next_row, left, _) in pairwise(boxes):
            assert row != next_row or right <= left


def test_a_pill_lights_the_row_that_it_stands_for(postmortems: Visit) -> None:
    page = postmortems(GITHUB)
    page.locator(".idoc-course-wide .idoc-pill", has_text="13").click()
    row = page.locator("#entry-13")
    expect(row).to_be_in_viewport()
    expect(row).to_have_css("outline-style", "solid")


def test_the_keyboard_goes_past_the_drawing(postmortems: Visit) -> None:
    page = postmortems(GITHUB)
    assert page.evaluate('[...document.querySelectorAll(".idoc-course [href]")].every((link) => link.tabIndex < 0)')
    expect(page.locator(".idoc-course-strips")).to_have_attribute("aria-hidden", "true")
    expect(page.get_by_role("list").filter(has_text="Undetected")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_in_the_drawing_stands_out(postmortems: Visit, scheme: Literal["light", "dark"]) -> None:
    page = postmortems(GITHUB, scheme=scheme)
    stands_out = STANDS_OUT.replace("getComputedStyle(element).color", "getComputedStyle(element).fill")
    for selector in (".idoc-name", ".idoc-midnight", ".idoc-closer", "svg > text"):
        assert page.locator(f".idoc-course-wide {selector}").first.evaluate(stands_out), selector
    for selector in (".idoc-course-wide .idoc-pill", ".idoc-phases li"):
        assert page.locator(selector).first.evaluate(STANDS_OUT), selector


def test_without_colours_the_phases_have_three_textures(postmortems: Visit) -> None:
    page = postmortems(GITHUB)
    page.emulate_media(forced_colors="active")
    fills = [
        page.locator(f".idoc-course-wide .idoc-is-{texture}").first.evaluate(
            "(phase) => (({ fill, stroke }) => [fill, stroke])(getComputedStyle(phase))"
        )
        for texture in ("undetected", "responding", "recovering")
    ]
    text, ground = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    assert fills == [['url("#idoc-hatching-wide")', text], [text, "none"], [ground, text]]


def test_on_paper_the_drawing_is_light_and_whole(postmortems: Visit) -> None:
    page = postmortems(GITHUB, width=670, scheme="dark")
    assert shown(page) == ["narrow"]
    page.emulate_media(media="print", color_scheme="dark")
    assert shown(page) == ["middle"]
    expect(page.locator(".idoc-course-middle .idoc-midnight").first).to_have_css("fill", "rgba(0, 0, 0, 0.87)")
    expect(page.locator(".idoc-course")).to_have_css("break-inside", "avoid")


def test_a_phone_tells_of_long_silences(postmortems: Visit) -> None:
    silence = 'getComputedStyle(document.querySelector("#entry-11"), "::before").content'
    assert postmortems(GITHUB, width=390).evaluate(silence) == '"6h 10m without an entry"'
    assert postmortems(GITHUB, width=1280).evaluate(silence) == "none"
