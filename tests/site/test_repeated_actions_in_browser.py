"""The lists of action items in a browser: what was not done when it happened again, a page for each owner, downloads."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.incidents import text
from tests.site import lists
from tests.site.conftest import Visit, _visits, served

# So long that the line of a calendar which has it goes on in the next one.
_LATER = "2026-03-20-a-migration-stopped-all-of-the-writes-to-the-ledger-once-again"
_LOCKED = text(
    {"title": "Ledger writes blocked by a migration lock", "started": "2026-02-01T10:00:00Z", "services": "[ledger]"},
    [
        ("Refuse long locks, always", "@ana", "2026-03-01", "open", "[T-1](https://tracker.example.com/1)"),
        ('Say "wait"', "@ana, @bo", "", "in progress", ""),
        ("Roll back faster", "@bo", "2026-03-01", "done", ""),
    ],
)
_AGAIN = text(
    {"title": "Migration lock stops ledger writes", "started": "2026-03-20T10:00:00Z", "services": "[ledger, api]"},
    [("Show what waits", "@bo", "2026-09-01", "open", "")],
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served in which something happened again."""
    folder = tmp_path_factory.mktemp("again")
    with pytest.MonkeyPatch.context() as patch, served(folder / "site") as address:
        mails = {f"2025-0{month}-01-mail": text({"title": "Mail late", "services": "[mail]"}) for month in range(1, 8)}
        patch.setattr(lists, "_ORDINARY", mails)
        patch.setattr(lists, "_SPECIAL", {"2026-02-01-locked": _LOCKED, _LATER: _AGAIN})
        lists.build(folder, address)
        yield address


@pytest.fixture
def again(browser: Browser, address: str) -> Iterator[Visit]:
    """Visit a page of it."""
    with _visits(browser, address) as visit:
        yield visit


def entries(page: Page) -> list[str]:
    return [entry.split("\n")[0] for entry in page.locator(".idoc-again li:visible").all_inner_texts()]


def downloads(page: Page) -> list[str]:
    return page.locator(".idoc-downloads a").all_inner_texts()


def saved(page: Page, name: str) -> tuple[str, str]:
    """What a download is called and what it holds."""
    with page.expect_download() as started:
        page.get_by_role("link", name=name).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes().decode()


def test_filters_apply_to_what_happened_again_too(again: Visit) -> None:
    page = again("actions/")
    assert entries(page) == ["Refuse long locks, always", 'Say "wait"']
    expect(page.locator(".idoc-again h2")).to_have_text("Not done, and it happened again 2")
    page.get_by_role("combobox", name="Owner").select_option("@bo")
    assert entries(page) == ['Say "wait"']
    expect(page.locator(".idoc-again h2")).to_have_text("Not done, and it happened again 1")
    page.get_by_role("combobox", name="Service").select_option("api")
    expect(page.locator(".idoc-again")).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
def test_what_happened_again_says_so_on_any_day_and_without_scripts(again: Visit, script: bool) -> None:
    page = again("actions/", script=script, now="2027-01-01T12:00:00Z")
    assert page.locator(".idoc-again li").first.locator("p").inner_text().split("\n") == [
        "Refuse long locks, always",
        "@ana · due 2026-03-01 · 19 days late when it happened again · T-1",
    ]


def test_an_owner_leads_to_the_page_of_theirs_and_back(again: Visit) -> None:
    page = again("2026-02-01-locked/")
    page.locator(".idoc-action-items").get_by_role("link", name="@bo").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Action items of @bo")
    numbers = " ".join(page.locator(".idoc-counts").inner_text().split())
    assert numbers == "0 Overdue 0 Due this week 1 Open, later 1 No date 1 Done"
    assert entries(page) == ['Say "wait"']
    expect(page.get_by_role("combobox", name="Owner")).to_have_count(0)
    page.get_by_role("combobox", name="Incident", exact=True).select_option("Migration lock stops ledger writes")
    assert page.url.endswith(f"/owners/bo/?incident={_LATER}")
    page.get_by_role("link", name="All action items").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Action items")


def test_without_filters_the_downloads_are_the_files_of_the_site(again: Visit) -> None:
    page = again("actions/", script=False)
    assert downloads(page) == ["CSV", "JSON", "Calendar"]
    name, content = saved(page, "CSV")
    assert (name, [row["id"] for row in csv.DictReader(io.StringIO(content))]) == (
        "actions.csv",
        [f"{_LATER}#1", *(f"2026-02-01-locked#{row}" for row in (1, 2, 3))],
    )


def test_the_downloads_follow_the_filters_and_say_so(again: Visit) -> None:
    page = again("actions/?owner=bo")
    assert downloads(page) == ["CSV, 3 items", "JSON, 3 items", "Calendar, 1 item"]
    kept = [f"{_LATER}#1", "2026-02-01-locked#2", "2026-02-01-locked#3"]
    name, content = saved(page, "CSV")
    assert name == "actions.csv"
    assert content.count("\r\n") == 4
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [(row["id"], row["action"]) for row in rows] == list(
        zip(kept, ["Show what waits", 'Say "wait"', "Roll back faster"], strict=True)
    )
    name, content = saved(page, "JSON")
    found = json.loads(content)
    assert (name, found["version"], found["built"]) == ("actions.json", 1, lists.BUILT_ON)
    assert [item["id"] for item in found["items"]] == kept
    name, content = saved(page, "Calendar")
    assert name == "actions.ics"
    assert [str(event["summary"]) for event in Calendar.from_ical(content).walk("vevent")] == ["Show what waits (@bo)"]
    page.get_by_role("combobox", name="Owner").select_option("Everyone")
    assert downloads(page) == ["CSV", "JSON", "Calendar"]


def test_an_owners_downloads_are_their_own(again: Visit) -> None:
    page = again("owners/ana/?status=open")
    assert downloads(page) == ["CSV, 1 item", "JSON, 1 item", "Calendar, 1 item"]
    name, content = saved(page, "Calendar")
    assert (name, content.count("BEGIN:VEVENT")) == ("ana.ics", 1)


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
@pytest.mark.parametrize("path", ["actions/", "owners/ana/"])
def test_the_pages_never_scroll_sideways(again: Visit, path: str, width: int) -> None:
    assert again(path, width=width).evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_rows_that_are_drawn_as_blocks_are_rows_of_a_table_to_those_who_listen(again: Visit) -> None:
    page = again("actions/", width=390)
    assert page.locator("#overdue table").evaluate(
        "(table) => [table, table.tBodies[0], ...table.rows, ...table.tBodies[0].rows[0].cells].map(({ role }) => role)"
    ) == ["table", "rowgroup", "row", "row", *["cell"] * 5]
