"""Gather what is known of an incident that begins: from options, from an alert, and from whoever is at the terminal."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from incident_docs.cli.asking import ask
from incident_docs.cli.new_questions import ask_severity, ask_started, default_severity, read_started
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER, SERVICE_PLACEHOLDER, Facts
from incident_docs.document.times import Moment
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity

if TYPE_CHECKING:
    from incident_docs.cli.new_from_alert import Opening
    from incident_docs.intake.alerts.incoming import Incoming


class Given(NamedTuple):
    """What the options say; None or nothing for those that are not given."""

    title: str | None
    severity: str | None
    services: tuple[str, ...]
    started: str | None
    changed: str | None
    users: str | None
    impact: str | None


class Clock(NamedTuple):
    """What time it is, and how the document writes times."""

    now: datetime
    zone: tzinfo
    zone_name: str


def gather(given: Given, opening: "Opening | None", format: Format, clock: Clock, *, asks: bool) -> Facts:
    """Gather what is known; what the options say counts more than the alert. Only what neither says is asked."""
    incoming = opening.incoming if opening else None
    of_alert = incoming.title if incoming and not given.title else ""
    title = of_alert or _words(given.title, "the description", asks and "What is wrong")
    if not title:
        raise _no_title(incoming)
    started = _started(given, incoming and incoming.started, clock, asks=asks and not incoming)
    changed = _words(given.changed, "what changed", asks and "What changed recently")
    users = _words(given.users, "what is said of users", asks and "Who is affected")
    severity = _severity(given.severity, incoming.severity if incoming else None, format, asks=asks)
    services = given.services or (incoming.services if incoming else ()) or _asked_services(asks=asks)
    facts = Facts(
        title,
        severity,
        started,
        services,
        _words(given.impact, "the impact") or users or IMPACT_PLACEHOLDER,
        clock.zone_name,
        clock.zone,
        users,
    )
    if opening:
        incoming = opening.incoming
        facts = facts._replace(related=opening.related, alerts=incoming.fingerprints, notes=opening.section)
    if not changed and not opening:
        return facts
    hypothesis = f"{format.labels.hypothesis_mark} {changed}" if changed else ""
    return facts._replace(timeline=_timeline(facts, hypothesis, opening, clock))


def _words(given: str | None, what: str, question: str | Literal[False] = False) -> str:
    """What an option says, or the answer to a question, on one line and without secrets; `what` names it in a message."""
    words = _one_line(given or (ask(question) if question else ""))
    if not words:
        return ""
    from incident_docs.cli.checked_words import checked_words  # noqa: PLC0415 - it brings the parser

    return checked_words(words, what)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _no_title(incoming: "Incoming | None") -> click.ClickException:
    example = 'incident-docs new "Checkout returns errors"'
    if incoming is None:
        return click.UsageError(f"say what is wrong, as in: {example}")
    what = incoming.alerts[0].what or "an alert without a title"
    return click.ClickException(
        f"this is {what} ({incoming.source}); say what is wrong, as in: {example} --from-alert FILE"
    )


def _timeline(facts: Facts, hypothesis: str, opening: "Opening | None", clock: Clock) -> tuple[tuple[str, str], ...]:
    """The rows that are known already; what changed is the first hypothesis."""
    from incident_docs.edits.first_rows import Row, first_rows  # noqa: PLC0415 - most incidents begin without any

    rows = [*(opening.rows if opening else ())] or [Row(facts.started, facts.title)]
    rows += [Row(Moment(clock.now), hypothesis)] if hypothesis else []
    return first_rows(rows, facts.started.at, clock.zone)


def _started(given: Given, of_alert: datetime | None, clock: Clock, *, asks: bool) -> Moment:
    if given.started is None and of_alert:
        return Moment(of_alert.astimezone(clock.zone).replace(microsecond=0))
    if given.started is None and asks:
        return ask_started(clock.now, clock.zone)
    return read_started(given.started or "", clock.zone, clock.now)


def _severity(given: str | None, of_alert: Severity | None, format: Format, *, asks: bool) -> Severity:
    """The severity of this id, in any case; the second level unless somebody says better."""
    by_name = {severity.id.casefold(): severity for severity in format.severities}
    if given is not None and given.casefold() not in by_name:
        known = ", ".join(f"{severity.id} ({severity.impact})" for severity in format.severities)
        raise click.BadParameter(f"{given!r} is none of {known}", param_hint="--severity")
    if given is not None:
        return by_name[given.casefold()]
    return of_alert or (ask_severity(format) if asks else default_severity(format))


def _asked_services(*, asks: bool) -> tuple[str, ...]:
    answer = ask("Services, separated by commas") if asks else ""
    return tuple(filter(None, map(_one_line, answer.split(",")))) or (SERVICE_PLACEHOLDER,)
