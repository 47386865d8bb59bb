"""Lists on a page of the authors' own in a browser: on every screen, and on a later day than that of the build."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from incident_docs.site.engines.markdown.list_fences import Here, find_list_fences, write_lists
from incident_docs.site.pages.page import Page
from incident_docs.site.pages.parts import Heading
from tests.site.alone import alone
from tests.site.conftest import Visit
from tests.site.test_list_block import LISTS

PAGE = """\
# Runbook

```incidents
```

```incidents
columns: date, severity, title, duration, actions, postmortem, tags, services
```

```action-items
```

```incidents
service: x
severity: P9, an-extraordinarily-long-word-that-nobody-would-ever-take-for-the-name-of-a-severity-anywhere
```
"""


@pytest.fixture(scope="module")
def runbook(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Visit a page with all kinds of lists."""
    lines, lists = PAGE.split("\n"), list[str]()

    def keep(html: str) -> str:
        lists.append(html)
        return ""

    write_lists(lines, list(find_list_fences(lines)), Here("index.md", "index.md", PAGE, LISTS), keep)
    page = Page("index.md", "Runbook", (Heading(1, "Runbook"), *lists))
    with alone(browser, tmp_path_factory.mktemp("runbook"), page) as visit:
        yield visit


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_no_list_is_wider_than_the_screen(runbook: Visit, width: int, scheme: str) -> None:
    page = runbook(width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    tables = page.locator(".idoc-listed .idoc-scroll")
    assert tables.evaluate_all("tables => tables.map((each) => each.scrollWidth - each.clientWidth)") == [0, 0]


def test_lateness_is_that_of_the_reader_s_day(runbook: Visit) -> None:
    late = runbook(now="2026-04-13T12:00:00Z").locator(".idoc-listed .idoc-late")
    expect(late).to_have_text(["12 days late", "1 day late"])
    expect(late.last).to_have_class("idoc-late idoc-bad")


def test_without_scripts_it_is_that_of_the_build(runbook: Visit) -> None:
    late = runbook(now="2026-04-13T12:00:00Z", script=False).locator(".idoc-listed .idoc-late")
    expect(late).to_have_text(["9 days late", "in 2 days"])


def test_a_phone_reads_a_row_as_a_block_with_the_names_of_its_cells(runbook: Visit) -> None:
    page = runbook(width=390)
    row = page.locator(".idoc-listed-incidents tbody tr").nth(1)
    expect(page.locator(".idoc-listed thead").first).to_be_hidden()
    label = "cell => getComputedStyle(cell, '::before').content"
    assert row.locator(".idoc-actions").evaluate(label) == '"Actions done: "'
    assert row.locator(".idoc-field").first.evaluate(label) == '"Tags: "'
    title, date = row.locator(".idoc-title").bounding_box(), row.locator(".idoc-date").bounding_box()
    assert title is not None
    assert date is not None
    assert title["y"] > date["y"]
    assert title["width"] > 300
    assert row.get_attribute("role") == "row"


def test_a_mistake_stands_out(runbook: Visit) -> None:
    box = runbook().locator(".idoc-refused")
    expect(box.locator("b")).to_have_css("color", "rgb(179, 38, 30)")
    expect(box).to_have_css("border-left-color", "rgb(179, 38, 30)")
