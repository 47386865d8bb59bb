"""Rows come into the timeline in their place by time, and are moved into it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.edit import Edit, apply_edits
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.table import table_cells
from incident_docs.document.times import Moment, read_moment
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.timeline_edits import (
    add_timeline_row,
    add_timeline_rows,
    change_timeline_row,
    remove_timeline_row,
    sort_rows,
)
from incident_docs.errors import CannotEdit
from incident_docs.format.configuration import read_configuration
from tests.edits.styles import HOSTILE, added_and_removed, documents, edited, new_rules
from tests.examples import ACTIVE, BASE, running


def moment(text: str) -> Moment:
    found = read_moment(text)
    assert found is not None
    return found


def row(text: str, at: str, event: str = "x") -> str:
    """The line of the row that is added."""
    added, removed = added_and_removed(
        text, edited(text, lambda document: add_timeline_row(document, moment(at), event))
    )
    assert (len(added), removed) == (1, [])
    return added[0].strip()


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("2026-03-04T10:05:40Z", "| 10:05 | x |"),
        ("~2026-03-04T10:05:00+01:00", "| ~2026-03-04 09:05 | x |"),
        ("2026-03-04T10:58:30Z", "| 10:58 | x |"),
        # Before and after the incident a row says its day, so that nobody takes it for a slip.
        ("2026-03-04T09:41:00Z", "| 2026-03-04 09:41 | x |"),
        ("2026-03-04T11:10:00Z", "| 2026-03-04 11:10 | x |"),
        ("2026-03-03T23:50:00Z", "| 2026-03-03 23:50 | x |"),
        ("2026-03-05T00:10:00Z", "| 2026-03-05 00:10 | x |"),
    ],
)
def test_a_row_has_the_clock_time_and_the_day_where_it_is_another(at: str, line: str) -> None:
    assert row(BASE, at) == line


def test_across_midnight_the_day_is_written_only_where_the_clock_does_not_tell_it() -> None:
    text = ACTIVE.replace("09:50", "22:50")
    assert row(text, "2026-03-05T00:10:00Z") == "| 00:10 | x                                |"
    assert row(text, "2026-03-05T11:10:00Z") == "| 2026-03-05 11:10 | x                                |"


def test_rows_of_one_minute_stay_in_the_order_in_which_they_came() -> None:
    after = edited(BASE, lambda document: add_timeline_row(document, moment("2026-03-04T09:56:59Z"), "second"))
    times = [entry.time.value for entry in parse(after).timeline]
    assert times == ["09:50", "09:56", "09:56", "10:20", "10:58"]
    assert parse(after).timeline[2].event.value == "second"


def test_seconds_are_written_where_others_have_them() -> None:
    text = BASE.replace("| 09:56 |", "| 09:56:30 |")
    assert row(text, "2026-03-04T09:56:10Z") == "| 09:56:10 | x |"
    assert row(text, "2026-03-04T09:57:00Z") == "| 09:57 | x |"


def test_the_clock_is_that_of_the_documents_zone() -> None:
    text = ACTIVE.replace("services:", "timezone: Asia/Kolkata\nservices:")
    assert row(text, "2026-03-04T10:00:00Z").startswith("| 15:30 | x")


PLACEHOLDERS = "#### Timeline\n| Time | Event |\n|------|-------|\n| 09:50 | <event> |\n"


def test_a_row_takes_the_place_of_the_only_one_if_that_is_a_placeholder() -> None:
    text = running(PLACEHOLDERS)
    after = edited(text, lambda document: add_timeline_row(document, moment("2026-03-04T10:00:00Z"), "x"))
    assert after == text.replace("| 09:50 | <event> |", "| 10:00 | x |")


def test_an_empty_timeline_gets_a_row_or_a_table() -> None:
    make = lambda document: add_timeline_row(document, moment("2026-03-04T10:00:00Z"), "x")  # noqa: E731
    table = PLACEHOLDERS.replace("| 09:50 | <event> |\n", "")
    assert edited(running(table), make) == running(f"{table}| 10:00 | x     |\n")
    assert edited(running("#### Timeline\n"), make) == running(f"{table}| 10:00 | x |\n")


def test_other_headings_by_configuration_are_written_below() -> None:
    configuration = '[sections.timeline]\nheading = "Verlauf"\ncolumns = { time = "Zeit", event = "Was" }\n'
    read = read_configuration(configuration, "incident-docs.toml")
    assert read is not None
    format = read.format
    text = (
        ACTIVE.replace("Timeline", "Verlauf")
        .replace("| Time  | Event", "| Was   | Zeit ")
        .replace("| 09:50 | Release 4.12 reaches all regions |", "| it broke | 09:50 |")
    )
    after = apply_edits(text, add_timeline_row(parse(text, format=format), moment("2026-03-04T10:00:00Z"), "x"))
    assert after == text.replace("| it broke | 09:50 |", "| it broke | 09:50 |\n| x | 10:00 |")


@pytest.mark.parametrize(
    ("text", "event", "reason"),
    [
        (ACTIVE.replace("#### Timeline", "#### Notes"), "x", "there is no section Timeline"),
        (running("#### Timeline\nAt ten it broke.\n"), "x", "Timeline holds no table"),
        (
            running("#### Timeline\n| Time | What happened |\n|--|--|\n| 09:50 | it broke |\n"),
            "x",
            "the table under Timeline lacks a column of the format, or has one twice",
        ),
        (
            running("#### Timeline\n| Time | Event | Time |\n|--|--|--|\n| 09:50 | it broke | |\n"),
            "x",
            "the table under Timeline lacks a column of the format, or has one twice",
        ),
        (ACTIVE, " -\n", "the event says nothing"),
        (
            ACTIVE.replace("started: 2026-03-04T09:50:00Z\n", ""),
            "x",
            "the frontmatter has no time for started, so the days of the timeline are not known",
        ),
    ],
)
def test_without_a_place_there_is_a_reason(text: str, event: str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        add_timeline_row(parse(text), moment("2026-03-04T10:00:00Z"), event)
    assert str(refused.value) == reason


def test_in_the_hour_that_comes_twice_a_row_says_its_zone() -> None:
    text = ACTIVE.replace("2026-03-04T09:50:00Z", "2026-10-25T00:10:00Z").replace(
        "services:", "timezone: Europe/Berlin\nservices:"
    )
    text = text.replace("| 09:50 |", "| 02:10 |")
    assert row(text, "2026-10-25T00:30:00Z").startswith("| 02:30 CEST |")
    assert row(text, "2026-10-25T01:30:00Z").startswith("| 02:30 CET |")
    assert row(text, "2026-10-25T02:30:00Z").startswith("| 03:30 |")
    # A zone whose name is its offset.
    far = text.replace("Europe/Berlin", "America/Santiago").replace("2026-10-25T00:10", "2026-04-05T02:05")
    assert row(far.replace("| 02:10 |", "| 23:05 |"), "2026-04-05T03:30:00Z").startswith("| 23:30 UTC-04:00 |")


def test_a_time_that_no_clock_can_tell_is_refused() -> None:
    # Clocks were no whole minutes apart then.
    text = ACTIVE.replace("2026-03-04T09:50:00Z", "1890-03-04T09:50:00Z").replace(
        "services:", "timezone: Europe/Berlin\nservices:"
    )
    reason = "a row for 1890-03-04 11:03 would be read as another time, or change the day of another row"
    for make in (
        lambda document: add_timeline_row(document, moment("1890-03-04T10:10:00Z"), "x"),
        lambda document: change_timeline_row(document, document.timeline[0], moment("1890-03-04T10:10:00Z")),
    ):
        with pytest.raises(CannotEdit) as refused:
            make(parse(text))
        assert str(refused.value) == reason


@settings(max_examples=40)
@given(documents(), HOSTILE, st.integers(-3_000, 6_000), st.booleans())
def test_a_row_is_there_once_in_order_and_all_else_stays(
    text: str, event: str, minutes: int, approximate: bool
) -> None:
    before = parse(text)
    at = before.times["started"].at + timedelta(minutes=minutes)
    after = edited(text, lambda document: add_timeline_row(document, Moment(at, approximate), event))
    added, removed = added_and_removed(text, after)
    assert len(added) + len(removed) <= 3
    document = parse(after)
    events = [entry.event.value for entry in before.timeline]
    [new] = [entry for entry in document.timeline if entry.event.value == cell_text(event)]
    assert [entry.event.value for entry in document.timeline if entry is not new] == events
    assert new.clock is not None
    assert new.clock.approximate == approximate
    assert new.at is not None
    assert timedelta(0) <= at - new.at < timedelta(minutes=1)
    instants = [entry.at for entry in before.timeline if entry.at]
    if instants == sorted(instants):
        assert [entry.at for entry in document.timeline if entry.at] == sorted([*instants, new.at])
    assert (document.frontmatter, document.header) == (before.frontmatter, before.header)
    assert len(document.actions) == len(before.actions)


@settings(max_examples=40)
@given(documents(), st.integers(0, 60))
def test_a_row_in_a_clean_document_brings_no_finding(text: str, minutes: int) -> None:
    before = parse(text)
    at = before.times["started"].at + timedelta(minutes=minutes)
    event = "The on-call engineer asks the database team for help"
    after = edited(text, lambda document: add_timeline_row(document, Moment(at), event))
    assert not new_rules(text, after)


def test_hundreds_of_rows_in_any_order_are_sorted_in_the_end() -> None:
    text = ACTIVE
    start = datetime(2026, 3, 4, 9, 50, tzinfo=UTC)
    for number in range(100):
        at = start + timedelta(minutes=number * 37 % 100 * 31)
        text = apply_edits(text, add_timeline_row(parse(text), Moment(at), f"event {number}"))
    rows = parse(text).timeline
    assert [entry.at for entry in rows[1:]] == [start + timedelta(minutes=number * 31) for number in range(100)]


def test_sorted_rows_stay() -> None:
    assert sort_rows(parse(BASE)) == ()
    assert sort_rows(parse(BASE.replace("| 09:", "| 9:").split("#### Timeline")[0])) == ()


@given(st.permutations(range(4)))
def test_rows_are_moved_whole_into_their_order(order: list[int]) -> None:
    lines = BASE.split("\n")
    start = lines.index("| 09:50 | Release 4.12 of checkout reaches every region |")
    rows = lines[start : start + 4]
    text = "\n".join([*lines[:start], *(rows[number] for number in order), *lines[start + 4 :]])
    assert edited(text, sort_rows) == BASE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            BASE.replace("| 09:56 |", "| ~09:56 |"),
            "a row of the timeline has a rough time, or none, or may be of another day",
        ),
        (
            BASE.replace("| 09:56 |", "| 2026-03-04 |"),
            "a row of the timeline has a rough time, or none, or may be of another day",
        ),
    ],
)
def test_rows_without_a_certain_time_are_not_sorted(text: str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        sort_rows(parse(text))
    assert str(refused.value) == reason


def changed(text: str, number: int, at: str | None, event: str | None) -> str:
    def make(document: Document) -> Iterable[Edit]:
        return change_timeline_row(document, document.timeline[number], at and moment(at), event)

    return edited(text, make)


def test_a_row_gets_another_event() -> None:
    after = changed(BASE, 0, None, "a | b")
    assert after == BASE.replace("Release 4.12 of checkout reaches every region", r"a \| b")


def test_a_row_gets_another_time_and_moves_to_its_place() -> None:
    times = [entry.time.value for entry in parse(BASE).timeline]
    after = changed(BASE, 0, "2026-03-04T09:58:00Z", None)
    rows = [entry.time.value for entry in parse(after).timeline]
    assert rows == sorted([*times[1:], "09:58"])
    back = changed(after, rows.index("09:58"), "2026-03-04T09:50:00Z", None)
    assert back == BASE
    assert changed(BASE, 0, "2026-03-04T09:51:00Z", "x").count("| 09:51 | x |") == 1


@settings(max_examples=40)
@given(documents(), st.data(), st.integers(0, 3_000))
def test_a_row_that_moves_keeps_its_other_cells(text: str, data: st.DataObject, minutes: int) -> None:
    before = parse(text)
    number = data.draw(st.integers(0, len(before.timeline) - 1))
    at = Moment(before.times["started"].at + timedelta(minutes=minutes))
    entry = before.timeline[number]
    try:
        after = edited(text, lambda document: change_timeline_row(document, document.timeline[number], at))
    except CannotEdit:
        return
    document = parse(after)
    assert sorted(row.event.value for row in document.timeline) == sorted(row.event.value for row in before.timeline)
    assert len(document.lines) == len(before.lines)
    cells = len(table_cells(before.lines[entry.time.line - 1], 1))
    moved = [row for row in document.timeline if row.event.value == entry.event.value]
    assert cells in {len(table_cells(document.lines[row.time.line - 1], 1)) for row in moved}
    assert any(row.at and timedelta(0) <= at.at - row.at < timedelta(minutes=1) for row in moved)


def test_a_row_is_taken_out() -> None:
    row = "| 09:50 | Release 4.12 of checkout reaches every region |\n"
    assert edited(BASE, lambda document: remove_timeline_row(document, document.timeline[0])) == BASE.replace(row, "")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (
            lambda: edited(ACTIVE, lambda document: remove_timeline_row(document, document.timeline[0])),
            "it is the only row of the timeline; write what happened in its place",
        ),
        (lambda: changed(BASE, 0, None, " "), "the event says nothing; a row can be removed"),
    ],
)
def test_what_would_leave_nothing_is_refused(make: Callable[[], object], reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        make()
    assert str(refused.value) == reason


def test_a_row_on_which_the_days_of_others_depend_stays() -> None:
    document = parse(ACTIVE.replace("| 09:50 |", "| 2026-03-05 23:50 | b |\n| 00:10 |"))
    with pytest.raises(CannotEdit) as refused:
        remove_timeline_row(document, document.timeline[0])
    assert str(refused.value).endswith("others would be read as of another day")


@settings(max_examples=40)
@given(documents(), st.lists(st.tuples(st.integers(-300, 3_000), HOSTILE), min_size=1, max_size=6))
def test_many_rows_at_once_are_as_one_after_the_other(text: str, rows: list[tuple[int, str]]) -> None:
    started = parse(text).times["started"].at
    wanted = [(Moment(started + timedelta(minutes=minutes)), event) for minutes, event in rows]
    at_once = edited(text, lambda document: add_timeline_rows(document, wanted))
    singly = text
    for at, event in wanted:
        singly = apply_edits(singly, add_timeline_row(parse(singly), at, event))
    expected = [(entry.at, entry.event.value) for entry in parse(singly).timeline]
    assert [(entry.at, entry.event.value) for entry in parse(at_once).timeline] == expected


@pytest.mark.parametrize("table", ["", "| Time | Event |\n|------|-------|\n| <time> | <event> |\n"])
def test_many_rows_begin_a_timeline(table: str) -> None:
    head, _, rest = BASE.partition("#### Timeline\n")
    text = f"{head}#### Timeline\n{table}\n#### Root Cause\n{rest.partition('#### Root Cause')[2]}"
    rows = [(moment(f"2026-03-04T{clock}:00Z"), clock) for clock in ("10:10", "09:55", "10:10")]
    after = edited(text, lambda document: add_timeline_rows(document, rows))
    assert [(entry.time.value, entry.event.value) for entry in parse(after).timeline] == [
        ("09:55", "09:55"), ("10:10", "10:10"), ("10:10", "10:10"),
    ]  # fmt: skip
    assert parse(after).section("root-cause") is not None


def test_rows_that_no_clock_can_tell_are_refused() -> None:
    text = ACTIVE.replace("2026-03-04T09:50:00Z", "1890-03-04T09:50:00Z").replace(
        "services:", "timezone: Europe/Berlin\nservices:"
    )
    with pytest.raises(CannotEdit, match="these rows would be read as of other times"):
        add_timeline_rows(parse(text), [(moment("1890-03-04T10:10:00Z"), "x")])


def test_rows_of_several_days_say_their_days() -> None:
    rows = [(moment(f"2026-03-0{day}T10:00:00Z"), str(day)) for day in (5, 7)]
    after = edited(ACTIVE, lambda document: add_timeline_rows(document, rows))
    assert [entry.time.value for entry in parse(after).timeline] == ["09:50", "2026-03-05 10:00", "2026-03-07 10:00"]
