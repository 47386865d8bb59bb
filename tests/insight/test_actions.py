"""Action items: what state each is in, which group it stands in, and how late it is in words."""

from datetime import date, timedelta

import pytest

from incident_docs.insight.actions import ActionProgress, Group, State, action_items, action_progress, rollup
from incident_docs.insight.due import lateness
from tests.incidents import SOURCES, document

TODAY = date(2026, 4, 10)
SHORT = ("Action", "Owner", "Due")


@pytest.mark.parametrize(
    ("status", "due", "written", "state", "group"),
    [
        ("open", "2026-04-09", State.OPEN, State.OVERDUE, Group.OVERDUE),
        ("In progress", "2025-04-09", State.IN_PROGRESS, State.OVERDUE, Group.OVERDUE),
        ("open", "2026-04-10", State.OPEN, State.OPEN, Group.THIS_WEEK),
        ("open", "2026-04-17", State.OPEN, State.OPEN, Group.THIS_WEEK),
        ("in progress", "2026-04-18", State.IN_PROGRESS, State.IN_PROGRESS, Group.LATER),
        ("open", "soon", State.OPEN, State.OPEN, Group.NO_DATE),
        ("open", "not published", State.OPEN, State.OPEN, Group.NO_DATE),
        ("not published", "2026-04-09", State.OPEN, State.OVERDUE, Group.OVERDUE),
        ("", "", State.OPEN, State.OPEN, Group.NO_DATE),
        ("blocked", "2026-04-09", State.OPEN, State.OVERDUE, Group.OVERDUE),
        ("done", "2026-04-09", State.DONE, State.DONE, Group.CLOSED),
        ("Won’t do", "2026-04-09", State.WONT_DO, State.WONT_DO, Group.CLOSED),
    ],
)
def test_an_open_item_is_overdue_once_its_date_is_past(
    status: str, due: str, written: State, state: State, group: Group
) -> None:
    [item] = action_items([document(actions=[("Test it", "@ana", due, status, "")])])
    assert (item.written, item.state(TODAY), item.group(TODAY)) == (written, state, group)


def test_without_a_status_column_an_item_is_open() -> None:
    [item] = action_items([document(actions=[("Test it", "@ana", "2026-04-09")], columns=SHORT)])
    assert (item.written, item.group(TODAY)) == (State.OPEN, Group.OVERDUE)


@pytest.mark.parametrize(
    ("status", "due", "written", "group"),
    [
        ("not published", "2026-04-09", State.UNKNOWN, Group.UNKNOWN),
        ("Not published", "not published", State.UNKNOWN, Group.UNKNOWN),
        ("open", "not published", State.OPEN, Group.UNKNOWN),
        ("open", "", State.OPEN, Group.NO_DATE),
        ("done", "not published", State.DONE, Group.CLOSED),
    ],
)
def test_what_a_report_does_not_say_is_unknown(status: str, due: str, written: State, group: Group) -> None:
    [item] = action_items([document(SOURCES, [("Test it", "not published", due, status, "")])])
    assert (item.written, item.group(TODAY), item.state(TODAY)) == (written, group, written)


def test_rows_of_a_template_are_no_items() -> None:
    rows = [("<action>", "<owner>", "<date>"), ("", "@bo", "2026-05-01"), ("Alert on <name> and <other>", "@bo", "")]
    assert [item.action.row for item in action_items([document(actions=rows, columns=SHORT)])] == [3]


def test_rows_that_still_wait_to_be_written_are_no_items() -> None:
    rows = [("-", "@bo", "2026-05-01"), ("TODO", "@bo", "2026-05-01"), ("?", "", "")]
    assert list(action_items([document(actions=rows, columns=SHORT)])) == []


def test_dates_to_keep_come_in_their_order_and_all_else_as_it_was_written() -> None:
    first = document(
        actions=[
            ("late", "@ana", "2026-04-01", "open", ""),
            ("done", "@ana", "2026-04-02", "done", ""),
            ("later", "@ana", "2026-06-01", "open", ""),
            ("no date", "@ana", "", "open", ""),
        ]
    )
    second = document(
        SOURCES,
        [
            ("latest", "@bo", "2024-04-01", "in progress", ""),
            ("dropped", "@bo", "2020-01-01", "won't do", ""),
            ("this week", "@bo", "2026-04-12", "open", ""),
            ("unsaid", "@bo", "2020-01-01", "not published", ""),
        ],
    )
    groups = rollup(action_items([first, second]), TODAY)
    assert {group: [item.action.action.value for item in found] for group, found in groups.items()} == {
        Group.OVERDUE: ["latest", "late"],
        Group.THIS_WEEK: ["this week"],
        Group.LATER: ["later"],
        Group.NO_DATE: ["no date"],
        Group.UNKNOWN: ["unsaid"],
        Group.CLOSED: ["done", "dropped"],
    }
    assert action_progress(first, TODAY) == ActionProgress(done=1, total=4, overdue=1, unknown=0)
    assert action_progress(second, TODAY) == ActionProgress(done=1, total=4, overdue=1, unknown=1)
    assert action_progress(document(), TODAY) == ActionProgress(done=0, total=0, overdue=0, unknown=0)


@pytest.mark.parametrize(
    ("due", "today", "expected"),
    [
        ("2026-04-10", "2026-04-10", "today"),
        ("2026-04-11", "2026-04-10", "in 1 day"),
        ("2023-04-24", "2023-04-20", "in 4 days"),
        ("2026-04-09", "2026-04-10", "1 day late"),
        ("2026-02-10", "2026-04-10", "59 days late"),
        ("2026-02-09", "2026-04-10", "2 months late"),
        ("2023-06-30", "2023-04-20", "in 2 months"),
        ("2022-03-01", "2023-04-20", "13 months late"),
        ("2024-04-11", "2026-04-10", "23 months late"),
        ("2024-04-10", "2026-04-10", "2 years late"),
        ("2016-06-11", "2026-04-10", "9 years late"),
    ],
)
def test_lateness_is_in_days_then_months_then_years(due: str, today: str, expected: str) -> None:
    assert lateness((date.fromisoformat(due) - date.fromisoformat(today)).days) == expected


def test_lateness_never_reads_backwards() -> None:
    sizes = {"day": 1, "days": 1, "month": 30, "months": 30, "years": 365}
    past = [lateness(-days).split() for days in range(1, 4000)]
    lengths = [timedelta(int(number) * sizes[unit]) for number, unit, _ in past]
    assert lengths == sorted(lengths)
    assert [f"in {number} {unit}" for number, unit, _ in past] == [lateness(days) for days in range(1, 4000)]
