"""The page of an incident in a browser: readable at every width, in both schemes, and up to the reader's day."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit

GITHUB = "2018-10-21-github-network-partition/"
EVERY = [f"{path.stem}/" for path in sorted((Path(__file__).parents[2] / "postmortems").glob("*.md"))]
STANDS_OUT = """(element) => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const linear = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = (color) => {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((value) => linear(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const page = luminance(getComputedStyle(document.body).backgroundColor);
  const text = luminance(getComputedStyle(element).color);
  return (Math.max(page, text) + 0.05) / (Math.min(page, text) + 0.05) >= 4.5;
}"""


def overdue(page: Page) -> tuple[str, str, list[str]]:
    states = page.locator(".idoc-action-items .idoc-state").all_inner_texts()
    card, sentence = page.locator(".idoc-done").inner_text(), page.locator(".idoc-progress").inner_text()
    return card, sentence, [state.strip() for state in states]


@pytest.mark.parametrize("width", [320, 390, 768, 960, 1280])
def test_no_page_scrolls_sideways(postmortems: Visit, width: int) -> None:
    page = postmortems(width=width)
    start = page.url
    for path in ["", "actions/", *EVERY]:
        page.goto(start + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_every_kind_of_page_has_the_same_title(postmortems: Visit) -> None:
    page = postmortems()
    start = page.url
    styles = set()
    # Nothing is owed: such a page has a title too.
    lists = ["", "actions/", "owed/", "insights/", "owners/atlassian/"]
    for path in [*lists, "response-guide/", "writing-guide/", "rules/", GITHUB]:
        page.goto(start + path)
        styles.add(
            page.evaluate(
                "(title => title.fontWeight + ' ' + title.fontSize)(getComputedStyle(document.querySelector('h1')))"
            )
        )
    assert styles == {"700 28px"}


def test_one_knows_where_one_is(postmortems: Visit) -> None:
    page = postmortems(GITHUB)
    expect(page.locator("h1")).to_have_text(
        "GitHub degraded for a day after a 43-second network cut moved database primaries across the country"
    )
    expect(page.locator(".md-tabs__item--active")).to_have_text("Incidents")
    contents = page.locator(".md-sidebar--secondary .md-nav__link").all_inner_texts()
    assert [line.strip() for line in contents if line.strip()][:4] == [
        "Incident response",
        "Timeline",
        "Root cause",
        "Mitigation applied",
    ]
    page.get_by_role("link", name="All incidents").click()
    expect(page.locator("h1")).to_have_text("Incidents")


def test_facts_lead_to_the_incidents_that_share_them(postmortems: Visit) -> None:
    page = postmortems(GITHUB)
    page.get_by_role("link", name="replication", exact=True).click()
    expect(page.locator(".idoc-found")).to_contain_text(" of 30 incidents")
    expect(page.locator(".idoc-index tbody tr:visible").filter(has_text="GitHub degraded")).to_have_count(1)


def test_a_row_that_an_address_names_is_lit_and_in_sight(postmortems: Visit) -> None:
    page = postmortems(f"{GITHUB}#entry-17")
    row = page.locator("#entry-17")
    expect(row).to_be_in_viewport()
    expect(row).to_have_css("outline-style", "solid")
    assert row.evaluate("row => row.getBoundingClientRect().top > document.querySelector('.md-header').offsetHeight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_page(postmortems: Visit, scheme: Literal["light", "dark"]) -> None:
    page = postmortems(GITHUB, scheme=scheme)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if scheme == "dark" else "default")
    for selector in (
        ".idoc-top a",
        ".idoc-top code",
        ".idoc-severity-2",
        ".idoc-stage-resolved",
        ".idoc-done",
        ".idoc-impact",
        ".idoc-times dt",
        ".idoc-times .idoc-under",
        ".idoc-facts a",
        ".idoc-notice",
        ".idoc-zone",
        ".idoc-table thead th",
        ".idoc-elapsed",
        ".idoc-event",
        ".idoc-state .idoc-mark",
        ".idoc-due .idoc-secondary",
        ".idoc-severity-1",
    ):
        assert page.locator(selector).first.evaluate(STANDS_OUT), selector


def test_on_a_phone_rows_are_blocks_and_still_rows_of_tables(postmortems: Visit) -> None:
    page = postmortems(GITHUB, width=390)
    timeline = page.get_by_role("table").first
    expect(timeline.locator("thead")).to_be_hidden()
    expect(timeline.get_by_role("row").nth(1).get_by_role("cell").nth(0)).to_have_text("22:52")
    event = timeline.locator("#entry-1 .idoc-event").bounding_box()
    assert event is not None
    assert event["width"] > 300


@pytest.mark.parametrize(
    ("now", "late", "states"),
    [
        ("2026-04-10T12:00:00Z", ", 1 overdue", ["Overdue", "In progress", "Open", "Open", "Done"]),
        ("2026-03-20T12:00:00Z", "", ["Open", "In progress", "Open", "Open", "Done"]),
        ("2026-04-13T00:01:00Z", ", 2 overdue", ["Overdue", "Overdue", "Open", "Open", "Done"]),
    ],
)
def test_overdue_is_counted_to_the_reader_s_day(lists: Visit, now: str, late: str, states: list[str]) -> None:
    page = lists("2026-03-04-checkout/", now=now)
    assert overdue(page) == (f"1 of 5 actions done{late}", f"1 of 5 done{late}. All action items", states)


def test_without_scripts_overdue_is_that_of_the_build(lists: Visit) -> None:
    page = lists("2026-03-04-checkout/", now="2030-01-01T00:00:00Z", script=False)
    assert overdue(page)[0] == "1 of 5 actions done, 1 overdue"
    assert overdue(page)[2][0] == "Overdue"


def test_the_card_s_count_leads_to_the_actions(lists: Visit) -> None:
    page = lists("2026-03-04-checkout/")
    page.locator(".idoc-done").click()
    expect(page.locator(".idoc-progress")).to_be_in_viewport()


def test_on_paper_there_is_nothing_to_click(postmortems: Visit) -> None:
    page = postmortems(GITHUB, scheme="dark")
    page.emulate_media(media="print")
    expect(page.get_by_text("All incidents")).to_be_hidden()
    expect(page.locator(".idoc-card")).to_be_visible()
