"""Document to the bytes of its text: in these a search is faster than in a text with an emoji, of which each has one."""

from functools import lru_cache

from incident_docs.document.model import Document


@lru_cache(maxsize=1)
def octets(document: Document) -> bytes:
    """The content in UTF-8; what cannot be written in it is a question mark."""
    return document.content.encode(errors="replace")
