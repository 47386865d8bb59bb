"""The options of `lint` that say which rules and which findings count."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import NamedTuple

import click

from incident_docs.lint.settings import Selection

BASELINE = ".incident-docs-baseline.json"


def _split(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _rules(name: str, help: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, metavar="RULES", multiple=True, callback=_split, help=help)


_OPTIONS = (
    _rules("--select", "Only these rules, whatever the configuration says: names or patterns, with commas between."),
    _rules("--extend-select", "These rules too."),
    _rules("--ignore", "Not these rules."),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=f"What is known and not reported; {BASELINE} next to the configuration if there is one.",
    ),
    click.option("--write-baseline", is_flag=True, help="Let all that is found now be known."),
    click.option("--no-baseline", is_flag=True, help="Report what is known too."),
    click.option("--changed-since", metavar="REV", help="Only what has changed since this branch left REV."),
    click.option(
        "--changed-lines", is_flag=True, help="With --changed-since: only findings on the lines that it changes."
    ),
)


class Selecting(NamedTuple):
    """What counts in this call."""

    rules: Selection
    baseline: Path | None
    no_baseline: bool
    write_baseline: bool
    changed_since: str | None
    changed_lines: bool


def selected(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of selecting, and these to it as `selecting`."""

    @wraps(command)
    def call(
        *arguments: object,
        select: tuple[str, ...],
        extend_select: tuple[str, ...],
        ignore: tuple[str, ...],
        baseline: Path | None,
        no_baseline: bool,
        write_baseline: bool,
        changed_since: str | None,
        changed_lines: bool,
        **others: object,
    ) -> None:
        rules = Selection(select, extend_select, ignore)
        if changed_lines and changed_since is None:
            raise click.UsageError("--changed-lines goes with --changed-since")
        if write_baseline and (no_baseline or changed_since is not None or not rules.is_empty):
            raise click.UsageError(
                "--write-baseline takes all that is found; it does not go with options that leave some of it out"
            )
        selecting = Selecting(rules, baseline, no_baseline, write_baseline, changed_since, changed_lines)
        command(*arguments, selecting=selecting, **others)

    for option in reversed(_OPTIONS):
        call = option(call)
    return call
