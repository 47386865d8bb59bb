"""Declare the options of `incident-docs lint`, and refuse those that do not go together."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from incident_docs.cli import complete
from incident_docs.lint.baseline_file import BASELINE
from incident_docs.lint.report import COUNTING_FORMS, FORMS
from incident_docs.lint.selection import Selection


class LintOptions(NamedTuple):
    """What somebody asks for; the fields are called as click calls the options."""

    paths: tuple[Path, ...]
    form: str
    output_file: Path | None
    statistics: bool
    strict: bool
    exit_zero: bool
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    write_baseline: bool
    no_baseline: bool
    changed_since: str | None
    changed_lines: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    no_cache: bool
    jobs: int | None
    stdin_filename: Path | None
    """The file that is to be taken as holding the text on standard input; None if files are read."""
    watch: bool

    @property
    def selection(self) -> Selection:
        """Which rules the command line names."""
        return Selection(self.select, self.extend_select, self.ignore)


def _split(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _rules(name: str, help: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, metavar="RULES", multiple=True, callback=_split, help=help)


_FILE = click.Path(path_type=Path)
_OPTIONS = (
    click.argument("paths", nargs=-1, type=_FILE, shell_complete=complete.incidents),
    click.option(
        "--output-format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="Who reads it."
    ),
    click.option(
        "--output-file", type=_FILE, metavar="FILE", help="Write the report there, and only its summary here."
    ),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule, and list none."),
    click.option("--strict", is_flag=True, help="Warnings fail too."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
    _rules("--select", "Only these rules, whatever the configuration says: names or patterns, with commas between."),
    _rules("--extend-select", "These rules too."),
    _rules("--ignore", "Not these rules."),
    click.option(
        "--baseline",
        type=_FILE,
        metavar="FILE",
        help=f"Do not report what this file lists; {BASELINE} next to the configuration if there is one.",
    ),
    click.option("--write-baseline", is_flag=True, help="List all that is found now in the baseline."),
    click.option("--no-baseline", is_flag=True, help="Report what the baseline lists too."),
    click.option("--changed-since", metavar="REV", help="Only what has changed since this branch left REV."),
    click.option(
        "--changed-lines", is_flag=True, help="With --changed-since: only findings on the lines that it changes."
    ),
    click.option("--fix", is_flag=True, help="Fix what can be fixed without a guess, and report the rest."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also write what is a guess."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option("--no-cache", is_flag=True, help="Check every file anew, and write no cache."),
    click.option(
        "--jobs", type=click.IntRange(1), help="How many processes at most; one for each processor if not given."
    ),
    click.option(
        "--stdin-filename",
        type=_FILE,
        metavar="FILE",
        help="Check the text on standard input as if FILE held it, for editors.",
    ),
    click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C."),
)


def with_lint_options(command: Callable[[LintOptions], None]) -> Callable[..., None]:
    """Give a command the options, and refuse those that do not go together."""

    def call(**values: Any) -> None:
        options = LintOptions(**values)
        refusal = _refusal(options)
        if refusal is not None:
            raise click.UsageError(refusal)
        command(options)

    call.__doc__ = command.__doc__
    for option in reversed(_OPTIONS):
        call = option(call)
    return call


def _refusal(options: LintOptions) -> str | None:
    """Why these options do not go together."""
    if options.statistics and options.form not in COUNTING_FORMS:
        return f"--statistics has the forms {' and '.join(COUNTING_FORMS)}, not {options.form}"
    if options.changed_lines and options.changed_since is None:
        return "--changed-lines goes with --changed-since"
    leaves_some_out = options.no_baseline or options.changed_since is not None or not options.selection.is_empty
    if options.write_baseline and leaves_some_out:
        return "--write-baseline takes all that is found; it does not go with options that leave some of it out"
    if options.unsafe_fixes and not (options.fix or options.diff):
        return "--unsafe-fixes goes with --fix or --diff"
    many = options.paths or options.watch or options.fix or options.diff or options.write_baseline
    if options.stdin_filename is not None and many:
        return "--stdin-filename is about one text: it goes without PATHS, --watch, --fix, --diff and --write-baseline"
    return None
