"""Tell the words that carry meaning from those that say nothing, and make terms of them, without a parser."""

import re
from collections import Counter
from sys import intern

from incident_docs.insight.common_terms import Terms

WORD = re.compile(r"[^\W\d_][^\W_]+(?:[-.'’][^\W_]+)*")
IN_TITLE = 3.0
"""How much more a term says in a title."""
_SHORTEST = 3
# Words of English that say nothing of what happened. Of other languages too, those that every incident uses weigh little.
_EMPTY = frozenset(
    WORD.findall(
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


def text_terms(text: str) -> Terms:
    """Find the terms of what somebody types to find incidents like it: it counts as a title."""
    terms = Terms({}, {})
    for word, times in Counter(WORD.findall(text)).items():
        add_term(terms, word, IN_TITLE * times)
    return terms


def add_term(terms: Terms, word: str, weight: float) -> None:
    """Count a word with this weight, unless it says nothing."""
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
