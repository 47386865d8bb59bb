"""Tell how far postmortems are, who writes them, and which of them somebody still owes.

A team says so in `postmortem`; where it does not, the document is judged by what stands in it. Whoever reconstructed an
incident from a published report owes nothing, and neither does a team that decided against a postmortem.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from incident_docs.document.commonmark import visible_text
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document, Section
from incident_docs.document.times import Moment, read_iso_date
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import NOT_REQUIRED, POSTMORTEM_STATUSES
from incident_docs.reading.unwritten import is_unwritten, says_nothing

MISSING = "missing"
_DRAFT, _IN_REVIEW, _COMPLETE, _ = POSTMORTEM_STATUSES
_WRITTEN = "written"
POSTMORTEM_STATES = (MISSING, _DRAFT, _IN_REVIEW, _WRITTEN, _COMPLETE, NOT_REQUIRED)
"""How far a postmortem can be, the least first: what a team says, or what is found in the document."""
_OWING = (MISSING, _DRAFT, _IN_REVIEW)


class OwedPostmortem(NamedTuple):
    """A postmortem that somebody owes."""

    document: Document
    state: str
    owner: str
    """Who is to write it, or who led the response; empty if nobody is named."""
    resolved: Moment | None
    due: date | None
    """When it was promised."""


def postmortem_state(document: Document) -> str | None:
    """Tell how far the postmortem is: one of `POSTMORTEM_STATES`; None before it is due, and where a published report is silent."""
    status = postmortem_fields(document).get("status")
    if status is not None and isinstance(status.data, str) and status.data in POSTMORTEM_STATUSES:
        return status.data
    if not document.is_resolved:
        return None
    if any(_tells(section, document) for section in document.sections):
        return _WRITTEN
    return None if document.is_reconstructed else MISSING


def owes_postmortem(document: Document) -> bool:
    """Tell whether the incident is over, and its postmortem is not."""
    return document.is_resolved and not document.is_reconstructed and postmortem_state(document) in _OWING


def owed_postmortems(documents: Iterable[Document]) -> list[OwedPostmortem]:
    """Find all that is owed, in the order in which incidents were resolved; those that do not say when come last."""
    found = [_owed(document) for document in documents if owes_postmortem(document)]
    return sorted(found, key=lambda each: each.resolved.at.timestamp() if each.resolved else float("inf"))


def _owed(document: Document) -> OwedPostmortem:
    due = postmortem_fields(document).get("due")
    return OwedPostmortem(
        document,
        postmortem_state(document) or MISSING,
        postmortem_owner(document) or commander_name(document),
        document.times.get("resolved"),
        read_iso_date(due.data) if due is not None and isinstance(due.data, str) else None,
    )


def _tells(section: Section, document: Document) -> bool:
    """Tell whether somebody wrote a part of the story. Action items can be promised before there is one."""
    half = section.known.half if section.known else section.half
    is_table = section.known is not None and bool(section.known.columns)
    return half is Half.POSTMORTEM and not is_table and not says_nothing(section, document)


def postmortem_fields(document: Document) -> dict[str, Value]:
    """Give what the frontmatter says of the postmortem, by key: its status, owner, date and reason."""
    value = document.value("postmortem")
    return value.data if value is not None and isinstance(value.data, dict) else {}


def postmortem_owner(document: Document) -> str:
    """Tell who writes the postmortem, as the frontmatter says; empty if it does not."""
    owner = postmortem_fields(document).get("owner")
    return _name(owner.data, document) if owner is not None and isinstance(owner.data, str) else ""


def commander_name(document: Document) -> str:
    """Tell who led the response; empty if nobody is named."""
    return _name(document.text("commander"), document)


def _name(text: str, document: Document) -> str:
    return "" if is_unwritten(text, document) or document.is_unpublished(text) else visible_text(text)
