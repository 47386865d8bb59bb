"""Put incidents into the order in which readers look for them."""

from collections.abc import Iterable

from incident_docs.site.pages.page import Incident


def newest_first(incidents: Iterable[Incident]) -> list[Incident]:
    """Order incidents by their start; those without one come last."""
    return sorted(incidents, key=_started, reverse=True)


def _started(incident: Incident) -> tuple[float, str]:
    started = incident.document.times.get("started")
    return (started.at.timestamp() if started else float("-inf"), incident.document.id)
