"""The pages of what the incidents say together: the findings, the drawings and the numbers as tables."""

import re
from collections.abc import Iterable
from datetime import date

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import Format, Labels
from incident_docs.format.vocabulary import Severity
from incident_docs.site.pages.html import heading
from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.workspace.table_rows import Row
from tests.incidents import SOURCES, document, text
from tests.site.pages import rows, words

TODAY = date(2026, 4, 10)


def pages(documents: Iterable[Document], **settings: str) -> tuple[Page, ...]:
    incidents = [Incident(each, f"incidents/{each.id}.md") for each in documents]
    return insights_page.pages(incidents, Settings("incidents/index.md", "incidents/", **settings), TODAY)  # type: ignore[arg-type]


def took(day: str, minutes: int, **facts: str) -> Document:
    """An incident that was noticed after a minute, and mitigated and resolved after so many."""
    end = f"{day}T{10 + minutes // 60}:{minutes % 60:02}:00Z"
    known = {"started": f"{day}T10:00:00Z", "detected": f"{day}T10:01:00Z", "mitigated": end, "resolved": end}
    return document({**known, **facts}, path=f"{day}-outage.md")


MADE = [
    took("2026-03-01", 10, severity="P1", strategy="[rollback]", title="Checkout <b>down</b>"),
    took("2026-02-01", 20, strategy="[rollback, hotfix]"),
    took("2026-02-02", 40, services="[checkout, mail & more]", strategy="[rollback]"),
    took("2025-01-02", 80, severity="P4", services="[mail & more]", strategy="[rollback]"),
    took("2024-01-02", 160, severity="P3", services="[mail & more]"),
    document(
        {
            "title": "Running",
            "status": "active",
            "started": "2026-04-09T10:00:00Z",
            "resolved": "",
            "severity": "",
            "services": "",
        },
        path="2026-04-09-running.md",
    ),
    document({**SOURCES, "started": "", "resolved": "not published"}, path="2020-01-01-reported.md"),
]


def section(page: Page, title: str) -> str:
    """A chart's HTML."""
    return page.markdown.partition(heading(2, title))[2].partition("\n\n")[0]


def finding(page: Page, title: str) -> str:
    return words(section(page, title).partition("</p>")[0])


def notes(page: Page, title: str) -> list[str]:
    return [words(each) for each in re.findall(r'<p class="idoc-chart-note">(.*?)</p>', section(page, title))]


def lines(page: Page, title: str) -> list[str]:
    """The words of the rows of a drawing."""
    html = section(page, title).partition("<details")[0]
    return [words(each) for each in html.split('<div class="idoc-row">')[1:]]


def numbers(page: Page, title: str) -> list[list[str]]:
    return rows(section(page, title).partition("<details")[2])


OVER_TIME, TIMES, CLOSED = "Incidents over time", "Time to detect, mitigate and resolve", "Action items closed"
SERVICES, STRATEGIES, REPEATS = "Incidents by service", "Strategies and time to mitigate", "Services with repeats"


def test_the_page_of_all_time_comes_first_then_those_of_the_last_months() -> None:
    found = pages(MADE)
    assert [(page.path, page.title, page.is_listed, page.is_searched, page.hide) for page in found] == [
        ("incidents/insights.md", "Insights", True, False, ("navigation", "toc")),
        ("incidents/insights/12-months.md", "Insights, last 12 months", False, False, ("navigation", "toc")),
        ("incidents/insights/24-months.md", "Insights, last 24 months", False, False, ("navigation", "toc")),
    ]
    assert [words(page.markdown.partition("</p>")[0]) for page in found] == [
        (
            "# Insights January 2024 to April 2026, 6 incidents. Durations count from the start of the incident. "
            "1 incident without a start is left out."
        ),
        (
            "# Insights, last 12 months May 2025 to April 2026, 4 incidents. "
            "Durations count from the start of the incident."
        ),
        (
            "# Insights, last 24 months May 2024 to April 2026, 5 incidents. "
            "Durations count from the start of the incident."
        ),
    ]
    switch = re.findall(r"<nav.*?</nav>", found[1].markdown)
    assert switch == [
        (
            '<nav class="idoc-switch" aria-label="Stretch of time"><a href="./" aria-current="page">12 months</a>'
            '<a href="../24-months/">24 months</a><a href="../">All time</a></nav>'
        )
    ]


def test_there_is_nothing_to_choose_where_all_incidents_are_recent() -> None:
    [page] = pages([took("2025-05-01", 10)])
    assert "<nav" not in page.markdown
    assert len(pages([took("2025-04-30", 10)])) == 2


def test_without_incidents_the_page_says_so() -> None:
    [page] = pages([])
    assert page.markdown == (
        '# Insights\n\n<div class="idoc"><p class="idoc-empty">No incidents yet. <code>incident-docs new</code> writes the first one.'
        "</p></div>\n\n"
    )


def test_without_a_start_only_the_action_items_are_left() -> None:
    [page] = pages([document({"started": ""}), document({"started": "x"})])
    assert re.findall("^## .*", page.markdown, re.MULTILINE) == ["## Action items closed"]
    assert words(page.markdown.partition("</p>")[0]).endswith(
        "April 2026 to April 2026, no incidents. Durations count from the start of the incident. "
        "2 incidents without a start are left out."
    )


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


def test_bars_have_one_scale_and_a_number_in_or_above_them() -> None:
    days = [f"2026-04-{day:02}" for day in range(1, 10)]
    documents = [took(day, 5, severity="P4") for day in days] + [took("2026-03-01", 5), took("2026-03-02", 5)]
    documents.append(took("2026-03-03", 5, severity="P1"))
    drawn = re.findall(r'<svg class="idoc-bars".*?</svg>', section(pages(documents)[0], OVER_TIME))
    axis = '<line class="idoc-base" x2="100%" y1="100%" y2="100%"/></svg>'
    assert drawn == [
        (
            '<svg class="idoc-bars" width="100%" height="44" fill="currentColor"><g class="idoc-severity-1"><g>'
            f'<rect x="6.0%" y="40" width="38.0%" height="4"/></g><g></g></g>{axis}'
        ),
        (
            '<svg class="idoc-bars" width="100%" height="44" fill="currentColor"><g class="idoc-severity-2"><g>'
            '<rect x="6.0%" y="37" width="38.0%" height="7"/></g><g>'
            f'<text x="25.0%" y="35" text-anchor="middle">2</text></g></g>{axis}'
        ),
        (
            '<svg class="idoc-bars" width="100%" height="44" fill="currentColor"><g class="idoc-severity-3"><g></g><g></g>'
            f"</g>{axis}"
        ),
        (
            '<svg class="idoc-bars" width="100%" height="44" fill="currentColor"><g class="idoc-severity-4">'
            '<g fill="none" stroke="currentColor" stroke-width="2">'
            '<rect x="56.0%" y="12" width="38.0%" height="32"/></g><g>'
            f'<text x="75.0%" y="32" text-anchor="middle">9</text></g></g>{axis}'
        ),
    ]


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


def test_long_times_have_fewer_labels_and_fewer_still_on_a_phone() -> None:
    page = pages([took("2017-02-01", 5), took("1875-02-01", 5, severity="P1")])[0]
    assert lines(page, OVER_TIME)[-1] == "1875 1890 1905 1920 1935 1950 1965 1980 1995 2010 2025"
    assert numbers(page, OVER_TIME)[1][0] == "1875–1879"
    assert numbers(page, OVER_TIME)[0][0] == "Years"
    page = pages([took("2016-02-01", 5), took("2016-02-02", 5)])[0]
    axis = re.findall(r'<text[^>]*? text-anchor="(\w+)" class="([^"]*)">(.*?)</text>', section(page, OVER_TIME))
    axis = [each for each in axis if each[2].startswith("Jan")]
    assert [(anchor, name) for anchor, classes, name in axis if "wide" not in classes] == [
        ("start", "Jan 2016"),
        ("middle", "Jan 2020"),
        ("middle", "Jan 2023"),
    ]
    assert axis[-1] == ("end", "idoc-main idoc-chart-wide", "Jan 2026")
    assert '<g class="idoc-chart-wide"><text' in section(page, OVER_TIME)


def test_the_services_with_the_most_incidents_have_a_row_of_bars() -> None:
    page = pages(MADE)[0]
    assert finding(page, SERVICES) == "2 services had incidents. checkout had the most, 3 of 6."
    assert lines(page, SERVICES)[:2] == ["checkout 2 3 in all", "mail & more 3 in all"]
    assert '<a href="../?service=mail%20%26%20more" tabindex="-1">mail &amp; more</a>' in section(page, SERVICES)
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


def test_a_mark_leads_to_its_incident_and_says_on_hovering_which_it_is() -> None:
    strip = re.findall(
        r'<div class="idoc-chart-strip".*?<span class="idoc-row-number">', section(pages(MADE)[0], TIMES)
    )[1]
    link = re.findall(r"<a .*?</a>", strip)[-1]
    assert link == (
        '<a href="../2026-03-01-outage/" tabindex="-1" title="Checkout &lt;b&gt;down&lt;/b&gt;, 10m"'
        ' style="left:27.3%;top:0px"><svg width="12" height="12"><path d="M6 0l6 6-6 6-6-6z"/></svg></a>'
    )
    assert re.findall(r'<div class="(idoc-severity-\d)">', strip) == [f"idoc-severity-{rank}" for rank in (4, 3, 2, 1)]


def test_marks_that_would_touch_stand_above_each_other() -> None:
    documents = [took(f"2026-03-0{number}", minutes) for number, minutes in enumerate((30, 30, 30, 36, 90), 1)]
    strip = re.findall(
        r'<div class="idoc-chart-strip".*?<span class="idoc-row-number">', section(pages(documents)[0], TIMES)
    )[1]
    assert re.findall(r'style="(left[^"]*)"', strip) == [
        "left:39.6%;top:0px",
        "left:39.6%;top:-13px",
        "left:39.6%;top:13px",
        "left:41.6%;top:0px;--y:-26px",
        "left:51.9%;top:0px",
    ]


def test_labels_that_would_touch_stand_side_by_side_or_in_two_lines() -> None:
    def placed(*minutes: int) -> list[tuple[str, ...]]:
        documents = [took(f"2026-03-{number:02}", each) for number, each in enumerate(minutes, 1)]
        strip = re.findall(
            r'<div class="idoc-chart-strip".*?<span class="idoc-row-number">', section(pages(documents)[0], TIMES)
        )[1]
        return re.findall(r'<text x="(.*?)" y="(.*?)" text-anchor="(.*?)" class=".*?">(.*?)</text>', strip)

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
    label = re.findall(r'<text x="(\S*)" y="\d+" text-anchor="(\w+)" class="[^"]*">p90 59d', section(page, TIMES))
    assert label == [("98.5%", "end")]


def test_very_many_incidents_have_small_marks_and_only_the_newest_thousand_of_them() -> None:
    day = "2026-{:02}-{:02}"
    documents = [
        took(day.format(1 + number % 3, 1 + number // 3 % 28), 10 + number % 50, services=f"[s{number % 20}]")
        for number in range(1005)
    ]
    incidents = [Incident(each, f"incidents/{number}.md") for number, each in enumerate(documents)]
    [page] = insights_page.pages(incidents, Settings(), TODAY)
    html = section(page, TIMES)
    assert html.count("<a ") == 3000
    assert "Each mark is one incident, the newest 1000 at most. Logarithmic scale." in words(html)
    assert "title=" not in html
    assert html.count('"M3 0l3 5H0z"') == 3000
    assert max(int(each) for each in re.findall(r'height="(\d+)"', html)) <= 200
    assert len(page.markdown) < 700_000


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
    assert re.findall('href="([^"]*)"', section(page, REPEATS).partition("<details")[2]) == [
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


def test_a_service_with_very_many_incidents_has_a_tick_for_each() -> None:
    days = [f"2026-{1 + number % 3:02}-{1 + number // 3:02}" for number in range(61)]
    [page] = pages([took(day, 5) for day in days])
    assert notes(page, REPEATS) == ["A service with more than 60 incidents has a tick for each."]
    [ticks] = re.findall(r'<svg class="idoc-ticks".*?</svg>', section(page, REPEATS))
    assert ticks.count("M") == 61
    assert ticks.startswith(
        '<svg class="idoc-ticks" y="9" height="14" viewBox="0 0 1000 1" preserveAspectRatio="none">'
        '<path d="M3 0v1M11 0v1'
    )


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
    assert re.findall(r'<svg class="idoc-bars".*?</svg>', section(page, CLOSED))[0] == (
        '<svg class="idoc-bars" width="100%" height="32" fill="currentColor">'
        '<rect class="idoc-part-done" x="0.0%" y="9" width="66.7%" height="14"/>'
        '<text x="33.3%" y="20" text-anchor="middle" class="idoc-in-done">2</text>'
        '<rect class="idoc-part-dropped" x="66.7%" y="9" width="33.3%" height="14"/>'
        '<text x="83.3%" y="20" text-anchor="middle" class="idoc-in-dropped">1</text></svg>'
    )


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
    assert section(page, CLOSED).count('class="idoc-in-done idoc-chart-wide"') == 12
    most = [("b", "@ana", "2026-01-01", "open", "")] * 99
    [page] = pages([document(actions=[("a", "@ana", "2026-01-01", "done", ""), *most])])
    assert "idoc-part-done" in section(page, CLOSED)
    assert "idoc-in-done" not in section(page, CLOSED)
    [page] = pages([document(actions=[("a", "@ana", "2026-01-01", "done", "")])])
    assert finding(page, CLOSED) == "Of 1 action item that fell due, 1 is done and none still overdue."


def test_an_organisations_own_words_and_levels_are_used() -> None:
    own = Format(
        severities=(Severity("Schlimm & neu", "Alles steht", ""), Severity("Klein", "Kaum etwas", "")),
        labels=Labels(not_published="nicht veröffentlicht"),
    )
    written = text({"severity": "Schlimm & neu", "detected": "nicht veröffentlicht", **SOURCES})
    [page] = insights_page.pages([Incident(parse(written, "x.md", own), "x.md")], Settings(format=own), TODAY)
    assert finding(page, OVER_TIME) == "1 incident in the last 12 months. Schlimm & neu: 1. Klein: 0."
    assert lines(page, TIMES)[0] == "Time to detect started to detected No incidents, 1 nicht veröffentlicht"
    assert numbers(page, TIMES)[0][5] == "Nicht veröffentlicht"


def test_an_unknown_severity_has_a_mark_of_its_own_and_a_format_may_have_many() -> None:
    levels = tuple(Severity(f"S{number}", "x", "") for number in range(1, 7))
    own = Format(severities=levels)
    written = [text({"severity": severity}) for severity in ("S6", "S4", "unheard-of")]
    incidents = [Incident(parse(each, f"{index}.md", own), f"{index}.md") for index, each in enumerate(written)]
    [page] = insights_page.pages(incidents, Settings(format=own), TODAY)
    strip = re.findall(r'<div class="idoc-chart-strip".*?<span class="idoc-row-number">', section(page, TIMES))[2]
    assert re.findall(r'<path d="(.*?)"', strip) == [
        "M0 5h12v2H0z",
        "M2 2h8v8h-8zm2 2v4h4v-4z",
        "M2 2h8v8h-8zm2 2v4h4v-4z",
    ]
    assert words(section(page, TIMES)).count("No severity") == 1


def test_two_incidents_of_one_id_keep_their_own_pages() -> None:
    twins = [Incident(took("2026-03-01", 5), f"{folder}/x.md") for folder in "ab"]
    [page] = insights_page.pages(twins, Settings(), TODAY)
    assert sorted(set(re.findall(r'href="([^"?]*x/)"', page.markdown))) == ["../a/x/", "../b/x/"]


def test_drawings_are_silent_and_tables_speak() -> None:
    page = pages(MADE)[0]
    assert page.markdown.count('<div class="idoc-chart-drawing" aria-hidden="true">') == 5
    assert words(section(page, TIMES)).count(f"Numbers as a table : {TIMES}") == 1
    drawings = re.findall(r'aria-hidden="true">.*?<details', page.markdown)
    assert all("tabindex" in link for drawing in drawings for link in re.findall("<a [^>]*>", drawing))


def test_nothing_that_an_author_can_type_breaks_the_pages() -> None:
    documents = [
        document({"started": "0002-01-01T00:00:00+14:00", "timezone": "Pacific/Kiritimati", "services": "[{a: b}, 3]"}),
        document({"started": "9998-12-31T23:59:59-12:00", "resolved": "9998-12-31T23:59:59-12:00", "strategy": "[1]"}),
        document(
            {"started": "~2026-01-01T00:00:00Z", "detected": "2025-01-01T00:00:00Z", "services": "['<b>`{{ x', '']"}
        ),
        document({"severity": "P9", "status": "gone", "strategy": "'<i>'", "mitigated": "2026-03-04T10:00:00Z"}),
    ]
    page = pages([*documents, *documents, *documents])[0]
    assert finding(page, REPEATS) == (
        "2 services had three incidents or more. checkout had the most, 6; its last two came within a day."
    )
    assert "<b>`" not in page.markdown
    assert "<i>" not in page.markdown
