"""Words to a phrase."""

from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches


def join_words(words: Sequence[str], last: str = "and") -> str:
    """`Action, Owner and Due`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def nearest_word(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word that is probably meant; None if there is none like it. A likeness of 1 is the same word."""
    folded = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold(), folded, 1, likeness)
    return folded[near[0]] if near else None


def suggest_word(word: str, known: Collection[str]) -> str:
    """What to say after `there is no ...`: the word that is probably meant, or all that there are."""
    meant = nearest_word(word, known)
    return f"did you mean {meant}?" if meant else f"there are {join_words(list(known))}"


def only_letters(words: str) -> str:
    """What tells words apart when case, space and punctuation do not."""
    return "".join(char for char in words.casefold() if char.isalnum())
