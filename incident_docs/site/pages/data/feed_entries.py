"""Say what is new in the feeds: the incidents that began, and what was written of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote

from incident_docs.document.model import Document
from incident_docs.insight.postmortems import POSTMORTEM_STATES, postmortem_state
from incident_docs.insight.record_parts import plain_or_none
from incident_docs.site.pages import dates, urls
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.page import Incident, Settings

MOST = 50
"""A feed says what is new; `incidents.json` has all there is."""
_WRITTEN, _COMPLETE = POSTMORTEM_STATES[-3:-1]


class FeedKind(NamedTuple):
    """What a feed is about."""

    name: str
    """Of its files, without their ends."""
    title: str
    description: str


class FeedEntry(NamedTuple):
    """An incident in a feed."""

    id: str
    """Stays what it is when the incident's title, text or folder changes."""
    url: str
    title: str
    lines: tuple[str, ...]
    """What the feed says of it, in plain words; one at least."""
    at: datetime | None
    """In UTC; None if nobody wrote when it was."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]


class Feed(NamedTuple):
    """A feed."""

    kind: FeedKind
    entries: Sequence[FeedEntry]
    """The newest first."""


INCIDENTS = FeedKind("feed", "Incidents", "Incidents, by when they began.")
POSTMORTEMS = FeedKind("postmortems", "Postmortems", "Postmortems that are written, by when their incidents ended.")
KINDS = (INCIDENTS, POSTMORTEMS)


def recent_feeds(incidents: Sequence[Incident], settings: Settings) -> Iterator[Feed]:
    """Make a feed of each kind; `settings` say where the site is served."""
    shared = Counter(incident.document.id for incident in incidents)

    def entry(incident: Incident, at: datetime | None, part: str) -> FeedEntry:
        document = incident.document
        # As with action items, a file's path stands for an id that two have.
        name = document.id if shared[document.id] == 1 else incident.path
        return _entry(incident, f"{settings.address}#{quote(name, safe='')}{part}", at, settings)

    begun = newest_first(incidents)[:MOST]
    written = sorted((each for each in incidents if _is_written(each.document)), key=_by_end, reverse=True)[:MOST]
    yield Feed(INCIDENTS, [entry(each, _at(each.document, "started"), "") for each in begun])
    # Whoever reads both feeds in one list reads of the incident, and then of its postmortem.
    yield Feed(POSTMORTEMS, [entry(each, _ended(each.document), ":postmortem") for each in written])


def _is_written(document: Document) -> bool:
    return postmortem_state(document) in (_WRITTEN, _COMPLETE)


def _by_end(incident: Incident) -> tuple[float, str]:
    at = _ended(incident.document)
    return (at.timestamp() if at else float("-inf"), incident.document.id)


def _ended(document: Document) -> datetime | None:
    return _at(document, "resolved") or _at(document, "started")


def _at(document: Document, key: str) -> datetime | None:
    moment = document.times.get(key)
    return moment.at.astimezone(UTC) if moment else None


def _entry(incident: Incident, id: str, at: datetime | None, settings: Settings) -> FeedEntry:
    document = incident.document
    title = " ".join(document.title.split()) or document.id
    return FeedEntry(
        id,
        settings.address + urls.url("index.md", incident.path, settings.directory_urls).removeprefix("./"),
        f"{document.severity.id}: {title}" if document.severity else title,
        tuple(_lines(document)) or (title,),
        at,
        (*document.texts("services"), *document.texts("tags")),
        tuple(name for name in document.texts("authors") if not document.is_unpublished(name)),
    )


def _lines(document: Document) -> Iterator[str]:
    """Say what is known of an incident in the words that the format has for it."""
    labels = document.format.labels
    if impact := plain_or_none(document.impact, document):
        yield f"{labels.impact}: {impact}"
    if document.status:
        yield f"{labels.status}: {document.status.label}"
    if document.severity:
        yield f"{labels.severity}: {document.severity.id} ({document.severity.impact})"
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started and resolved and (length := dates.length(resolved, started)):
        yield f"{labels.duration}: {length}"
