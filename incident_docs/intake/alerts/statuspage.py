"""Read what status pages send to subscribers: Atlassian Statuspage, and Better Stack's pages, which are like it."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import Payload, first_text, links_of, object_in, objects, prefixed, texts_in

_OVER = ("resolved", "postmortem", "completed")
_WELL = ("operational", "none")
_PLANNED = ("scheduled", "in_progress", "verifying")


def is_statuspages(payload: Payload) -> bool:
    """Tell whether it is one."""
    page = object_in(payload, "page")
    return bool({"status_indicator", "status_description"} & page.keys()) or (
        "page" in payload and ("incident" in payload or "component" in payload)
    )


def read_statuspage(payload: Payload) -> Iterator[Alert]:
    """Read its incident, or the change of a component."""
    name = "Better Stack" if "unsubscribe" in object_in(payload, "meta") and "event_type" in payload else "Statuspage"
    if "incident" in payload:
        yield _incident(payload, name)
    elif "maintenance" in payload:
        yield Alert(
            name, Kind.OTHER, first_text(payload, "maintenance.name", "maintenance.title"), what="a planned maintenance"
        )
    else:
        yield _component(payload, name)


def _incident(payload: Payload, name: str) -> Alert:
    incident = object_in(payload, "incident")
    status = first_text(incident, "status").casefold()
    updates = [first_text(each, "body") for each in objects(incident.get("incident_updates"))]
    # Better Stack tells no status of the incident, only that of all.
    is_well = not status and first_text(payload, "page.status_indicator") in _WELL
    is_over = is_well or status in _OVER or read_instant(incident.get("resolved_at")) is not None
    is_planned = status in _PLANNED
    return Alert(
        name,
        Kind.OTHER if is_planned else Kind.RECOVERY if is_over else Kind.FIRING,
        first_text(incident, "name", "title"),
        "\n".join(text for text in updates if text),
        first_text(incident, "impact_override", "impact") or first_text(payload, "page.status_indicator"),
        read_instant(incident.get("started_at")) or read_instant(incident.get("created_at")),
        read_instant(incident.get("resolved_at")),
        tuple(texts_in(incident.get("components"))) if incident.get("components") else (),
        links_of(incident, ("shortlink", "status page")),
        prefixed("statuspage", first_text(incident, "id")),
        what="a planned maintenance" if is_planned else "",
    )


def _component(payload: Payload, name: str) -> Alert:
    component, change = object_in(payload, "component"), object_in(payload, "component_update")
    state = first_text(change, "new_status") or first_text(component, "status")
    words = state.replace("_", " ")
    return Alert(
        name,
        Kind.OTHER if state == "under_maintenance" else Kind.RECOVERY if state.casefold() in _WELL else Kind.FIRING,
        f"{first_text(component, 'name')}: {words}" if words else first_text(component, "name"),
        first_text(payload, "page.status_description"),
        state,
        read_instant(change.get("created_at")) or read_instant(component.get("created_at")),
        services=tuple(texts_in(component.get("name"))),
        fingerprints=prefixed("statuspage", first_text(component, "id") or first_text(change, "component_id")),
        what="a planned maintenance",
    )
