"""Define what tree-wide rules see: the names of a project's files, and what each document mentions.

They need no more, so a document that has not changed need not be read again when others have.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.document.text import Text


def _may_be_there(_path: str) -> bool:
    return True


class KnownFiles(NamedTuple):
    """The incidents of a project, and the files around them."""

    paths: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By id, the files that carry it, relative to the project's root; sound ids have one."""
    exists: Callable[[str], bool] = _may_be_there
    """Whether there is a file or a folder of this path, relative to the root; who knows no folder denies nothing."""


class Mentions(NamedTuple):
    """What a document is called, and what it names."""

    id: str
    path: str
    """Where it stands, relative to the project's root, with forward slashes; empty if it is no file."""
    related: tuple[Text, ...] = ()
    """The ids in `related`."""
    links: tuple[Text, ...] = ()
    """Where its links and images lead, as far as that is in this file or beside it."""
    anchors: tuple[str, ...] = ()
    """The names of its headings, as `heading_anchor` writes them; empty if no link leads to one."""
