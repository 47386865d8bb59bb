"""The list of incidents in a browser: searched, filtered, sorted, and with its state in the address."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit

SPECIAL = ["Search stale", "Checkout down", "Mail delayed", "Somebody else's outage"]


def titles(page: Page) -> list[str]:
    # Not as they are drawn: rows are drawn only once they are in sight.
    return page.locator(".idoc-index tbody a").all_text_contents()


def found(page: Page) -> str:
    return page.locator(".idoc-found").inner_text()


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def option(page: Page, facet: str, value: str) -> str:
    return page.locator(f'.idoc-option:has(input[name="{facet}"][value="{value}"])').inner_text().replace("\n", " ")


def check(page: Page, facet: str, value: str) -> None:
    page.locator(f'input[name="{facet}"][value="{value}"]').click()


def test_without_scripts_it_is_the_whole_table_newest_first(lists: Visit) -> None:
    page = lists(script=False)
    shown = titles(page)
    assert len(shown) == 124
    assert [title.partition(" while")[0].partition(" on")[0] for title in shown[:4]] == SPECIAL
    assert found(page) == "124 incidents, newest first"
    for control in (".idoc-box", ".idoc-filters", ".idoc-facets", ".idoc-chips", ".idoc-more", ".idoc-index button"):
        expect(page.locator(control).first).to_be_hidden()


def test_a_hundred_rows_are_drawn_and_then_the_rest(lists: Visit) -> None:
    page = lists()
    assert len(titles(page)) == 100
    page.get_by_role("button", name="Show 24 more").click()
    shown = titles(page)
    assert len(shown) == 124
    assert page.evaluate("document.activeElement.textContent") == shown[100]
    expect(page.locator(".idoc-more")).to_be_hidden()
    check(page, "severity", "P1")
    check(page, "severity", "P1")
    assert len(titles(page)) == 100


def test_options_add_up_within_a_group_and_narrow_between_groups(lists: Visit) -> None:
    page = lists()
    check(page, "severity", "P1")
    assert (len(titles(page)), query(page)) == (2, "severity=P1")
    assert option(page, "severity", "P2") == "P2 Major degradation 2"
    assert option(page, "strategy", "failover") == "failover 1"
    check(page, "severity", "P2")
    assert found(page) == "4 of 124 incidents, newest first"
    assert option(page, "strategy", "failover") == "failover 2"
    check(page, "strategy", "failover")
    assert titles(page) == ["Checkout down on the busiest day", "Mail delayed"]
    assert query(page) == "severity=P1&severity=P2&strategy=failover"
    assert option(page, "severity", "P1") == "P1 Service down 1"
    assert option(page, "strategy", "rollback") == "rollback 2"


def test_options_that_would_give_nothing_are_dropped_or_cannot_be_chosen(lists: Visit) -> None:
    page = lists("?tag=deploy")
    expect(page.locator('input[name="severity"][value="P3"]')).to_be_disabled()
    assert option(page, "status", "mitigating") == "Mitigating 0"
    assert page.locator('[data-facet="service"] .idoc-option').all_inner_texts() == [
        "checkout\n1",
        "gateway\n1",
        "mail\n1",
    ]
    assert page.locator('[data-facet="year"] .idoc-option').all_inner_texts() == ["2026\n1", "2025\n1"]


def test_few_services_and_tags_are_shown_at_first_and_what_is_chosen(lists: Visit) -> None:
    page = lists("?service=dns")
    services = page.locator('[data-facet="service"] .idoc-option')
    assert services.last.inner_text() == "dns\n1"
    assert services.count() == 7
    page.get_by_role("button", name="Show 7 more").click()
    assert services.count() == 14
    assert page.evaluate("document.activeElement.value") == "service-6"
    assert page.locator('[data-facet="tag"] .idoc-option').count() == 0


def test_whoever_owns_an_action_item_is_a_filter(lists: Visit) -> None:
    page = lists("?severity=P1&severity=P2")
    assert page.locator('[data-facet="owner"] .idoc-option').all_inner_texts() == ["@bo\n2", "@ana\n1", "@cai\n1"]
    check(page, "owner", "@bo")
    assert (found(page), query(page)) == (
        "2 of 124 incidents, newest first",
        "severity=P1&severity=P2&owner=%40bo",
    )
    assert page.locator(".idoc-chip").last.inner_text() == "Owner: @bo"
    page.get_by_role("searchbox", name="Search incidents").fill("@cai")
    expect(page.locator(".idoc-found")).to_contain_text("1 of 124")
    assert titles(page) == ["Checkout down on the busiest day"]


def test_chips_take_filters_away_and_the_focus_goes_on(lists: Visit) -> None:
    page = lists("?severity=P1&status=resolved&service=checkout")
    chips = page.locator(".idoc-chip")
    assert chips.all_inner_texts() == ["Severity: P1", "Status: Resolved", "Service: checkout"]
    page.get_by_role("button", name="Severity: P1, remove filter").click()
    expect(page.get_by_role("button", name="Status: Resolved, remove filter")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert found(page) == "124 incidents, newest first"
    expect(page.locator(".idoc-found")).to_be_focused()
    expect(page.locator(".idoc-chips")).to_be_hidden()
    check(page, "severity", "P1")
    check(page, "severity", "P2")
    page.get_by_role("button", name="Clear all").click()
    assert (query(page), chips.count()) == ("", 0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("KAFKA mail", ["Mail delayed"]),
        ("cafe", ["Search stale while the indexer catches up"]),
        ("gateway deploy", ["Checkout down on the busiest day"]),
        ("2024-01-01", ["Somebody else's outage"]),
    ],
)
def test_all_words_have_to_occur_whatever_their_case_and_accents(lists: Visit, words: str, expected: list[str]) -> None:
    page = lists()
    page.get_by_role("searchbox", name="Search incidents").fill(words)
    expect(page.locator(".idoc-found")).to_contain_text("1 of 124")
    assert titles(page) == expected
    assert query(page) == f"search={words.replace(' ', '+')}"


def test_slash_goes_to_the_box_and_escape_empties_it(lists: Visit) -> None:
    page = lists("?search=kafka")
    box = page.get_by_role("searchbox", name="Search incidents")
    expect(box).to_have_value("kafka")
    page.wait_for_load_state("networkidle")
    page.locator(".md-search__input").evaluate("(own) => { own.onfocus = () => { window.themesOwn = true; }; }")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    assert page.evaluate("window.themesOwn") is None
    page.keyboard.type("/x")
    expect(page.locator(".idoc-found")).to_contain_text("0 of 124")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    assert (found(page), query(page)) == ("124 incidents, newest first", "")


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Date", ("oldest", "oldest first", "ascending"), ("", "newest first", "descending")),
        ("Severity", ("worst", "worst first", "ascending"), ("mildest", "mildest first", "descending")),
        ("Incident", ("a-z", "A to Z", "ascending"), ("z-a", "Z to A", "descending")),
        ("Duration", ("longest", "longest first", "descending"), ("shortest", "shortest first", "ascending")),
        (
            "Actions done",
            ("least-done", "fewest actions done first", "ascending"),
            ("most-done", "most actions done first", "descending"),
        ),
    ],
)
def test_a_click_on_a_head_sorts(
    lists: Visit, head: str, first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    page = lists()
    for name, words, direction in (first, second):
        page.get_by_role("columnheader", name=head).get_by_role("button").click()
        assert found(page) == f"124 incidents, {words}"
        assert query(page) == (f"sort={name}" if name else "")
        sorted_heads = page.locator("th[aria-sort]")
        assert sorted_heads.all_inner_texts() == [head]
        assert sorted_heads.get_attribute("aria-sort") == direction


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("oldest", ["Somebody", "Mail", "Checkout", "Search"]),
        ("worst", ["Search", "Checkout", "Mail", "Somebody"]),
        ("mildest", ["Mail", "Somebody", "Search", "Checkout"]),
        ("z-a", ["Somebody", "Search", "Mail", "Checkout"]),
        ("longest", ["Checkout", "Mail", "Search", "Somebody"]),
        ("shortest", ["Mail", "Checkout", "Search", "Somebody"]),
        ("least-done", ["Mail", "Checkout", "Search", "Somebody"]),
        ("nonsense", ["Search", "Checkout", "Mail", "Somebody"]),
    ],
)
def test_rows_that_lack_a_value_come_last_and_equal_ones_newest_first(
    lists: Visit, order: str, expected: list[str]
) -> None:
    page = lists(f"?severity=P1&severity=P2&sort={order}")
    assert [title.split()[0] for title in titles(page)] == expected


def test_nothing_found_says_why_and_what_each_step_back_would_give(lists: Visit) -> None:
    page = lists("?search=kafka&severity=P1")
    nothing = page.locator(".idoc-nothing")
    assert nothing.inner_text().replace("\n\n", "\n") == (
        "No incident matches “kafka” with severity P1\nWithout one of them there would be:\n"
        "Any severity, “kafka” 1 incident\nP1, any words 2 incidents\nClear search and filters to see all 124."
    )
    assert found(page) == "0 of 124 incidents"
    expect(page.locator(".idoc-index table")).to_be_hidden()
    page.get_by_role("button", name="P1, any words").click()
    assert (titles(page)[0].split()[0], query(page)) == ("Search", "severity=P1")
    expect(page.get_by_role("searchbox", name="Search incidents")).to_have_value("")
    expect(nothing).to_be_hidden()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("?search=zebra", "No incident matches “zebra”\nClear search to see all 124."),
        ("?severity=P9", "No incident with severity P9\nClear filters to see all 124."),
        (
            "?severity=P1&severity=P2&status=active",
            """No incident with severity P1 or P2, status Active
Without one of them there would be:
Any status, P1 or P2 4 incidents
Clear filters to see all 124.""",
        ),
    ],
)
def test_nothing_found_in_other_words(lists: Visit, asked: str, expected: str) -> None:
    page = lists(asked)
    assert page.locator(".idoc-nothing").inner_text().replace("\n\n", "\n") == expected
    page.get_by_role("button", name="Clear").last.click()
    assert (found(page), query(page)) == ("124 incidents, newest first", "")


def test_overdue_is_counted_on_the_readers_own_day(lists: Visit) -> None:
    row = ".idoc-index tbody tr:has-text('Checkout down') .idoc-actions"
    for page, words in [
        (lists(script=False), "1 of 5 1 overdue"),
        (lists(now="2026-03-31T12:00:00Z"), "1 of 5"),
        (lists(now="2026-12-01T12:00:00Z"), "1 of 5 3 overdue"),
    ]:
        expect(page.locator(row)).to_have_text(words, use_inner_text=True)


def test_steps_between_pages_keep_the_state_without_loading_anything_anew(lists: Visit) -> None:
    page = lists("?severity=P1&x=y#top")
    check(page, "severity", "P2")
    assert query(page) == "x=y&severity=P1&severity=P2#top"
    page.evaluate("window.loadedOnce = true")
    page.get_by_role("link", name="Checkout down").click()
    page.locator(".idoc-card").get_by_role("link", name="gateway").click()
    expect(page.locator(".idoc-found")).to_have_text("1 of 124 incidents, newest first")
    page.get_by_role("link", name="Action items").first.click()
    expect(page.locator(".idoc-as-of")).to_contain_text("As of today")
    for _ in range(3):
        page.go_back()
    expect(page.locator(".idoc-found")).to_have_text("4 of 124 incidents, newest first")
    expect(page.locator(".idoc-index thead button")).to_have_count(6)
    assert page.evaluate("window.loadedOnce")


def test_all_rows_are_printed(lists: Visit) -> None:
    page = lists()
    page.pdf()
    assert len(titles(page)) == 124


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_never_scrolls_sideways(lists: Visit, width: int) -> None:
    page = lists("?severity=P1&strategy=rollback", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_filters_fold_and_rows_are_still_rows(lists: Visit) -> None:
    page = lists("?severity=P1&strategy=rollback", width=390)
    panel = page.locator(".idoc-facets")
    expect(panel).to_be_hidden()
    filters = page.get_by_role("button", name="Filters (2)")
    filters.click()
    expect(panel).to_be_visible()
    expect(filters).to_have_attribute("aria-expanded", "true")
    page.get_by_role("combobox", name="Sort").select_option("Longest first")
    assert titles(page) == ["Checkout down on the busiest day", "Search stale while the indexer catches up"]
    row = page.get_by_role("table", name="Incidents").get_by_role("row").first
    assert row.get_by_role("cell").count() == 6
    filters.click()
    expect(panel).to_be_hidden()
