"""An address to what it means: a file, an incident, a heading. Nothing is read for it."""

import posixpath
import re
import unicodedata
from urllib.parse import unquote

from incident_docs.document.incident_ids import ID


def linked_file(address: str, path: str) -> str | None:
    """The file that an address means in the file at this path; None if it is this one, or not within the project."""
    file = unquote(re.split("[?#]", address, maxsplit=1)[0])
    if not file or not path:
        return None
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
    return None if found.startswith("..") else found


def linked_incident(address: str) -> str | None:
    """The id that an address looks to be meant for: `2026-03-04-checkout`, with or without folder and ending."""
    name = posixpath.basename(unquote(re.split("[?#]", address, maxsplit=1)[0]).rstrip("/")).removesuffix(".md")
    return name if ID.fullmatch(name) else None


def heading_anchor(words: str) -> str:
    """A heading's name, or one that a link gives: GitHub and MkDocs write it differently, and here they are the same."""
    folded = unicodedata.normalize("NFKD", unquote(words)).casefold()
    kept = "".join(char for char in folded if char.isalnum() or char in "-_ ")
    return re.sub(r"[-_ ]+", "-", kept).strip("-")
