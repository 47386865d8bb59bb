"""Let Pagefind index a finished site, for a search of which a reader loads only the few files that an answer needs.

The pages say in attributes what is searched: `data-pagefind-body` on what is, `data-pagefind-ignore` on what is not.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import Format
from incident_docs.insight.facets import FACETS, Facet
from incident_docs.site.pages.dates import short_day

FOLDER = "pagefind"
"""Of the index, in the site."""

_FILTERS = "filters.json"
# The title stands above each result already.
_EXCLUDED = "h1, .headerlink"
# Dialogs of Pagefind's own.
_UNUSED = ("*ui.*", "pagefind-highlight.js")
_FACETS = {"severity": False, "status": False, "service": False, "year": True}
"""What results can be narrowed to; those whose values go from the last to the first are True."""


def is_installed() -> bool:
    """Say whether the extra `search` is there."""
    return _program() is not None


def notice(is_there: bool) -> str:
    """Say in the log of a build who searches the site."""
    if is_there:
        return "Pagefind searches the site"
    return "the theme searches the site; `pip install 'incident-docs[search]'` gives a search that loads less"


def tag(base: str) -> str:
    """Tell the script on a page where the index is; `base` leads from the page to the site's root."""
    start = "" if base == "/" else escape(base.rstrip("/")) or "."
    return f'<meta name="incident-docs-search" content="{start}/{FOLDER}/">'


def facts(title: str, document: Document | None) -> str:
    """Tell Pagefind, in a page's head, what stands beside its words in a result, and what results can be narrowed to."""
    found = [_fact("meta", "title", title)]
    if document is not None:
        found.append(_fact("meta", "about", " · ".join(_about(document))))
        for facet in _facets():
            found += [_fact("filter", facet.key, value) for value in dict.fromkeys(facet.values(document))]
    return "".join(found)


def _fact(kind: str, key: str, value: str) -> str:
    name = f'name="incident-docs-{key}" data-pagefind-{kind}="{key}[content]"'
    return f'<meta {name} content="{escape(value)}">' if value else ""


def _about(document: Document) -> Iterator[str]:
    """Tell an incident from its like in a line."""
    if document.severity is not None:
        yield document.severity.id
    if document.status is not None and not document.is_resolved:
        yield document.status.label
    started = document.times.get("started")
    if started is not None:
        yield short_day(started.at.astimezone(document.zone).date())
    services = document.texts("services")
    if services:
        yield ", ".join(services)


def _facets() -> Iterator[Facet]:
    return (facet for facet in FACETS if facet.key in _FACETS)


class Filter(NamedTuple):
    """One way to narrow results."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...]
    """Each value with its word, in the order in which they are offered."""


def filters(documents: Sequence[Document], format: Format) -> tuple[Filter, ...]:
    """List all filters with something to choose between: what no incident has is not offered."""
    found = (Filter(facet.key, facet.label, tuple(_choices(facet, documents, format))) for facet in _facets())
    return tuple(filter for filter in found if len(filter.choices) > 1)


def _choices(facet: Facet, documents: Iterable[Document], format: Format) -> Iterator[tuple[str, str]]:
    known = {value for document in documents for value in facet.values(document)}
    listed = [value for value in facet.listed(format) if value in known]
    for value in [*listed, *sorted(known - set(listed), reverse=_FACETS[facet.key])]:
        yield value, format.status[value].label if facet.key == "status" else value


class Index:
    """Make the index of a finished site while other work goes on."""

    def __init__(self, site: Path, filters: Sequence[Filter], pages: int, language: str = "en") -> None:
        """Begin. So many `pages` are searched; `language` is theirs, of whose words Pagefind knows the stems."""
        self._folder, self._filters, self._pages = site / FOLDER, filters, pages
        self._folder.mkdir(parents=True, exist_ok=True)
        # Pagefind would take its settings from a file of the folder that it is started in.
        command = [str(_program()), "--site", "..", "--output-path", ".", "--silent"]
        command += ["--exclude-selectors", _EXCLUDED, "--force-language", language]
        try:
            self._running = subprocess.Popen(  # noqa: S603 - Pagefind's own program
                command,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise IncidentDocsError(_failure(f"{_program()}: {os.strerror(error.errno or 0)}")) from error

    def finish(self) -> None:
        """Wait until it is made. Raises IncidentDocsError if it cannot be."""
        output = self._running.communicate()[0].decode(errors="replace").strip()
        if self._running.returncode:
            raise IncidentDocsError(_failure(output.partition("\n")[0]))
        for pattern in _UNUSED:
            for path in self._folder.glob(pattern):
                path.unlink()
        offered = {"pages": self._pages, "filters": [filter._asdict() for filter in self._filters]}
        listed = json.dumps(offered, ensure_ascii=False, separators=(",", ":"))
        (self._folder / _FILTERS).write_text(listed, encoding="utf-8")

    def stop(self) -> None:
        """Give up: `finish` fails, for which another thread may wait."""
        self._running.kill()


def _program() -> Path | None:
    try:
        service = import_module("pagefind.service")
    except ModuleNotFoundError:
        return None
    found: Path | None = service.get_executable()
    return found


def _failure(why: str) -> str:
    return f"the search could not be made: {why}"
