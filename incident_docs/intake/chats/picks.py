"""Read which of several numbered things somebody picks."""

import re

_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def read_picks(text: str, count: int) -> list[int] | None:
    """Read `1-4,7`, `all` or `none` as numbers from 1 to `count`, in order; None if it is none of them."""
    word = text.strip().casefold()
    if word in {"", "all"}:
        return list(range(1, count + 1))
    picked: set[int] = set()
    for part in [] if word == "none" else re.split(r"\s*,\s*|\s+(?![-–])(?<![-–]\s)", word.strip(" ,")):
        match = _RANGE.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            return None
        picked.update(range(first, last + 1))
    return sorted(picked)
