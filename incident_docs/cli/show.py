"""`incident-docs show`: what there is to know of an incident, on one screen."""

from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.changing import read_incident
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.incident_card import card_lines
from incident_docs.document.model import Document
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import load_project


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--json", "as_json", is_flag=True, help="For programs, with the fields of the site's incident.json.")
def command(id: str | None, *, as_json: bool) -> None:
    """Show an incident: its facts, the last rows of its timeline, its state, and what is owed next.

    Without ID it is the incident that is not resolved.
    """
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document, file = read_incident(path, project), shown_path(path, Path.cwd())
    click.echo(_json(document, file) if as_json else "\n".join(card_lines(document, file, now())))


def _json(document: Document, file: str) -> str:
    # Imported here, as whoever looks at the card needs none of it.
    from incident_docs.cli.printed_json import printed_json  # noqa: PLC0415
    from incident_docs.insight.incident_record import TIMELINE, incident_fields  # noqa: PLC0415
    from incident_docs.insight.owed_next import owed_next  # noqa: PLC0415
    from incident_docs.insight.record_fields import object_of  # noqa: PLC0415

    owed = owed_next(document)
    record = {
        **object_of((*incident_fields(document.format), TIMELINE), document),
        "owed": [need.name for need in owed.now],
        "owed_next": [need.name for need in owed.next],
        "file": file,
    }
    return printed_json(record, indent=1)
