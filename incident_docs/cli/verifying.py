"""Record the commands that verify a resolution, and run them if that is asked for."""

from collections.abc import Iterator

import click

from incident_docs.cli.asking import ask_yes
from incident_docs.cli.checked_words import checked_words
from incident_docs.reading.blank_out import blank_out
from incident_docs.reading.verification_outcomes import EXIT_STATUS, STOPPED

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
    return ask_yes("Run it") if asks else True


def _outcome(command: str) -> Iterator[str]:
    from incident_docs.workspace.run_command import run_command  # noqa: PLC0415 - only `--run` starts programs

    try:
        status, output = run_command(command, _SECONDS)
    except KeyboardInterrupt:
        raise click.ClickException("stopped; nothing was changed") from None
    yield f"{EXIT_STATUS}{status}" if status is not None else f"{STOPPED}{_SECONDS} s"
    lines = blank_out(click.unstyle(output)).text.split("\n")
    if len(lines) > _MOST_LINES:
        yield f"# ... {len(lines) - _MOST_LINES} lines before"
    for line in lines[-_MOST_LINES:]:
        if line.strip():
            yield f"# {''.join(char for char in line[:_LONGEST] if char.isprintable())}"
