"""The charts' drawings: where bars, marks and words stand. Places are shares of the width and pixels from the top."""

from xml.etree.ElementTree import Element

from incident_docs.document.parse import parse
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity
from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.parts import as_markdown
from tests.incidents import text
from tests.site.insights import (
    MADE,
    OVER_TIME,
    REPEATS,
    TIMES,
    TODAY,
    attributes,
    chart,
    drawings,
    lines,
    notes,
    numbers,
    pages,
    took,
)
from tests.site.reader import find, one, words


def strip(page: Page, place: int) -> Element:
    """That of a time that is measured."""
    return drawings(page, TIMES, "idoc-chart-strip")[place]


def places(element: Element) -> list[str]:
    return [style for (style,) in attributes(element, "a", "style")]


def test_bars_have_one_scale_and_a_number_in_or_above_them() -> None:
    days = [f"2026-04-{day:02}" for day in range(1, 10)]
    documents = [took(day, 5, severity="P4") for day in days] + [took("2026-03-01", 5), took("2026-03-02", 5)]
    documents.append(took("2026-03-03", 5, severity="P1"))
    drawn = drawings(pages(documents)[0], OVER_TIME, "idoc-bars")
    assert [
        (each.get("height"), attributes(each, "rect", "x", "y", "width", "height"), attributes(each, "text", "x", "y"))
        for each in drawn
    ] == [
        ("44", [("6.0%", "40", "38.0%", "4")], []),
        ("44", [("6.0%", "37", "38.0%", "7")], [("25.0%", "35")]),
        ("44", [], []),
        ("44", [("56.0%", "12", "38.0%", "32")], [("75.0%", "32")]),
    ]
    assert [words(each) for each in drawn] == ["", "2", "", "9"]
    assert [find(each, class_=f"idoc-severity-{rank}") != [] for rank, each in enumerate(drawn, 1)] == [True] * 4
    assert [find(each, "g", fill="none") != [] for each in drawn] == [False, False, False, True]


def test_few_bars_are_lower() -> None:
    [bars, *_] = drawings(pages([took("2026-04-01", 5, severity="P1")])[0], OVER_TIME, "idoc-bars")
    assert (bars.get("height"), attributes(bars, "rect", "y", "height")) == ("32", [("22", "10")])


def test_long_times_have_fewer_labels_and_fewer_still_on_a_phone() -> None:
    page = pages([took("2017-02-01", 5), took("1875-02-01", 5, severity="P1")])[0]
    assert lines(page, OVER_TIME)[-1] == "1875 1890 1905 1920 1935 1950 1965 1980 1995 2010 2025"
    assert numbers(page, OVER_TIME)[1][0] == "1875–1879"
    assert numbers(page, OVER_TIME)[0][0] == "Years"
    page = pages([took("2016-02-01", 5), took("2016-02-02", 5)])[0]
    axis = one(chart(page, OVER_TIME), "svg", class_="idoc-chart-axis")
    januaries = [each for each in find(axis, "text") if words(each).startswith("Jan")]
    assert [
        (each.get("text-anchor"), words(each)) for each in januaries if "idoc-chart-wide" not in each.get("class", "")
    ] == [("start", "Jan 2016"), ("middle", "Jan 2020"), ("middle", "Jan 2023")]
    last = januaries[-1]
    assert (last.get("text-anchor"), last.get("class"), words(last)) == ("end", "idoc-main idoc-chart-wide", "Jan 2026")
    assert find(drawings(page, OVER_TIME, "idoc-bars")[1], "g", class_="idoc-chart-wide")


def test_a_mark_leads_to_its_incident_and_says_on_hovering_which_it_is() -> None:
    mitigated = strip(pages(MADE)[0], 1)
    assert attributes(mitigated, "a", "href", "tabindex", "title", "style")[-1] == (
        "../2026-03-01-outage/",
        "-1",
        "Checkout <b>down</b>, 10m",
        "left:27.3%;top:0px",
    )
    assert attributes(mitigated, "path", "d")[-1] == ("M6 0l6 6-6 6-6-6z",)
    groups = [each.get("class") for each in one(mitigated, class_="idoc-swarm")]
    assert groups == [f"idoc-severity-{rank}" for rank in (4, 3, 2, 1)]


def test_marks_that_would_touch_stand_above_each_other() -> None:
    documents = [took(f"2026-03-0{number}", minutes) for number, minutes in enumerate((30, 30, 30, 36, 90), 1)]
    assert places(strip(pages(documents)[0], 1)) == [
        "left:39.6%;top:0px",
        "left:39.6%;top:-13px",
        "left:39.6%;top:13px",
        "left:41.6%;top:0px;--y:-26px",
        "left:51.9%;top:0px",
    ]


def test_labels_that_would_touch_stand_side_by_side_or_in_two_lines() -> None:
    def placed(*minutes: int) -> list[tuple[str | None, ...]]:
        documents = [took(f"2026-03-{number:02}", each) for number, each in enumerate(minutes, 1)]
        labels = find(strip(pages(documents)[0], 1), "text")
        return [(each.get("x"), each.get("y"), each.get("text-anchor"), words(each)) for each in labels]

    assert placed(10, 10, 10, 10, 780, 780) == [
        ("27.3%", "13", "middle", "median 10m"),
        ("76.1%", "13", "middle", "p90 13h 00m"),
    ]
    assert placed(60, 60, 60, 60, 70, 70) == [
        ("47.4%", "13", "end", "median 1h 00m"),
        ("49.1%", "13", "start", "p90 1h 10m"),
    ]
    assert placed(1, 1, 1, 1, 2, 2) == [("1.5%", "13", "start", "median 1m"), ("9.3%", "31", "middle", "p90 2m")]


def test_lengths_over_four_days_lengthen_the_axis() -> None:
    long = [took(f"2026-01-0{number}", 10, resolved=f"2026-03-0{number}T10:00:00Z") for number in range(1, 6)]
    [page] = pages(long)
    assert lines(page, TIMES)[2:] == [
        "Time to resolve started to resolved 5 incidents median 59d 00h 00m p90 59d 00h 00m",
        "≤ 1m 5m 15m 1h 4h 1d 7d ≥ 30d",
    ]
    label = one(chart(page, TIMES), "text", having="p90 59d")
    assert (label.get("x"), label.get("text-anchor")) == ("98.5%", "end")


def test_very_many_incidents_have_small_marks_and_only_the_newest_thousand_of_them() -> None:
    day = "2026-{:02}-{:02}"
    documents = [
        took(day.format(1 + number % 3, 1 + number // 3 % 28), 10 + number % 50, services=f"[s{number % 20}]")
        for number in range(1005)
    ]
    incidents = [Incident(each, f"incidents/{number}.md") for number, each in enumerate(documents)]
    [page] = insights_page.pages(incidents, Settings(), TODAY)
    times = chart(page, TIMES)
    assert attributes(times, "a", "title") == [("",)] * 3000
    assert "Each mark is one incident, the newest 1000 at most. Logarithmic scale." in words(times)
    assert len(find(times, "path", d="M3 0l3 5H0z")) == 3000
    assert max(int(height) for (height,) in attributes(times, "svg", "height")) <= 200
    assert len(as_markdown(page.parts)) < 700_000


def test_a_service_with_very_many_incidents_has_a_tick_for_each() -> None:
    days = [f"2026-{1 + number % 3:02}-{1 + number // 3:02}" for number in range(61)]
    [page] = pages([took(day, 5) for day in days])
    assert notes(page, REPEATS) == ["A service with more than 60 incidents has a tick for each."]
    [ticks] = attributes(one(chart(page, REPEATS), "svg", class_="idoc-ticks"), "path", "d")
    assert ticks[0].count("M") == 61
    assert ticks[0].startswith("M3 0v1M11 0v1")
    assert drawings(page, REPEATS, "idoc-swarm") == []


def test_an_unknown_severity_has_a_mark_of_its_own_and_a_format_may_have_many() -> None:
    levels = tuple(Severity(f"S{number}", "x", "") for number in range(1, 7))
    own = Format(severities=levels)
    written = [text({"severity": severity}) for severity in ("S6", "S4", "unheard-of")]
    incidents = [Incident(parse(each, f"{index}.md", own), f"{index}.md") for index, each in enumerate(written)]
    [page] = insights_page.pages(incidents, Settings(format=own), TODAY)
    assert attributes(strip(page, 2), "path", "d") == [
        ("M0 5h12v2H0z",),
        ("M2 2h8v8h-8zm2 2v4h4v-4z",),
        ("M2 2h8v8h-8zm2 2v4h4v-4z",),
    ]
    assert words(chart(page, TIMES)).count("No severity") == 1


def test_drawings_are_silent_and_their_links_are_reached_through_the_tables() -> None:
    page = pages(MADE)[0]
    titles = [OVER_TIME, "Incidents by service", TIMES, "Strategies and time to mitigate", REPEATS]
    for title in titles:
        drawing = one(chart(page, title), class_="idoc-chart-drawing")
        assert drawing.get("aria-hidden") == "true"
        assert {index for (index,) in attributes(drawing, "a", "tabindex")} <= {"-1"}
        assert words(one(chart(page, title), "summary")) == f"Numbers as a table: {title}"
