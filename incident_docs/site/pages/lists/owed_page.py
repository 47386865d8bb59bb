"""Make the page of the postmortems that somebody still owes: what is oldest first, whole without scripts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.due import ago, lateness
from incident_docs.insight.postmortems import OwedPostmortem, owed_postmortems
from incident_docs.site.pages import urls
from incident_docs.site.pages.dates import full_day
from incident_docs.site.pages.marks import SeverityMark, severity_mark
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "What is owed"
_NOBODY = "nobody"


class OwedRow(NamedTuple):
    """What a row of the page says. Days are written as `2026-03-04`; what is not known is empty."""

    resolved: str
    ago: str
    """How long that was ago; the browser counts anew from its own day."""
    severity: SeverityMark | None
    title: str
    address: str
    services: str
    writing: str
    """How far the postmortem is."""
    due: str
    lateness: str
    is_late: bool
    owner: str


def page(incidents: Sequence[Incident], settings: Settings, today: date) -> Page:
    """Make the page as it stands on this day."""
    by_document = {incident.document: incident for incident in incidents}
    found = owed_postmortems(incident.document for incident in incidents)
    # A site without names does not say that there is none.
    nobody = "" if settings.publishing.is_public and settings.publishing.hides_owners else _NOBODY
    body = fill_page(
        "owed.html",
        settings.template_folders,
        title=_TITLE,
        today=full_day(today),
        rows=[_row(each, by_document, settings, today) for each in found],
        owners=_owners(found, nobody),
        severities=_severities(found),
        nobody=nobody,
    )
    # The incidents' own pages are what the site's search should find.
    return Page(settings.generated_path("owed"), _TITLE, body, hide=("navigation", "toc"), is_searched=False)


def _owners(found: Sequence[OwedPostmortem], nobody: str) -> list[tuple[str, str]]:
    owners = sorted({each.owner for each in found if each.owner}, key=str.casefold)
    others = [nobody] if nobody and any(not each.owner for each in found) else []
    return [(name, name) for name in (*owners, *others)]


def _severities(found: Sequence[OwedPostmortem]) -> list[tuple[str, str]]:
    if not found:
        return []
    known = {each.document.severity for each in found}
    ranked = found[0].document.format.severities
    return [(each.id, f"{each.id} {each.impact}") for each in ranked if each in known]


def _row(each: OwedPostmortem, incidents: Mapping[Document, Incident], settings: Settings, today: date) -> OwedRow:
    document = each.document
    resolved = each.resolved.at.astimezone(document.zone).date() if each.resolved else None
    days = (each.due - today).days if each.due else 0
    return OwedRow(
        resolved=resolved.isoformat() if resolved else "",
        ago=ago((today - resolved).days) if resolved else "",
        severity=severity_mark(document.severity, document.format) if document.severity else None,
        title=document.title or document.id,
        address=urls.url(settings.generated_path("owed"), incidents[document].path, settings.directory_urls),
        services=", ".join(document.texts("services")),
        writing=each.state,
        due=each.due.isoformat() if each.due else "",
        lateness=lateness(days) if each.due else "",
        is_late=days < 0,
        owner=each.owner,
    )
