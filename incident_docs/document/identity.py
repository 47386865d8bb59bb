"""Which files are incidents, told by their name and first lines."""

import re

ID = re.compile(r"(\d{4}-\d\d-\d\d)-[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: the day it started, and a slug."""

_DATED = re.compile(r"\d{4}-\d\d-\d\d\b")
_KEYS = re.compile(r"^(?:severity|started):", re.MULTILINE)


def is_dated(stem: str) -> bool:
    """The name begins with a day, as those of incidents do."""
    return _DATED.match(stem) is not None


def reads_as_incident(beginning: str) -> bool:
    """The text begins with an incident's frontmatter, whatever its name: other pages may stand in the same folder."""
    head, _, _ = beginning.removeprefix("\ufeff").partition("\n---")
    return head.startswith("---") and _KEYS.search(head) is not None
