"""`incident-docs lint`: paths to findings and an exit status."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from incident_docs.lint.report import REPORTS
from incident_docs.lint.report.paint import Part
from incident_docs.lint.run import Checked, run
from incident_docs.workspace import find
from incident_docs.workspace.project import load

_WORTH_A_BAR = 200
"""Incidents; fewer take less than a second."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output-format", "form", type=click.Choice(list(REPORTS)), default="text", show_default=True, help="Who reads it."
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
def command(paths: tuple[Path, ...], form: str, strict: bool) -> None:
    """Check incidents against the format.

    PATHS are files and folders; without any, the project's folder of incidents.

    Exit status: 0 nothing found (or warnings only), 1 errors found, 2 the command could not run.
    """
    here = Path.cwd()
    project = load(here)
    if not paths and not project.folder.is_dir():
        raise click.UsageError(
            f"there is no folder {find.shown(project.folder, here)}; name the paths, or set `folder` in the configuration"
        )
    files = list(find.incidents(paths or [project.folder]))
    tree = find.tree(project, files)
    checked = list(_with_progress(run(files, project, tree, here), len(files)))
    for line in REPORTS[form](checked, _paint):
        click.echo(line)
    failed = any(file.findings if strict else file.errors for file in checked)
    sys.exit(1 if failed else 0)


def _with_progress(checked: Iterable[Checked], length: int) -> Iterator[Checked]:
    quiet = length < _WORTH_A_BAR or not sys.stderr.isatty()
    with click.progressbar(checked, length, label="Linting", hidden=quiet, file=sys.stderr) as bar:
        yield from bar


def _paint(text: str, part: Part) -> str:
    colours = {Part.ERROR: "red", Part.WARNING: "yellow", Part.GOOD: "green"}
    return click.style(text, colours.get(part), bold=part is Part.PLACE or None, dim=part is Part.MARGIN or None)
