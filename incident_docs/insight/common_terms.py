"""Tell what texts have in common, and how much each term tells: the more, the fewer of them have it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil, fsum, log
from typing import NamedTuple

LEAST = 0.2
"""Texts that are less like each other are not."""
CANDIDATES = 12
SATURATION = 1.5
"""BM25's k1: how much more a term tells that is said again."""
_WORDS = 3
"""So many are named as the reason."""
_FREQUENT = 1 / 3
"""What a greater part of the incidents has tells none apart."""
_LEAST_SHARED = 1.5
"""In nats: two rare terms, or three that are less so. Among few incidents no term can be called rare."""


class Terms(NamedTuple):
    """What a text is about. Case and plural make no other term."""

    weights: dict[str, float]
    """How often each was used, more where it counts more."""
    forms: dict[str, str]
    """Each as its author wrote it, in small letters if it stands so anywhere."""


class CommonTerms:
    """Compares the terms of texts, each of which is known by its place."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        self._terms = terms
        counts = Counter(chain.from_iterable(each.weights for each in terms))
        most = max(2, len(terms) * _FREQUENT)
        self.information = {
            term: log(1 + (len(terms) - count + 0.5) / (count + 0.5))
            for term, count in counts.items()
            # A term that only one of them has makes it like no other.
            if 2 <= count <= most
        }
        """How much a term tells, in nats."""

    def telling(self, index: int) -> Iterator[tuple[str, int]]:
        """Give the terms of a text that tell anything, each with how often it counts."""
        for term, weight in self._terms[index].weights.items():
            if term in self.information:
                yield term, ceil(weight)

    def is_hardly_chance(self, one: int, other: int) -> bool:
        """Tell whether they have enough in common."""
        shared = self._shared(one, other)
        return len(shared) > 1 and fsum(map(self.information.__getitem__, shared)) >= _LEAST_SHARED

    def words(self, one: int, other: int) -> tuple[str, ...]:
        """Name what is most telling of what both have; `builds` adds nothing to `image-builds`."""
        named: list[str] = []
        terms = self._terms[one]
        telling = {
            term: self.information[term] * terms.weights[term] / (terms.weights[term] + SATURATION)
            for term in self._shared(one, other)
        }
        for term in sorted(telling, key=lambda term: (-telling[term], term)):
            if not any(term in each or each in term for each in named):
                named.append(term)
        return tuple(terms.forms.get(term, term) for term in named[:_WORDS])

    def _shared(self, one: int, other: int) -> set[str]:
        return self.information.keys() & self._terms[one].weights.keys() & self._terms[other].weights.keys()
