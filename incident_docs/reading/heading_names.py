"""A heading's words against those that the format has for it."""

from difflib import SequenceMatcher

from incident_docs.reading.wording import only_letters

_ALIKE = 0.8


def is_misspelt_heading(words: str, right: str) -> bool:
    """Both are the same words, if for case, space, punctuation or a slip of the keyboard in a word.

    `Time line` and `Mitigaton applied` are; `Lessons learned` is another name, and `Timeline (UTC)` says more.
    """
    if only_letters(words) == only_letters(right):
        return True
    pairs = list(zip(words.casefold().split(), right.casefold().split(), strict=False))
    is_as_long = len(words.split()) == len(right.split())
    return is_as_long and all(SequenceMatcher(None, *pair).ratio() >= _ALIKE for pair in pairs)
