"""Write in words how far away a date is.

`site/assets/js/due.js` gives the same answers for the reader's own day.
"""

WEEK = 7
"""What is due in so many days is due this week."""
_MOST_DAYS = 59
_MONTH = 30
_MOST_MONTHS = 23
_YEAR = 365


def lateness(days: int) -> str:
    """Write how far a date is ahead or, below zero, behind: `13 months late`, `today`, `in 4 days`."""
    if days == 0:
        return "today"
    length = _length(abs(days))
    return f"in {length}" if days > 0 else f"{length} late"


def ago(days: int) -> str:
    """Write how long something has been over: `34 days ago`, `today`."""
    return f"{_length(days)} ago" if days > 0 else "today"


def _length(days: int) -> str:
    if days <= _MOST_DAYS:
        return _counted(days, "day")
    if days < 2 * _YEAR:
        # Months of thirty days, so that two of them follow on the fifty-ninth day.
        return _counted(min(days // _MONTH, _MOST_MONTHS), "month")
    return _counted(days // _YEAR, "year")


def _counted(number: int, unit: str) -> str:
    return f"1 {unit}" if number == 1 else f"{number} {unit}s"
