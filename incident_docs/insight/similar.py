"""Incidents to those most like them, and why: the telling words and services that both have.

A term tells the more the fewer incidents have it. Terms are weighed as in BM25F, so that saying one thing often adds ever
less and long texts have no advantage; the likeness of two incidents is the cosine of what tells most in each.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from math import fsum, hypot, log
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.terms import Terms, of_document, of_text

_TERMS = 32
"""So many terms of an incident are compared with those of others."""
_WORDS = 3
"""So many are named as the reason."""
_FREQUENT = 1 / 3
"""What a greater part of the incidents has tells none apart."""
_LEAST = 0.15
_LEAST_SHARED = 1.5
"""In nats: two rare terms, or three that are less so. Among few incidents no term can be called rare."""
_LOOKED_AT = 1000
_CANDIDATES = 12
_SATURATION = 1.2
_LENGTH = 0.4


class Alike(NamedTuple):
    """An incident that is like another one, or like a text."""

    document: Document
    score: float
    """From 0 to 1."""
    words: tuple[str, ...]
    """What both have, the most telling first, as the first of the two writes it."""


class _Vector(NamedTuple):
    """What a text is about."""

    weights: dict[str, float]
    """How much each telling term says, in nats."""
    length: float
    forms: dict[str, str]
    """Each of these terms as its author wrote it."""


_Found = tuple[int, float, tuple[str, ...]]
"""The place of an incident that is like another one, how like it is, and what both have."""


class _Corpus(NamedTuple):
    """What can be told apart among incidents."""

    information: dict[str, float]
    """How much a telling term says where it is said often, in nats."""
    mean: float
    """How long an incident is."""

    def vector(self, terms: Terms, most: int | None) -> _Vector:
        """What these terms say here, or the most telling of them."""
        size = 1 - _LENGTH + _LENGTH * sum(terms.weights.values()) / self.mean
        said = [
            (-self.information[term] * often / (often + _SATURATION * size), term)
            for term, often in terms.weights.items()
            if term in self.information
        ]
        weights = {term: -weight for weight, term in sorted(said)[:most]}
        return _Vector(weights, hypot(*weights.values()), {term: terms.forms[term] for term in weights})


class Likeness:
    """Compares incidents again and again: what has changed is read anew, and all are compared anew only if that counts."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Document, Terms]] = {}
        """By the identity of documents, which nothing else has as long as they are here."""
        self._terms: list[Terms] = []
        self._found: list[tuple[_Found, ...]] = []

    def similar(self, documents: Iterable[Document], most: int = 3) -> dict[int, tuple[Alike, ...]]:
        """For each document, by its identity, those most like it; in which order they are given has no say.

        By identity because two documents may have the same id, until somebody heeds the linter.
        """
        ordered = _ordered(documents)
        known, self._known = self._known, {}
        for document in ordered:
            self._known[id(document)] = known.get(id(document)) or (document, of_document(document))
        terms = [self._known[id(document)][1] for document in ordered]
        if terms != self._terms:
            self._terms, self._found = terms, _compared(terms)
        return {
            id(document): tuple(Alike(ordered[other], score, words) for other, score, words in found[:most])
            for document, found in zip(ordered, self._found, strict=True)
        }


def similar(documents: Iterable[Document], most: int = 3) -> dict[int, tuple[Alike, ...]]:
    """What `Likeness` finds when it is asked once."""
    return Likeness().similar(documents, most)


def _compared(terms: list[Terms]) -> list[tuple[_Found, ...]]:
    # A term that only one incident has makes it like no other.
    corpus = _corpus(terms, fewest=2)
    vectors = [corpus.vector(each, _TERMS) for each in terms]
    holders: dict[str, list[tuple[int, float]]] = {}
    for index, vector in enumerate(vectors):
        _hold(holders, index, vector)
    return [
        tuple(_telling(vector, _nearest(index, vector, vectors, holders), vectors))
        for index, vector in enumerate(vectors)
    ]


def _nearest(
    index: int, vector: _Vector, vectors: list[_Vector], holders: Mapping[str, list[tuple[int, float]]]
) -> list[tuple[float, int]]:
    """Those that are like it, the likest first, looked for among those that share its rarest terms.

    Looking at all would take four times as long for twice as many incidents.
    """
    scores: dict[int, float] = {}
    looked_at = 0
    for term, weight in vector.weights.items():
        part = weight / vector.length
        for other, held in holders[term]:
            scores[other] = scores.get(other, 0.0) + part * held
        looked_at += len(holders[term])
        if looked_at > _LOOKED_AT:
            break
    scores.pop(index, None)
    best = nsmallest(_CANDIDATES, ((-score, other) for other, score in scores.items()))
    exact = sorted((-_cosine(vector, vectors[other]), other) for _, other in best)
    return [(score, other) for score, other in exact if -score >= _LEAST]


def _cosine(one: _Vector, other: _Vector) -> float:
    shared = one.weights.keys() & other.weights.keys()
    return fsum(one.weights[term] * other.weights[term] for term in shared) / (one.length * other.length)


def similar_to(text: str, documents: Iterable[Document], most: int = 3) -> tuple[Alike, ...]:
    """The documents most like a text, such as the title of an incident that has just begun."""
    ordered = _ordered(documents)
    known = list(map(of_document, ordered))
    corpus = _corpus(known, fewest=1)
    vectors = [corpus.vector(terms, None) for terms in known]
    holders: dict[str, list[tuple[int, float]]] = {}
    for index, vector in enumerate(vectors):
        _hold(holders, index, vector)
    asked = corpus.vector(of_text(text), None)
    best = sorted((-score, index) for index, score in _scores(asked, holders).items())[:most]
    return tuple(Alike(ordered[index], -score, _words(asked, _shared(asked, vectors[index]))) for score, index in best)


def _ordered(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda document: (document.id, document.lines))


def _corpus(terms: list[Terms], fewest: int) -> _Corpus:
    counts = Counter(term for each in terms for term in each.weights)
    number = len(terms)
    information = {
        term: log(1 + (number - count + 0.5) / (count + 0.5))
        for term, count in counts.items()
        if fewest <= count <= max(2, number * _FREQUENT)
    }
    length = sum(sum(each.weights.values()) for each in terms)
    return _Corpus(information, length / number if length else 1.0)


def _hold(holders: dict[str, list[tuple[int, float]]], index: int, vector: _Vector) -> None:
    for term, weight in vector.weights.items():
        holders.setdefault(term, []).append((index, weight / vector.length))


def _scores(vector: _Vector, holders: Mapping[str, list[tuple[int, float]]]) -> dict[int, float]:
    """How like each of those is that have a term in common with it."""
    scores: dict[int, float] = {}
    for term, weight in vector.weights.items():
        part = weight / vector.length
        for other, held in holders.get(term, ()):
            scores[other] = scores.get(other, 0.0) + part * held
    return scores


def _telling(vector: _Vector, found: Iterable[tuple[float, int]], vectors: list[_Vector]) -> Iterator[_Found]:
    """Those that have enough in common with it that this is hardly chance."""
    for score, index in found:
        shared = _shared(vector, vectors[index])
        if len(shared) > 1 and fsum(shared.values()) >= _LEAST_SHARED:
            yield index, -score, _words(vector, shared)


def _shared(one: _Vector, other: _Vector) -> dict[str, float]:
    return {term: min(one.weights[term], other.weights[term]) for term in one.weights.keys() & other.weights.keys()}


def _words(vector: _Vector, shared: Mapping[str, float]) -> tuple[str, ...]:
    """The most telling; `builds` adds nothing to `image-builds`."""
    named: list[str] = []
    for term in sorted(shared, key=lambda term: (-shared[term], term)):
        if not any(term in other or other in term for other in named):
            named.append(term)
    return tuple(vector.forms[term] for term in named[:_WORDS])
