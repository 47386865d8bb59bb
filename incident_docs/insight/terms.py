"""Find the terms that an incident is about: what its services and tags are called, and words that carry meaning."""

import re
from collections import Counter

from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.insight.common_terms import Terms
from incident_docs.insight.term_words import IN_TITLE, WORD, add_term
from incident_docs.reading.narrative import CAUSES, authors_words, words_of_lines
from incident_docs.reading.placeholders import bracketed_placeholders

# How much more a term says where it stands.
_AS_NAME = 3.0
_IN_IMPACT = 1.0
_IN_CAUSE = 0.5


def document_terms(document: Document) -> Terms:
    """Find the terms of an incident: of its title, services, tags, impact and root cause.

    Code, quotations, addresses, placeholders and what a report left out are not its authors' words.
    """
    terms = Terms({}, {})
    for name in (*document.texts("services"), *document.texts("tags")):
        add_term(terms, name, _AS_NAME)
    for text, weight in (
        (document.title, IN_TITLE),
        (words_of_lines(document.header.impact_lines).text, _IN_IMPACT),
        (authors_words(document, CAUSES).text, _IN_CAUSE),
    ):
        for word, times in Counter(_words(text, document)).items():
            add_term(terms, word, weight * times)
    return terms


def _words(text: str, document: Document) -> list[str]:
    if "<" in text:
        for left in bracketed_placeholders(Text(text, 1)):
            text = text.replace(left.value, " ")
    if document.is_reconstructed:
        text = re.sub(re.escape(document.format.labels.not_published), " ", text, flags=re.IGNORECASE)
    return WORD.findall(text)
