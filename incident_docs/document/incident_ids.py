"""Make the id of an incident, and tell which files are incidents by their names and first lines."""

import re
import unicodedata
from datetime import datetime, tzinfo

ID = re.compile(r"(\d{4}-\d\d-\d\d)-[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: the day it started, and a slug."""

_DATED = re.compile(r"\d{4}-\d\d-\d\d\b")
_KEYS = re.compile(r"^(?:severity|started):", re.MULTILINE)
_LONGEST = 60
_NO_WORDS = "incident"
"""For a title that has no letters a file name can carry everywhere."""


def is_dated(stem: str) -> bool:
    """Tell whether a file's name begins with a day, as those of incidents do."""
    return _DATED.match(stem) is not None


def reads_as_incident(beginning: str) -> bool:
    """Tell whether a text begins with an incident's frontmatter: other pages may stand in the same folder."""
    head, _, _ = beginning.removeprefix("\ufeff").partition("\n---")
    return head.startswith("---") and _KEYS.search(head) is not None


def slug(title: str) -> str:
    """Make a title lower-case words of ASCII letters and digits, joined by hyphens, at most 60 characters."""
    ascii = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii.replace("'", ""))
    while len(words) > 1 and len("-".join(words)) > _LONGEST:
        words.pop()
    return "-".join(words)[:_LONGEST] or _NO_WORDS


def incident_id(title: str, started: datetime, zone: tzinfo) -> str:
    """Make the id of an incident, as in `2026-03-04-checkout-outage`; the day is that of `started` in the zone."""
    return f"{started.astimezone(zone):%Y-%m-%d}-{slug(title)}"
