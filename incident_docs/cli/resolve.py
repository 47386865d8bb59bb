"""`incident-docs resolve`: check that it is over, record that everywhere, and lay out the postmortem."""

from functools import partial
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.asking import ask, ask_yes, can_ask
from incident_docs.cli.changing import Make, change_incident, read_incident
from incident_docs.cli.clock import now
from incident_docs.cli.given_time import check_order, given_time, not_before_start
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.mitigate import WELL_AGAIN
from incident_docs.cli.stages import say_next, status_makes
from incident_docs.cli.verifying import verification_lines
from incident_docs.document.model import Document
from incident_docs.document.times import Moment
from incident_docs.edits.stage_edits import add_verification, insert_if_missing
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.errors import IncidentDocsError
from incident_docs.format.phases import RESOLUTION_CHECKS
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import join_words
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project

_QUESTIONS = {"detected": "When was it noticed", "mitigated": "When were users well again"}


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--detected", metavar="TIME", help="When somebody or something noticed it.")
@click.option("--mitigated", metavar="TIME", help="When users were well again.")
@click.option("--resolved", metavar="TIME", help="When it was over; now if it is not given.")
@click.option(
    "--verify", "commands", multiple=True, metavar="COMMAND", help="A command that shows it; may be given again."
)
@click.option("--run", is_flag=True, help="Run these commands, each after it was shown, and record what came of them.")
@click.option("--yes", is_flag=True, help="All checks were made, and the commands may run; for scripts.")
def command(
    *,
    id: str | None,
    detected: str | None,
    mitigated: str | None,
    resolved: str | None,
    commands: tuple[str, ...],
    run: bool,
    yes: bool,
) -> None:
    """Close an incident: make sure that it is over, and write that down everywhere.

    Without ID it is the incident that is not resolved. `incident-docs reopen` takes it back.
    """
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    if document.is_resolved:
        raise IncidentDocsError(f"{path.stem} is resolved already")
    _refuse_silence(document, mitigated, yes=yes)
    _check(yes=yes)
    end = not_before_start(given_time(resolved, "--resolved", document.zone, now()), document)
    times = {"resolved": end, **_times(document, {"detected": detected, "mitigated": mitigated}, end)}
    check_order(times, document)
    commands = commands or _asked_commands()
    lines = verification_lines(commands, runs=run, asks=not yes)
    after = change_incident(path, project, *_makes(document, times, lines, end))
    click.echo(f"{shown_path(path, Path.cwd())}: {after.status.label if after.status else ''}")
    _show_findings(path, after, project)
    say_next(path)


def _refuse_silence(document: Document, mitigated: str | None, *, yes: bool) -> None:
    """Raise UsageError where nobody can be asked for what the options do not say."""
    if can_ask():
        return
    missing = []
    if not yes:
        missing.append(f"--yes, which says that {join_words(RESOLUTION_CHECKS)}")
    if mitigated is None and "mitigated" not in document.times:
        missing.append("--mitigated TIME, since which users are well again")
    if missing:
        raise click.UsageError(f"where nobody can be asked, it needs {'; and '.join(missing)}")


def _check(*, yes: bool) -> None:
    if yes:
        return
    for check in RESOLUTION_CHECKS:
        if not ask_yes(f"Is it so that {check}"):
            raise click.ClickException(f"not so: {check}. Nothing was changed")


def _times(document: Document, given: dict[str, str | None], end: Moment) -> dict[str, Moment]:
    """The times that the frontmatter lacks, or that are given anew."""
    usual = {"detected": document.times.get("started", end), "mitigated": end}
    found = {}
    for key, text in given.items():
        is_asked = text is None and key not in document.times and can_ask()
        answer = ask(_QUESTIONS[key], f"{usual[key].at.astimezone(document.zone):%Y-%m-%d %H:%M}") if is_asked else text
        if answer is not None:
            found[key] = not_before_start(given_time(answer, f"--{key}", document.zone, now()), document)
    return found


def _asked_commands() -> tuple[str, ...]:
    commands: list[str] = []
    while can_ask() and (command := ask("A command that shows it (Enter for no more)")):
        commands.append(command)
    return tuple(commands)


def _makes(document: Document, times: dict[str, Moment], lines: list[str], end: Moment) -> list[Make]:
    demanded = [section.id for section in document.format.sections if section.demanded_from is not None]
    makes: list[Make] = [partial(insert_if_missing, id=id) for id in demanded]
    if lines:
        makes.append(partial(add_verification, lines=lines))
    if "mitigated" in times and "mitigated" not in document.times:
        makes.append(partial(add_timeline_row, moment=times["mitigated"], event=WELL_AGAIN))
    checks = f"; {join_words(RESOLUTION_CHECKS)}"
    return [*makes, *status_makes(document.format.status_at(Stage.RESOLVED), end, times, checks)]


def _show_findings(path: Path, document: Document, project: Project) -> None:
    """Say what the linter still wants, as a list of what is to be written."""
    from incident_docs.lint.lint_text import lint_text  # noqa: PLC0415 - it imports all rules
    from incident_docs.lint.report.summary import count_noun  # noqa: PLC0415

    findings = lint_text(document.content, shown_path(path, project.root), project)
    for finding in findings:
        click.echo(f"  {finding.line}: {finding.message}", err=True)
    if findings:
        click.echo(f"The linter still wants {count_noun(len(findings), 'thing')}.", err=True)
