"""Write what alerts say into a document: rows of its timeline, and a section with their own words."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo

from incident_docs.document.times import Moment
from incident_docs.edits.first_rows import Row
from incident_docs.format.definition import Format
from incident_docs.format.sections import SECTION_LEVEL
from incident_docs.intake.alerts.alert import Alert, Kind, Link
from incident_docs.intake.alerts.incoming import Incoming

_MOST_ROWS = 10
_MOST_BULLETS = 50
_MOST_LINKS = 8


def alert_event(alert: Alert) -> str:
    """Say in the timeline that an alert came."""
    return f"Alert from {alert.source}: {alert.title}"


def alert_rows(incoming: Incoming) -> Iterator[Row]:
    """Write a row for each alert that fires; of very many only the first ten."""
    seen: set[str] = set()
    for alert in incoming.alerts:
        event = alert_event(alert)
        if alert.started and alert.title and event not in seen and len(seen) < _MOST_ROWS:
            seen.add(event)
            yield Row(Moment(alert.started), event)


def alert_section(incoming: Incoming, format: Format, zone: tzinfo) -> str:
    """Write the section: what was assumed, each alert, and what the service says of it, as code that nothing acts on."""
    words = list(dict.fromkeys(alert.severity for alert in incoming.alerts if alert.severity))
    said = f" Severity there: {', '.join(words[:3])}." if words else ""
    count = len(incoming.alerts) + len(incoming.others)
    what = f"an alert of {incoming.source}" if count == 1 else f"{count:,} alerts of {incoming.source}"
    lines = [
        f"{'#' * SECTION_LEVEL} {format.labels.alert}",
        " ".join([f"Opened from {what}.{said}", *incoming.notes]),
        "",
    ]
    if count > 1:
        lines += [*_bullets([*incoming.alerts, *incoming.others], zone), ""]
    if incoming.links:
        lines += [", ".join(f"[{_label(link)}]({link.url})" for link in incoming.links[:_MOST_LINKS]), ""]
    body = "\n\n".join(dict.fromkeys(alert.body for alert in (*incoming.alerts, *incoming.others) if alert.body))
    lines += [_fenced(body), ""] if body else []
    return "\n".join(lines)


def _bullets(alerts: Sequence[Alert], zone: tzinfo) -> Iterator[str]:
    yield from (_bullet(alert, zone) for alert in alerts[:_MOST_BULLETS])
    if len(alerts) > _MOST_BULLETS:
        yield f"- and {len(alerts) - _MOST_BULLETS:,} more"


def _bullet(alert: Alert, zone: tzinfo) -> str:
    at = f"{alert.started.astimezone(zone):%H:%M} " if alert.started else ""
    over = f"{alert.ended.astimezone(zone): %H:%M}" if alert.ended else ""
    state = {Kind.FIRING: "", Kind.RECOVERY: f" (recovered{over})"}.get(alert.kind, f" ({alert.what})")
    return f"- {at}{alert.title or 'no title'}{state}"


def _label(link: Link) -> str:
    return re.sub(r"[^\w .-]", "", link.label).strip() or "link"


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
