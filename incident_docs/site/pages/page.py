"""Say what the pages of a site are made of, and what they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.publishing import DEFAULT as DEFAULT_PUBLISHING
from incident_docs.format.publishing import Publishing
from incident_docs.site.pages.parts import Part
from incident_docs.workspace.file_history import History


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident and its place in the site."""

    document: Document
    path: str
    """Of its page's source in the site, such as `incidents/2018-10-21-x.md`."""
    source: str = ""
    """The absolute path of the document, with `/` on every system; its links start there."""
    edit_url: str = ""
    """Where a reader can change the document; empty if nowhere."""
    history: History | None = None
    """None where git does not know it, or not all of it."""
    digest: str = ""
    """Of the document's text; empty if nobody has one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site is laid out. Paths are those of pages' sources, relative to the site."""

    index_path: str = "index.md"
    """The page that lists all incidents."""
    prefix: str = ""
    """What the paths of the other pages that nobody wrote begin with: empty, or a folder with its `/`."""
    directory_urls: bool = True
    """`a.md` is served as `a/`, not as `a.html`."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The site's files, their paths by the absolute paths of their sources."""
    format: Format = DEFAULT
    name: str = ""
    """What the site is called."""
    address: str = ""
    """Where it will be served, with a `/` at the end; empty if nobody said so."""
    publishing: Publishing = DEFAULT_PUBLISHING
    template_folders: tuple[str, ...] = ()
    """Absolute paths of folders whose templates replace ours of the same name; the first that has one counts."""

    def generated_path(self, name: str) -> str:
        """Give the path of a page that nobody wrote, such as `actions` or `owners/ana`."""
        return f"{self.prefix}{name}.md"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, finished but for the looks of its headings."""

    path: str
    """Of its source, relative to the site, with `/` on every system."""
    title: str
    parts: Sequence[Part]
    """Headings, and the HTML between them."""
    description: str = ""
    hide: tuple[str, ...] = ()
    """Which of the theme's columns are not shown: `navigation`, `toc`."""
    is_searched: bool = True
    """The site's search looks into it."""
    is_listed: bool = True
    """The navigation has it, if nobody wrote one."""
    head: str = ""
    """HTML for the page's head: what other programs read about it."""


class DataFile(NamedTuple):
    """A file of the site that is no page, such as a feed."""

    path: str
    """In the site, with `/` on every system."""
    content: str
