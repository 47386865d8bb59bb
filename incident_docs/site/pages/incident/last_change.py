"""Say who changed an incident's document last, and where to see and to change it.

Known are the addresses of GitHub and GitLab, wherever an organisation runs them.
"""

import re
from datetime import date
from typing import NamedTuple

from incident_docs.site.pages.dates import Stamp, short_day
from incident_docs.site.pages.page import Incident

# GitHub's files lie in `owner/repository`, GitLab's in groups as deep as one likes.
_GITHUB = re.compile(r"(https?://[^/?#]*github[^/?#]*/[^/?#]+/[^/?#]+)/edit/([^?#]+)", re.IGNORECASE)
_GITLAB = re.compile(r"(https?://[^/?#]+/[^?#]+?/-)/edit/([^?#]+)", re.IGNORECASE)
_OLD_GITLAB = re.compile(r"(https?://[^/?#]*gitlab[^/?#]*(?:/[^/?#]+){2,}?)/edit/([^?#]+)", re.IGNORECASE)


class ForgeAddresses(NamedTuple):
    """Where a file can be seen."""

    source: str
    """As it was written."""
    history: str


class LastChange(NamedTuple):
    """The last line of a page."""

    by: str
    """Who changed the document; empty if that is not known, as the rest."""
    on: Stamp | None
    changes: int
    first_on: Stamp | None
    links: list[tuple[str, str]]
    """Words and addresses."""


def find_last_change(incident: Incident) -> LastChange | None:
    """Say what is known; None if that is no more than how to change the document, which the top of the page says."""
    forge = forge_addresses(incident.edit_url)
    links = [("History", forge.history), ("Source", forge.source)] if forge else []
    if incident.edit_url and (links or incident.history):
        links.append(("Edit this page", incident.edit_url))
    if incident.history is None:
        return LastChange("", None, 0, None, links) if links else None
    history = incident.history
    return LastChange(history.changed_by, _day(history.changed_on), history.changes, _day(history.first_on), links)


def _day(day: date) -> Stamp:
    return Stamp(short_day(day), day.isoformat())


def forge_addresses(edit_url: str) -> ForgeAddresses | None:
    """Tell from the address at which a file can be changed where it can be read; None for an unknown forge."""
    for pattern, between in ((_GITLAB, ""), (_GITHUB, ""), (_OLD_GITLAB, "/-")):
        match = pattern.fullmatch(edit_url)
        if match:
            place, file = match[1] + between, match[2]
            # A forge shows Markdown as a page unless it is asked not to.
            return ForgeAddresses(f"{place}/blob/{file}?plain=1", f"{place}/commits/{file}")
    return None
