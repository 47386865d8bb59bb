"""Make feeds that a reader can subscribe to, as RSS 2.0 and as JSON Feed 1.1, and the links to them and to the data files.

A feed's addresses are absolute, so there is none where nobody said where the site is served (in MkDocs, `site_url`).
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from email.utils import format_datetime
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.insight.json_values import writable
from incident_docs.insight.record_parts import utc_text
from incident_docs.site.pages import urls
from incident_docs.site.pages.data.feed_entries import KINDS, Feed, FeedEntry, recent_feeds
from incident_docs.site.pages.data.incident_data import ALL, ALL_SCHEMA, data_path
from incident_docs.site.pages.page import DataFile, Incident, Settings
from incident_docs.site.pages.templating import fill

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATA = MappingProxyType({"all incidents as JSON": ALL, "its JSON Schema": ALL_SCHEMA})


class Channel(NamedTuple):
    """What a feed says of itself. All addresses are absolute."""

    title: str
    home: str
    """The page that the feed is of."""
    address: str
    """Of the feed."""
    template_folders: tuple[str, ...] = ()


class _Form(NamedTuple):
    """A form that feeds have."""

    name: str
    end: str
    """Of its files' names."""
    type: str
    write: Callable[[Feed, Channel], str]


class HeadLink(NamedTuple):
    """A file that programs find in the head of a page."""

    type: str
    title: str
    address: str


def feed_files(incidents: Sequence[Incident], settings: Settings) -> Iterator[DataFile]:
    """Make the feeds; none where nobody said where the site is served."""
    if not settings.address:
        return
    home = _served(settings.index_path, settings)
    for feed in recent_feeds(incidents, settings):
        for form in _FORMS:
            path = f"{settings.prefix}{feed.kind.name}.{form.end}"
            title = _title(feed.kind.title, settings)
            channel = Channel(title, home, _served(path, settings), settings.template_folders)
            yield DataFile(path, form.write(feed, channel))


def _rss(feed: Feed, channel: Channel) -> str:
    html = fill(
        "feed.xml",
        channel.template_folders,
        title=channel.title,
        home=channel.home,
        address=channel.address,
        description=feed.kind.description,
        entries=[(entry, format_datetime(entry.at, usegmt=True) if entry.at else "") for entry in feed.entries],
    )
    # XML cannot hold every character that an author can write.
    return f"{_NOT_XML.sub(chr(0xFFFD), html)}\n"


def _json_feed(feed: Feed, channel: Channel) -> str:
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "description": feed.kind.description,
        "items": [{key: value for key, value in _json_item(entry).items() if value} for entry in feed.entries],
    }
    return f"{writable(json.dumps(content, ensure_ascii=False))}\n"


def _json_item(entry: FeedEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": "\n".join(entry.lines),
        "date_published": utc_text(entry.at),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
    }


_FORMS = (
    _Form("RSS", "xml", "application/rss+xml", _rss),
    _Form("JSON Feed", "json", "application/feed+json", _json_feed),
)


def head_links(here: str, settings: Settings, incident: Incident | None = None) -> str:
    """Make HTML for the head of the page of this path: where programs find the feeds, and the data of the page's incident."""
    links = [
        HeadLink(form.type, _title(kind.title, settings), _address(here, f"{kind.name}.{form.end}", settings))
        for kind in (KINDS if settings.address else ())
        for form in _FORMS
    ]
    if incident:
        address = urls.url(here, data_path(incident, settings), settings.directory_urls)
        links.append(HeadLink("application/json", "", address))
    return str(fill("head-links.html", settings.template_folders, links=links))


def data_links(settings: Settings, here: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give links from the page of this path to the feeds, if there are any, and to the data: each with its words and address."""
    feeds = {
        f"{kind.title.lower()} as {form.name}": f"{kind.name}.{form.end}"
        for kind in (KINDS if settings.address else ())
        for form in _FORMS
    }
    return [
        (name, [(words, _address(here, path, settings)) for words, path in known.items()])
        for name, known in {"Feeds": feeds, "Data": _DATA}.items()
        if known
    ]


def _title(title: str, settings: Settings) -> str:
    return f"{settings.name}: {title}" if settings.name else title


def _served(path: str, settings: Settings) -> str:
    return settings.address + urls.url("index.md", path, settings.directory_urls).removeprefix("./")


def _address(here: str, name: str, settings: Settings) -> str:
    return urls.url(here, f"{settings.prefix}{name}", settings.directory_urls)
