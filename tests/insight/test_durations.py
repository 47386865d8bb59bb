"""How long incidents took: medians, 90th percentiles, and who is not among them."""

from datetime import timedelta
from statistics import median, quantiles

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.model import Document
from incident_docs.insight.durations import lengths_by_strategy, measure_lengths, quantile
from tests.incidents import SOURCES, document

MINUTE = timedelta(minutes=1)


def took(minutes: int, **facts: str) -> Document:
    mitigated = f"2026-03-04T{10 + minutes // 60}:{minutes % 60:02}:00Z"
    return document({"mitigated": mitigated, **facts})


def test_quantiles_between_two_lengths_are_interpolated() -> None:
    ordered = [10 * MINUTE, 20 * MINUTE, 40 * MINUTE, 80 * MINUTE, 160 * MINUTE]
    assert quantile(ordered, 0.5) == 40 * MINUTE
    assert quantile(ordered, 0.9) == 128 * MINUTE
    assert quantile(ordered[:4], 0.5) == 30 * MINUTE
    assert quantile(ordered[:1], 0.9) == 10 * MINUTE


@given(st.lists(st.integers(0, 100_000), min_size=2))
def test_quantiles_are_those_of_the_standard_library(minutes: list[int]) -> None:
    ordered = sorted(minutes)
    lengths = [each * MINUTE for each in ordered]
    tenths = quantiles(ordered, n=10, method="inclusive")
    assert abs(quantile(lengths, 0.5) - median(ordered) * MINUTE) < timedelta(seconds=1)
    assert abs(quantile(lengths, 0.9) - tenths[8] * MINUTE) < timedelta(seconds=1)


def test_fewer_than_four_have_no_median_and_fewer_than_five_no_90th_percentile() -> None:
    documents = [took(minutes) for minutes in (40, 10, 30, 20, 50)]
    found = [measure_lengths(documents[:number], "mitigated") for number in (3, 4, 5)]
    assert [(each.median, each.p90) for each in found] == [
        (None, None),
        (25 * MINUTE, None),
        (30 * MINUTE, 46 * MINUTE),
    ]
    assert [each.length for each in found[2].known] == [number * MINUTE for number in (10, 20, 30, 40, 50)]


def test_what_is_not_published_or_still_to_come_is_not_missing() -> None:
    documents = [
        took(5),
        document(),
        document({"mitigated": "2026-03-04T09:00:00Z"}),
        document({"mitigated": "not published"}),
        document({"mitigated": "Not published", **SOURCES}),
        document({"status": "mitigating", "resolved": ""}),
        document({"status": "unheard-of"}),
    ]
    found = measure_lengths(documents, "mitigated")
    assert (len(found.known), found.without, found.unpublished, found.ahead) == (1, 4, 1, 1)
    assert measure_lengths(documents, "detected")[1:] == (7, 0, 0)


def test_an_incident_counts_in_each_of_its_strategies_once() -> None:
    documents = [
        took(9, strategy="[hotfix, rollback, rollback]"),
        took(3, strategy="rollback"),
        document({"strategy": "[failover]"}),
        took(1),
    ]
    found = lengths_by_strategy(documents)
    assert [
        (name, [each.length // MINUTE for each in known.known], known.without) for name, known in found.items()
    ] == [
        ("rollback", [3, 9], 0),
        ("failover", [], 1),
        ("hotfix", [9], 0),
    ]
