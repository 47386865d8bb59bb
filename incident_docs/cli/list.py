"""`incident-docs list`: the incidents that there are, the newest first."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.clock import now
from incident_docs.cli.incident_table import csv_text, json_text, table_lines
from incident_docs.errors import IncidentDocsError
from incident_docs.insight.filter_values import add_known, comparable, known_in_format, value_mistakes
from incident_docs.insight.summaries import Summary, Wanted, select_summaries, summaries
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project

_FILTERS = ("severity", "status", "service", "owner", "tag", "strategy")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@click.command()
@click.argument("text", nargs=-1)
@click.option(
    "--severity",
    multiple=True,
    shell_complete=complete.severities,
    help="Of this severity. Give several with commas, here and below.",
)
@click.option("--status", multiple=True, help="With this status.")
@click.option("--service", multiple=True, help="Of this service.")
@click.option("--owner", multiple=True, help="With an action item or a postmortem of this owner.")
@click.option("--tag", multiple=True, help="With this tag.")
@click.option("--strategy", multiple=True, help="Mitigated in this way.")
@click.option("--from", "first", default="", help="From this day, month or year on: 2026-03-04, 2026-03 or 2026.")
@click.option("--to", "last", default="", help="To this day, month or year.")
@click.option("--json", "as_json", is_flag=True, help="For programs, with the fields of the site's incidents.json.")
@click.option("--csv", "as_csv", is_flag=True, help="For spreadsheets, with those of them that fit into a cell.")
def command(
    *, text: tuple[str, ...], first: str, last: str, as_json: bool, as_csv: bool, **chosen: tuple[str, ...]
) -> None:
    """List incidents, the newest first: all, or those that have the words of TEXT in their facts and fit the options."""
    project = load_project(Path.cwd())
    for name, value in (("--from", first), ("--to", last)):
        if value and not _DAY.fullmatch(value):
            raise click.BadParameter(f"{value!r} is no day; write 2026-03-04, 2026-03 or 2026", param_hint=name)
    everything = summaries(project)
    wanted = Wanted(_values(chosen, everything, project), " ".join(text), first, last)
    found = list(select_summaries(everything, wanted))
    if as_json or as_csv:
        click.echo(json_text(found) if as_json else csv_text(found), nl=False)
    elif found:
        click.echo("\n".join(table_lines(found, project.format, now())))
    if not found:
        folder = shown_path(project.folder, Path.cwd())
        click.echo("no incident is like that" if everything else f"there are no incidents in {folder}", err=True)


def _values(
    chosen: Mapping[str, Sequence[str]], everything: Sequence[Summary], project: Project
) -> dict[str, tuple[str, ...]]:
    """Read what the options ask for. Raises IncidentDocsError for a value that there cannot be."""
    known = known_in_format((*_FILTERS, "year"), project.format)
    for each in everything:
        add_known(known, each.values)
    values = {}
    for key in _FILTERS:
        asked = [part for value in chosen[key] for each in value.split(",") if (part := each.strip())]
        for mistake in value_mistakes(key, asked, known[key]):
            raise IncidentDocsError(f"--{key}: {mistake}")
        if asked:
            forms = (comparable(key, each) for each in asked)
            values[key] = tuple(written for form in forms for written in known[key].get(form, (form,)))
    return values
