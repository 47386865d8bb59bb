"""The options of `lint` that mend what it finds."""

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

import click

_OPTIONS = (
    click.option("--fix", is_flag=True, help="Mend what can be mended without a guess, and report the rest."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also write what is a guess."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
)


class Mending(NamedTuple):
    """What is to be mended in this call."""

    fix: bool
    unsafe: bool
    diff: bool


def mends(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of mending, and these to it as `mending`."""

    @wraps(command)
    def call(*arguments: object, fix: bool, unsafe_fixes: bool, diff: bool, **others: object) -> None:
        if unsafe_fixes and not (fix or diff):
            raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
        command(*arguments, mending=Mending(fix and not diff, unsafe_fixes, diff), **others)

    for option in reversed(_OPTIONS):
        call = option(call)
    return call
