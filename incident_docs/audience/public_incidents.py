"""Decide what a public site has of all incidents, and which text must not appear there."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote

from incident_docs.audience import hidden_people
from incident_docs.audience.leaks import ForbiddenText, forbidden_texts
from incident_docs.audience.redaction import LeftOut, is_confidential_incident, redact_incident
from incident_docs.format.definition import Format
from incident_docs.format.publishing import Publishing

_ADDRESS = re.compile(
    r"\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+))"
    r"|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)"
    r"|\b(?:src|href)=[\"']([^\"'\n]+)",
    re.MULTILINE,
)


class PublicIncidents(NamedTuple):
    """What the site has of the incidents. All is by their paths."""

    texts: Mapping[str, str]
    """Of those that are published."""
    confidential: frozenset[str]
    """Those that are not."""
    removed: Mapping[str, str]
    """What was left out of each, as text."""
    forbidden_texts: tuple[ForbiddenText, ...]


def redact_incidents(texts: Mapping[str, str], publishing: Publishing, format: Format) -> PublicIncidents:
    """Take out of incidents' texts what is confidential.

    Raises IncidentDocsError, with file and place, where it is not clear what that is.
    """
    fields = publishing.internal_fields
    confidential = frozenset(
        path for path, text in texts.items() if is_confidential_incident(text, path, fields, format)
    )
    handles: dict[str, str] = {}
    for path, text in texts.items() if publishing.hides_owners else ():
        for handle in hidden_people.people_handles(text, format):
            handles.setdefault(handle, path)
    ids = {PurePosixPath(path).stem for path in confidential}
    left_out = LeftOut(fields, publishing.hides_owners, frozenset(handles), frozenset(ids))
    found = {path: redact_incident(text, path, left_out, format) for path, text in texts.items()}
    shown = {path: each.text for path, each in found.items() if each.text is not None}
    removed = {path: "\n".join(piece.text.value for piece in each.removed) for path, each in found.items()}
    looked_for = forbidden_texts({path: each.removed for path, each in found.items()}, handles.items(), shown, format)
    return PublicIncidents(shown, confidential, removed, looked_for)


def withheld_media(files: Iterable[str], found: PublicIncidents, others: Mapping[str, str]) -> frozenset[str]:
    """Find the files of a site that only confidential text shows or leads to: these are left out as well.

    `others` are the texts of the pages that are no incidents. A file that no text names is not withheld, unless it stands in a
    folder that has the name of a confidential incident.
    """
    ids = {PurePosixPath(path).stem for path in found.confidential}
    removed = "\n".join(found.removed.values())
    candidates = {
        path
        for path in files
        if not path.endswith(".md") and (_names(removed, path) or not ids.isdisjoint(PurePosixPath(path).parts[:-1]))
    }
    if not candidates:
        return frozenset()
    shown = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        for path, text in (*found.texts.items(), *others.items())
        for target in _targets(text)
    }
    return frozenset(candidates - shown)


def _names(text: str, path: str) -> bool:
    """Tell whether a text names the file, in whichever way: better a file too few than one too many."""
    name = posixpath.basename(path)
    return name in text or quote(name) in text


def _targets(text: str) -> Iterable[str]:
    for groups in _ADDRESS.findall(text):
        address = next(filter(None, groups))
        yield unquote(re.split(r"[?#]", address, maxsplit=1)[0])
