"""The drawn timeline: its phases, its moments and its rows, and what is said of those that are not drawn."""

import pytest

from incident_docs.format.configuration import read_configuration
from tests.examples import BASE
from tests.site.drawings import (
    FORMS,
    Drawn,
    drawing,
    drawn,
    form,
    html,
    legend,
    levels,
    percent,
    timeline,
    uprights,
)
from tests.site.pages import shown
from tests.site.reader import below, find, one, read, rows, words

ONGOING = {"status": "active", "mitigated": None, "resolved": None}
ROWS = ("09:50", "09:56", "10:20", "10:58")


def test_the_phases_are_drawn_to_scale() -> None:
    page = drawing(*ROWS)
    assert legend(page) == ["Undetected 6m", "Responding 24m", "Recovering 38m"]
    assert drawn(page) == Drawn(
        phases=[("recovering", 44.12, 55.88), ("responding", 8.82, 35.29), ("undetected", 0, 8.82)],
        names=["Started 09:50 · Detected 09:56", "Mitigated 10:20", "Resolved 10:58"],
        pills=["1", "2", "3", "4"],
        axis=["09:50", "10:00", "10:10", "10:20", "10:30", "10:40", "10:50"],
        title="",
    )
    assert uprights(form(page), "idoc-moments") == [0, 8.82, 44.12, 100]
    assert uprights(form(page), "idoc-stems") == [0, 8.82, 44.12, 100]
    assert uprights(form(page), "idoc-cuts") == [8.82, 44.12]


def test_a_phone_has_room_for_the_band_and_its_axis() -> None:
    page = drawing("09:50", "10:20", "10:58", detected="2026-03-04T09:50:00Z")
    assert drawn(page, "narrow") == Drawn(
        phases=[("recovering", 44.12, 55.88), ("responding", 0, 44.12)],
        names=[],
        pills=[],
        axis=["10:00", "10:30"],
        title="",
    )
    narrow = form(page, "narrow")
    assert one(narrow, "svg", width="*").get("height") == "1.9em"
    assert uprights(narrow, "idoc-cuts") == [44.12]
    assert uprights(narrow, "idoc-course-ticks") == [14.71, 58.82]
    assert uprights(narrow, "idoc-stems") == []


def test_the_drawing_stands_over_the_table_and_its_pills_lead_there() -> None:
    found = one(below(read(shown(BASE)), "Timeline"), class_="idoc")
    assert [each.get("class") for each in found] == ["idoc-course", "idoc-scroll"]
    numbers = [f"entry-{number}" for number in (1, 2, 3, 4)]
    pills = find(form(found), "a", class_="idoc-pill", tabindex="-1")
    assert [each.get("href") for each in pills] == [f"#{number}" for number in numbers]
    assert [each.get("id") for each in find(found, "tr", id="*")] == numbers


def test_a_listener_gets_the_legend_and_not_the_drawing() -> None:
    page = drawing(*ROWS)
    assert words(one(page, class_="idoc-course-legend")) == "Times in UTC Undetected 6m Responding 24m Recovering 38m"
    hidden = one(page, class_="idoc-course-strips", aria_hidden="true")
    assert len(find(hidden, class_="idoc-course-strip")) == len(FORMS)
    known = {"a", "div", "g", "line", "path", "pattern", "rect", "svg", "text"}
    assert {each.tag for each in find(hidden)} == known
    assert not [link for svg in find(hidden, "svg") for link in find(svg, "a")]


@pytest.mark.parametrize(
    ("front", "phases", "names"),
    [
        (
            {"detected": None},
            ["Until mitigated 30m", "Recovering 38m", "Detection not recorded"],
            ["Started 09:50", "Mitigated 10:20", "Resolved 10:58"],
        ),
        (
            {"detected": None, "mitigated": None},
            ["Until resolved 1h 08m", "Detection not recorded"],
            ["Started 09:50", "Resolved 10:58"],
        ),
        (
            {"mitigated": None},
            ["Undetected 6m", "Until resolved 1h 02m"],
            ["Started 09:50 · Detected 09:56", "Resolved 10:58"],
        ),
        (
            {"detected": "2026-03-04T09:50:30Z", "mitigated": "~2026-03-04T10:58:00Z"},
            ["Responding ~1h 07m"],
            ["Started, detected 09:50", "Mitigated, resolved ~10:58"],
        ),
        (
            ONGOING,
            ["Undetected 6m", "Responding 1h 02m"],
            ["Started 09:50 · Detected 09:56", "Last entry 10:58, not resolved yet"],
        ),
        (
            {**ONGOING, "detected": None},
            ["Until the last entry 1h 08m", "Detection not recorded"],
            ["Started 09:50", "Last entry 10:58, not resolved yet"],
        ),
        (
            {"status": "mitigating", "resolved": None, "mitigated": "2026-03-04T11:20:00Z"},
            ["Undetected 6m", "Responding 1h 24m"],
            ["Started 09:50 · Detected 09:56", "Mitigated 11:20 · Not resolved yet"],
        ),
        (
            {"resolved": None},
            ["Undetected 6m", "Responding 24m", "Recovering end not recorded"],
            ["Started 09:50 · Detected 09:56", "Mitigated 10:20", "Last entry 10:58, end not recorded"],
        ),
        (
            {"detected": "not published", "resolved": "Not published", "sources": "[https://example.com]"},
            ["Until mitigated 30m", "Recovering end not published", "Detection not published"],
            ["Started 09:50", "Mitigated 10:20", "Last entry 10:58, end not published"],
        ),
        (
            {"status": "lost", "detected": None, "mitigated": None, "resolved": None},
            ["Until resolved end not recorded", "Detection not recorded"],
            ["Started 09:50", "Last entry 10:58, end not recorded"],
        ),
    ],
)
def test_what_is_not_known_is_said_and_not_guessed(
    front: dict[str, str | None], phases: list[str], names: list[str]
) -> None:
    page = drawing(*ROWS, **front)
    assert legend(page) == phases
    assert drawn(page).names == names
    is_open = "resolved" in front
    assert [bool(find(form(page, name), class_="idoc-onward")) for name in FORMS] == [is_open] * 3


def test_moments_that_contradict_the_others_are_left_out() -> None:
    page = drawing(*ROWS, detected="2026-03-04T10:30:00Z")
    assert legend(page) == ["Until mitigated 30m", "Recovering 38m", "Detection not recorded"]
    page = drawing(*ROWS, resolved="2026-03-04T09:00:00Z")
    assert drawn(page).names[-1] == "Last entry 10:58, end not recorded"


@pytest.mark.parametrize(
    ("times", "front"),
    [
        (ROWS, {"started": None}),
        (["09:50"], ONGOING | {"detected": "2026-03-04T09:50:40Z"}),
        (["09:50"] * 3, dict.fromkeys(("detected", "mitigated", "resolved"), "2026-03-04T09:50:00Z")),
        (["2026-03-04", "soon"], {**ONGOING, "detected": None}),
    ],
)
def test_where_nothing_lasts_there_is_no_drawing(times: list[str], front: dict[str, str | None]) -> None:
    assert find(read(html(timeline(*times, **front))), class_="idoc-course") == []


def test_rows_near_the_incident_lengthen_the_axis() -> None:
    page = drawing("2026-03-04 09:16", *ROWS, "11:32")
    assert legend(page)[3:] == []
    assert drawn(page).pills == ["1", "2", "3", "4", "5", "6"]
    assert drawn(page).phases[0] == ("recovering", 47.06, 27.94)
    assert levels(form(page), "1.85em") == [(0, 25), (75, 100)]


def test_rows_far_from_the_incident_are_counted() -> None:
    page = drawing("2026-02-01", "2026-03-04 09:15", "2026-03-04", "soon", *ROWS, "11:33", "2026-03-05")
    assert legend(page)[3:] == [
        "2 rows before the start, not drawn",
        "2 rows after the end, not drawn",
        "2 rows without a time, not drawn",
    ]
    assert drawn(page).pills == ["5", "6", "7", "8"]
    assert legend(drawing("2026-03-04 09:00", *ROWS))[3:] == ["1 row before the start, not drawn"]


def test_rough_rows_and_rows_that_last_are_drawn_as_such() -> None:
    page = form(drawing("~09:50", "10:05-10:15", "10:58-11:30"))
    assert [percent(line, "x1") for line in find(page, class_="idoc-rough")] == [0]
    spans = find(page, class_="idoc-span")
    assert [(percent(line, "x1"), percent(line, "x2")) for line in spans] == [(22.06, 36.76), (100, 100)]


def silences(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.get("id"), each.get("data-gap")) for each in find(read(html(text)), "tr", data_gap="*")]


def test_a_long_silence_is_told_in_the_table() -> None:
    times = ("09:50", "~09:51-09:58", "10:20", "10:28", "10:29", "10:28", "10:58", "2026-03-05 10:58")
    assert silences(timeline(*times)) == [
        ("entry-3", "22m without an entry"),
        ("entry-7", "29m without an entry"),
    ]
    assert silences(timeline("09:50", "09:51-10:55", "10:00", "10:58")) == []
    assert silences(timeline("soon")) == []
    assert silences(timeline("09:50", "10:58", started=None)) == []


def test_an_hour_that_comes_twice_is_drawn_once() -> None:
    moments = {"started": "2026-10-25T01:30:00Z", "resolved": "2026-10-25T03:30:00Z"}
    page = drawing("03:10", timezone="Europe/Berlin", detected=None, mitigated=None, **moments)
    assert drawn(page).axis == ["03:00", "03:15", "03:30", "03:45", "04:00", "04:15", "04:30"]
    assert uprights(form(page), "idoc-course-ticks") == [25, 37.5, 50, 62.5, 75, 87.5, 100]


def test_elapsed_is_what_passed_when_clocks_change() -> None:
    text = timeline("2026-03-28 23:50", "04:00", timezone="Europe/Berlin", started="2026-03-28T22:50:00Z")
    assert [row[2] for row in rows(read(html(text)))[2::2]] == ["0m", "+3h 10m"]


def test_times_and_lengths_are_right_when_clocks_change() -> None:
    page = drawing(
        "2026-03-28 23:50",
        "04:00",
        "07:00",
        timezone="Europe/Berlin",
        started="2026-03-28T22:50:00Z",
        detected="2026-03-29T00:30:00Z",
        mitigated="2026-03-29T02:00:00Z",
        resolved="2026-03-29T05:00:00Z",
    )
    assert "Times in Europe/Berlin (CET)" in words(page)
    assert legend(page) == ["Undetected 1h 40m", "Responding 1h 30m", "Recovering 3h 00m"]
    assert drawn(page).axis == ["Sun 29 Mar*", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00"]
    assert drawn(page).names == ["Started 23:50", "Detected 01:30", "Mitigated 04:00", "Resolved 07:00"]


def test_words_of_an_organisation_are_no_markup() -> None:
    configuration = read_configuration('[labels]\nnot-published = "<i>silent</i>"\n', "incident-docs.toml")
    assert configuration is not None
    silent = {"detected": "<i>silent</i>", "resolved": "<i>silent</i>", "sources": "[https://example.com]"}
    page = one(read(html(timeline(*ROWS, **silent), configuration.format)), class_="idoc-course")
    assert legend(page)[1:] == ["Recovering end <i>silent</i>", "Detection <i>silent</i>"]
    assert drawn(page).names[-1] == "Last entry 10:58, end <i>silent</i>"


def test_a_search_reads_neither_the_drawing_nor_numbers_of_the_table() -> None:
    found = read(html(BASE))
    ignored = find(found, data_pagefind_ignore="*")
    assert ignored == find(found, data_search_exclude="*")
    said = {"thead": {None}, "td": {"idoc-number", "idoc-elapsed"}, "section": {"idoc-course"}}
    assert {(each.tag, each.get("class")) for each in ignored} == {
        (tag, css_class) for tag, classes in said.items() for css_class in classes
    }
