"""Read an action's status as people write it: `closed` or a tick as `done`."""

from incident_docs.format.vocabulary import ACTION_STATUSES
from incident_docs.format.wording import ALIKE, nearest_word

_OPEN, _IN_PROGRESS, _DONE, _WONT_DO = ACTION_STATUSES
_ALSO_CALLED = {
    _OPEN: "todo|to do|new|not started|planned|pending|proposed|backlog|[ ]|☐",
    _IN_PROGRESS: "wip|started|doing|ongoing|under way|underway|in review|[-]|🚧|⏳",
    _DONE: "closed|complete|completed|finished|fixed|resolved|shipped|deployed|merged|[x]|x|☑|✓|✔|✅",
    _WONT_DO: "wontfix|wont fix|won't fix|wont do|dropped|cancelled|canceled|rejected|declined|abandoned|❌|🚫",
}
_MEANT = {words: status for status, names in _ALSO_CALLED.items() for words in (status, *names.split("|"))}
_SIGNS = " ☐🚧⏳☑✓✔✅❌🚫\ufe0f-_"
"""With the mark that asks for the coloured form of the one before it."""
_READ_IN_TWO_WAYS = ("🚧", "⏳", "❌", "🚫", "[-]")


def status_in_format(text: str) -> str | None:
    """Give the status that is meant; None if that is not clear."""
    words, plain = _words(text)
    return _MEANT.get(words) or _MEANT.get(plain) or nearest_word(words, ACTION_STATUSES, ALIKE)


def is_doubtful_status(text: str) -> bool:
    """Tell whether a word is only like a status, more is written, or a sign stands there that is read in two ways."""
    words, plain = _words(text)
    has_name = words in _MEANT or plain in _MEANT
    return not has_name or "(" in words or any(sign in words for sign in _READ_IN_TWO_WAYS)


def _words(text: str) -> tuple[str, str]:
    words = text.casefold().replace("’", "'").replace("\ufe0f", "").strip("*_`.! ")
    # `✅ done` and `done (2026-03-04)` are clear once the decoration is gone.
    return words, words.partition("(")[0].strip(_SIGNS)
