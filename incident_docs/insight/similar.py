"""Find the incidents most like each other, and why: the telling words and services that both have.

BM25 ranks them, with an incident's terms as the query: a term tells the more the fewer incidents have it, saying it
often adds ever less, and long texts have no advantage. How like two are is measured by how like one is to itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, repeat
from math import ceil, fsum, log
from typing import NamedTuple

import numpy as np
from bm25s import BM25  # type: ignore[import-untyped]

from incident_docs.document.model import Document
from incident_docs.insight.terms import Terms, document_terms

_WORDS = 3
"""So many are named as the reason."""
_FREQUENT = 1 / 3
"""What a greater part of the incidents has tells none apart."""
_LEAST = 0.2
_LEAST_SHARED = 1.5
"""In nats: two rare terms, or three that are less so. Among few incidents no term can be called rare."""
_CANDIDATES = 12


class Alike(NamedTuple):
    """An incident that is like another one."""

    document: Document
    score: float
    """From 0 to 1."""
    words: tuple[str, ...]
    """What both have, the most telling first, as the first of the two writes it."""


_Found = tuple[int, float, tuple[str, ...]]
"""The place of an incident that is like another one, how like it is, and what both have."""


class Likeness:
    """Compares incidents again and again: reads those that have changed, and compares all again only if that counts."""

    def __init__(self) -> None:
        self._known: dict[Document, Terms] = {}
        self._terms: list[Terms] = []
        self._found: list[tuple[_Found, ...]] = []

    def similar(self, documents: Iterable[Document], most: int = 3) -> dict[Document, tuple[Alike, ...]]:
        """Find for each document those most like it, in whichever order they are given."""
        ordered = _ordered(documents)
        known, self._known = self._known, {}
        for document in ordered:
            self._known[document] = known.get(document) or document_terms(document)
        terms = [self._known[document] for document in ordered]
        if terms != self._terms:
            self._terms, self._found = terms, _compared(terms)
        return {
            document: tuple(Alike(ordered[other], score, words) for other, score, words in found[:most])
            for document, found in zip(ordered, self._found, strict=True)
        }


def most_like(document: Document, others: Iterable[Document], most: int = 3) -> tuple[Alike, ...]:
    """Find those of the others that are most like a document, without comparing them with each other."""
    ordered = _ordered(others)
    ranking = _Ranking([document_terms(document), *map(document_terms, ordered)])
    found = ((other, score) for other, score in ranking.nearest(0) if ranking.is_hardly_chance(0, other))
    return tuple(Alike(ordered[other - 1], score, ranking.words(0, other)) for other, score in islice(found, most))


def _ordered(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda document: (document.id, document.lines))


def _compared(terms: list[Terms]) -> list[tuple[_Found, ...]]:
    ranking = _Ranking(terms)
    return [
        tuple(
            (other, score, ranking.words(index, other))
            for other, score in ranking.nearest(index)
            if ranking.is_hardly_chance(index, other)
        )
        for index in range(len(terms))
    ]


class _Ranking:
    """Ranks texts by how like they are to each other; each is known by its place."""

    def __init__(self, terms: list[Terms]) -> None:
        self._terms = terms
        counts = Counter(term for each in terms for term in each.weights)
        most = max(2, len(terms) * _FREQUENT)
        # A term that only one of them has makes it like no other.
        telling = {term: count for term, count in counts.items() if 2 <= count <= most}
        self._information = {term: log(1 + (len(terms) - n + 0.5) / (n + 0.5)) for term, n in telling.items()}
        """How much a term tells, in nats."""
        self._queries = [list(self._as_often_as_it_counts(each)) for each in terms]
        self._index = BM25()
        if telling:
            self._index.index(self._queries, show_progress=False)

    def _as_often_as_it_counts(self, terms: Terms) -> Iterator[str]:
        for term, weight in terms.weights.items():
            if term in self._information:
                yield from repeat(term, ceil(weight))

    def nearest(self, index: int) -> list[tuple[int, float]]:
        """Find those like enough to this one, the likest first, with how like they are, from 0 to 1."""
        if not self._queries[index]:
            return []
        scores = self._index.get_scores(self._queries[index])
        scores /= scores[index]
        scores[index] = 0
        near = np.flatnonzero(scores > _LEAST)
        ordered = near[np.argsort(-scores[near], kind="stable")][:_CANDIDATES]
        return [(int(other), min(float(scores[other]), 1.0)) for other in ordered]

    def is_hardly_chance(self, one: int, other: int) -> bool:
        """Tell whether they have enough in common."""
        shared = self._shared(one, other)
        return len(shared) > 1 and fsum(map(self._information.__getitem__, shared)) >= _LEAST_SHARED

    def words(self, one: int, other: int) -> tuple[str, ...]:
        """Name what is most telling of what both have; `builds` adds nothing to `image-builds`."""
        named: list[str] = []
        terms = self._terms[one]
        telling = {
            term: self._information[term] * terms.weights[term] / (terms.weights[term] + self._index.k1)
            for term in self._shared(one, other)
        }
        for term in sorted(telling, key=lambda term: (-telling[term], term)):
            if not any(term in each or each in term for each in named):
                named.append(term)
        return tuple(terms.forms[term] for term in named[:_WORDS])

    def _shared(self, one: int, other: int) -> set[str]:
        return self._information.keys() & self._terms[one].weights.keys() & self._terms[other].weights.keys()
