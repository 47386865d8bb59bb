"""Compare what somebody looks for with a text: neither case nor accents count. `site/assets/js/list.js` searches the same way."""

import unicodedata


def fold_text(text: str) -> str:
    """Take case and accents out of a text."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M")).lower()


def has_words(words: str, text: str) -> bool:
    """Tell whether all of the words stand in a folded text."""
    return all(word in text for word in fold_text(words).split())
