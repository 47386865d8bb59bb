"""Ask at a terminal what an incident begins with: the four questions of a first response, and how severe it is."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

import click

from incident_docs.document.times import Moment, read_past_time
from incident_docs.format.definition import Format
from incident_docs.format.triage import Answer, Question, worst_severity
from incident_docs.format.vocabulary import Severity

_UNSURE = "?"


def ask(question: str, read: Callable[[str], str] | None = None, default: str = "") -> str:
    """Ask on stderr; Enter is the default. What cannot be read is asked again, with the reason."""
    answer: str = click.prompt(question, default=default, show_default=False, err=True, value_proc=read)
    return answer


def one_line(text: str) -> str:
    """Write a text on one line."""
    return " ".join(text.split())


def ask_started(now: datetime, zone: tzinfo) -> Moment:
    """Ask when it started; now if somebody knows no better."""
    answer: Moment = click.prompt(
        "When did it start (14:02, 20m ago; Enter: now)",
        default="0m",
        show_default=False,
        err=True,
        value_proc=lambda text: read_started(text, now, zone),
    )
    return answer


def read_started(text: str, now: datetime, zone: tzinfo, option: str | None = None) -> Moment:
    """Read when an incident started. Raises BadParameter for what is no time, or has not come yet."""
    started = read_past_time(text.removesuffix(" ago"), now, zone)
    if started is None:
        raise click.BadParameter(
            f"{text!r} is no time; write 2026-03-04T14:02:00Z, 14:02 or 20m (that long ago)", param_hint=option
        )
    if started.at > now:
        raise click.BadParameter(f"{started} has not come yet", param_hint=option)
    return started


def ask_severity(format: Format) -> Severity:
    """Ask how severe it is. Whoever is unsure is asked about users, and the worst answer counts."""
    for severity in format.severities:
        click.echo(f"  {severity.id}  {severity.impact}. {severity.response}.", err=True)
    by_name = {severity.id.casefold(): severity for severity in format.severities}

    def read(text: str) -> str:
        if text != _UNSURE and text.casefold() not in by_name:
            raise click.BadParameter(f"{text!r} is none of {', '.join(format.severity)}")
        return text

    given = ask("Severity (Enter: unsure)", read, _UNSURE)
    return _ask_about_users(format) if given == _UNSURE else by_name[given.casefold()]


def _ask_about_users(format: Format) -> Severity:
    answers = [answer for question in format.questions if (answer := _answer(question))]
    worst = worst_severity(answers, format.severities)
    severity = worst or default_severity(format)
    reason = "the worst of these answers" if worst else "nothing is known yet"
    click.echo(f"{severity.id}: {severity.impact}, as {reason}.", err=True)
    return severity


def _answer(question: Question) -> Answer | None:
    """The answer to a question by its number or its first letters; None if nobody knows."""
    choices = "  ".join(f"{number} {answer.words}" for number, answer in enumerate(question.answers, 1))

    def read(text: str) -> str:
        if text and text != _UNSURE and _chosen(text, question.answers) is None:
            raise click.BadParameter(f"{text!r} is none of {choices}")
        return text

    return _chosen(ask(f"{question.text}? {choices}  (Enter: unknown)", read), question.answers)


def _chosen(text: str, answers: Sequence[Answer]) -> Answer | None:
    if text.isdecimal() and 1 <= int(text) <= len(answers):
        return answers[int(text) - 1]
    beginning = one_line(text).casefold()
    return next((answer for answer in answers if beginning and answer.words.casefold().startswith(beginning)), None)


def default_severity(format: Format) -> Severity:
    """Give the severity of an incident of which nothing is known: the second level."""
    return format.severities[min(1, len(format.severities) - 1)]
