"""Date-times as people write them, to RFC 3339: `2026-03-04 14:02` to `2026-03-04T14:02:00Z`."""

import re
from datetime import datetime, tzinfo

from incident_docs.document.times import Moment, read_moment

# Patterns are texts here: most runs meet nothing that needs them, and every run would pay for compiling them.
_LOOSE = (
    r"(?P<rough>~?)\s*(?P<day>\d{4}-\d\d-\d\d)(?:[Tt]|,?\s+)"
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<offset>[Zz]|UTC|GMT|(?P<sign>[+-])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?)?"
)


def moment_in_format(text: str, zone: tzinfo) -> str | None:
    """The date-time with its offset, that of the zone where none is written; None if it cannot be told."""
    match = re.fullmatch(_LOOSE, text.strip())
    if match is None:
        return None
    bare = f"{match['day']}T{match['hour']:0>2}:{match['minute']}:{match['second'] or '00'}"
    if match["offset"]:
        moment = read_moment(f"{match['rough']}{bare}{_offset(match)}")
    else:
        moment = _in_zone(bare, zone, is_rough=bool(match["rough"]))
    return str(moment) if moment else None


def looks_like_moment(text: str) -> bool:
    """It is written like a date-time, if perhaps of a day that there is not."""
    return re.fullmatch(_LOOSE, text.strip()) is not None


def has_offset(text: str) -> bool:
    """The offset is written, in whatever form."""
    match = re.fullmatch(_LOOSE, text.strip())
    return match is not None and match["offset"] is not None


def _offset(match: re.Match[str]) -> str:
    return f"{match['sign']}{match['hours']:0>2}:{match['minutes'] or '00'}" if match["sign"] else "Z"


def _in_zone(bare: str, zone: tzinfo, *, is_rough: bool) -> Moment | None:
    try:
        at = datetime.fromisoformat(bare).replace(tzinfo=zone)
    except ValueError:
        return None
    # Read again: what we offer must be readable, whatever the zone's offset was in that year.
    return read_moment(str(Moment(at, approximate=is_rough)))
