"""The drawn timeline at every scale: steps of the axis, marks that become one, a closer look, and what it costs."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.site.pages.incident.timeline_course import CourseRow, find_course
from incident_docs.site.pages.incident.timeline_marks import place_pills
from incident_docs.site.pages.incident.timeline_scale import Scale, ticks
from tests.site.drawings import FORMS, drawing, drawn, form, html, levels, percent, timeline, uprights
from tests.site.pages import PATH
from tests.site.reader import find, one, read

START = datetime(2018, 10, 21, 22, 52, tzinfo=UTC)
DAY = 24 * 60


def lasting(minutes: int) -> dict[str, str | None]:
    """The moments of an incident that is no more than begun and resolved."""
    end = START + timedelta(minutes=minutes)
    return {
        "started": START.isoformat(),
        "resolved": end.isoformat(),
        "detected": None,
        "mitigated": None,
    }


def rows(*after: int) -> list[str]:
    return [f"{START + timedelta(minutes=minutes):%Y-%m-%d %H:%M}" for minutes in after]


@pytest.mark.parametrize(
    ("minutes", "wide", "narrow"),
    [
        (1, "22:52 22:53", "22:52 22:53"),
        (51, "22:55 23:00 23:05 23:10 23:15 23:20 23:25 23:30 23:35 23:40", "23:00 23:15 23:30"),
        (25 * 60, "Mon 22 Oct* 03:00 06:00 09:00 12:00 15:00 18:00 21:00", "22 Oct* 06:00 12:00 18:00"),
        (3 * DAY, "Mon 22 Oct* 12:00 Tue 23 Oct* 12:00 Wed 24 Oct* 12:00", "22 Oct* 23 Oct* 24 Oct*"),
        (
            14 * DAY,
            "Tue 23 Oct* Thu 25 Oct* Sat 27 Oct* Mon 29 Oct* Wed 31 Oct* Fri 2 Nov* Sun 4 Nov*",
            "22 Oct* 29 Oct*",
        ),
        (
            55 * DAY,
            "Mon 22 Oct* Mon 29 Oct* Mon 5 Nov* Mon 12 Nov* Mon 19 Nov* Mon 26 Nov* Mon 3 Dec* Mon 10 Dec*",
            "29 Oct* 12 Nov* 26 Nov* 10 Dec*",
        ),
        (
            300 * DAY,
            "Nov 2018* Dec 2018* Jan 2019* Feb 2019* Mar 2019* Apr 2019* May 2019* Jun 2019* Jul 2019* Aug 2019*",
            "Jan 2019* Apr 2019* Jul 2019*",
        ),
        (
            1500 * DAY,
            "Jan 2019* Jul 2019* Jan 2020* Jul 2020* Jan 2021* Jul 2021* Jan 2022* Jul 2022*",
            "2019* 2020* 2021* 2022*",
        ),
        (7900 * 365 * DAY, "3000* 4000* 5000* 6000* 7000* 8000* 9000*", "4000* 6000* 8000*"),
    ],
)
def test_the_axis_has_steps_that_people_count_in(minutes: int, wide: str, narrow: str) -> None:
    page = drawing(*rows(0), **lasting(minutes))
    assert " ".join(drawn(page).axis) == wide
    assert " ".join(drawn(page, "narrow").axis) == narrow


def test_a_label_that_would_touch_the_one_before_is_left_out() -> None:
    start = int(START.timestamp()) // 60
    scale = Scale(start, start + 5 * 60, 500)
    assert [tick.text for tick in ticks(scale, UTC, 50, is_brief=False)][:6] == [
        *("23:00", "", "Mon 22 Oct", "", "01:00", "01:30"),
    ]


def test_the_first_years_of_all_have_an_axis() -> None:
    page = drawing("0002-01-01 00:00", started="0002-01-01T00:00:00Z", resolved="9990-01-01T00:00:00Z")
    assert drawn(page).axis == [f"{year}*" for year in range(1000, 9001, 1000)]


def test_marks_that_would_touch_become_one() -> None:
    page = drawing(*rows(0, 2, 10, 700, 725, 726, 1451), **lasting(1451))
    assert drawn(page).pills == ["1–3", "4–6", "7"]
    assert levels(form(page), "1.2em") == [(0, 0.69), (48.24, 50.03)]
    assert uprights(form(page), "idoc-stems") == [0, 0.69, 48.24, 49.97, 100, 0.69, 50.03]


def test_rows_out_of_order_are_drawn_in_it() -> None:
    page = drawing(*rows(0, 700, 300, 705, 1451), **lasting(1451))
    assert drawn(page).pills == ["1", "3", "2–4", "5"]


def test_four_rows_in_one_mark_are_shown_enlarged() -> None:
    early = drawing(*rows(0, 2, 10, 27, 1451), **lasting(1451))
    assert drawn(early).title == "First 27m enlarged, 22:52 to 23:19"
    assert drawn(early).pills == ["1–4", "5", "1", "2", "3", "4"]
    assert drawn(early).axis[:6] == ["22:55", "23:00", "23:05", "23:10", "23:15", "23:20"]
    late = drawing(*rows(0, 1000, 1002, 1010, 1020, 1451), **lasting(1451))
    assert drawn(late).title == "20m enlarged, 15:32 to 15:52"
    assert drawn(late, "narrow").title == ""
    assert one(form(late), "path", class_="idoc-near").get("d") == "M68.92 0L70.30 0 100 1 0 1z"


def test_a_pill_lies_over_its_strip_whatever_the_width() -> None:
    page = drawing(*rows(0, 2, 10, 27, 1451), **lasting(1451))
    styles = [(each.get("style", ""), each.text) for each in find(form(page), "a")]
    assert [(*re.findall(r"[\d.]+", style), text) for style, text in styles] == [
        ("1.61", "2.5", "2.45", "1–4"),
        ("98.75", "2.5", "1.917", "5"),
        ("2.61", "14.167", "1.917", "1"),
        ("8.31", "14.167", "1.917", "2"),
        ("36.1", "14.167", "1.917", "3"),
        ("95.16", "14.167", "1.917", "4"),
    ]


def test_no_closer_look_where_it_would_part_nothing() -> None:
    assert drawn(drawing(*rows(0, 5, 5, 5, 5, 1451), **lasting(1451))).title == "First 5m enlarged, 22:52 to 22:57"
    assert drawn(drawing(*rows(700, 700, 700, 700, 1451), **lasting(1451))).title == ""
    assert drawn(drawing(*rows(0, 5, 10, 1451), **lasting(1451))).title == ""


def test_where_there_are_weeks_moments_are_days() -> None:
    page = drawing(*rows(0, 20 * DAY), **lasting(20 * DAY))
    assert drawn(page).names == ["Started 21 Oct 2018", "Resolved 10 Nov 2018"]


def test_a_short_phase_can_still_be_seen() -> None:
    moments = {"detected": "2018-10-21T22:53:00Z", "mitigated": "2018-10-31T22:50:00Z"}
    page = drawing(*rows(0), **{**lasting(10 * DAY), **moments})
    assert drawn(page).phases == [("responding", 0.01, 99.98), ("recovering", 99.7, 0.3), ("undetected", 0, 0.3)]


def test_a_timeline_of_thousands_of_rows_is_no_larger_than_the_page_is_wide() -> None:
    whole = read(html(timeline(*rows(*(minutes * 4320 // 5000 for minutes in range(5000))), **lasting(4320))))
    page = one(whole, class_="idoc-course")
    assert [len(drawn(page, name).pills) for name in FORMS] == [13, 10, 0]
    assert len(uprights(form(page), "idoc-cuts")) <= 440
    assert sum(1 for _ in page.iter()) < 1_800
    assert len(tostring(page)) < 130_000


@given(
    st.lists(st.integers(-3000, 6000), max_size=60),
    st.integers(1, 5000),
    st.sampled_from(["resolved", "active"]),
    st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu"]),
)
def test_whatever_the_rows_nothing_overlaps_and_nothing_is_lost(
    after: list[int], minutes: int, status: str, zone: str
) -> None:
    text = timeline(*rows(*after), **{**lasting(minutes), "status": status, "timezone": zone})
    known = find_course(parse(text, PATH))
    assert known is not None
    start = min([known.start, *(row.at for row in known.rows)])
    scale = Scale(start, max([known.end, *(row.at for row in known.rows)]), 880)
    found = place_pills(known.rows, scale)
    assert sum(pill.rows for pill in found) == len(known.rows)
    edges = [edge for pill in found for edge in (pill.left, pill.left + pill.width)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= 880 for edge in edges)
    page = drawing(*rows(*after), **{**lasting(minutes), "status": status, "timezone": zone})
    assert all(0 <= percent(each, x) <= 100 for x in ("x", "x1", "x2") for each in find(page, **{x: "*"}))
    assert drawn(page).axis


def test_pills_keep_inside() -> None:
    found = place_pills(
        [CourseRow(1, 0, 0, is_rough=False), CourseRow(2, 100, 100, is_rough=False)], Scale(0, 100, 880)
    )
    assert [(pill.left, pill.width) for pill in found] == [(0, 22), (858, 22)]
