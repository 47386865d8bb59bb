"""An incident that is named in `related` or in a link is there.

Why: "the same as last time" is worth a lot to the next responder, and a dead end costs them the minutes it was to save.

A link is meant for an incident if its last part looks like an id, as in `2026-01-12-checkout-errors.md`. Without other
incidents to compare with, nothing is reported.

Fix: the nearest id is written. That is unsafe: another incident may be meant.

Bad:

    ---
    related: [2026-01-12-search-outge]  <-- there is no incident 2026-01-12-search-outge; did you mean 2026-01-12-search-outage?
    ---

    #### What happened
    The pool ran empty, [as in January](2026-01-13-search.md).  <-- there is no incident 2026-01-13-search; did you mean 2026-01-12-search-outage?

Good:

    ---
    related: [2026-01-12-search-outage]
    ---

    #### What happened
    The pool ran empty, [as in January](2026-01-12-search-outage.md), or [by its id](2026-01-12-search-outage).
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote

from incident_docs.document.edit import Fix, replace_text
from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.document.link_addresses import linked_file, linked_incident
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import nearest_word
from incident_docs.rules import Traits

ID = "reference-unknown-incident"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(mentions: Mentions, known_files: KnownFiles) -> Iterator[Finding]:
    if not known_files.paths:
        return
    for id in mentions.related:
        if id.value not in known_files.paths:
            meant = _meant(id.value, known_files)
            fix = Fix((replace_text(id, meant),), is_safe=False) if meant else None
            yield Finding.at(id, ID, _message(id.value, meant), fix)
    for link in mentions.links:
        named = linked_incident(link.value)
        if (
            named is not None
            and named not in known_files.paths
            and _is_not_there(link.value, mentions.path, known_files)
        ):
            meant = _meant(named, known_files)
            fix = (
                Fix((replace_text(link, _address(link.value, meant, mentions.path, known_files)),), is_safe=False)
                if meant
                else None
            )
            yield Finding.at(link, ID, _message(named, meant), fix)


def _is_not_there(address: str, path: str, known_files: KnownFiles) -> bool:
    """Other files may have such a name too."""
    file = linked_file(address, path)
    return file is not None and not known_files.exists(file)


def _meant(id: str, known_files: KnownFiles) -> str | None:
    # Those of one month, of one title, or that hold what is written: to compare thousands takes too long.
    near = [each for each in known_files.paths if each[:7] == id[:7] or each[10:] == id[10:] or id in each]
    return nearest_word(id, near)


def _message(id: str, meant: str | None) -> str:
    advice = f"did you mean {meant}?" if meant else "name one that is there, or take it out"
    return f"there is no incident {id}; {advice}"


def _address(written: str, meant: str, path: str, known_files: KnownFiles) -> str:
    """Where a link leads that is meant for another incident: to its file, or to its bare id, as it was written."""
    file = re.split("[?#]", written, maxsplit=1)[0]
    if "/" in file or file.endswith(".md"):
        meant = quote(posixpath.relpath(known_files.paths[meant][0], posixpath.dirname(path) or "."))
    return f"{meant}{written[len(file) :]}"
