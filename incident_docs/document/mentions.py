"""What a document says of other files, small enough to be kept: rules about the tree need no more of it.

A document that has not changed need not be read again when its neighbours have.
"""

from typing import NamedTuple

from incident_docs.document.text import Text


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
