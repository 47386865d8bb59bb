"""Ask at a terminal. The questions go to standard error, so that standard output holds nothing but what a command gives."""

import sys
from collections.abc import Sequence
from typing import TextIO

import click


def can_ask() -> bool:
    """Tell whether somebody is there to answer."""
    # Python has none for a stream that was closed before it began.
    streams: tuple[TextIO | None, ...] = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def ask(question: str, default: str = "") -> str:
    """Ask for a line; Enter gives the default. Raises ClickException if there is no answer to come."""
    try:
        answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
    except click.Abort:
        raise _stopped() from None
    return " ".join(answer.split())


def ask_yes(question: str, *, default: bool = False) -> bool:
    """Ask a question that is answered by yes or no."""
    try:
        return click.confirm(question, default=default, err=True)
    except click.Abort:
        raise _stopped() from None


def choose(question: str, choices: Sequence[str]) -> int:
    """Ask for one of several choices by its number, and give its index."""
    for number, choice in enumerate(choices, 1):
        click.echo(f"  {number}  {choice}", err=True)
    try:
        chosen: int = click.prompt(question, type=click.IntRange(1, len(choices)), err=True)
    except click.Abort:
        raise _stopped() from None
    return chosen - 1


def _stopped() -> click.ClickException:
    # The cursor is still behind the question.
    click.echo(err=True)
    return click.ClickException("stopped; nothing was changed")
