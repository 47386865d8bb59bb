"""A part that is marked as internal begins and ends, and nothing public leads into it.

Why: what stands between `<!-- internal -->` and `<!-- /internal -->` is taken out before others read the document. A mark that
is missing or doubled decides wrongly what they read, and a link into the part tells them that there is one.

Marks in code are none.

Bad:

    #### What happened
    The account of one customer was restored by hand.
    <!-- internal -->  <-- this internal part never ends; close it with <!-- /internal -->
    It was the account of our largest customer.

Bad, within each other:

    #### What happened
    <!-- internal -->
    It was the account of our largest customer.
    <!-- internal -->  <-- an internal part is open already; close it before this one begins
    They have left since.
    <!-- /internal -->
    The account was restored.
    <!-- /internal -->  <-- there is no internal part to close here; open it with <!-- internal -->

Bad, a link into it:

    #### What happened
    The account of one customer was restored, [see below](#whose-account).  <-- this leads into an internal part; take the link out, or put it in an internal part too
    <!-- internal -->
    ##### Whose account
    It was that of our largest customer.
    <!-- /internal -->

Good:

    #### What happened
    The account of one customer was restored by hand.
    <!-- internal -->
    It was that of our largest customer, [see below](#whose-account).
    ##### Whose account
    `<!-- internal -->` marks this part.
    <!-- /internal -->
"""

from collections.abc import Iterator

from incident_docs.audience.audience_marks import ConfidentialPart, find_marked_parts, may_have_marks
from incident_docs.document.finding import Finding, Level
from incident_docs.document.link_addresses import heading_anchor
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.references import anchors_in, relative_links
from incident_docs.rules import Traits

ID = "internal-leak"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    if not may_have_marks(document.content):
        return
    found = find_marked_parts(document)
    for mark, message in found.faults:
        yield Finding.at(mark, ID, message)
    yield from _links_into(found.parts, document)


def _links_into(parts: tuple[ConfidentialPart, ...], document: Document) -> Iterator[Finding]:
    anchors = anchors_in(document) if parts else ()
    names = {name.value for name in anchors if any(part.contains(name) for part in parts)}
    for link in relative_links(document) if names else ():
        leads_inside = link.value.startswith("#") and heading_anchor(link.value[1:]) in names
        if leads_inside and not any(part.contains(link) for part in parts):
            message = "this leads into an internal part; take the link out, or put it in an internal part too"
            yield Finding.at(link, ID, message)
