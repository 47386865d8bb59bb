"""Write down how far an incident reaches: services, regions, users, and whether it spreads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from incident_docs.document.edit import Edit
from incident_docs.document.model import Document
from incident_docs.document.times import Moment
from incident_docs.edits.bullet_edits import set_bullet
from incident_docs.edits.frontmatter_fields import set_fields
from incident_docs.edits.frontmatter_values import FieldValue
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.format.fields import SPREAD
from incident_docs.format.sections import AFFECTED_USERS, CURRENT_STATUS, SERVICES
from incident_docs.format.wording import join_words
from incident_docs.reading.placeholders import is_placeholder


class Scope(NamedTuple):
    """What somebody has found out about how far an incident reaches; what is empty is not known anew."""

    services: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    users: str = ""
    spread: str = ""
    """One of the choices of the field."""

    @property
    def event(self) -> str:
        """Say it in a row of the timeline."""
        return f"Scope: {'; '.join(self._parts())}"

    def _parts(self) -> Iterator[str]:
        for name, values in (("services", self.services), ("regions", self.regions)):
            if values:
                yield f"{name} {join_words(values)}"
        if self.users:
            yield f"users {self.users}"
        if self.spread:
            yield self.spread


def record_scope(document: Document, scope: Scope, moment: Moment) -> tuple[Edit, ...]:
    """Write a scope into the frontmatter, the current status and the timeline.

    Services and regions that are named there already stay named.  Raises CannotEdit if a part has no place.
    """
    fields = _fields(document, scope)
    return (
        *set_fields(document, fields),
        *_bullets(document, scope, fields),
        *add_timeline_row(document, moment, scope.event),
    )


def _fields(document: Document, scope: Scope) -> Mapping[str, FieldValue]:
    fields: dict[str, FieldValue] = {}
    for key, values in (("services", scope.services), ("regions", scope.regions)):
        if values:
            fields[key] = list(_named(document, key, values))
    if scope.spread:
        fields[SPREAD] = scope.spread
    return fields


def _named(document: Document, key: str, more: Iterable[str]) -> tuple[str, ...]:
    """Those that are named already, but for placeholders, and more."""
    there = (text for text in document.texts(key) if not is_placeholder(text))
    return tuple(dict.fromkeys([*there, *more]))


def _bullets(document: Document, scope: Scope, fields: Mapping[str, FieldValue]) -> Iterator[Edit]:
    labels = document.format.section[CURRENT_STATUS.id].bullets
    if fields and SERVICES in labels:
        yield from set_bullet(document, CURRENT_STATUS.id, SERVICES, _services(document, scope))
    if scope.users and AFFECTED_USERS in labels:
        yield from set_bullet(document, CURRENT_STATUS.id, AFFECTED_USERS, scope.users)


def _services(document: Document, scope: Scope) -> str:
    """All that is affected now, in one line."""
    services, regions = (
        _named(document, key, values) for key, values in (("services", scope.services), ("regions", scope.regions))
    )
    where = f" in {join_words(regions)}" if regions else ""
    spread = scope.spread or document.text(SPREAD)
    return f"{join_words(services)} affected{where}{', ' if spread else ''}{spread}"
