"""Action items that were still to be done when it happened again: which count, and how late they were."""

from collections.abc import Iterable

import pytest

from incident_docs.document.model import Document
from incident_docs.insight.likeness import Alike, Likeness
from incident_docs.insight.unfinished_actions import unfinished_when_repeated
from tests.incidents import SOURCES, document

Told = tuple[str, str, int | None, list[tuple[str, str]]]


def incident(day: str, *actions: tuple[str, str, str], services: str = "[ledger]", **facts: str) -> Document:
    rows = [(action, "@ana", due, status, "") for action, due, status in actions]
    named = {"title": f"Outage of {day}", "started": f"{day}T10:00:00Z", "services": services}
    return document({**named, **facts}, rows, path=f"{day}.md")


def told(documents: Iterable[Document], alike: dict[int, tuple[Alike, ...]]) -> list[Told]:
    return [
        (
            each.item.action.action.value,
            each.promised.isoformat(),
            each.days_late,
            [(again.started.isoformat(), " ".join(again.words)) for again in each.again],
        )
        for each in unfinished_when_repeated(documents, alike)
    ]


def like(document: Document, *words: str) -> tuple[Alike, ...]:
    return (Alike(document, 0.5, words),)


@pytest.mark.parametrize(
    ("due", "status", "expected"),
    [
        ("2026-03-31", "open", [("Fix it", "2026-03-04", 11, [("2026-04-11", "lock")])]),
        ("2026-04-10", "in progress", [("Fix it", "2026-03-04", 1, [("2026-04-11", "lock")])]),
        ("2026-04-11", "open", []),
        ("2026-09-01", "open", []),
        ("2026-03-31", "done", []),
        ("2026-03-31", "won't do", []),
        ("", "open", [("Fix it", "2026-03-04", None, [("2026-04-11", "lock")])]),
        ("soon", "open", [("Fix it", "2026-03-04", None, [("2026-04-11", "lock")])]),
    ],
)
def test_it_counts_if_it_was_due_before_the_next_and_is_not_done(due: str, status: str, expected: list[Told]) -> None:
    before, after = incident("2026-03-04", ("Fix it", due, status)), incident("2026-04-11")
    assert told([before, after], {before: like(after, "lock")}) == expected
    # It does not matter which of the two names the other, nor which comes first.
    assert told([after, before], {after: like(before, "lock")}) == expected


@pytest.mark.parametrize(
    "after",
    [
        incident("2026-04-11", services="[mail, search]"),
        incident("2026-04-11", services="[]"),
        incident("2026-03-04"),
        incident("2026-02-11"),
        incident("2026-04-11", started="some day"),
    ],
)
def test_it_has_to_come_later_and_to_the_same_service(after: Document) -> None:
    before = incident("2026-03-04", ("Fix it", "2026-03-10", "open"), services="[ledger, checkout]")
    assert told([before, after], {before: like(after)}) == []


def test_what_a_report_does_not_say_counts_for_nothing() -> None:
    facts = {"title": "Before", "services": "[ledger]", **SOURCES}
    silent = document(facts, [("Fix it", "@ana", "2026-03-10")], ("Action", "Owner", "Due"))
    unknown, after = (
        incident("2026-03-04", ("Fix it", "2026-03-10", "not published"), **SOURCES),
        incident("2026-04-11"),
    )
    for before in (silent, unknown):
        assert told([before, after], {before: like(after)}) == []


def test_what_a_report_says_is_open_was_not_done_whenever_it_was_due() -> None:
    before, after = incident("2026-03-04", ("Fix it", "not published", "open"), **SOURCES), incident("2026-04-11")
    assert told([before, after], {before: like(after)}) == [("Fix it", "2026-03-04", None, [("2026-04-11", "")])]


def test_an_incident_without_a_start_was_followed_by_none() -> None:
    before, after = incident("2026-03-04", ("Fix it", "2026-03-10", "open"), started="?"), incident("2026-04-11")
    assert told([before, after], {before: like(after)}) == []


def test_all_that_followed_are_told_and_the_latest_to_happen_again_comes_first() -> None:
    first = incident("2026-01-04", ("Fix it", "2026-01-10", "open"), ("Find it", "2026-01-20", "open"))
    second = incident("2026-02-04", ("Watch it", "2026-02-10", "open"))
    third = incident("2026-03-04")
    alike = {third: (*like(first, "lock"), *like(second, "queue")), first: like(second, "lock", "disk")}
    assert told([third, first, second], alike) == [
        ("Watch it", "2026-02-04", 22, [("2026-03-04", "queue")]),
        ("Fix it", "2026-01-04", 25, [("2026-02-04", "lock disk"), ("2026-03-04", "lock")]),
        ("Find it", "2026-01-04", 15, [("2026-02-04", "lock disk"), ("2026-03-04", "lock")]),
    ]


def test_a_day_is_that_of_the_incidents_own_zone() -> None:
    before = incident("2026-03-04", ("Fix it", "2026-04-11", "open"))
    after = incident("2026-04-11", started="2026-04-11T20:00:00Z", timezone="Asia/Tokyo")
    assert told([before, after], {before: like(after)}) == [("Fix it", "2026-03-04", 1, [("2026-04-12", "")])]


def test_incidents_that_read_alike_are_found() -> None:
    before = incident(
        "2026-03-04", ("Refuse long locks", "2026-03-31", "open"), title="Ledger writes blocked by migration lock"
    )
    after = incident("2026-04-11", title="Migration lock stops ledger writes again")
    others = [incident(f"2025-0{month}-01", services="[mail]", title="Mail late") for month in range(1, 8)]
    documents = [before, after, *others]
    assert [entry[:3] for entry in told(documents, Likeness().similar(documents))] == [
        ("Refuse long locks", "2026-03-04", 11)
    ]


def test_what_only_reads_a_little_alike_is_not_said_to_have_happened_again() -> None:
    before, after = incident("2026-03-04", ("Fix it", "2026-03-31", "open")), incident("2026-04-11")
    for score, number in ((0.29, 0), (0.3, 1)):
        assert len(unfinished_when_repeated([before, after], {before: (Alike(after, score, ("lock",)),)})) == number
