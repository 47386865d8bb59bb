"""Write what the header of the body must say, and the stakeholders' notification, from the facts of the frontmatter."""

from collections.abc import Mapping
from datetime import tzinfo

from incident_docs.document.times import Moment, write_duration, write_minute
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity, Status


def title_text(title: str, format: Format) -> str:
    """Write the first heading: `Incident Response: Checkout returned errors`."""
    return f"{format.labels.title}: {' '.join(title.split())}"


def status_text(status: Status, format: Format) -> str:
    """Write the status heading: `Status: 🔴 Active`."""
    return f"{format.labels.status}: {status.emoji} {status.label}"


def status_event(status: Status, format: Format, *, is_reopened: bool = False) -> str:
    """Write the event of the timeline that says of a new status: `Status: Mitigating`, `Status: Active, reopened`."""
    how = f", {format.labels.reopened}" if is_reopened else ""
    return f"{format.labels.status}: {status.label}{how}"


def severity_text(severity: Severity, format: Format) -> str:
    """Write the severity heading: `Severity: P1`."""
    return f"{format.labels.severity}: {severity.id}"


def duration_text(moments: Mapping[str, Moment], format: Format, zone: tzinfo, *, is_unpublished: bool) -> str:
    """Write what stands after `**Duration**:`, from the times by key, of which `started` must be known.

    `2026-03-04 14:02 UTC - 2026-03-04 15:10 UTC (1h 08m)`, with `~` before what is known only roughly.  In place of
    the end stands `ongoing`, or `not published` where the report that the document was made from does not tell it.
    """
    started, resolved = moments["started"], moments.get("resolved")
    begin = _minute(started, zone)
    if resolved is None:
        return f"{begin} - {format.labels.not_published if is_unpublished else format.labels.ongoing}"
    rough = "~" if started.approximate or resolved.approximate else ""
    return f"{begin} - {_minute(resolved, zone)} ({rough}{write_duration(resolved.at - started.at)})"


def _minute(moment: Moment, zone: tzinfo) -> str:
    rough = "~" if moment.approximate else ""
    return f"{rough}{write_minute(moment.at, zone)}"


def write_notification(title: str, severity: str, impact: str, status: Status) -> str:
    """Write the four lines that stakeholders are sent at each change of status."""
    return f"Incident: {title}\nSeverity: {severity}\nImpact: {impact}\nStatus: {status.notification}\n"
