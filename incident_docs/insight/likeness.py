"""Find the incidents most like each other, and why: the telling words and services that both have.

BM25 ranks them, with an incident's terms as the query: a term tells the more the fewer incidents have it, saying it
often adds ever less, and long texts have no advantage. How like two are is measured by how like one is to itself.
"""

from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

import numpy as np
from bm25s import BM25  # type: ignore[import-untyped]

from incident_docs.document.model import Document
from incident_docs.insight.common_terms import CANDIDATES, LEAST, CommonTerms, Terms
from incident_docs.insight.terms import document_terms


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


def _ordered(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda document: (document.id, document.lines))


def _compared(terms: list[Terms]) -> list[tuple[_Found, ...]]:
    ranking = _Ranking(terms)
    return [
        tuple(
            (other, score, ranking.common.words(index, other))
            for other, score in ranking.nearest(index)
            if ranking.common.is_hardly_chance(index, other)
        )
        for index in range(len(terms))
    ]


class _Ranking:
    """Ranks texts by how like they are to each other; each is known by its place."""

    def __init__(self, terms: list[Terms]) -> None:
        self.common = CommonTerms(terms)
        self._queries = [
            [each for term, times in self.common.telling(index) for each in repeat(term, times)]
            for index in range(len(terms))
        ]
        self._index = BM25()
        if self.common.information:
            self._index.index(self._queries, show_progress=False)

    def nearest(self, index: int) -> list[tuple[int, float]]:
        """Find those like enough to this one, the likest first, with how like they are, from 0 to 1."""
        if not self._queries[index]:
            return []
        scores = self._index.get_scores(self._queries[index])
        scores /= scores[index]
        scores[index] = 0
        near = np.flatnonzero(scores > LEAST)
        ordered = near[np.argsort(-scores[near], kind="stable")][:CANDIDATES]
        return [(int(other), min(float(scores[other]), 1.0)) for other in ordered]
