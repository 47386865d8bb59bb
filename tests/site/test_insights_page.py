"""The pages of what the incidents say together: which there are, and what stands on each."""

from incident_docs.document.parse import parse
from incident_docs.format.definition import Format, Labels
from incident_docs.format.vocabulary import Severity
from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document, text
from tests.site.insights import CLOSED, MADE, OVER_TIME, REPEATS, TIMES, TODAY, finding, lines, numbers, pages, took
from tests.site.reader import find, headings, links, one, read, words


def test_the_page_of_all_time_comes_first_then_those_of_the_last_months() -> None:
    found = pages(MADE)
    assert [(page.path, page.title, page.is_listed, page.is_searched, page.hide) for page in found] == [
        ("incidents/insights.md", "Insights", True, False, ("navigation", "toc")),
        ("incidents/insights/12-months.md", "Insights, last 12 months", False, False, ("navigation", "toc")),
        ("incidents/insights/24-months.md", "Insights, last 24 months", False, False, ("navigation", "toc")),
    ]
    assert [headings(read(page))[0] for page in found] == [(1, page.title) for page in found]
    assert [words(find(read(page), "p")[0]) for page in found] == [
        (
            "January 2024 to April 2026, 6 incidents. Durations count from the start of the incident. "
            "1 incident without a start is left out."
        ),
        "May 2025 to April 2026, 4 incidents. Durations count from the start of the incident.",
        "May 2024 to April 2026, 5 incidents. Durations count from the start of the incident.",
    ]
    choice = one(read(found[1]), "nav", aria_label="Stretch of time")
    assert links(choice) == {"12 months": "./", "24 months": "../24-months/", "All time": "../"}
    assert words(one(choice, aria_current="page")) == "12 months"


def test_there_is_nothing_to_choose_where_all_incidents_are_recent() -> None:
    [page] = pages([took("2025-05-01", 10)])
    assert find(read(page), "nav") == []
    assert len(pages([took("2025-04-30", 10)])) == 2


def test_without_incidents_the_page_says_so() -> None:
    [page] = pages([])
    assert words(read(page)) == "Insights No incidents yet. incident-docs new writes the first one."


def test_without_a_start_only_the_action_items_are_left() -> None:
    [page] = pages([document({"started": ""}), document({"started": "x"})])
    assert headings(read(page)) == [(1, "Insights"), (2, CLOSED)]
    assert words(find(read(page), "p")[0]) == (
        "April 2026 to April 2026, no incidents. Durations count from the start of the incident. "
        "2 incidents without a start are left out."
    )


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


def test_two_incidents_of_one_id_keep_their_own_pages() -> None:
    twins = [Incident(took("2026-03-01", 5), f"{folder}/x.md") for folder in "ab"]
    [page] = insights_page.pages(twins, Settings(), TODAY)
    addresses = {each.get("href", "") for each in find(read(page), "a")}
    assert sorted(each for each in addresses if each.endswith("x/")) == ["../a/x/", "../b/x/"]


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
    assert find(read(page), "i") == []
    assert find(read(page), "b", having="`{{") == []
    assert find(read(page), "a", having="<b>`{{ x") != []
