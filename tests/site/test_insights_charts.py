"""The charts' findings, notes, rows and numbers."""

from datetime import date

from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.workspace.table_rows import Row
from tests.incidents import SOURCES, document
from tests.site.insights import (
    CLOSED,
    MADE,
    OVER_TIME,
    REPEATS,
    SERVICES,
    STRATEGIES,
    TIMES,
    TODAY,
    attributes,
    chart,
    drawings,
    finding,
    lines,
    notes,
    numbers,
    pages,
    took,
)
from tests.site.reader import find, links, one, words


def test_every_severity_has_a_row_of_bars_and_its_numbers() -> None:
    page = pages(MADE)[1]
    assert finding(page, OVER_TIME) == (
        "4 incidents in the last 12 months, 1 in the 12 before. P1: 1, was 0. P2: 2, was 0."
    )
    assert lines(page, OVER_TIME) == [
        "P1 Service down 1 in all",
        "P2 Major degradation 2 2 in all",
        "P3 Minor impact 0 in all",
        "P4 No user impact 0 in all",
        "No severity 1 in all",
        "May 2025 Sep Jan 2026",
    ]
    table = numbers(page, OVER_TIME)
    assert [table[0], *table[-4:]] == [
        ["Month", "P1", "P2", "P3", "P4", "No severity"],
        ["2026-02", "0", "2", "0", "0", "0"],
        ["2026-03", "1", "0", "0", "0", "0"],
        ["2026-04", "0", "0", "0", "0", "1"],
        ["In all", "1", "2", "0", "0", "1"],
    ]
    assert len(table) == 14


def test_the_sentence_compares_years_only_where_there_are_two() -> None:
    [page] = pages([took("2025-05-01", 10)])
    assert finding(page, OVER_TIME) == "1 incident in the last 12 months. P1: 0. P2: 1."
    page = pages([took("2024-05-01", 10)])[0]
    assert (
        finding(page, OVER_TIME)
        == "No incidents in the last 12 months, 1 in the 12 before. P1: 0, was 0. P2: 0, was 1."
    )
    page = pages([took("2021-05-01", 10)])[0]
    assert finding(page, OVER_TIME) == (
        "No incidents in the last 12 months, none in the 12 before. P1: 0, was 0. P2: 0, was 0."
    )


def test_the_services_with_the_most_incidents_have_a_row_of_bars() -> None:
    page = pages(MADE)[0]
    assert finding(page, SERVICES) == "2 services had incidents. checkout had the most, 3 of 6."
    assert lines(page, SERVICES)[:2] == ["checkout 2 3 in all", "mail & more 3 in all"]
    assert links(chart(page, SERVICES))["mail & more"] == "../?service=mail%20%26%20more"
    assert numbers(page, SERVICES)[0] == ["Month", "checkout", "mail & more"]
    [page] = pages([took("2026-03-01", 5, services=f"[{', '.join('abcdefghij'[:number])}]") for number in (10, 9)])
    assert notes(page, SERVICES) == ["The 8 with the most are drawn, 2 are not."]
    assert len(lines(page, SERVICES)) == 9
    [page] = pages([took("2026-03-01", 5, services=f"[{', '.join('abcdefghi')}]")])
    assert notes(page, SERVICES) == ["The 8 with the most are drawn, 1 is not."]
    [page] = pages([took("2026-03-01", 5, services="")])
    assert finding(page, SERVICES) == "No incident names a service."


def test_times_have_a_median_from_four_and_a_90th_percentile_from_five_incidents() -> None:
    found = {page.path: page for page in pages(MADE)}
    assert finding(found["incidents/insights.md"], TIMES) == (
        "Half of those that say so are noticed within 1m, mitigated within 40m and resolved within 40m; "
        "one in ten takes longer than 2h 08m to resolve."
    )
    assert finding(found["incidents/insights/24-months.md"], TIMES) == (
        "Half of those that say so are noticed within 1m, mitigated within 30m and resolved within 30m. "
        "Four incidents are too few for a 90th percentile."
    )
    assert finding(found["incidents/insights/12-months.md"], TIMES) == "Three incidents are too few for a median."
    assert lines(found["incidents/insights.md"], TIMES) == [
        "Time to detect started to detected 5 incidents, 1 without this time median 1m p90 1m",
        "Time to mitigate started to mitigated 5 incidents, 1 not yet median 40m p90 2h 08m",
        "Time to resolve started to resolved 5 incidents, 1 not yet median 40m p90 2h 08m",
        "≤ 1m 5m 15m 1h 4h 1d 3d",
    ]
    assert numbers(found["incidents/insights.md"], TIMES) == [
        ["Measure", "Incidents", "Median", "p90", "Without this time", "Not published", "Not yet"],
        ["Time to detect", "5", "1m", "1m", "1", "0", "0"],
        ["Time to mitigate", "5", "40m", "2h 08m", "0", "0", "1"],
        ["Time to resolve", "5", "40m", "2h 08m", "0", "0", "1"],
    ]


def test_times_that_all_incidents_or_too_few_of_them_say() -> None:
    documents = [took(f"2026-03-0{number}", 10) for number in range(1, 6)]
    [page] = pages(documents)
    assert finding(page, TIMES) == (
        "Half of all incidents are noticed within 1m, mitigated within 10m and resolved within 10m; "
        "one in ten takes longer than 10m to resolve."
    )
    few = [took(f"2026-02-0{number}", 10, detected="", resolved="not published", **SOURCES) for number in range(1, 5)]
    [page] = pages([*few, documents[0]])
    assert finding(page, TIMES) == (
        "Half of those that say so are mitigated within 10m; one in ten takes longer than 10m to mitigate. "
        "Too few for a median: time to detect (1 incident), time to resolve (1 incident)."
    )
    assert lines(page, TIMES)[2] == "Time to resolve started to resolved 1 incident, 4 not published"
    [page] = pages(documents[:1])
    assert finding(page, TIMES) == "One incident is too few for a median."
    [page] = pages([document({"resolved": ""})])
    assert finding(page, TIMES) == "No incident says when it was detected, mitigated or resolved."


def test_the_strategies_that_were_used_have_a_line_of_marks_and_a_median() -> None:
    page = pages(MADE)[0]
    assert finding(page, STRATEGIES) == (
        "rollback was used most, in 4 of the 4 incidents that name a strategy. "
        "Half of those whose time is known were mitigated within 30m."
    )
    assert notes(page, STRATEGIES) == ["An incident with several strategies counts in each."]
    assert lines(page, STRATEGIES) == ["rollback 4 median 30m", "hotfix 1 too few", "≤ 1m 5m 15m 1h 4h 1d 3d"]
    assert numbers(page, STRATEGIES)[1:] == [
        ["rollback", "4", "30m", "too few", "0", "0", "0"],
        ["hotfix", "1", "too few", "too few", "0", "0", "0"],
    ]
    [page] = pages([took("2026-03-01", 10, strategy="[hotfix]"), took("2026-03-02", 10, strategy="[hotfix]")])
    assert finding(page, STRATEGIES) == (
        "hotfix was used most, in 2 of the 2 incidents that name a strategy. Two incidents are too few for a median."
    )
    [page] = pages([took("2026-03-01", 10, strategy="[hotfix]", mitigated="")])
    assert finding(page, STRATEGIES) == (
        "hotfix was used most, in 1 of the 1 incident that name a strategy. None of these says when it was mitigated."
    )
    [page] = pages([took("2026-03-01", 10)])
    assert finding(page, STRATEGIES) == "No incident names a strategy."


def test_services_with_three_incidents_or_more_have_a_line_of_marks() -> None:
    page = pages(MADE)[0]
    assert finding(page, REPEATS) == (
        "2 services had three incidents or more. checkout had the most, 3; its last two came 27 days apart."
    )
    assert lines(page, REPEATS)[:2] == ["checkout 3 closest 1 day apart", "mail & more 3 closest 366 days apart"]
    assert numbers(page, REPEATS) == [
        ["Service", "Incidents", "Closest two", "Last two", "Last"],
        ["checkout", "3", "1 day apart", "27 days apart", "2026-03-01"],
        ["mail & more", "3", "366 days apart", "396 days apart", "2026-02-02"],
    ]
    assert [each.get("href") for each in find(one(chart(page, REPEATS), "details"), "a")] == [
        "../?service=checkout",
        "../2026-03-01-outage/",
        "../?service=mail%20%26%20more",
        "../2026-02-02-outage/",
    ]
    names = "abcdefghijklm"
    [page] = pages([took("2026-03-01", 5, services=f"[{', '.join(names)}]") for _ in range(3)])
    assert lines(page, REPEATS)[0] == "a 3 closest within a day"
    assert notes(page, REPEATS) == ["12 rows are drawn; the table has all 13."]
    [page] = pages([took("2026-03-01", 5)])
    assert finding(page, REPEATS) == "No service had three incidents or more."


def test_action_items_that_fell_due_have_a_bar_for_each_quarter() -> None:
    actions = [
        ("a", "@ana", "2026-03-31", "done", ""),
        ("b", "@ana", "2026-01-01", "won't do", ""),
        ("c", "@ana", "2026-04-09", "open", ""),
        ("d", "@ana", "2026-01-09", "done", ""),
        ("e", "@ana", "", "open", ""),
    ]
    reported = document({**SOURCES}, [("f", "@ana", "2026-01-01", "not published", "")])
    [page] = pages([document(actions=actions), reported])
    assert (
        finding(page, CLOSED) == "Of 4 action items that fell due, 2 are done, 1 decided against and 1 still overdue."
    )
    assert notes(page, CLOSED) == [
        "Not counted: 1 without a date, 1 not published. On which day an item was closed is not recorded."
    ]
    assert lines(page, CLOSED) == ["2026 Q1 2 1 100% closed", "2026 Q2, so far 1 0% closed"]
    assert numbers(page, CLOSED) == [
        ["Quarter", "Fell due", "Done", "Won't do", "Still overdue", "Closed"],
        ["2026 Q1", "3", "2", "1", "0", "100%"],
        ["2026 Q2, so far", "1", "0", "0", "1", "0%"],
    ]
    [bar, _] = drawings(page, CLOSED, "idoc-bars")
    assert attributes(bar, "rect", "class", "x", "width") == [
        ("idoc-part-done", "0.0%", "66.7%"),
        ("idoc-part-dropped", "66.7%", "33.3%"),
    ]
    assert attributes(bar, "text", "class", "x") == [("idoc-in-done", "33.3%"), ("idoc-in-dropped", "83.3%")]
    legend = one(chart(page, CLOSED), class_="idoc-chart-legend")
    assert [words(each) for each in legend] == ["Done", "Won't do", "Still overdue"]


def test_where_git_knows_the_day_those_done_in_time_are_told_from_those_done_late() -> None:
    actions = [
        ("a", "@ana", "2026-01-31", "done", ""),
        ("b", "@ana", "2026-01-31", "done", ""),
        ("c", "@ana", "2026-01-31", "done", ""),
        ("d", "@ana", "2026-04-09", "open", ""),
    ]
    incident = Incident(document(actions=actions), "x.md", "/p/x.md")
    known = [
        Row(date(2026, 2, 1), "| b | done |"),
        Row(date(2026, 1, 31), "| a | done |"),
        Row(date(2026, 1, 1), "| a | open |"),
        Row(date(2026, 1, 1), "| b | open |"),
    ]
    [page] = insights_page.pages([incident], Settings(), TODAY, {"/p/x.md": known})
    assert finding(page, CLOSED) == (
        "Of 4 action items that fell due, 3 are done, 1 of them in time and 1 still overdue."
    )
    assert notes(page, CLOSED) == ["An item was closed on the day of the commit that says so."]
    assert lines(page, CLOSED) == ["2026 Q1 1 1 1 33% in time", "2026 Q2, so far 1 0% in time"]
    assert numbers(page, CLOSED)[:2] == [
        [
            "Quarter",
            "Fell due",
            "Done in time",
            "Done late",
            "Done, day not known",
            "Won't do",
            "Still overdue",
            "Closed",
        ],
        ["2026 Q1", "3", "1", "1", "1", "0", "0", "100%"],
    ]


def test_of_many_quarters_the_last_twelve_are_drawn_and_small_parts_have_no_number() -> None:
    actions = [("a", "@ana", f"{2013 + number}-03-31", "done", "") for number in range(13)]
    actions += [("b", "@ana", "2025-03-01", "open", "") for _ in range(24)]
    page = pages([document(actions=actions)])[0]
    assert finding(page, CLOSED) == "Of 37 action items that fell due, 13 are done and 24 still overdue."
    assert notes(page, CLOSED) == [
        "On which day an item was closed is not recorded. 12 rows are drawn; the table has all 13."
    ]
    assert lines(page, CLOSED)[-1] == "2025 Q1 1 24 4% closed"
    assert [each.get("class") for each in drawings(page, CLOSED, "idoc-in-done")] == [
        "idoc-in-done idoc-chart-wide"
    ] * 12
    most = [("b", "@ana", "2026-01-01", "open", "")] * 99
    [page] = pages([document(actions=[("a", "@ana", "2026-01-01", "done", ""), *most])])
    assert len(drawings(page, CLOSED, "idoc-part-done")) == 2
    assert drawings(page, CLOSED, "idoc-in-done") == []
    [page] = pages([document(actions=[("a", "@ana", "2026-01-01", "done", "")])])
    assert finding(page, CLOSED) == "Of 1 action item that fell due, 1 is done and none still overdue."
