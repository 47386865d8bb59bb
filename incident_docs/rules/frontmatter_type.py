"""The values of the frontmatter are of the type and from the table that the format gives them.

Why: a start without an offset is another instant to every reader abroad. A severity that is in no table, or a list that
is one text, is left out of every list and every count, and nobody notices.

Times are RFC 3339 with an offset, `~` before one that is known only roughly. In a document with `sources`, `detected`,
`mitigated` and `resolved` may be `not published`.

Fix: safe where what is meant is certain: a word in another case or a number of a severity, quotes or brackets that are
due, a time or a date in another form. A word that is like one of the format, a list of what stands between commas, and the
time zone's offset for a time without one are guesses: unsafe. A severity that is written wrongly in the body too is
written there as well.

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

from incident_docs.document.edit import Edit, Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.frontmatter_values import write_source
from incident_docs.edits.header_edits import set_header_value
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.fields import FieldKind
from incident_docs.format.samples import sample_field
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.as_written import FieldFault, value_as_written
from incident_docs.reading.field_checks import field_faults
from incident_docs.reading.frontmatter_keys import is_demanded_field, is_empty_value
from incident_docs.rules import Traits

ID = "frontmatter-type"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    for key, value in document.frontmatter.values.items():
        field = document.format.field.get(key)
        if field is None:
            continue
        if not is_empty_value(value):
            for fault in field_faults(field, value, document):
                line, column, end_column = fault.value.place
                fix = _fix(fault, field.kind, document)
                yield Finding(line, ID, fault.message, column, end_column, fix=fix)
        elif not is_demanded_field(field, document):
            message = f"{key} is empty; write it as in {sample_field(field, document.format)}, or remove it"
            yield Finding.at(document.frontmatter.keys[key], ID, message)


def _fix(fault: FieldFault, kind: FieldKind, document: Document) -> Fix | None:
    return try_fix(lambda: _edits(fault, kind, document), is_safe=fault.is_safe) if fault.right else None


def _edits(fault: FieldFault, kind: FieldKind, document: Document) -> Iterator[Edit]:
    yield from write_source(document, fault.value, fault.right)
    heading = document.header.severity if kind is FieldKind.SEVERITY else None
    # The same slip in the body, which would otherwise contradict the frontmatter once that is right.
    if heading and heading.value.value.casefold() == value_as_written(fault.value, document).casefold():
        yield from set_header_value(heading.value, fault.right.strip("'\""), document)
