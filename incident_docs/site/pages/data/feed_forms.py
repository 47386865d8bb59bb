"""A feed to the two forms in which readers take it: RSS 2.0 and JSON Feed 1.1."""

import json
import re
from collections.abc import Iterator
from email.utils import format_datetime
from typing import NamedTuple

from incident_docs.site.pages.data.feed_entries import Entry, Feed
from incident_docs.site.pages.data.incident_files import writable
from incident_docs.site.pages.data.record_parts import moment
from incident_docs.site.pages.html import element, escape

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACES = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'


class Channel(NamedTuple):
    """What a feed says of itself. All addresses are absolute."""

    title: str
    home: str
    """The page that the feed is of."""
    address: str
    """Of the feed."""


def rss(feed: Feed, channel: Channel) -> str:
    """RSS 2.0."""
    parts = (
        element("title", _text(channel.title)),
        element("link", _text(channel.home)),
        element("description", _text(feed.kind.description)),
        element("atom:link", href=channel.address, rel="self", type="application/rss+xml"),
        *(element("item", "".join(_item(entry))) for entry in feed.entries),
    )
    lines = "\n".join(parts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<rss version="2.0" {_NAMESPACES}>\n<channel>\n{lines}\n</channel>\n</rss>\n'
    )


def _item(entry: Entry) -> Iterator[str]:
    yield element("title", _text(entry.title))
    yield element("link", _text(entry.url))
    # Readers take a description for HTML.
    yield element("description", _text("<br>".join(map(escape, entry.lines))))
    for name in entry.authors:
        yield element("dc:creator", _text(name))
    for tag in entry.tags:
        yield element("category", _text(tag))
    yield element("guid", _text(entry.id), isPermaLink="false")
    if entry.at:
        yield element("pubDate", format_datetime(entry.at, usegmt=True))


def _text(text: str) -> str:
    """What XML can hold of a text."""
    return escape(_NOT_XML.sub("\ufffd", text))


def json_feed(feed: Feed, channel: Channel) -> str:
    """JSON Feed 1.1."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "description": feed.kind.description,
        "items": [{key: value for key, value in _pairs(entry) if value} for entry in feed.entries],
    }
    return f"{writable(json.dumps(said, ensure_ascii=False))}\n"


def _pairs(entry: Entry) -> Iterator[tuple[str, object]]:
    yield "id", entry.id
    yield "url", entry.url
    yield "title", entry.title
    yield "content_text", "\n".join(entry.lines)
    yield "date_published", moment(entry.at)
    yield "authors", [{"name": name} for name in entry.authors]
    yield "tags", list(entry.tags)
