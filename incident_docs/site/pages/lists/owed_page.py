"""Incidents to the page of the postmortems that somebody still owes: what is oldest first, whole without scripts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from incident_docs.insight.due import ago, lateness
from incident_docs.insight.owed import Owed, owed
from incident_docs.site.pages import marks, urls
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.incident.table_parts import cell
from incident_docs.site.pages.lists.empty_page import empty
from incident_docs.site.pages.page import Incident, Page, Settings

_TITLE = "What is owed"
_NOBODY = "nobody"
_COLUMNS = (
    ("Resolved", "resolved"),
    ("Severity", "severity"),
    ("Incident", "title"),
    ("Postmortem", "postmortem"),
    ("Owner", "owner"),
)


def page(incidents: Sequence[Incident], settings: Settings, today: date) -> Page:
    """All postmortems that are owed, as they stand on this day."""
    by_document = {id(incident.document): incident for incident in incidents}
    found = owed(incident.document for incident in incidents)
    return Page(
        settings.own("owed"),
        _TITLE,
        heading(1, _TITLE) + block(_content(found, by_document, settings, today)),
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
    )


def _content(found: Sequence[Owed], incidents: Mapping[int, Incident], settings: Settings, today: date) -> str:
    if not found:
        return empty("No postmortem is owed: every incident that is over has one, or needs none.")
    number = "1 postmortem" if len(found) == 1 else f"{len(found)} postmortems"
    # A site without names does not say that there is none.
    nobody = "" if settings.publishing.is_public and settings.publishing.hides_owners else _NOBODY
    rows = "".join(_row(each, incidents[id(each.document)], settings, today, nobody) for each in found)
    heads = "".join(
        element("th", label, scope="col", role="columnheader", class_=f"idoc-{key}") for label, key in _COLUMNS
    )
    html = (
        f'<p class="idoc-as-of">As of {today.day} {today:%B %Y}, when this page was built.</p>'
        f'<div class="idoc-selects" hidden>{_selects(found, nobody)}</div>'
        f'<p class="idoc-found" role="status" tabindex="-1"><b>{number}</b> owed, oldest first</p>'
        f'<table class="idoc-table idoc-rows" role="table" aria-label="{_TITLE}">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )
    return element("div", html, class_="idoc-owed")


def _selects(found: Sequence[Owed], nobody: str) -> str:
    owners = sorted({each.owner for each in found if each.owner}, key=str.casefold)
    others = [nobody] if nobody and any(not each.owner for each in found) else []
    ranks = {each.document.severity for each in found}
    severities = [severity for severity in found[0].document.format.severities if severity in ranks]
    return _select("owner", "Owner", "Everyone", ((name, name) for name in (*owners, *others))) + _select(
        "severity", "Severity", "Any severity", ((each.id, f"{each.id} {each.impact}") for each in severities)
    )


def _select(key: str, label: str, everything: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(element("option", escape(text), value=value) for value, text in (("", everything), *options))
    return element("label", f"{label} {element('select', listed, name=key, autocomplete='off')}")


def _row(each: Owed, incident: Incident, settings: Settings, today: date, nobody: str) -> str:
    document = each.document
    severity = document.severity and marks.severity(document.severity, document.format, brief=True)
    address = urls.url(settings.own("owed"), incident.path, settings.directory_urls)
    services = element("span", escape(", ".join(document.texts("services"))), class_="idoc-under")
    html = (
        cell(_resolved(each, today), "idoc-resolved")
        + cell(severity or _quiet("not recorded"), "idoc-severity")
        + cell(element("a", escape(document.title or document.id), href=address) + services, "idoc-title")
        + cell(_writing(each, today), "idoc-postmortem", "Postmortem")
        + cell(escape(each.owner) or _quiet(nobody), "idoc-owner", "Owner")
    )
    return element(
        "tr",
        html,
        role="row",
        data_owner=each.owner or nobody,
        data_severity=document.severity.id if document.severity else "",
    )


def _resolved(each: Owed, today: date) -> str:
    """The day, and how long ago it was; the browser counts anew from its own day."""
    if each.resolved is None:
        return _quiet("not recorded")
    day = each.resolved.at.astimezone(each.document.zone).date()
    return f"<time>{day.isoformat()}</time> " + element("span", ago((today - day).days), class_="idoc-ago")


def _writing(each: Owed, today: date) -> str:
    if each.due is None:
        return each.writing
    days = (each.due - today).days
    late = " idoc-bad" if days < 0 else ""
    words = element("span", lateness(days), class_=f"idoc-late{late}", data_due=each.due.isoformat())
    return f"{each.writing}, due <time>{each.due.isoformat()}</time> {words}"


def _quiet(text: str) -> str:
    return element("span", text, class_="idoc-secondary")
