"""`incident-docs scope`: write down how far an incident reaches."""

from functools import partial
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.asking import ask, can_ask
from incident_docs.cli.changing import change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import now
from incident_docs.cli.given_time import given_time
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.document.model import Document
from incident_docs.edits.cell_text import cell_text, one_line, plain_cell
from incident_docs.edits.scope_edits import Scope, record_scope
from incident_docs.format.fields import CONTAINED, SPREADING
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import load_project


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--services", default="", metavar="A,B", help="Services that are affected too.")
@click.option("--regions", default="", metavar="A,B", help="Regions, sites or tenants that are affected too.")
@click.option("--users", default="", help="Who is affected, and how many.")
@click.option("--spreading", "spread", flag_value=SPREADING, help="It reaches more and more.")
@click.option("--contained", "spread", flag_value=CONTAINED, help="It reaches no more.")
@click.option("--at", metavar="TIME", help="When that was seen: 14:07, 5m (that long ago); now if it is not given.")
def command(*, id: str | None, services: str, regions: str, users: str, spread: str | None, at: str | None) -> None:
    """Write down how far an incident reaches: in its frontmatter, its current status and its timeline.

    At a terminal, what is to be known is asked for if nothing is given. Without ID it is the incident that is not resolved.
    """
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    moment = given_time(at, "--at", document.zone, now())
    scope = Scope(_names(services), _names(regions), _words(users), spread or "")
    if scope == Scope():
        scope = _asked(document)
    row = f"| {moment.at.astimezone(document.zone):%H:%M} | {cell_text(scope.event)} |"
    change_incident(path, project, partial(record_scope, scope=scope, moment=moment), unwritten=row)
    click.echo(f"{shown_path(path, Path.cwd())}: {plain_cell(cell_text(scope.event))}")


def _asked(document: Document) -> Scope:
    """Ask for each part; Enter leaves one as it is."""
    if not can_ask():
        raise click.UsageError("say what is known: --services, --regions, --users, --spreading or --contained")
    known = ", ".join(document.texts("services"))
    services = ask(f"Which services besides {known}" if known else "Which services")
    regions = ask("Which regions")
    users = ask("Who is affected, and how many")
    spread = ask("Is it spreading (y, n; Enter: not known)").casefold()[:1]
    scope = Scope(_names(services), _names(regions), _words(users), {"y": SPREADING, "n": CONTAINED}.get(spread, ""))
    if scope == Scope():
        raise click.ClickException("nothing was said; nothing was changed")
    return scope


def _names(text: str) -> tuple[str, ...]:
    names = (_words(part) for part in text.split(","))
    return tuple(name for name in names if name)


def _words(text: str) -> str:
    return one_line(checked_words(text, "the scope"))
