"""Publish what the linter found, in the terminal or a file, and decide the exit status."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from incident_docs.cli.lint_options import LintOptions
from incident_docs.errors import IncidentDocsError
from incident_docs.lint.checked import Checked
from incident_docs.lint.report import OF_A_REPOSITORY, report_in, statistics_in
from incident_docs.lint.report.summary import sum_up
from incident_docs.lint.report.view import Part, View, plain
from incident_docs.workspace.project import repository_root
from incident_docs.workspace.write_files import write_file


def report_base(form: str, here: Path) -> Path:
    """Find the folder to which the paths in a report of this form are relative."""
    return (repository_root(here) or here) if form in OF_A_REPOSITORY else here


def publish(checked: Sequence[Checked], options: LintOptions) -> int:
    """Report what was found, and give the exit status."""
    written = (statistics_in if options.statistics else report_in)(options.form)
    view = View(paint if options.output_file is None else plain, _address())
    # The name of a file may hold bytes that are no text.
    lines = (line.encode(errors="replace").decode() for line in written(checked, view))
    if options.output_file is None:
        for line in lines:
            click.echo(line)
    else:
        _write(options.output_file, "".join(f"{line}\n" for line in lines))
        click.echo(sum_up(checked, paint))
    failed = any(file.findings if options.strict else file.errors for file in checked)
    return 1 if failed and not options.exit_zero else 0


def _write(path: Path, text: str) -> None:
    try:
        write_file(path, text)
    except OSError as error:
        raise IncidentDocsError(f"{path} cannot be written: {error.strerror}") from error


def _address() -> str:
    """Where the files are on the web, as far as the surroundings tell: GitHub's runners do."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def paint(text: str, part: Part) -> str:
    """Give a text the colour of its part."""
    colours = {Part.ERROR: "red", Part.WARNING: "yellow", Part.GOOD: "green"}
    return click.style(text, colours.get(part), bold=part is Part.PLACE or None, dim=part is Part.MARGIN or None)
