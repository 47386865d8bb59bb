"""What hostile authors write, as it stands in the files of the built site."""

import json
import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from incident_docs.site.pages.parts import as_markdown
from tests.examples import BASE
from tests.site import hostile
from tests.site.pages import shown
from tests.sites import Site

ROWS = 40_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return hostile.build(tmp_path_factory.mktemp("hostile"), "https://example.com/")


def test_no_file_beside_the_incidents_gets_into_the_site(site: Site) -> None:
    folder = site.root / "site"
    assert [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and hostile.SECRET in path.read_bytes().decode(errors="ignore")
    ] == []


def test_the_text_of_an_attack_is_the_text_of_the_page(site: Site) -> None:
    page = site.page("2026-03-04-hostile/index.html")
    [title] = re.findall(r'<h1 id="[^"<>]*">(.*?)<a class="headerlink"', page)
    assert unescape(title).split() == hostile.attack("title").split()
    assert unescape(re.findall(r"<title>(.*?)</title>", page)[0]) == f"{hostile.attack('title')} - Ours"


def test_what_programs_read_of_the_page_is_one_object(site: Site) -> None:
    page = site.page("2026-03-04-hostile/index.html")
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    said = json.loads(found)
    assert said["headline"] == hostile.attack("title")
    assert said["keywords"] == [hostile.attack("tag"), "deploy"]


def test_feeds_and_data_can_be_read(site: Site) -> None:
    folder = site.root / "site"
    assert [ET.parse(path).getroot().tag for path in (folder / "feed.xml", folder / "postmortems.xml")] == [
        "rss",
        "rss",
    ]
    for path in folder.glob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))


def test_a_timeline_of_five_megabytes_is_a_page_of_seventeen() -> None:
    rows = "".join(
        f"| {4 + minute // 1440:02d} {minute % 1440 // 60:02d}:{minute % 60:02d} | {'Queue long. ' * 10} |\n"
        for minute in range(ROWS)
    )
    text = BASE.replace("| 09:50 | Release", f"{rows}| 09:50 | Release", 1)
    page = shown(text)
    assert as_markdown(page.parts).count(' id="entry-') == ROWS + 4
    assert len(as_markdown(page.parts)) < 20_000_000
