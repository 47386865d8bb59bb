"""The built sites as documents: their HTML is valid, and every link within them leads to what is there."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import html5lib
import pytest

from tests.site.crawl import Found, broken, crawl

SITES = ("lists_address", "postmortems_address")
_INTERACTIVE = {"a", "button", "input", "select", "textarea", "label", "summary", "iframe"}
# What an author writes may hold characters that HTML has no place for.
_AUTHORS = "invalid-codepoint"
_read = cache(crawl)


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Found:
    return _read(request.getfixturevalue(request.param))


def kinds(site: Found) -> Iterator[tuple[str, str]]:
    """The pages; of ordinary incidents, which differ in their words only, the first ones."""
    pages = {address: file.html for address, file in site.items() if file and file.html}
    ordinary = [address for address in pages if "-outage-" in address]
    return ((address, html) for address, html in pages.items() if address not in ordinary[3:])


def parsed(html: str) -> tuple[Any, list[str]]:
    """The tree, and what is wrong with the text that it was made of."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    return tree, [f"{place} {code}" for place, code, _ in parser.errors if code != _AUTHORS]


def nested(element: Any, outer: str = "") -> Iterator[str]:
    """The controls within links and buttons, of which a reader could reach only one."""
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        if outer and name in _INTERACTIVE:
            yield f"{name} in {outer}"
        yield from nested(child, name if name in ("a", "button") else outer)


def faults(html: str) -> list[str]:
    tree, wrong = parsed(html)
    return [*wrong, *nested(tree)]


@pytest.mark.parametrize("site", [*SITES, "hostile_address"], indirect=True)
def test_every_page_is_valid(site: Found) -> None:
    found = {address: faults(html) for address, html in kinds(site)}
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("site", SITES, indirect=True)
def test_no_page_has_an_id_twice(site: Found) -> None:
    twice = {
        address: [id for id, number in Counter(file.ids).items() if number > 1]
        for address, file in site.items()
        if file
    }
    assert {address: ids for address, ids in twice.items() if ids} == {}


@pytest.mark.parametrize("site", SITES, indirect=True)
def test_every_link_leads_to_what_is_there(site: Found) -> None:
    assert list(broken(site)) == []


def test_feeds_calendars_and_data_are_reached_and_their_links_too(lists_address: str) -> None:
    site = _read(lists_address)
    leading = {PurePosixPath(address).suffix for address, file in site.items() if file and file.links and not file.html}
    assert leading == {".csv", ".ics", ".json", ".xml"}
