"""What the linter found to the terminal or to a file, and to an exit status."""

import os
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import NamedTuple

import click

from incident_docs.errors import IncidentDocsError
from incident_docs.lint.report import COUNTING_FORMS, FORMS, OF_A_REPOSITORY, report, statistics
from incident_docs.lint.report.summary import summary
from incident_docs.lint.report.view import Part, View, plain
from incident_docs.lint.run import Checked
from incident_docs.workspace import files
from incident_docs.workspace.project import repository

_OPTIONS = (
    click.option(
        "--output-format",
        "form",
        type=click.Choice(FORMS),
        default="text",
        show_default=True,
        help="Who reads it.",
    ),
    click.option(
        "--output-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write the report there, and only its summary here.",
    ),
    click.option("--statistics", is_flag=True, help="Say how often each rule spoke, not where."),
    click.option("--strict", is_flag=True, help="Warnings fail too."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
)


class Reporting(NamedTuple):
    """What is to be done with what is found."""

    form: str
    output_file: Path | None
    statistics: bool
    strict: bool
    exit_zero: bool

    def base(self, here: Path) -> Path:
        """The folder to which the paths in the report are relative."""
        return (repository(here) or here) if self.form in OF_A_REPOSITORY else here


def reported(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reporting, and these to it as its first argument."""

    @wraps(command)
    def call(
        form: str, output_file: Path | None, statistics: bool, strict: bool, exit_zero: bool, **others: object
    ) -> None:
        if statistics and form not in COUNTING_FORMS:
            raise click.UsageError(f"--statistics has the forms {' and '.join(COUNTING_FORMS)}, not {form}")
        command(Reporting(form, output_file, statistics, strict, exit_zero), **others)

    for option in reversed(_OPTIONS):
        call = option(call)
    return call


def publish(checked: Sequence[Checked], reporting: Reporting) -> int:
    """Tell what was found; the exit status."""
    written = (statistics if reporting.statistics else report)(reporting.form)
    view = View(paint if reporting.output_file is None else plain, _address())
    # The name of a file may hold bytes that are no text.
    lines = (line.encode(errors="replace").decode() for line in written(checked, view))
    if reporting.output_file is None:
        for line in lines:
            click.echo(line)
    else:
        _write(reporting.output_file, "".join(f"{line}\n" for line in lines))
        click.echo(summary(checked, paint))
    failed = any(file.findings if reporting.strict else file.errors for file in checked)
    return 1 if failed and not reporting.exit_zero else 0


def _write(path: Path, text: str) -> None:
    try:
        files.put(path, text)
    except OSError as error:
        raise IncidentDocsError(f"{path} cannot be written: {error.strerror}") from error


def _address() -> str:
    """Where the files are on the web, as far as the surroundings tell: GitHub's runners do."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def paint(text: str, part: Part) -> str:
    """The text in the colour of the part."""
    colours = {Part.ERROR: "red", Part.WARNING: "yellow", Part.GOOD: "green"}
    return click.style(text, colours.get(part), bold=part is Part.PLACE or None, dim=part is Part.MARGIN or None)
