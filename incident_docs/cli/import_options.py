"""The options of `incident-docs log` that take rows over from elsewhere."""

from collections.abc import Callable
from typing import Any, NamedTuple

import click


class ImportOptions(NamedTuple):
    """What to take over, as it was called for."""

    file: str
    zone: str | None
    date: str | None
    since: str | None
    until: str | None
    reactions: tuple[str, ...]
    users: tuple[str, ...]
    channel: str
    is_all: bool


_OPTIONS = (
    click.option("--import", "import_file", metavar="FILE", help="Take over rows from an export of a chat, a response tool or a spreadsheet, or from pasted text; - is standard input."),
    click.option("--tz", metavar="ZONE", help="With --import: the zone of times that say none, as in Europe/Berlin; the incident's if it is not given."),
    click.option("--date", metavar="DAY", help="With --import: the day of times that say none, as in 2026-03-04; that on which it started if it is not given."),
    click.option("--from", "since", metavar="TIME", help="With --import: nothing before 14:00 or 2026-03-04 14:00."),
    click.option("--to", "until", metavar="TIME", help="With --import: nothing after it."),
    click.option("--only-reaction", "reactions", multiple=True, metavar="NAME", help="With --import: only messages with this reaction; pushpin are those that are pinned, too."),
    click.option("--user", "users", multiple=True, metavar="NAME", help="With --import: only messages of this person."),
    click.option("--channel", default="", metavar="NAME", help="With --import: the channel, where an export has several."),
    click.option("--all", "is_all", is_flag=True, help="With --import: all that is found, without asking."),
)  # fmt: skip


def import_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_options(
    *, import_file: str | None, tz: str | None, date: str | None, is_all: bool, **more: Any
) -> ImportOptions | None:
    """Put the options together; None if nothing is to be imported. Raises UsageError if they need a file."""
    options = ImportOptions(import_file or "", tz, date, is_all=is_all, **more)
    if import_file:
        return options
    if options != ImportOptions("", None, None, None, None, (), (), "", is_all=False):
        raise click.UsageError(
            "--tz, --date, --from, --to, --only-reaction, --user, --channel and --all go with --import FILE"
        )
    return None
