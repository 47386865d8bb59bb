"""Ask at a terminal what an incident begins with: the four questions of a first response, and how severe it is."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from typing import TypeVar

import click

from incident_docs.cli.asking import ask
from incident_docs.cli.given_time import given_time
from incident_docs.document.times import Moment
from incident_docs.format.definition import Format
from incident_docs.format.triage import Answer, Question, worst_severity
from incident_docs.format.vocabulary import Severity

_UNSURE = ("", "?")
_Answer = TypeVar("_Answer")


def ask_started(now: datetime, zone: tzinfo) -> Moment:
    """Ask when it started; now if somebody knows no better."""
    return _ask_until("When did it start (14:02, 20m ago; Enter: now)", lambda text: read_started(text, zone, now))


def _ask_until(question: str, read: Callable[[str], _Answer]) -> _Answer:
    """Ask until the answer can be read."""
    while True:
        try:
            return read(ask(question))
        except click.BadParameter as error:
            click.echo(f"Error: {error.message}", err=True)


def read_started(text: str, zone: tzinfo, now: datetime) -> Moment:
    """Read when an incident started; nothing is now. Raises BadParameter for what is no time, or has not come yet."""
    return given_time(text.strip().removesuffix(" ago") or "0m", "--started", zone, now)


def ask_severity(format: Format) -> Severity:
    """Ask how severe it is. Whoever is unsure is asked about users, and the worst answer counts."""
    for severity in format.severities:
        click.echo(f"  {severity.id}  {severity.impact}. {severity.response}.", err=True)
    return _ask_until("Severity (Enter: unsure)", partial(_severity, format)) or _ask_about_users(format)


def _severity(format: Format, text: str) -> Severity | None:
    """The severity of this id, in any case; None if somebody is unsure."""
    if text in _UNSURE:
        return None
    for severity in format.severities:
        if severity.id.casefold() == text.casefold():
            return severity
    raise click.BadParameter(f"{text!r} is none of {', '.join(format.severity)}")


def _ask_about_users(format: Format) -> Severity:
    click.echo("About users, and Enter for what nobody knows:", err=True)
    asked = [
        _ask_until(f"{question.text}? {_choices(question)}", partial(_chosen, question))
        for question in format.questions
    ]
    worst = worst_severity(filter(None, asked), format.severities)
    severity = worst or default_severity(format)
    reason = "the worst of these answers" if worst else "nothing is known yet"
    click.echo(f"{severity.id}: {severity.impact}, as {reason}.", err=True)
    return severity


def _choices(question: Question) -> str:
    return "  ".join(f"{number} {answer.words}" for number, answer in enumerate(question.answers, 1))


def _chosen(question: Question, text: str) -> Answer | None:
    """The answer with this number or these first letters; None if nobody knows."""
    if text in _UNSURE:
        return None
    for number, answer in enumerate(question.answers, 1):
        if text == str(number) or answer.words.casefold().startswith(text.casefold()):
            return answer
    raise click.BadParameter(f"{text!r} is none of {_choices(question)}")


def default_severity(format: Format) -> Severity:
    """Give the severity of an incident of which nothing is known: the second level."""
    return format.severities[min(1, len(format.severities) - 1)]
