"""Put together what several alerts say of one incident."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from incident_docs.format.alerting import Alerting
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity
from incident_docs.intake.alerts.alert import Alert, Kind, Link
from incident_docs.intake.alerts.clean_text import LONGEST_TITLE, shorten

_SEVERAL = len(" (and 1,000 more)")


class Incoming(NamedTuple):
    """What alerts say together."""

    alerts: tuple[Alert, ...]
    """Those that fire, the earliest first; if none does, all."""
    others: tuple[Alert, ...]
    """Those that came with them and do not fire."""
    kind: Kind
    title: str
    severity: Severity
    started: datetime | None
    services: tuple[str, ...]
    links: tuple[Link, ...]
    fingerprints: tuple[str, ...]
    notes: tuple[str, ...]
    """What had to be assumed, each a sentence."""

    @property
    def source(self) -> str:
        """Name the service, or the services."""
        return ", ".join(dict.fromkeys(alert.source for alert in self.alerts))


def put_together(alerts: Sequence[Alert], alerting: Alerting, format: Format, zone: tzinfo, now: datetime) -> Incoming:
    """Put together what alerts say: the start is that of the earliest one that fires, the severity the worst.

    Times without a zone are read as of the one given, and none is later than now.
    """
    kind = next(kind for kind in Kind if any(alert.kind is kind for alert in alerts))
    zoned = [
        alert._replace(started=_in_zone(alert.started, zone), ended=_in_zone(alert.ended, zone)) for alert in alerts
    ]
    timed = [alert._replace(started=alert.started and min(alert.started, now)) for alert in zoned]
    chosen = sorted((alert for alert in timed if alert.kind is kind), key=_began)
    severity, notes = _severity(chosen, alerting, format)
    notes += _notes_on_times(alerts, zoned, zone, now)
    return Incoming(
        tuple(chosen),
        tuple(alert for alert in timed if alert.kind is not kind),
        kind,
        _title(chosen),
        severity,
        min((alert.started for alert in chosen if alert.started), default=None),
        tuple(dict.fromkeys(name for alert in chosen for name in alert.services)),
        tuple(dict.fromkeys(link for alert in chosen for link in alert.links)),
        tuple(dict.fromkeys(each for alert in chosen for each in alert.fingerprints)),
        tuple(notes),
    )


def _notes_on_times(alerts: Sequence[Alert], zoned: Sequence[Alert], zone: tzinfo, now: datetime) -> Iterator[str]:
    without_zone = next((alert for alert in alerts if alert.started and alert.started.tzinfo is None), None)
    if without_zone:
        yield f"{without_zone.source} writes times without a zone; they are read as {zone} here."
    if not any(alert.started for alert in zoned):
        yield "The alert says no time, so it starts now."
    if any(alert.started and alert.started > now for alert in zoned):
        yield "The alert is from the future, so it starts now."


def _in_zone(at: datetime | None, zone: tzinfo) -> datetime | None:
    return at.replace(tzinfo=zone) if at and at.tzinfo is None else at


def _began(alert: Alert) -> tuple[bool, datetime]:
    """Those of which nobody knows when they began come last."""
    return alert.started is None, (alert.started or datetime.min.replace(tzinfo=UTC)).astimezone(UTC)


def _title(alerts: Sequence[Alert]) -> str:
    titles = list(dict.fromkeys(alert.title for alert in alerts if alert.title))
    if len(titles) < 2:
        return "".join(titles)
    return f"{shorten(titles[0], LONGEST_TITLE - _SEVERAL)} (and {len(titles) - 1:,} more)"


def _severity(alerts: Sequence[Alert], alerting: Alerting, format: Format) -> tuple[Severity, list[str]]:
    """The worst of those that are known, or what is assumed, and the sentence that says so."""
    words = list(dict.fromkeys(alert.severity for alert in alerts if alert.severity))
    known = [severity for word in words if (severity := alerting.severity(word, format))]
    if known:
        return min(known, key=format.severities.index), []
    assumed = alerting.assumed(format)
    if not words:
        return assumed, [f"The alert names no severity, so {assumed.id} is assumed."]
    return assumed, [f"{words[0]} is no severity that is known here, so {assumed.id} is assumed."]
