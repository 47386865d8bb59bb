"""`incident-docs similar`: the past incidents most like one, and what mitigated them."""

from pathlib import Path
from typing import Any

import click

from incident_docs.cli import complete
from incident_docs.cli.past_lines import past_lines
from incident_docs.cli.printed_json import printed_json
from incident_docs.insight.past_incidents import Past, like_incident, like_text
from incident_docs.workspace.find_incidents import incidents_named, shown_path
from incident_docs.workspace.project import Project, load_project


@click.command()
@click.argument("words", nargs=-1, metavar='[ID|"TEXT"]', shell_complete=complete.incidents)
@click.option("-n", "--most", type=click.IntRange(1, 12), default=3, show_default=True, help="So many at most.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(words: tuple[str, ...], most: int, *, as_json: bool) -> None:
    """Show the past incidents most like an incident or a text, and what mitigated each.

    They are ranked as on the site. Words that name no incident, or more than one, are a text. Without any it is the incident
    that is not resolved.
    """
    project = load_project(Path.cwd())
    text = " ".join(words)
    path = _incident(text, project)
    found = like_text(text, project, most) if path is None else like_incident(path, project, most)
    if as_json:
        click.echo(printed_json([_record(past, project) for past in found], indent=1))
        return
    for line in past_lines(found):
        click.echo(line)
    if not found:
        about = f'"{text}"' if path is None else path.stem
        click.echo(f"no incident has enough in common with {about}", err=True)


def _incident(text: str, project: Project) -> Path | None:
    """Find the incident that is meant; None if it is a text."""
    if not text or text.endswith(".md") or Path(text).is_file():
        from incident_docs.cli.incident_argument import chosen_incident  # noqa: PLC0415 - it brings a parser

        return chosen_incident(text or None, project)
    named = incidents_named(text, project)
    return named[0] if len(named) == 1 else None


def _record(past: Past, project: Project) -> dict[str, Any]:
    return {
        "id": past.id,
        "path": shown_path(past.path, project.root),
        "title": past.title,
        "started": past.started.isoformat() if past.started else None,
        "score": round(past.score, 3),
        "words": past.words,
        "strategy": past.strategies,
        "mitigations": [{"action": action, "result": result} for action, result in past.mitigations],
    }
