"""Feeds of incidents: what they say, as readers of feeds find and read it."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.site.pages.data.feeds import feed_files, head_links
from incident_docs.site.pages.lists import incident_list
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, text
from tests.site.data import TODAY, made_files
from tests.site.reader import find, links, one, words
from tests.site.reader import read as read_page

SERVED = Settings("incidents/index.md", "incidents/", name="R&D", address="https://ours.example/docs/")
ROOT = "https://ours.example/docs/incidents/"
STORY = "#### Action items\n"
WRITTEN = f"#### What happened\nA release broke it.\n\n{STORY}"
CHECKOUT = {
    "title": "Checkout < down",
    "started": "2026-03-04T10:00:00+01:00",
    "resolved": "~2026-03-04T11:00:00Z",
    "services": "[checkout]",
    "tags": "[a&b]",
    "authors": "[Ana]",
}


def made(
    facts: dict[str, str] | None = None,
    id: str = "2026-03-04-checkout",
    format: Format = DEFAULT,
    impact: str = "Nobody could **pay**.",
    folder: str = "incidents/",
    *,
    is_written: bool = False,
) -> Incident:
    written = text(facts, impact=impact)
    path = f"{folder}{id}.md"
    return Incident(parse(written.replace(STORY, WRITTEN) if is_written else written, path, format), path)


def found(*incidents: Incident, settings: Settings = SERVED) -> dict[str, str]:
    return dict(feed_files(incidents, settings))


def items(content: str) -> list[dict[str, Any]]:
    said = json.loads(content)
    assert said["version"] == "https://jsonfeed.org/version/1.1"
    assert said["title"]
    for item in said["items"]:
        assert item["id"]
        assert item["content_text"]
    return list(said["items"])


def rss(content: str) -> list[dict[str, list[str]]]:
    """The items as a reader gets them, each text by its element's name."""
    root = ET.fromstring(content.encode())
    assert (root.tag, root.attrib) == ("rss", {"version": "2.0"})
    [channel] = root
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    [own] = channel.findall("{http://www.w3.org/2005/Atom}link")
    assert (own.get("rel"), own.get("type")) == ("self", "application/rss+xml")
    read = [_texts(item) for item in channel.findall("item")]
    guids = [guid for item in read for guid in item["guid"]]
    assert len(set(guids)) == len(guids) == len(read)
    return read


def _texts(item: Iterable[ET.Element]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for element in item:
        said.setdefault(element.tag, []).append(element.text or "")
    return said


def test_rss_tells_of_incidents_by_when_they_began() -> None:
    files = found(made(CHECKOUT))
    assert list(files) == [
        f"incidents/{name}" for name in ("feed.xml", "feed.json", "postmortems.xml", "postmortems.json")
    ]
    assert files["incidents/feed.xml"] == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        "<channel>\n"
        "<title>R&amp;D: Incidents</title>\n"
        f"<link>{ROOT}</link>\n"
        "<description>Incidents, by when they began.</description>\n"
        f'<atom:link href="{ROOT}feed.xml" rel="self" type="application/rss+xml"></atom:link>\n'
        "<item>"
        "<title>P2: Checkout &lt; down</title>"
        f"<link>{ROOT}2026-03-04-checkout/</link>"
        "<description>Impact: Nobody could pay.&lt;br&gt;Status: Resolved&lt;br&gt;Severity: P2 (Major degradation)"
        "&lt;br&gt;Duration: ~2h 00m</description>"
        "<dc:creator>Ana</dc:creator>"
        "<category>checkout</category><category>a&amp;b</category>"
        '<guid isPermaLink="false">https://ours.example/docs/#2026-03-04-checkout</guid>'
        "<pubDate>Wed, 04 Mar 2026 09:00:00 GMT</pubDate>"
        "</item>\n"
        "</channel>\n</rss>\n"
    )


def test_json_feed_tells_of_written_postmortems_by_when_their_incidents_ended() -> None:
    content = found(made(CHECKOUT, is_written=True))["incidents/postmortems.json"]
    assert json.loads(content) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "R&D: Postmortems",
        "home_page_url": ROOT,
        "feed_url": f"{ROOT}postmortems.json",
        "description": "Postmortems that are written, by when their incidents ended.",
        "items": [
            {
                "id": "https://ours.example/docs/#2026-03-04-checkout:postmortem",
                "url": f"{ROOT}2026-03-04-checkout/",
                "title": "P2: Checkout < down",
                "content_text": (
                    "Impact: Nobody could pay.\nStatus: Resolved\nSeverity: P2 (Major degradation)\nDuration: ~2h 00m"
                ),
                "date_published": "2026-03-04T11:00:00Z",
                "authors": [{"name": "Ana"}],
                "tags": ["checkout", "a&b"],
            }
        ],
    }


def test_both_forms_tell_the_same() -> None:
    files = found(made(CHECKOUT, is_written=True), made({"started": "x", "title": ""}, "odd"))
    for name in ("feed", "postmortems"):
        of_json, of_rss = items(files[f"incidents/{name}.json"]), rss(files[f"incidents/{name}.xml"])
        assert [(item["id"], item["url"], item["title"]) for item in of_json] == [
            (item["guid"][0], item["link"][0], item["title"][0]) for item in of_rss
        ]


@pytest.mark.parametrize(
    ("postmortem", "is_written", "expected"),
    [
        ("", True, True),
        ("", False, False),
        ("{status: complete}", False, True),
        ("{status: draft}", True, False),
        ("{status: in review}", True, False),
        ("{status: not required, reason: small}", True, False),
    ],
)
def test_a_postmortem_is_told_of_once_it_is_written(postmortem: str, is_written: bool, expected: bool) -> None:
    files = found(made({"postmortem": postmortem}, is_written=is_written))
    assert bool(items(files["incidents/postmortems.json"])) is expected
    assert len(items(files["incidents/feed.json"])) == 1


def test_the_fifty_newest_are_told_of_the_newest_first() -> None:
    many = [
        made(
            {"started": f"2026-01-{day:02d}T{hour}:00:00Z", "resolved": f"2026-03-{29 - day}T{hour}:00:00Z"},
            f"{day:02d}-{hour}",
            is_written=True,
        )
        for day in range(1, 19)
        for hour in (10, 11, 12)
    ]
    none = made({"started": "unknown", "resolved": "unknown"}, "none", is_written=True)
    files = found(none, *many)
    began, ended = (items(files[f"incidents/{name}.json"]) for name in ("feed", "postmortems"))
    assert (len(began), len(ended)) == (50, 50)
    assert [item["date_published"] for item in began[:2]] == ["2026-01-18T12:00:00Z", "2026-01-18T11:00:00Z"]
    assert [item["date_published"] for item in ended[:2]] == ["2026-03-28T12:00:00Z", "2026-03-28T11:00:00Z"]


def test_of_nothing_little_is_said_and_no_date_is_made_up() -> None:
    path = "incidents/odd.md"
    open_ended = made({"resolved": "", "started": "2026-03-01T10:00:00Z"}, is_written=True)
    backwards = made({"resolved": "2026-03-04T09:00:00Z"}, "backwards")
    files = found(Incident(parse("", path), path), open_ended, backwards)
    said = items(files["incidents/feed.json"])
    assert said[2] == {
        "id": "https://ours.example/docs/#odd",
        "url": f"{ROOT}odd/",
        "title": "odd",
        "content_text": "odd",
    }
    assert [item["content_text"].split("\n")[2:] for item in said[:2]] == [["Severity: P2 (Major degradation)"]] * 2
    assert list(rss(files["incidents/feed.xml"])[2]) == ["title", "link", "description", "guid"]
    assert [item["date_published"] for item in items(files["incidents/postmortems.json"])] == ["2026-03-01T10:00:00Z"]


def test_what_a_report_does_not_publish_is_left_out() -> None:
    of = made({**SOURCES, "authors": "[not published]", "resolved": "not published"}, impact="not published")
    [said] = items(found(of)["incidents/feed.json"])
    assert said["content_text"] == "Status: Resolved\nSeverity: P2 (Major degradation)"
    assert "authors" not in said


def test_an_organisation_s_words_stand_before_its_facts() -> None:
    configuration = read_configuration(
        '[severities.SEV1]\nimpact = "Alles steht"\n'
        '[labels]\nimpact = "Auswirkung"\nstatus = "Stand"\nseverity = "Schwere"\nduration = "Dauer"\n',
        "incident-docs.toml",
    )
    assert configuration is not None
    of = made({"severity": "SEV1"}, format=configuration.format, impact="")
    [said] = items(found(of)["incidents/feed.json"])
    assert said["title"] == "SEV1: Checkout down"
    assert said["content_text"] == "Stand: Resolved\nSchwere: SEV1 (Alles steht)\nDauer: 1h 00m"


def test_an_id_that_two_have_is_told_apart_by_the_files_place() -> None:
    said = items(found(made(), made(folder="incidents/old/"), made(id="a b#"))["incidents/feed.json"])
    assert sorted(item["id"].partition("#")[2] for item in said) == [
        "a%20b%23",
        "incidents%2F2026-03-04-checkout.md",
        "incidents%2Fold%2F2026-03-04-checkout.md",
    ]


def test_where_nobody_said_where_the_site_is_served_there_are_no_feeds() -> None:
    settings = replace(SERVED, address="")
    assert found(made(), settings=settings) == {}
    assert head_links("incidents/index.md", settings) == ""


def test_a_file_of_an_author_stays_in_its_place() -> None:
    settings = replace(SERVED, files={"/p/feed.xml": "incidents/feed.xml"})
    files = made_files([made()], settings)
    assert "incidents/feed.xml" not in files
    assert "incidents/feed.json" in files


def test_without_incidents_a_feed_can_be_subscribed_to() -> None:
    files = found(settings=replace(SERVED, name=""))
    assert rss(files["incidents/feed.xml"]) == items(files["incidents/feed.json"]) == []
    assert json.loads(files["incidents/feed.json"])["title"] == "Incidents"


def test_a_page_says_in_its_head_where_the_feeds_are() -> None:
    links = find(read_page(head_links("incidents/2026-03-04-checkout.md", SERVED)), "link", rel="alternate ")
    assert [(each.get("type"), each.get("title"), each.get("href")) for each in links] == [
        ("application/rss+xml", "R&D: Incidents", "../feed.xml"),
        ("application/feed+json", "R&D: Incidents", "../feed.json"),
        ("application/rss+xml", "R&D: Postmortems", "../postmortems.xml"),
        ("application/feed+json", "R&D: Postmortems", "../postmortems.json"),
    ]


def test_a_line_of_the_list_leads_to_the_feeds_and_the_data() -> None:
    line = one(read_page(incident_list.page([made()], SERVED, TODAY)), "p", class_="idoc-feeds")
    assert words(line) == (
        "Feeds: incidents as RSS, incidents as JSON Feed, postmortems as RSS, postmortems as JSON Feed."
        " Data: all incidents as JSON, its JSON Schema."
    )
    assert list(links(line).values()) == [
        "feed.xml",
        "feed.json",
        "postmortems.xml",
        "postmortems.json",
        "incidents.json",
        "incidents.schema.json",
    ]
    unserved = read_page(incident_list.page([made()], replace(SERVED, address=""), TODAY))
    assert words(one(unserved, "p", class_="idoc-feeds")) == "Data: all incidents as JSON, its JSON Schema."


@given(st.text(), st.text())
def test_whatever_an_author_writes_both_forms_can_be_read_and_hold_no_markup(title: str, impact: str) -> None:
    hostile = f"<script>{title}</script>]]>"
    of = replace(made().document, title=hostile, impact=f"`<b>`{impact}")
    files = found(Incident(of, "incidents/a.md"))
    [said], [read] = items(files["incidents/feed.json"]), rss(files["incidents/feed.xml"])
    assert said["title"].startswith("P2: <script>")
    assert read["title"][0].startswith("P2: <script>")
    assert "<" not in read["description"][0].replace("<br>", "")
    files["incidents/feed.json"].encode()
