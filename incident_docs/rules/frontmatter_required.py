"""The keys that the status of an incident demands are there, and not empty.

Why: an incident without a severity is in no report, one without a start has no duration, and one without services is
found by none of the teams that it affected.

Every incident has a title, a severity, a status, a start and services; a resolved one also says when it was resolved.

Bad:

    ---  <-- severity is missing; every incident must have it, as in severity: P1
    title: Checkout returned errors for one customer in five
    status: resolved  <-- resolved is missing; an incident that is resolved must have it, as in resolved: 2026-03-04T14:02:00Z
    start: 2026-03-04T09:50:00Z  <-- started is missing; there is no key start, write started
    services:  <-- services is empty; write it as in services: [checkout]
    ---

Good:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: active
    started: ~2026-03-04T09:50:00Z
    services: [checkout]
    ---
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample_field
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.frontmatter_keys import is_demanded_field, is_empty_value, misspelt_keys
from incident_docs.rules import Traits

ID = "frontmatter-required"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    front = document.frontmatter
    written = {meant: key for key, meant in misspelt_keys(document).items()}
    for field in document.format.fields:
        if not is_demanded_field(field, document):
            continue
        if field.key in written:
            key = written[field.key]
            message = f"{field.key} is missing; there is no key {key}, write {field.key}"
            yield Finding.at(front.keys[key], ID, message)
        elif field.key not in front.values:
            yield _missing(field, document)
        elif is_empty_value(front.values[field.key]):
            message = f"{field.key} is empty; write it as in {sample_field(field, document.format)}"
            yield Finding.at(front.keys[field.key], ID, message)


def _missing(field: Field, document: Document) -> Finding:
    example = sample_field(field, document.format)
    status = document.value("status")
    if field.required_from is Stage.ACTIVE or document.status is None or status is None:
        return Finding(1, ID, f"{field.key} is missing; every incident must have it, as in {example}")
    message = f"{field.key} is missing; an incident that is {document.status.id} must have it, as in {example}"
    return Finding(status.line, ID, message, status.column, status.end_column)
