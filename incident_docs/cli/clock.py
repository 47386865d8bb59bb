"""Read the clock, for all commands in one place."""

from datetime import UTC, datetime


def now() -> datetime:
    """Give this instant, in UTC."""
    return datetime.now(UTC)


def this_minute() -> datetime:
    """Give the minute that it is, in UTC."""
    return now().replace(second=0, microsecond=0)
