"""What a search of incidents looks into. `site/assets/js/list.js` finds the same."""

import unicodedata

from incident_docs.document.model import Document
from incident_docs.insight.owners import owners


def folded(text: str) -> str:
    """The text without case and accents."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M")).lower()


def search_text(document: Document) -> str:
    """What an incident is found by, folded."""
    lists = (document.texts(key) for key in ("services", "tags", "strategy", "authors"))
    texts = (document.id, document.title, document.impact, document.text("commander"), *owners(document))
    return folded("\n".join([*texts, *(text for each in lists for text in each)]))


def finds(words: str, text: str) -> bool:
    """All of the words stand in a folded text."""
    return all(word in text for word in folded(words).split())
