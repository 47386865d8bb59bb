"""An incident to the four lines that stakeholders are sent."""

from incident_docs.format.vocabulary import Status


def write_notification(title: str, severity: str, impact: str, status: Status) -> str:
    """Exactly four lines, one message for each change of status."""
    return f"Incident: {title}\nSeverity: {severity}\nImpact: {impact}\nStatus: {status.notification}\n"
