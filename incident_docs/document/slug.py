"""A title to an id: the day it started, and the title's words."""

import re
import unicodedata
from datetime import datetime, tzinfo

_LONGEST = 60
_NO_WORDS = "incident"
"""For a title that has no letters a file name can carry everywhere."""


def slug(title: str) -> str:
    """Lower-case words of ASCII letters and digits, joined by hyphens, at most 60 characters."""
    ascii = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii.replace("'", ""))
    while len(words) > 1 and len("-".join(words)) > _LONGEST:
        words.pop()
    return "-".join(words)[:_LONGEST] or _NO_WORDS


def incident_id(title: str, started: datetime, zone: tzinfo) -> str:
    """The id of an incident, as in `2026-03-04-checkout-outage`; the day is that of `started` in the zone."""
    return f"{started.astimezone(zone):%Y-%m-%d}-{slug(title)}"
