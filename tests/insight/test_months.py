"""Incidents on a calendar: periods, and how many there were in each."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.model import Document
from incident_docs.format.definition import DEFAULT
from incident_docs.insight.months import (
    Calendar,
    Period,
    calendar,
    counts_by_service,
    counts_by_severity,
    dated_incidents,
    last_two_years,
    month,
)
from tests.incidents import document

P1, P2, P3, P4 = DEFAULT.severities
JANUARY = month(date(2026, 1, 1))
TODAY = date(2026, 4, 10)


def began(day: str, **facts: str) -> Document:
    return document({"started": f"{day}T10:00:00Z", **facts})


def test_periods_are_named_as_people_name_them() -> None:
    names = [Period(JANUARY + 4, 1), Period(JANUARY + 3, 3), Period(JANUARY, 12), Period(2020 * 12, 60)]
    assert [each.name for each in names] == ["2026-05", "2026 Q2", "2026", "2020–2024"]


def test_a_chart_has_months_as_long_as_there_is_room_then_quarters_then_years() -> None:
    assert calendar(JANUARY + 1, JANUARY + 48) == Calendar(JANUARY + 1, JANUARY + 49, 1)
    assert calendar(JANUARY + 1, JANUARY + 49) == Calendar(JANUARY, JANUARY + 51, 3)
    assert calendar(JANUARY + 1, JANUARY + 300) == Calendar(JANUARY, JANUARY + 312, 12)
    assert len(calendar(month(date.min), month(date.max)).periods) == 40


@given(st.dates(), st.dates())
def test_every_day_lies_in_a_period_and_between_the_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    known = calendar(month(first), month(last))
    assert len(known.periods) <= 48
    for day in (first, last):
        period = known.periods[known.period_of(month(day))]
        assert period.first <= month(day) < period.first + period.months
        assert 0 <= known.share(datetime(day.year, day.month, day.day, 23)) < 1  # noqa: DTZ001


def test_numbers_by_severity_have_a_row_for_each_and_one_for_none_where_there_is_any() -> None:
    known = calendar(JANUARY, JANUARY + 2)
    documents = [
        began("2026-03-01"),
        began("2026-01-31", severity="P1"),
        began("2026-01-02", severity="P1"),
        document({"started": "soon"}),
    ]
    assert counts_by_severity(dated_incidents(documents), known) == {
        P1: (2, 0, 0),
        P2: (0, 0, 1),
        P3: (0, 0, 0),
        P4: (0, 0, 0),
    }
    unknown = dated_incidents([began("2026-02-01", severity="bad")])
    assert counts_by_severity(unknown, known)[None] == (0, 1, 0)
    assert counts_by_severity([], known) == {}


def test_a_month_is_that_of_the_documents_zone() -> None:
    late = document({"started": "2026-01-31T23:30:00Z", "timezone": "Europe/Paris"})
    assert dated_incidents([late])[0].month == JANUARY + 1


def test_numbers_by_service_begin_with_the_one_that_has_most() -> None:
    documents = [
        began("2026-01-02", services="[mail, mail]"),
        began("2026-02-02", services="[mail, checkout]"),
        began("2026-02-03", services="[Auth]"),
    ]
    found = counts_by_service(dated_incidents(documents), calendar(JANUARY, JANUARY + 1))
    assert list(found.items()) == [("mail", (1, 1)), ("Auth", (0, 1)), ("checkout", (0, 1))]


def test_the_year_before_is_compared_only_where_the_incidents_reach_so_far_back() -> None:
    documents = [began("2026-04-01"), began("2025-05-01"), began("2025-04-30"), began("2026-05-01")]
    now, before = last_two_years(dated_incidents(documents), TODAY)
    assert (len(now), before) == (2, None)
    now, before = last_two_years(dated_incidents([*documents, began("2024-05-01"), began("2024-04-30")]), TODAY)
    assert (len(now), len(before or ())) == (2, 2)
