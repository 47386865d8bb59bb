"""Find what an incident's page shows of the others: one value, so that a page is made anew only if that value changes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Severity
from incident_docs.insight.service_history import Neighbours, find_neighbours
from incident_docs.site.pages import dates, urls
from incident_docs.site.pages.marks import SeverityMark, severity_mark
from incident_docs.site.pages.page import Incident, Settings

if TYPE_CHECKING:
    from incident_docs.insight.likeness import Alike


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
    """Those whose authors name this one, if its authors do not name them."""
    alike: tuple[Other, ...] = ()
    """Those that nobody named."""
    service: str = ""
    """What the next two happened to as well."""
    earlier: Other | None = None
    later: Other | None = None


class RelatedRow(NamedTuple):
    """A related incident in the list."""

    severity: SeverityMark | None
    title: str
    address: str
    """Empty if there is no such incident."""
    facts: str
    """When it was, how long it took, and why it is related."""


class NeighbourLink(NamedTuple):
    """An earlier or a later incident."""

    day: str
    title: str
    address: str


class SameService(NamedTuple):
    """What happened to the same service before and after."""

    name: str
    address: str
    """Of the list of all its incidents."""
    earlier: NeighbourLink | None
    later: NeighbourLink | None


def around(incidents: Iterable[Incident], alike: Mapping[Document, "tuple[Alike, ...]"]) -> dict[Document, Around]:
    """Find the others of each incident, by its document; `alike` is what `Likeness` found."""
    # Not in the order of the files, which may come in another one tomorrow.
    ordered = sorted(incidents, key=lambda each: (each.document.id, each.path))
    others = {each.document: _other(each) for each in ordered}
    by_id = {each.document.id: others[each.document] for each in ordered}
    naming = _naming(ordered, others)
    beside = find_neighbours(each.document for each in ordered)
    return {
        each.document: _around(
            others[each.document],
            [by_id.get(name, Other(name, "")) for name in dict.fromkeys(each.document.texts("related"))],
            naming.get(each.document.id, ()),
            [others[like.document]._replace(words=like.words) for like in alike.get(each.document, ())],
        )._replace(**_beside(beside.get(each.document), others))
        for each in ordered
    }


def _around(here: Other, named: Iterable[Other], naming: Iterable[Other], alike: Iterable[Other]) -> Around:
    """Put each other incident in one place only, the one that says most."""
    named = tuple(other for other in named if other.id != here.id)
    listed = {here.path, *(other.path for other in named)}
    naming = tuple(other for other in naming if other.path not in listed)
    listed.update(other.path for other in naming)
    return Around(named, naming, tuple(other for other in alike if other.path not in listed))


def _naming(incidents: Iterable[Incident], others: Mapping[Document, Other]) -> dict[str, list[Other]]:
    """Find, by id, the incidents that name it."""
    found: dict[str, list[Other]] = {}
    for incident in incidents:
        for name in dict.fromkeys(incident.document.texts("related")):
            found.setdefault(name, []).append(others[incident.document])
    return found


def _beside(found: Neighbours | None, others: Mapping[Document, Other]) -> dict[str, Any]:
    if found is None:
        return {}
    return {
        "service": found.service,
        "earlier": others[found.earlier] if found.earlier else None,
        "later": others[found.later] if found.later else None,
    }


def _other(incident: Incident) -> Other:
    document = incident.document
    started, resolved = document.times.get("started"), document.times.get("resolved")
    day = dates.short_day(started.at.astimezone(document.zone).date()) if started else ""
    length = dates.length(resolved, started) if started and resolved else ""
    return Other(document.id, incident.path, document.title or document.id, document.severity, day, length)


def list_related(incident: Incident, around: Around, settings: Settings) -> list[RelatedRow]:
    """List the related incidents; those that authors named come first."""
    listed = (
        *((other, "Named by the authors") for other in around.named),
        *((other, "Names this one") for other in around.naming),
        *((other, f"Alike: {', '.join(other.words)}") for other in around.alike),
    )
    format = incident.document.format
    return [
        RelatedRow(
            severity_mark(other.severity, format) if other.severity else None,
            other.title or other.id,
            urls.url(incident.path, other.path, settings.directory_urls),
            " · ".join(part for part in (other.day, other.length, reason) if part),
        )
        if other.path
        else RelatedRow(None, other.id, "", "")
        for other, reason in listed
    ]


def find_same_service(incident: Incident, around: Around, settings: Settings) -> SameService | None:
    """Say what leads to the neighbours; None if it is the only incident of all its services."""
    if not around.service:
        return None

    def link(other: Other | None) -> NeighbourLink | None:
        if other is None:
            return None
        return NeighbourLink(other.day, other.title, urls.url(incident.path, other.path, settings.directory_urls))

    index = urls.url(incident.path, settings.index_path, settings.directory_urls)
    address = f"{index}?service={quote(around.service, safe='')}"
    return SameService(around.service, address, link(around.earlier), link(around.later))
