"""Document to what it says of other files, small enough to be kept: rules about the tree need no more of it.

A document that has not changed need not be read again when its neighbours have.
"""

from typing import NamedTuple

from incident_docs.document.model import Document


class Mentions(NamedTuple):
    """What a document is called."""

    id: str
    path: str
    """Where it stands, relative to the project's root, with forward slashes; empty if it is no file."""


def mentions(document: Document, path: str) -> Mentions:
    """What the document at this path names."""
    return Mentions(document.id, path)
