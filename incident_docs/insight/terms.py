"""Find the terms that an incident is about: what its services and tags are called, and words that carry meaning."""

import re
from collections import Counter
from sys import intern

from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.insight.common_terms import Terms
from incident_docs.reading.narrative import CAUSES, authors_words, words_of_lines
from incident_docs.reading.placeholders import bracketed_placeholders

_WORD = re.compile(r"[^\W\d_][^\W_]+(?:[-.'’][^\W_]+)*")
_SHORTEST = 3
# How much more a term says where it stands.
_IN_TITLE = 3.0
_AS_NAME = 3.0
_IN_IMPACT = 1.0
_IN_CAUSE = 0.5
# Words of English that say nothing of what happened. Of other languages too, those that every incident uses weigh little.
_EMPTY = frozenset(
    _WORD.findall(
        """
        about after again against all almost already also although always and another any anything are aren't around
        became because become been before behind being below between both but came can can't cannot cause caused
        causes could couldn't did didn't does doesn't doing don't done down during each earlier either else enough
        even ever every everything few first five for four from further gave get gets getting give given gives
        giving gone got had has hasn't have having her here him his how however into isn't it's its itself just keep
        kept last later least less let like long longer made make makes making many may meant might more most much
        must near needed neither never new next nobody none nor not nothing now off often once one only onto other
        others our out over own part people per put ran rather same second seen set seven several shall she should
        show shown since six some something soon still such than that that's the their them then there these they
        third this those though three through thus till time times together too took toward two under until upon use
        used uses using very want was wasn't way well went were weren't what when where whether which while who
        whole whom whose why will with within without won't would wouldn't yet you your
        """
    )
)


def document_terms(document: Document) -> Terms:
    """Find the terms of an incident: of its title, services, tags, impact and root cause.

    Code, quotations, addresses, placeholders and what a report left out are not its authors' words.
    """
    terms = Terms({}, {})
    for name in (*document.texts("services"), *document.texts("tags")):
        _add(terms, name, _AS_NAME)
    for text, weight in (
        (document.title, _IN_TITLE),
        (words_of_lines(document.header.impact_lines).text, _IN_IMPACT),
        (authors_words(document, CAUSES).text, _IN_CAUSE),
    ):
        for word, times in Counter(_words(text, document)).items():
            _add(terms, word, weight * times)
    return terms


def text_terms(text: str) -> Terms:
    """Find the terms of what somebody types to find incidents like it: it counts as a title."""
    terms = Terms({}, {})
    for word, times in Counter(_WORD.findall(text)).items():
        _add(terms, word, _IN_TITLE * times)
    return terms


def _words(text: str, document: Document) -> list[str]:
    if "<" in text:
        for left in bracketed_placeholders(Text(text, 1)):
            text = text.replace(left.value, " ")
    if document.is_reconstructed:
        text = re.sub(re.escape(document.format.labels.not_published), " ", text, flags=re.IGNORECASE)
    return _WORD.findall(text)


def _add(terms: Terms, word: str, weight: float) -> None:
    term = word.casefold()
    if len(term) < _SHORTEST or term in _EMPTY:
        return
    if term.endswith("s") and not term.endswith(("ss", "us", "is")):
        term = term[:-1]
    # The words of many incidents are few.
    term = intern(term)
    terms.weights[term] = terms.weights.get(term, 0.0) + weight
    if term not in terms.forms or word.islower():
        terms.forms[term] = intern(word)
