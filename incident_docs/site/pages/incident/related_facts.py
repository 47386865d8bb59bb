"""Incidents to what each one's page shows of the others: one value, so that a page is made anew only if that changes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from incident_docs.format.vocabulary import Severity
from incident_docs.insight.service_history import Neighbours, neighbours
from incident_docs.site.pages import dates
from incident_docs.site.pages.page import Incident

if TYPE_CHECKING:
    from incident_docs.insight.similar import Alike


class Other(NamedTuple):
    """Another incident, as far as it is shown."""

    id: str
    path: str
    """Of its page; empty if there is no such incident."""
    title: str = ""
    severity: Severity | None = None
    day: str = ""
    """When it started; empty if that is not known, as the next."""
    length: str = ""
    words: tuple[str, ...] = ()
    """What both have, of one that was found to be alike."""


class Around(NamedTuple):
    """The others that an incident's page shows."""

    named: tuple[Other, ...] = ()
    """By its authors."""
    naming: tuple[Other, ...] = ()
    """Those whose authors name this one, if its own do not name them."""
    alike: tuple[Other, ...] = ()
    """Those that nobody named."""
    service: str = ""
    """What the next two happened to as well."""
    earlier: Other | None = None
    later: Other | None = None


def around(incidents: Iterable[Incident], alike: Mapping[int, "tuple[Alike, ...]"]) -> dict[int, Around]:
    """By the identity of the incidents' documents; `alike` is what `similar` found."""
    # Not in the order of the files, which may come in another one tomorrow.
    ordered = sorted(incidents, key=lambda each: (each.document.id, each.path))
    others = {id(each.document): _other(each) for each in ordered}
    by_id = {each.document.id: others[id(each.document)] for each in ordered}
    naming = _naming(ordered, others)
    beside = neighbours(each.document for each in ordered)
    return {
        identity: _around(
            others[identity],
            [by_id.get(name, Other(name, "")) for name in dict.fromkeys(each.document.texts("related"))],
            naming.get(each.document.id, ()),
            [others[id(like.document)]._replace(words=like.words) for like in alike.get(identity, ())],
        )._replace(**_beside(beside.get(identity), others))
        for each in ordered
        for identity in (id(each.document),)
    }


def _around(here: Other, named: Iterable[Other], naming: Iterable[Other], alike: Iterable[Other]) -> Around:
    """Each other incident in one place only, the one that says most."""
    named = tuple(other for other in named if other.id != here.id)
    said = {here.path, *(other.path for other in named)}
    naming = tuple(other for other in naming if other.path not in said)
    said.update(other.path for other in naming)
    return Around(named, naming, tuple(other for other in alike if other.path not in said))


def _naming(incidents: Iterable[Incident], others: Mapping[int, Other]) -> dict[str, list[Other]]:
    """Those that name an id."""
    found: dict[str, list[Other]] = {}
    for incident in incidents:
        for name in dict.fromkeys(incident.document.texts("related")):
            found.setdefault(name, []).append(others[id(incident.document)])
    return found


def _beside(found: Neighbours | None, others: Mapping[int, Other]) -> dict[str, Any]:
    if found is None:
        return {}
    return {
        "service": found.service,
        "earlier": others[id(found.earlier)] if found.earlier else None,
        "later": others[id(found.later)] if found.later else None,
    }


def _other(incident: Incident) -> Other:
    document = incident.document
    started, resolved = document.times.get("started"), document.times.get("resolved")
    day = dates.short_day(started.at.astimezone(document.zone).date()) if started else ""
    length = dates.length(resolved, started) if started and resolved else ""
    return Other(document.id, incident.path, document.title or document.id, document.severity, day, length)
