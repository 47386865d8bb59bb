"""Record the commands that verify a resolution, and run them if that is asked for."""

from collections.abc import Iterator

import click

from incident_docs.cli.asking import ask_yes, can_ask
from incident_docs.cli.checked_words import checked_words
from incident_docs.reading.blank_out import blank_out

_SECONDS = 60
_MOST_LINES = 20
_LONGEST = 200


def verification_lines(commands: tuple[str, ...], *, runs: bool, asks: bool) -> list[str]:
    """Give the lines that record these commands; of those that have run, their exit status and the end of their output."""
    lines = []
    for command in commands:
        lines.append(checked_words(" ".join(command.split()), "the command"))
        if runs and _may_run(command, asks=asks):
            lines += _outcome(command)
    return lines


def _may_run(command: str, *, asks: bool) -> bool:
    click.echo(f"$ {command}", err=True)
    if not asks:
        return True
    if not can_ask():
        raise click.UsageError("--run needs --yes where nobody can be asked")
    return ask_yes("Run it", default=False)


def _outcome(command: str) -> Iterator[str]:
    from incident_docs.workspace.run_command import run_command  # noqa: PLC0415 - only `--run` starts programs

    status, output = run_command(command, _SECONDS)
    yield f"# exit status {status}" if status is not None else f"# stopped after {_SECONDS} s"
    lines = blank_out(click.unstyle(output)).text.split("\n")
    if len(lines) > _MOST_LINES:
        yield f"# ... {len(lines) - _MOST_LINES} lines before"
    for line in lines[-_MOST_LINES:]:
        if line.strip():
            yield f"# {''.join(char for char in line[:_LONGEST] if char.isprintable())}"
