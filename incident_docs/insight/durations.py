"""Measure how long incidents took until they were detected, mitigated and resolved, and with which strategy.

A mean says nothing about lengths of time that differ a hundredfold, so there is none. What a report does not publish
and what has not happened yet is not missing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from incident_docs.document.model import Document

FEWEST_FOR_MEDIAN = 4
FEWEST_FOR_P90 = 5


class Known(NamedTuple):
    """An incident and how long it took."""

    document: Document
    length: timedelta


class Lengths(NamedTuple):
    """How long incidents took until one of their moments."""

    known: tuple[Known, ...]
    """The shortest first."""
    without: int
    """They do not say it, or contradict themselves."""
    unpublished: int
    """Their report does not say it."""
    ahead: int
    """They are not resolved yet, and the moment is still to come."""

    @property
    def median(self) -> timedelta | None:
        """None if they are too few for one."""
        return self._quantile(0.5) if len(self.known) >= FEWEST_FOR_MEDIAN else None

    @property
    def p90(self) -> timedelta | None:
        """The 90th percentile; None if they are too few for one."""
        return self._quantile(0.9) if len(self.known) >= FEWEST_FOR_P90 else None

    def _quantile(self, share: float) -> timedelta:
        return quantile([each.length for each in self.known], share)


def quantile(ordered: Sequence[timedelta], share: float) -> timedelta:
    """Find the length that this share of the lengths, of which there is one at least, does not exceed.

    Between two of them it is interpolated linearly: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical
    Packages", The American Statistician 50 (1996), which spreadsheets use too.
    """
    position = (len(ordered) - 1) * share
    index = int(position)
    below, above = ordered[index], ordered[min(index + 1, len(ordered) - 1)]
    return below + (above - below) * (position - index)


def measure_lengths(documents: Iterable[Document], key: str) -> Lengths:
    """Measure from their start to the time of this key."""
    known: list[Known] = []
    absent: Counter[str] = Counter()
    for document in documents:
        length = document.time_to(key)
        if length is None:
            absent[_why_absent(document, key)] += 1
        else:
            known.append(Known(document, length))
    known.sort(key=lambda each: (each.length, each.document.id))
    return Lengths(tuple(known), absent["without"], absent["unpublished"], absent["ahead"])


def _why_absent(document: Document, key: str) -> str:
    written = document.text(key)
    if document.is_unpublished(written):
        return "unpublished"
    is_ahead = not written and key != "detected" and document.status is not None and not document.is_resolved
    return "ahead" if is_ahead else "without"


def lengths_by_strategy(documents: Iterable[Document]) -> dict[str, Lengths]:
    """Measure from their start to their mitigation, for each strategy that was used, the most used first.

    An incident with several counts in each.
    """
    used: dict[str, list[Document]] = {}
    for document in documents:
        for strategy in dict.fromkeys(document.texts("strategy")):
            used.setdefault(strategy, []).append(document)
    names = sorted(used, key=lambda name: (-len(used[name]), name.casefold(), name))
    return {name: measure_lengths(used[name], "mitigated") for name in names}
