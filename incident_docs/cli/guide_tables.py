"""Write what the response guide looks up in the format: needs, severities, strategies, statuses and times."""

from collections.abc import Iterable, Iterator

import click

from incident_docs.cli.text_table import shown_width, text_width, wrapped
from incident_docs.document.header import write_notification
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER
from incident_docs.format.definition import Format
from incident_docs.format.fields import FieldKind
from incident_docs.format.phases import Phase
from incident_docs.format.samples import CLOCK_FORMS
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import Severity, Stage, Strategy
from incident_docs.format.wording import join_words
from incident_docs.insight.phase_needs import Need, phase_needs, statuses_of


def needs(phase: Phase, format: Format) -> Iterator[str]:
    """Write what the document needs by the end of a phase."""
    found = phase_needs(phase, format)
    if found:
        labels = join_words([status.label for status in statuses_of(phase.stage, format)], "or")
        when = "As soon as" if phase.half is Half.POSTMORTEM else "By the time"
        yield f"{when} it is {labels} the document needs:"
    for need in found:
        yield from wrapped("  - ", _need(need), text_width())


def _need(need: Need) -> str:
    name = f"{need.name} (where it is known)" if need.is_if_known else need.name
    if need.filled_from:
        until = join_words([status.label for status in need.filled_from], "or")
        return f"{name}: only the heading; the rest can wait until {until}"
    demanded = f" Demanded at {', '.join(need.severities)}." if need.severities else ""
    return f"{name}: {need.meaning}{demanded}"


def severities(format: Format) -> Iterator[str]:
    """Write the severities, the worst first."""
    yield click.style(format.labels.severity, bold=True)
    yield from wrapped("", "Take the first that is true, and another one when you know more.", text_width())
    yield ""
    yield from definitions((each.id, _severity(each)) for each in format.severities)
    demanding = [each.id for each in format.severities if each.actions_required]
    if demanding:
        yield ""
        demanded = f"{join_words(demanding)} must end in an action item, or in the reason why there is none."
        yield from wrapped("", demanded, text_width())


def _severity(severity: Severity) -> str:
    return " ".join(f"{words.removesuffix('.')}." for words in (severity.impact, severity.response) if words)


def strategies(format: Format) -> Iterator[str]:
    """Write the strategies, and when to use each."""
    yield click.style("Strategies", bold=True)
    yield from wrapped("", "Take what ends the impact soonest, even if it explains nothing.", text_width())
    yield ""
    yield from definitions(row for each in format.strategies for row in _strategy(each))


def _strategy(strategy: Strategy) -> Iterator[tuple[str, str]]:
    yield strategy.id, strategy.use_when
    if strategy.command:
        yield "", strategy.command


def statuses(format: Format) -> Iterator[str]:
    """Write the statuses, and what stakeholders are told with each."""
    yield click.style("Status and messages", bold=True)
    yield from wrapped("", "With each change of status stakeholders get four lines:", text_width())
    yield ""
    message = write_notification("<what is wrong>", "<severity>", IMPACT_PLACEHOLDER, format.status_at(Stage.ACTIVE))
    yield from (f"  {line}" for line in message.splitlines())
    yield ""
    yield from definitions(
        (each.id, f"{each.emoji} {each.label}; stakeholders read: {each.notification}") for each in format.statuses
    )


def times(format: Format) -> Iterator[str]:
    """Write how times are written in the timeline."""
    yield click.style("Times", bold=True)
    zone = next(field for field in format.fields if field.kind is FieldKind.ZONE)
    yield from wrapped("", f"{zone.key}: {zone.meaning}", text_width())
    yield ""
    yield from definitions(CLOCK_FORMS)


def definitions(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Write names and, behind them, what they mean."""
    found = list(rows)
    width = max(shown_width(name) for name, _ in found)
    for name, meaning in found:
        yield from wrapped(f"  {name}{' ' * (width - shown_width(name))}  ", meaning, text_width())
