"""`incident-docs guide`: what to do in each phase of a response, and what its document needs, in the organisation's words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from incident_docs.cli.guide_tables import definitions, needs, severities, statuses, strategies, times
from incident_docs.cli.text_table import text_width, wrapped
from incident_docs.format.definition import Format
from incident_docs.format.phases import PHASES, RESOLUTION_CHECKS, Phase
from incident_docs.workspace.project import load_project

_NAMES = tuple(phase.name.lower() for phase in PHASES)
_MORE = ("severity", "strategies", "status", "times")
_COMMANDS = (
    (
        ('new "What is wrong"', "opens the incident, and asks for the rest"),
        ("notify", "prints what stakeholders are told; --send sends it"),
        ('log "What happened"', "adds a row to the timeline; ? begins a hypothesis, ! an action"),
    ),
    (
        ("changes", "lists what changed before it began"),
        ("similar", "shows past incidents like it, and what mitigated them"),
        ("scope", "writes down how far it reaches"),
        ("mitigate", "writes down what was done against the impact"),
    ),
    (
        ("resolve", "asks for the checks and the times, and lays out the postmortem"),
        ("reopen", "takes that back"),
    ),
    (
        ("lint", "says what is still to be written"),
        ("action", "adds, changes and lists action items"),
    ),
)
"""Of each phase, what is typed behind `incident-docs`, and what it does."""


@click.command()
@click.argument("phase", required=False, type=click.Choice([*_NAMES, *_MORE], case_sensitive=False))
def command(phase: str | None) -> None:
    """Print the response guide, or one part of it: a phase, the severities, the strategies, the statuses or the times.

    It is the one of the site.
    """
    format = load_project(Path.cwd()).format
    parts = (
        [phase] if phase else ["detect", "severity", "mitigate", "strategies", "resolve", "learn", "status", "times"]
    )
    lines = (line for part in parts for line in ("", *_part(part, format)))
    click.echo("\n".join(lines).strip("\n"))


def _part(name: str, format: Format) -> Iterable[str]:
    if name in _NAMES:
        return _phase(PHASES[_NAMES.index(name)], _COMMANDS[_NAMES.index(name)], format)
    return {"severity": severities, "strategies": strategies, "status": statuses, "times": times}[name](format)


def _phase(phase: Phase, commands: Iterable[tuple[str, str]], format: Format) -> Iterator[str]:
    yield click.style(phase.name, bold=True)
    yield from wrapped("", phase.aim, text_width())
    yield ""
    yield from definitions((f"incident-docs {typed}", does) for typed, does in commands)
    if phase.moment == "resolved":
        yield ""
        yield from wrapped("", f"Before it is called resolved: {', '.join(RESOLUTION_CHECKS)}.", text_width())
    yield ""
    yield from needs(phase, format)
