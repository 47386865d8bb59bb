"""Join words for a message, and find the word that a misspelt one stands for."""

from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

ALIKE = 0.8
"""So like another word that it can be read as that word."""
_WORTH_ASKING = 0.6
"""So like another word that a message asks whether it was meant."""


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does: `Action, Owner and Due`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def only_letters(words: str) -> str:
    """Leave what tells words apart when case, space and punctuation do not."""
    return "".join(char for char in words.casefold() if char.isalnum())


def is_alike(word: str, other: str, likeness: float = ALIKE) -> bool:
    """Tell whether both are the same word, but for a slip of the keyboard."""
    return SequenceMatcher(None, word, other).ratio() >= likeness


def is_misspelt(words: str, right: str) -> bool:
    """Tell whether both are the same words, but for case, space, punctuation or a slip of the keyboard in a word.

    `Time line` and `Mitigaton applied` are; `Lessons learned` is another name, and `Timeline (UTC)` says more.
    """
    if only_letters(words) == only_letters(right):
        return True
    pairs = list(zip(words.casefold().split(), right.casefold().split(), strict=False))
    is_as_long = len(words.split()) == len(right.split())
    return is_as_long and all(is_alike(*pair) for pair in pairs)


def nearest_word(word: str, known: Iterable[str], likeness: float = _WORTH_ASKING) -> str | None:
    """Find the known word that is probably meant; None if there is none like it."""
    folded = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold(), folded, 1, likeness)
    return folded[near[0]] if near else None


def suggest_word(word: str, known: Collection[str]) -> str:
    """Say after `there is no ...` which word is probably meant, or all that there are."""
    meant = nearest_word(word, known)
    return f"did you mean {meant}?" if meant else f"there are {join_words(list(known))}"


def suggest_quoted(word: str, known: Collection[str]) -> str:
    """Say the same where words are written in quotes, as in a configuration."""
    meant = nearest_word(word, known)
    return f"did you mean {meant!r}?" if meant else f"there are {', '.join(known)}"
