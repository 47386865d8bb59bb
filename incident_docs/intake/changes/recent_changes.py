"""List what changed from shortly before an incident to its end, the latest first: in repositories, and by events."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.edits.cell_text import plain_cell
from incident_docs.errors import IncidentDocsError
from incident_docs.format.change_sources import ChangeSources
from incident_docs.intake.changes.change import Change, ChangeKind
from incident_docs.intake.changes.change_events import ChangeEvent, read_change_events
from incident_docs.intake.changes.touched_services import touched_services
from incident_docs.reading.blank_out import blank_out
from incident_docs.reading.clean_addresses import clean_addresses
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project
from incident_docs.workspace.recent_history import Commit, RecentHistory, recent_history

BEFORE = timedelta(hours=2)
"""So long before the start changes are looked for."""
_SHOWN = 10
"""Characters of a commit's id."""
_REFERENCE = "refs/"


class RecentChanges(NamedTuple):
    """What changed, and what is not known of it."""

    since: datetime
    until: datetime
    changes: tuple[Change, ...]
    """The latest first."""
    gaps: tuple[str, ...]
    """Each a sentence that says where."""
    sources: int
    """How many repositories and files could be read."""


def recent_changes(document: Document, project: Project, now: datetime, events: str | None = None) -> RecentChanges:
    """List what changed from two hours before the start of an incident to its end, or until now.

    `events` is the text of a file of change events. What cannot be read is a gap. Raises IncidentDocsError if nobody
    knows when the incident started.
    """
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started is None:
        raise IncidentDocsError(f"{document.id}: the frontmatter has no time for started, so nobody knows when to look")
    since, until = started.at - BEFORE, resolved.at if resolved else now
    found: list[Change] = []
    gaps: list[str] = []
    histories: list[RecentHistory] = []
    for name in project.changing.repositories:
        try:
            history = recent_history(project.root / name, since, until, _beginnings(project.changing))
        except IncidentDocsError as error:
            gaps.append(f"{name}: {error}")
            continue
        if history.root not in [each.root for each in histories]:
            histories.append(history)
            gaps += [f"{name}: {gap}" for gap in history.gaps]
    for history in histories:
        found += _of_repository(history, document, project)
    sources = len(histories)
    if events is not None:
        read = read_change_events(events)
        gaps += [f"events: {fault}" for fault in read.faults]
        sources += bool(read.events)
        found += [_of_event(event, document) for event in read.events if since <= event.at <= until]
    changes = sorted(found, key=lambda change: change.at, reverse=True)
    return RecentChanges(since, until, tuple(_cleaned(changes)), tuple(map(plain_cell, gaps)), sources)


def _beginnings(sources: ChangeSources) -> list[str]:
    """What the names of references begin with that are not tags: git matches whole folders of them."""
    return [each.split("*")[0].rpartition("/")[0] for each in sources.deploys if each.startswith(_REFERENCE)]


def _of_repository(history: RecentHistory, document: Document, project: Project) -> Iterator[Change]:
    services, repository = document.texts("services"), history.root.name
    incidents = f"{shown_path(project.folder, history.root)}/"
    touched = {}
    for commit in history.commits:
        names = commit.names or ()
        everywhere = (*names, *(f"{repository}/{name}" for name in names))
        touched[commit.id] = tuple(touched_services(everywhere, services, project.changing))
        # What is written about an incident did not cause it.
        if not names or not all(name.startswith(incidents) for name in names):
            yield _of_commit(commit, repository, touched[commit.id])
    for tag in history.tags:
        is_deploy = any(fnmatchcase(tag.name, pattern) for pattern in project.changing.deploys)
        if is_deploy or not tag.name.startswith(_REFERENCE):
            kind = ChangeKind.DEPLOY if is_deploy else ChangeKind.TAG
            name = tag.name.removeprefix(_REFERENCE)
            touches = touched.get(tag.commit, ())
            yield Change(kind, tag.at, name, tag.subject, "", repository, tag.commit, touches)


def _of_commit(commit: Commit, repository: str, touches: tuple[str, ...]) -> Change:
    kind = ChangeKind.MERGE if commit.parents > 1 else ChangeKind.COMMIT
    name = commit.id[:_SHOWN]
    return Change(kind, commit.at, name, commit.subject, commit.author, repository, commit.id, touches)


def _of_event(event: ChangeEvent, document: Document) -> Change:
    named = {name.casefold() for name in (event.source, *event.services)}
    touches = tuple(service for service in document.texts("services") if service.casefold() in named)
    return Change(ChangeKind.EVENT, event.at, "", event.summary, event.source, touches=touches, link=event.link)


def _cleaned(changes: Iterable[Change]) -> Iterator[Change]:
    """Without secrets and what belongs to a person, and each text on one line: anybody can have written it."""
    found = list(changes)
    texts = [_one_line(text) for change in found for text in (change.name, change.summary, change.by)]
    # All at once, as a search takes a while to begin.
    clean = iter(blank_out(clean_addresses("\n".join(texts))).text.split("\n"))
    for change in found:
        yield change._replace(name=next(clean), summary=next(clean), by=next(clean))


def _one_line(text: str) -> str:
    return " ".join(plain_cell(text).split())
