"""The list of all action items in a browser: groups of the reader's own day, filters, and their state in the address."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from incident_docs.insight.actions import action_items
from incident_docs.insight.due import lateness
from tests.incidents import document
from tests.site.conftest import Visit

SCRIPT = Path(__file__).parents[2] / "incident_docs/site/assets/js/due.js"


def groups(page: Page) -> dict[str, list[str]]:
    """What each group that is shown holds: the actions and how late they are."""
    found = {}
    for section in page.locator(".idoc-rollup section:visible").all():
        # Not as they are drawn: rows are drawn only once they are in sight.
        cells, names, late = (
            [row.locator(cell).all_text_contents() for row in section.locator("tbody tr").all()]
            for cell in ("td:nth-child(2)", "td:nth-child(2) small", "td:nth-child(4) small")
        )
        found[" ".join(section.locator("h2").inner_text().split())] = [
            ": ".join([cell.removesuffix(name), *after])
            for [cell], [name], after in zip(cells, names, late, strict=True)
        ]
    return found


def counts(page: Page) -> str:
    return " ".join(page.locator(".idoc-counts").inner_text().split())


def test_without_scripts_the_groups_are_those_of_the_build(lists: Visit) -> None:
    page = lists("actions/", script=False)
    assert page.locator(".idoc-as-of").inner_text() == "As of 10 April 2026, when this page was built."
    expect(page.locator(".idoc-selects")).to_be_hidden()
    found = groups(page)
    assert len(found.pop("Done 121")) == 121
    assert found == {
        "Overdue 2": ["Watch the queue: 9 months late", "Test the release at peak: 9 days late"],
        "Due this week 1": ["Alert on the queue: in 2 days"],
        "Open, due later 1": ["Split the database: in 4 months"],
        "No date 1": ["Tell support"],
        "Unknown 1": ["Test it"],
    }


@pytest.mark.parametrize(
    ("now", "zone", "day", "expected"),
    [
        (
            "2025-06-30T23:30:00-07:00",
            "America/Los_Angeles",
            "Monday 30 June 2025",
            {
                "Overdue 0": [],
                "Due this week 1": ["Watch the queue: in 1 day"],
                "Open, due later 3": [
                    "Test the release at peak: in 9 months",
                    "Alert on the queue: in 9 months",
                    "Split the database: in 14 months",
                ],
            },
        ),
        (
            "2026-04-12T00:30:00+14:00",
            "Pacific/Kiritimati",
            "Sunday 12 April 2026",
            {
                "Overdue 2": ["Watch the queue: 9 months late", "Test the release at peak: 11 days late"],
                "Due this week 1": ["Alert on the queue: today"],
                "Open, due later 1": ["Split the database: in 4 months"],
            },
        ),
        (
            "2028-12-24T12:00:00Z",
            "UTC",
            "Sunday 24 December 2028",
            {
                "Overdue 4": [
                    "Watch the queue: 3 years late",
                    "Test the release at peak: 2 years late",
                    "Alert on the queue: 2 years late",
                    "Split the database: 2 years late",
                ],
            },
        ),
    ],
)
def test_items_move_to_the_groups_of_the_readers_day(
    lists: Visit, now: str, zone: str, day: str, expected: dict[str, list[str]]
) -> None:
    page = lists("actions/", now=now, zone=zone)
    assert page.locator(".idoc-as-of").inner_text() == f"As of today, {day}. Overdue is worked out in your browser."
    assert groups(page) == {
        **expected,
        "No date 1": ["Tell support"],
        "Unknown 1": ["Test it"],
        "Done 121": ["Roll back faster", "Write it down", "Write it down"],
    }
    numbers = [heading.rpartition(" ")[2] for heading in expected]
    assert [number for number in counts(page).split() if number.isdigit()][: len(numbers)] == [
        *numbers,
    ]
    red = page.locator("section td small:visible").evaluate_all(
        "(all) => all.filter((late) => getComputedStyle(late).color === 'rgb(179, 38, 30)').length"
    )
    assert red == int(numbers[0])


def test_browser_and_build_use_the_same_words_and_groups_for_the_same_dates(lists: Visit) -> None:
    """One of them cannot change without the other."""
    today = date(2028, 2, 29)
    days = [*range(-1500, 1500), -36525, 36525]
    dates = [(today + timedelta(number)).isoformat() for number in days]
    page = lists("actions/")
    answers = page.evaluate(
        f"""(dates) => {{ {SCRIPT.read_text(encoding="utf-8")}
        const day = today(new Date(2028, 1, 29, 23, 59));
        return dates.map((date) => [daysUntil(date, day), lateness(daysUntil(date, day)), dueGroup(daysUntil(date, day))]);
        }}""",
        dates,
    )
    found = action_items([document(actions=[("Test it", "@ana", due, "open", "") for due in dates])])
    assert answers == [
        [number, lateness(number), str(item.group(today))] for number, item in zip(days, found, strict=True)
    ]


def test_filters_narrow_every_group_and_stand_in_the_address(lists: Visit) -> None:
    page = lists("actions/?x=y&owner=ana")
    assert groups(page) == {
        "Overdue 1": ["Test the release at peak: 9 days late"],
        "Open, due later 1": ["Split the database: in 4 months"],
        "Done 1": ["Roll back faster"],
    }
    assert counts(page) == "1 Overdue 0 Due this week 1 Open, later 0 No date 0 Unknown 1 Done"
    assert page.locator(".idoc-counts a[href]").evaluate_all("(all) => all.map((each) => each.hash)") == [
        "#overdue",
        "#later",
        "#closed",
    ]
    page.get_by_role("combobox", name="Status").select_option("Done")
    assert groups(page) == {"Overdue 0": [], "Done 1": ["Roll back faster"]}
    expect(page.get_by_text("Nothing is overdue.")).to_be_visible()
    page.get_by_role("combobox", name="Owner").select_option("Everyone")
    page.get_by_role("combobox", name="Service").select_option("gateway")
    assert page.url.partition("?")[2] == "x=y&service=gateway&status=done"
    page.reload()
    assert groups(page) == {"Overdue 0": [], "Done 1": ["Roll back faster"]}


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (
            "incident=2026-03-04-checkout&status=in+progress",
            {"Overdue 0": [], "Due this week 1": ["Alert on the queue: in 2 days"]},
        ),
        ("age=90&status=in+progress", {"Overdue 0": [], "Due this week 1": ["Alert on the queue: in 2 days"]}),
        ("age=365&owner=bo", {"Overdue 1": ["Watch the queue: 9 months late"]}),
        ("age=older&service=dns", {"Overdue 0": [], "Unknown 1": ["Test it"]}),
        ("age=30", {}),
    ],
)
def test_incidents_and_their_age_are_filters_too(lists: Visit, search: str, expected: dict[str, list[str]]) -> None:
    assert groups(lists(f"actions/?{search}")) == (expected or {"Overdue 0": []})


def test_an_incident_grows_older_with_the_readers_day(lists: Visit) -> None:
    chosen = "actions/?incident=2026-03-04-checkout&age="
    for now, age in [("2026-04-03", "30"), ("2026-04-04", "90"), ("2026-06-03", "365"), ("2027-03-05", "older")]:
        page = lists(f"{chosen}{age}", now=f"{now}T12:00:00Z")
        expect(page.locator(".idoc-none")).to_be_hidden()


def test_filters_that_nothing_fits_can_be_cleared(lists: Visit) -> None:
    page = lists("actions/?owner=nobody-any-more&service=mail&status=done")
    assert page.get_by_role("combobox", name="Owner").evaluate("(owner) => owner.selectedOptions[0].text") == "Everyone"
    assert page.locator(".idoc-none").inner_text() == "No action item fits these filters. Clear filters"
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("combobox", name="Owner")).to_be_focused()
    expect(page.locator(".idoc-none")).to_be_hidden()
    assert next(iter(groups(page))) == "Overdue 2"
    assert page.url.partition("?")[2] == ""


def test_all_that_is_done_is_shown_on_demand(lists: Visit) -> None:
    page = lists("actions/")
    page.get_by_role("button", name="Show all 121 done").click()
    assert len(groups(page)["Done 121"]) == 121
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    fourth = page.locator("#closed tbody tr").nth(3).get_by_role("link").first
    expect(fourth).to_be_focused()


def test_a_row_leads_to_the_row_on_its_incidents_page(lists: Visit) -> None:
    page = lists("actions/")
    page.get_by_role("row", name="Alert on the queue").get_by_role("link", name="Checkout down").click()
    expect(page.locator("tr#action-2")).to_contain_text("Alert on the queue")
    assert page.url.endswith("/2026-03-04-checkout/#action-2")


@pytest.mark.parametrize(
    ("now", "count", "states"),
    [
        ("2026-03-31T12:00:00Z", "1 of 5 done. ", ["Open", "In progress", "Open", "Open", "Done"]),
        ("2026-04-13T12:00:00Z", "1 of 5 done, 2 overdue. ", ["Overdue", "Overdue", "Open", "Open", "Done"]),
    ],
)
def test_an_incidents_own_page_is_brought_up_to_the_readers_day_too(
    lists: Visit, now: str, count: str, states: list[str]
) -> None:
    page = lists("2026-03-04-checkout/", now=now)
    assert page.locator(".idoc-progress").inner_text() == f"{count}All action items"
    assert page.locator(".idoc-action-items td.idoc-state").all_inner_texts() == states


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_never_scrolls_sideways(lists: Visit, width: int) -> None:
    page = lists("actions/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    table = page.get_by_role("table", name="Overdue")
    assert table.get_by_role("row", name="Watch the queue").get_by_role("cell").count() == 5
