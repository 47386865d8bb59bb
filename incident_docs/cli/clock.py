"""Read the clock, for all commands in one place."""

from datetime import UTC, datetime


def now() -> datetime:
    """Give this instant, in UTC."""
    return datetime.now(UTC)
