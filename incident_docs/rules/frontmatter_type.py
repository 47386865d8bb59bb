"""The values of the frontmatter are of the type and from the table that the format gives them.

Why: a start without an offset is another instant to every reader abroad. A severity that is in no table, or a list that
is one text, is left out of every list and every count, and nobody notices.

Times are RFC 3339 with an offset, `~` before one that is known only roughly. In a document with `sources`, `detected`,
`mitigated` and `resolved` may be `not published`.

Bad:

    ---
    severity: sev1  <-- there is no severity sev1; did you mean P1?
    detected: 2026-03-04 09:56  <-- detected 2026-03-04 09:56 has no offset; write 2026-03-04T09:56:00Z
    mitigated: not published  <-- mitigated is not published, which is for documents with sources; write the time, or remove it
    services: checkout  <-- services is checkout; write a list: services: [checkout]
    timezone: Europe/Berln  <-- there is no time zone Europe/Berln; did you mean Europe/Berlin?
    strategy: [roll-back]  <-- there is no strategy roll-back; did you mean rollback?
    postmortem: {status: not required}  <-- not required needs a reason; write {status: not required, reason: ...}
    commander:  <-- commander is empty; write it as in commander: Ana, or remove it
    ---

Good:

    ---
    severity: P1
    detected: ~2026-03-04T10:56:00+01:00
    mitigated: not published
    timezone: Europe/Berlin
    strategy: [rollback, feature-flag]
    sources:
      - https://status.example.net/incidents/7
      - title: What happened on 4 March
        url: https://blog.example.net/4-march
    postmortem: {status: in review, owner: ana, due: 2026-03-11}
    ---
"""

from collections.abc import Iterator

from incident_docs.document import keys
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.values import faults
from incident_docs.format.samples import sample
from incident_docs.format.vocabulary import Stage

ID = "frontmatter-type"
LEVEL = Level.ERROR
SINCE = Stage.ACTIVE


def check(document: Document) -> Iterator[Finding]:
    for key, value in document.frontmatter.values.items():
        field = document.format.field.get(key)
        if field is None:
            continue
        if not keys.is_empty(value):
            for part, message in faults(field, value, document):
                yield Finding(part.line, ID, message, part.column, part.end_column)
        elif not keys.is_demanded(field, document):
            message = f"{key} is empty; write it as in {sample(field, document.format)}, or remove it"
            yield Finding.at(document.frontmatter.keys[key], ID, message)
