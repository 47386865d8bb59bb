"""Incidents to feeds that a reader can subscribe to, and the way to these and to the data files.

A feed's addresses are absolute, so there is none where nobody said where the site is served (in MkDocs, `site_url`).
"""

from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.site.pages import urls
from incident_docs.site.pages.data import incident_files
from incident_docs.site.pages.data.feed_entries import KINDS, Feed, feeds
from incident_docs.site.pages.data.feed_forms import Channel, json_feed, rss
from incident_docs.site.pages.html import escape
from incident_docs.site.pages.page import DataFile, Incident, Settings


class _Form(NamedTuple):
    """A form that feeds have."""

    name: str
    end: str
    """Of its files' names."""
    type: str
    write: Callable[[Feed, Channel], str]


_FORMS = (
    _Form("RSS", "xml", "application/rss+xml", rss),
    _Form("JSON Feed", "json", "application/feed+json", json_feed),
)
_DATA = MappingProxyType({"all incidents as JSON": incident_files.ALL, "its JSON Schema": incident_files.ALL_SCHEMA})


def files(incidents: Sequence[Incident], settings: Settings) -> tuple[DataFile, ...]:
    """The feeds; none where nobody said where the site is served."""
    return incident_files.without_theirs(_files(incidents, settings), settings) if settings.address else ()


def _files(incidents: Sequence[Incident], settings: Settings) -> Iterator[DataFile]:
    home = _served(settings.index_path, settings)
    for feed in feeds(incidents, settings):
        for form in _FORMS:
            path = f"{settings.prefix}{feed.kind.name}.{form.end}"
            channel = Channel(_title(feed.kind.title, settings), home, _served(path, settings))
            yield DataFile(path, form.write(feed, channel))


def _title(title: str, settings: Settings) -> str:
    return f"{settings.name}: {title}" if settings.name else title


def _served(path: str, settings: Settings) -> str:
    return settings.address + urls.url("index.md", path, settings.directory_urls).removeprefix("./")


def head(here: str, settings: Settings) -> str:
    """HTML for the head of the page of this path: where readers of feeds find them. Empty if there are none."""
    if not settings.address:
        return ""
    # The space means nothing. Without it the theme takes the file for the site in another language, and asks it for its pages.
    return "".join(
        f'<link rel="alternate " type="{form.type}" title="{escape(_title(kind.title, settings))}"'
        f' href="{escape(_address(here, f"{kind.name}.{form.end}", settings))}">'
        for kind in KINDS
        for form in _FORMS
    )


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


def _address(here: str, name: str, settings: Settings) -> str:
    return urls.url(here, f"{settings.prefix}{name}", settings.directory_urls)
