"""Put lists of incidents and of action items into any page, as an extension of Python-Markdown.

An author writes a fenced block, which is harmless wherever nobody reads it:

    ```incidents
    service: checkout
    severity: P1, P2
    limit: 5
    ```

An engine's plugin that knows the incidents says at every page what is `here`.  Without one, the extension reads the
project that the page belongs to, and brings the styles of its lists along.
"""

import logging
import os
import re
import time
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from incident_docs.errors import IncidentDocsError
from incident_docs.site.engines.markdown.list_fences import Here, find_list_fences, put_in_place, write_lists
from incident_docs.site.engines.markdown.standalone_lists import ProjectLists, rendered_page
from incident_docs.site.pages.lists.list_block import refusal
from incident_docs.site.pages.page import Settings
from incident_docs.workspace.files import read_file

_NAME = "incident-docs"
# After tabs have become spaces and snippets are in, and before fences become code.
_PRIORITY = 29
_PROJECT = ProjectLists()
_SHEETS = ("base.css", "lists.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class IncidentDocsExtension(Extension):
    """Make lists on pages; a plugin of the engine may say what they are made of."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.here: Here | None = None
        """The page that is about to be converted; None without a plugin."""
        self.warn = logging.getLogger(_NAME).warning
        """Reports a mistake, with the page and the line."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it so
        """Be given the lines of every page."""
        md.preprocessors.register(_Preprocessor(md, self), _NAME, _PRIORITY)


class _Preprocessor(Preprocessor):
    def __init__(self, md: Markdown, extension: IncidentDocsExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        found = list(find_list_fences(lines))
        if not found:
            return lines
        warn, keep = self._extension.warn, self.md.htmlStash.store
        try:
            here = self._extension.here or _page_of_project(self.md)
        except IncidentDocsError as error:
            warn(str(error))
            return put_in_place(lines, found, [keep(refusal((), Settings())) for _ in found])
        written = write_lists(lines, found, here, keep)
        for warning in written.warnings:
            warn(warning)
        if here.lists.is_alone:
            # Nothing may stand before the first line, in which some engines look for values.
            return [*written.lines, "", keep(_style())]
        return written.lines


def _page_of_project(md: Any) -> Here:
    """Find out about the page and its project."""
    page = rendered_page(md)
    text = read_file(page.folders.documents / page.path) if page.path else ""
    return Here(
        page.path, page.links_from, text if isinstance(text, str) else "", _PROJECT.lists(page.folders, _today())
    )


def _today() -> date:
    """Give the day of the build, which can be set for one that has to come out the same again."""
    return datetime.fromtimestamp(float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC).date()


@cache
def _style() -> str:
    """Make an element with the styles of lists, for pages on which none of our stylesheets is."""
    folder = files("incident_docs.site") / "assets" / "css"
    styles = "".join((folder / name).read_text(encoding="utf-8") for name in _SHEETS)
    return f"<style>{' '.join(_COMMENT.sub('', styles).split())}</style>"
