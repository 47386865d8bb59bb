"""Find the relative addresses that lead from one place in the site to another."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import quote, unquote

from incident_docs.site.pages.page import Incident, Settings

_PATH = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:|/)([^?#]+)(.*)", re.DOTALL)
_TARGET = re.compile(r"\]\(<?([^)\s>]+)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)")
_NOT_ELSEWHERE = re.compile(r"\][(:]\s*+<?+(?![A-Za-z][A-Za-z0-9+.-]*:|#)")
_INDEXES = ("index.md", "README.md")


def url(from_path: str, to_path: str, directory_urls: bool) -> str:
    """Give the address of a page or another file of the site, as seen from a page; paths are those of their sources."""
    here, _ = _place(from_path, directory_urls)
    folder, name = _place(to_path, directory_urls)
    same = 0
    while same < min(len(here), len(folder)) and here[same] == folder[same]:
        same += 1
    way = [*[".."] * (len(here) - same), *folder[same:]]
    if name != "index.html" or not directory_urls:
        return quote("/".join([*way, name]))
    return quote(f"{'/'.join(way) or '.'}/")


@cache
def _place(path: str, directory_urls: bool) -> tuple[tuple[str, ...], str]:
    """The folder and the name of the file that the engine makes of it."""
    folder, _, name = _made(path, directory_urls).rpartition("/")
    return tuple(folder.split("/")) if folder else (), name


def _made(path: str, directory_urls: bool) -> str:
    folder, name = posixpath.split(path)
    if name in _INDEXES:
        return posixpath.join(folder, "index.html")
    stem, extension = posixpath.splitext(path)
    if extension != ".md":
        return path
    return f"{stem}/index.html" if directory_urls else f"{stem}.html"


def followed(
    href: str, incident: Incident, incidents: Mapping[str, Incident], settings: Settings, shown_on: str | None = None
) -> str:
    """Find where a link in an incident's text leads in the site; what is not part of the site stays as it is written.

    The other incidents are known by their ids, and a link may name just that.  `shown_on` is the path of the page
    that has the text, if it is not the incident's own.
    """
    here = shown_on or incident.path
    if href.startswith("#") and shown_on:
        return url(here, incident.path, settings.directory_urls) + href
    match = _PATH.fullmatch(href)
    if match is None:
        return href
    path, rest = unquote(match[1]), match[2]
    named = incidents.get(path)
    place = named.path if named else settings.files.get(_beside(incident.source, path))
    return href if place is None else url(here, place, settings.directory_urls) + rest


def _beside(source: str, path: str) -> str:
    """The file that a relative path in a source means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def may_stay(lines: Iterable[str]) -> bool:
    """Say whether a link in a text may lead to a place in the site; not if each names another host, or a place on its page."""
    return _NOT_ELSEWHERE.search("\n".join(lines)) is not None


def targets(lines: Iterable[str]) -> Iterator[str]:
    """Find the relative paths that the links and images of a text may lead to."""
    for line in lines:
        for inline, defined in _TARGET.findall(line) if "](" in line or "]:" in line else ():
            match = _PATH.fullmatch(inline or defined)
            if match:
                yield unquote(match[1])
