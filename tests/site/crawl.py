"""A served site to its pages, found as a reader finds them: by following every link from the first page on."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin
from urllib.request import urlopen

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}


class File(NamedTuple):
    """A page, or another file that something leads to."""

    html: str
    """Empty if it is no page."""
    links: tuple[str, ...]
    """Absolute addresses within the site."""
    ids: tuple[str, ...]


Found = Mapping[str, File | None]
"""All that can be reached, by address; None where a link leads nowhere."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if link := said.get(_LINKS.get(tag, "")):
            self.links.append(link)
        if id := said.get("id"):
            self.ids.append(id)


def crawl(start: str) -> Found:
    """The site at this address, which ends with `/`."""
    found: dict[str, File | None] = {}
    waiting = [start, f"{start}404.html", f"{start}sitemap.xml"]
    while waiting:
        address = waiting.pop()
        if address not in found:
            file = found[address] = _read(address, start)
            waiting.extend(map(_place, file.links if file else ()))
    return found


def broken(site: Found) -> Iterator[tuple[str, str]]:
    """The links that lead nowhere, or to a place that their page lacks, each with the file that it stands in."""
    for address, file in site.items():
        for link in file.links if file else ():
            if not _is_there(site, link):
                yield address, link


def _is_there(site: Found, link: str) -> bool:
    file, anchor = site[_place(link)], unquote(urldefrag(link).fragment)
    return file is not None and (not file.html or not anchor or anchor in file.ids)


def _place(link: str) -> str:
    return urldefrag(link).url.partition("?")[0]


def _read(address: str, start: str) -> File | None:
    try:
        with urlopen(address) as answer:
            kind, content = answer.headers.get_content_type(), answer.read().decode(errors="replace")
    except HTTPError:
        return None
    if kind == "text/html":
        reader = _Reader()
        reader.feed(content)
        links = (urljoin(address, link) for link in reader.links)
        return File(content, tuple(link for link in links if link.startswith(start)), tuple(reader.ids))
    # Lines of calendars are folded, and the ids of a feed's entries lead nowhere.
    content = re.sub(r'\r\n |"id": ?"[^"]*"|<guid\b[^>]*>[^<]*', "", content)
    return File("", tuple(re.findall(rf"{re.escape(start)}[^\s\"<>\\,]*", content)), ())
