"""What pages are made of, and what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from incident_docs.document.model import Document


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


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site is laid out. Paths are those of pages' sources, relative to the site."""

    index_path: str = "index.md"
    """The page that lists all incidents."""
    actions_path: str = "actions.md"
    """The page that lists all action items."""
    rules_path: str = "rules.md"
    """The page that explains the linter's rules."""
    directory_urls: bool = True
    """`a.md` is served as `a/`, not as `a.html`."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The site's files, their paths by the absolute paths of their sources."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, as Markdown that any engine can take."""

    path: str
    """Of its source, relative to the site, with `/` on every system."""
    title: str
    markdown: str
    description: str = ""
    hide: tuple[str, ...] = ()
    """Which of the theme's columns are not shown: `navigation`, `toc`."""
    is_searched: bool = True
    """The site's search looks into it."""
