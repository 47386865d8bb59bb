"""A folder that an engine has built to what its readers get: articles, links and what the search finds."""

import json
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SILENT = ("script", "style")
_EMPTY = ("br", "img", "input", "link", "meta", "hr", "wbr", "col", "area", "source")
_ELSEWHERE = re.compile(r"[a-z]+:|/")
_TAG = re.compile(r"<[^>]+>")


class Heading(NamedTuple):
    """A heading of an article, and where links to it lead."""

    level: str
    anchor: str | None
    words: str


class Article(NamedTuple):
    """What a page says between the theme's bars."""

    headings: tuple[Heading, ...]
    words: str


class Built:
    """A site on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def _pages(self) -> dict[str, "_Page"]:
        return {path.relative_to(self.folder).as_posix(): _read(path) for path in sorted(self.folder.rglob("*.html"))}

    def articles(self) -> dict[str, Article]:
        """By the addresses of the pages."""
        return {
            path.removesuffix("index.html"): Article(tuple(page.headings), _spaced(page.words))
            for path, page in self._pages.items()
            if path != "404.html"
        }

    def stylesheets(self) -> set[str]:
        """The stylesheets of all pages, of each its own, as seen from the root."""
        return {
            posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            for path, page in self._pages.items()
            for tag, href in page.links
            if tag == "link" and href.endswith(".css") and not _ELSEWHERE.match(href)
        }

    def broken_links(self) -> list[str]:
        """What leads to no page, file or anchor of the site."""
        return [
            f"{path}: {href}"
            for path, page in self._pages.items()
            for _, href in page.links
            if not self._leads(path, href)
        ]

    def _leads(self, path: str, href: str) -> bool:
        if _ELSEWHERE.match(href):
            return True
        place, _, anchor = href.partition("#")
        place = unquote(place.partition("?")[0])
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
        if (self.folder / target).is_dir():
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in self._pages:
            return (self.folder / target).is_file()
        # The theme's scripts make what its own anchors lead to.
        return not anchor or anchor.startswith("__") or unquote(anchor) in self._pages[target].ids

    def head(self, path: str) -> str:
        """What programs read about a page."""
        text = (self.folder / path / "index.html").read_text(encoding="utf-8")
        return text.partition("</head>")[0]

    def found(self, query: str) -> set[str]:
        """The addresses of the pages in whose part of the search's index all words stand."""
        texts: dict[str, str] = {}
        for location, text in self._searched():
            page = location.partition("#")[0]
            texts[page] = f"{texts.get(page, '')} {text}".casefold()
        return {page for page, text in texts.items() if all(word in text for word in query.casefold().split())}

    def _searched(self) -> Iterator[tuple[str, str]]:
        of_mkdocs = self.folder / "search/search_index.json"
        file, key = (of_mkdocs, "docs") if of_mkdocs.exists() else (self.folder / "search.json", "items")
        for entry in json.loads(file.read_text(encoding="utf-8"))[key]:
            yield entry["location"], _TAG.sub(" ", f"{entry['title']} {entry['text']}")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self.headings: list[Heading] = []
        self.words = ""
        self._open: list[tuple[str, bool]] = []
        self._heading: Heading | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.ids.update(filter(None, [said.get("id")]))
        self.links.extend((tag, said[key] or "") for key in ("href", "src") if key in said)
        if tag not in _EMPTY:
            self._open.append((tag, tag in _SILENT or "headerlink" in (said.get("class") or "")))
        if tag in _HEADINGS and self._is_article():
            self._heading = Heading(tag, said.get("id"), "")

    def handle_endtag(self, tag: str) -> None:
        while tag not in _EMPTY and self._open and self._open.pop()[0] != tag:
            pass
        if self._heading and tag == self._heading.level:
            self.headings.append(self._heading)
            self._heading = None

    def handle_data(self, data: str) -> None:
        if not self._is_article() or any(is_silent for _, is_silent in self._open):
            return
        self.words += data
        if self._heading:
            self._heading = self._heading._replace(words=self._heading.words + data)

    def _is_article(self) -> bool:
        return any(tag == "article" for tag, _ in self._open)


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def _spaced(words: str) -> str:
    return " ".join(words.split())
