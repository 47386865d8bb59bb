"""Tell which file, incident or heading an address leads to. No file is read for it."""

import posixpath
import re
import unicodedata
from urllib.parse import unquote

from incident_docs.document.incident_ids import ID


def linked_file(address: str, path: str) -> str | None:
    """Give the file that an address in the file at this path leads to; None if that is itself, or outside the project."""
    file = unquote(re.split("[?#]", address, maxsplit=1)[0])
    if not file or not path:
        return None
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
    return None if found.startswith("..") else found


def linked_incident(address: str) -> str | None:
    """Give the id in an address such as `../2026-03-04-checkout.md`; None if there is none."""
    name = posixpath.basename(unquote(re.split("[?#]", address, maxsplit=1)[0]).rstrip("/")).removesuffix(".md")
    return name if ID.fullmatch(name) else None


def heading_anchor(words: str) -> str:
    """Give the one form of a heading and of the anchors that GitHub and MkDocs make of it."""
    folded = unicodedata.normalize("NFKD", unquote(words)).casefold()
    plain = "".join(char for char in folded if char.isalnum() or char in "-_ ")
    return re.sub(r"[-_ ]+", "-", plain).strip("-")
