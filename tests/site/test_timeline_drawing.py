"""The drawn timeline: its phases, its moments and its rows, and what is said of those that are not drawn."""

import re

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.site.pages import html as site_html
from incident_docs.site.pages.incident.timeline_drawing import drawing
from tests.examples import BASE
from tests.site.drawings import FORMS, Drawn, drawn, form, html, legend, timeline, uprights
from tests.site.pages import PATH, block, rows, shown, words

ONGOING = {"status": "active", "mitigated": None, "resolved": None}
ROWS = ("09:50", "09:56", "10:20", "10:58")


def test_the_phases_are_drawn_to_scale() -> None:
    page = html(*ROWS)
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
    assert form(html("09:50", "10:20", "10:58", detected="2026-03-04T09:50:00Z"), "narrow") == (
        '"><svg width="100%" height="1.9em" style="height:1.9em" text-anchor="middle"><svg y="-1.5em">'
        '<rect class="idoc-is-recovering" x="44.12%" y="1.5em" width="55.88%" height="0.7em"/>'
        '<rect class="idoc-is-responding" x="0%" y="1.5em" width="44.12%" height="0.7em"/>'
        '<g class="idoc-cuts"><line x1="44.12%" x2="44.12%" y1="1.5em" y2="2.2em"/></g>'
        '<g class="idoc-course-ticks"><line x1="14.71%" x2="14.71%" y1="2.2em" y2="2.45em"/>'
        '<line x1="58.82%" x2="58.82%" y1="2.2em" y2="2.45em"/></g>'
        '<text x="14.71%" y="5.333em">10:00</text><text x="58.82%" y="5.333em">10:30</text></svg></svg></div></div></div>'
    )


def test_the_drawing_stands_over_the_table_and_its_pills_lead_there() -> None:
    found = block(shown(BASE), "Timeline")
    assert found.index("idoc-course") < found.index("<table")
    assert re.findall(r'<a class="idoc-pill" href="#(entry-\d)" tabindex="-1"', form(found)) == [
        f"entry-{number}" for number in (1, 2, 3, 4)
    ]
    assert all(f'id="entry-{number}"' in found for number in (1, 2, 3, 4))


def test_a_listener_gets_the_legend_and_not_the_drawing() -> None:
    outside, _, inside = html(*ROWS).partition('<div class="idoc-course-strips" aria-hidden="true">')
    assert words(outside) == "Times in UTC Undetected 6m Responding 24m Recovering 38m"
    assert inside.count('<div class="idoc-course-strip ') == len(FORMS)
    assert set(re.findall(r"<(\w+)", inside)) == {"a", "div", "g", "line", "path", "pattern", "rect", "svg", "text"}
    assert all("<a " not in svg for svg in re.findall(r"<svg.*</svg>", form(inside)))


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
    page = html(*ROWS, **front)
    assert legend(page) == phases
    assert drawn(page).names == names
    is_open = "resolved" in front
    assert [("idoc-onward" in form(page, name)) for name in FORMS] == [is_open] * 3


def test_moments_that_contradict_the_others_are_left_out() -> None:
    page = html(*ROWS, detected="2026-03-04T10:30:00Z")
    assert legend(page) == ["Until mitigated 30m", "Recovering 38m", "Detection not recorded"]
    page = html(*ROWS, resolved="2026-03-04T09:00:00Z")
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
    assert html(*times, **front) == ""


def test_rows_near_the_incident_lengthen_the_axis() -> None:
    page = html("2026-03-04 09:16", *ROWS, "11:32")
    assert legend(page)[3:] == []
    assert drawn(page).pills == ["1", "2", "3", "4", "5", "6"]
    assert drawn(page).phases[0] == ("recovering", 47.06, 27.94)
    assert re.findall(r'<line x1="(\S+)%" x2="(\S+)%" y1="1.85em" y2="1.85em"/>', form(page)) == [
        ("0", "25"),
        ("75", "100"),
    ]


def test_rows_far_from_the_incident_are_counted() -> None:
    page = html("2026-02-01", "2026-03-04 09:15", "2026-03-04", "soon", *ROWS, "11:33", "2026-03-05")
    assert legend(page)[3:] == [
        "2 rows before the start, not drawn",
        "2 rows after the end, not drawn",
        "2 rows without a time, not drawn",
    ]
    assert drawn(page).pills == ["5", "6", "7", "8"]
    assert legend(html("2026-03-04 09:00", *ROWS))[3:] == ["1 row before the start, not drawn"]


def test_rough_rows_and_rows_that_last_are_drawn_as_such() -> None:
    svg = form(html("~09:50", "10:05-10:15", "10:58-11:30"))
    assert re.findall(r'x1="(\S+)%"[^>]* class="idoc-rough"', svg) == ["0"]
    assert re.findall(r'x1="(\S+)%" x2="(\S+)%"[^>]* class="idoc-span"', svg) == [("22.06", "36.76"), ("100", "100")]


def test_a_long_silence_is_told_in_the_table() -> None:
    times = ("09:50", "~09:51-09:58", "10:20", "10:28", "10:29", "10:28", "10:58", "2026-03-05 10:58")
    assert re.findall(r'id="entry-(\d)"[^>]* data-gap="(.*?)"', block(shown(timeline(*times)), "Timeline")) == [
        ("3", "22m without an entry"),
        ("7", "29m without an entry"),
    ]
    assert "data-gap" not in block(shown(timeline("09:50", "09:51-10:55", "10:00", "10:58")), "Timeline")
    assert "data-gap" not in block(shown(timeline("soon")), "Timeline")
    assert "data-gap" not in block(shown(timeline("09:50", "10:58", started=None)), "Timeline")


def test_an_hour_that_comes_twice_is_drawn_once() -> None:
    moments = {"started": "2026-10-25T01:30:00Z", "resolved": "2026-10-25T03:30:00Z"}
    page = html("03:10", timezone="Europe/Berlin", detected=None, mitigated=None, **moments)
    assert drawn(page).axis == ["03:00", "03:15", "03:30", "03:45", "04:00", "04:15", "04:30"]
    assert uprights(form(page), "idoc-course-ticks") == [25, 37.5, 50, 62.5, 75, 87.5, 100]


def test_elapsed_is_what_passed_when_clocks_change() -> None:
    text = timeline("2026-03-28 23:50", "04:00", timezone="Europe/Berlin", started="2026-03-28T22:50:00Z")
    assert [row[2] for row in rows(block(shown(text), "Timeline"))[2::2]] == ["0m", "+3h 10m"]


def test_times_and_lengths_are_right_when_clocks_change() -> None:
    page = html(
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
    page = drawing(parse(timeline(*ROWS, **silent), PATH, configuration.format))
    assert legend(page)[1:] == ["Recovering end <i>silent</i>", "Detection <i>silent</i>"]
    assert drawn(page).names[-1] == "Last entry 10:58, end &lt;i&gt;silent&lt;/i&gt;"


def test_a_search_reads_neither_the_drawing_nor_numbers_of_the_table() -> None:
    found = site_html.words(block(shown(BASE), "Timeline"))
    assert found.split()[:7] == ["Wednesday", "4", "March", "2026", "09:50", "Started.", "Release"]
