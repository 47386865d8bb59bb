"""Links and images that lead to this repository lead to something: a file, a folder, a heading of this document.

Why: the runbook behind a broken link is missed by the person who needs it at three in the morning, not by the author.

Addresses are relative to the document's own file, as on GitHub. Links to other sites, those that begin with `/`, and those
that leave the project are not followed, and neither are headings of other files.

Bad:

    #### What happened
    The [runbook](../docs/conection-pools.md) was old.  <-- this leads to docs/conection-pools.md, which is not there
    The same was seen [in January](2026/2026-01-12-search-outage.md).  <-- this leads to postmortems/2026/2026-01-12-search-outage.md, which is not there; the incident is at 2026-01-12-search-outage.md
    The order of events is [above](#time-line).  <-- this document has no heading #time-line; did you mean #timeline?

Good:

    #### What happened
    The [runbook](../docs/connection-pools.md#restart) was old, see the [timeline](#timeline) and [January](2026-01-12-search-outage.md).
    ![connections by the minute](<../docs/open connections.png> "Open connections")
    In code `[it](is/no/link.md)`.
"""

import posixpath
import re
from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.document.link_addresses import heading_anchor, linked_file, linked_incident
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import ALIKE, nearest_word
from incident_docs.rules import Traits

ID = "reference-broken-link"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)

# The rows of the site's tables have names, and every page has a top.
_OF_SITE = re.compile(r"(?:action|entry)-\d+|actions|top")


def check(mentions: Mentions, known_files: KnownFiles) -> Iterator[Finding]:
    for link in mentions.links:
        message = (
            _inside(link.value, mentions) if link.value.startswith("#") else _beside(link.value, mentions, known_files)
        )
        if message is not None:
            yield Finding.at(link, ID, message)


def _inside(address: str, mentions: Mentions) -> str | None:
    name = heading_anchor(address[1:])
    if not name or name in mentions.anchors or _OF_SITE.fullmatch(name):
        return None
    meant = nearest_word(name, mentions.anchors, ALIKE)
    return f"this document has no heading {address}" + (f"; did you mean #{meant}?" if meant else "")


def _beside(address: str, mentions: Mentions, known_files: KnownFiles) -> str | None:
    file = linked_file(address, mentions.path)
    if file is None or known_files.exists(file):
        return None
    id = linked_incident(address)
    places = known_files.paths.get(id, ()) if id else ()
    if id and (not places or not file.endswith(".md")):
        # An unknown incident is another's matter, and the site follows a mere id.
        return None
    message = f"this leads to {file}, which is not there"
    if not places:
        return message
    return f"{message}; the incident is at {posixpath.relpath(places[0], posixpath.dirname(mentions.path) or '.')}"
