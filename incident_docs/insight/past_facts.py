"""Say what the search for similar incidents caches of each."""

from incident_docs.document.commonmark import visible_text
from incident_docs.document.model import Document
from incident_docs.insight.past_incidents import PastFact
from incident_docs.insight.terms import document_terms
from incident_docs.reading.unwritten import is_unwritten


def past_fact(document: Document) -> PastFact:
    """Find what an incident is about, and what mitigated it."""
    terms = document_terms(document)
    started = document.times.get("started")
    rows = [(_words(row.action.value, document), _words(row.result.value, document)) for row in document.mitigations]
    return PastFact(
        document.title,
        started.at.astimezone(document.zone).isoformat() if started else "",
        terms.weights,
        {term: form for term, form in terms.forms.items() if form != term},
        document.texts("strategy"),
        [row for row in rows if row[0]],
    )


def _words(cell: str, document: Document) -> str:
    return "" if is_unwritten(cell, document) or document.is_unpublished(cell) else visible_text(cell)
