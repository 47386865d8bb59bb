"""The tables on an incident's page: timeline, mitigations, action items."""

from xml.etree.ElementTree import Element

import pytest

from incident_docs.site.pages.page import Page
from tests.site.pages import reconstructed, shown, with_front, with_section
from tests.site.reader import below, facts, find, one, read, rows, words


def under(page: Page, title: str) -> Element:
    return below(read(page), title)


def phases(page: Page) -> list[str]:
    """The rail beside each row of the timeline."""
    return [each.get("class", "") for each in find(read(page), "tr", class_="idoc-entry")]


def test_a_timeline_over_days_tells_what_is_known_of_each_row() -> None:
    text = with_section(
        "Timeline",
        "Before.\n\n"
        "| Time | Event | Who |\n|---|---|---|\n"
        "| 2026-02-01 | Release with the flaw | ana |\n"
        "| 2026-03-04 09:40 | Traffic rises |\n"
        "| ~09:50 | Pool `a\\|b` runs empty |  |\n"
        "| soon | Somebody notices | |\n"
        "| 10:05-10:15 | Restarts | bo |\n"
        "| 10:58:30 | Over | |\n"
        "| 2026-03-05 08:00 | Report | |\n\n"
        "After.",
    )
    page = shown(text)
    parts = list(under(page, "Timeline"))
    assert [words(parts[0]), words(parts[2])] == ["Before.", "After."]
    assert rows(parts[1]) == [
        ["No.", "Time", "Elapsed", "Event", "Who"],
        ["Sunday 1 February 2026"],
        ["1", "–that day", "", "Release with the flaw", "ana"],
        ["Wednesday 4 March 2026"],
        ["2", "09:40", "−10m", "Traffic rises", ""],
        ["3", "~09:50", "~0m", "Started. Pool a|b runs empty", ""],
        ["4", "soon", "", "Somebody notices", ""],
        ["5", "10:05–10:15", "+15m", "Restarts", "bo"],
        ["6", "10:58:30", "+1h 08m", "Resolved. Over", ""],
        ["Thursday 5 March 2026"],
        ["7", "08:00", "+22h 10m", "Report", ""],
    ]
    assert phases(page) == [
        "idoc-entry",
        "idoc-entry",
        "idoc-entry idoc-undetected",
        "idoc-entry",
        "idoc-entry idoc-responding",
        "idoc-entry idoc-recovering",
        "idoc-entry",
    ]
    assert words(one(parts[1], "time", datetime="2026-03-04T10:58:30+00:00")) == "10:58:30"


def test_one_row_may_be_two_moments_and_unknown_ones_are_not_guessed() -> None:
    page = shown(with_front(detected="2026-03-04T09:50:20Z", mitigated=None))
    assert [row[3].partition(".")[0] for row in rows(under(page, "Timeline"))[2:4]] == [
        "Started, detected",
        "The error-rate alert pages the on-call engineer",
    ]
    assert phases(page) == ["idoc-entry idoc-responding"] * 4


@pytest.mark.parametrize(
    ("zone", "line"),
    [("Europe/Berlin", "Times in Europe/Berlin (CET)"), ("UTC", "Times in UTC")],
)
def test_times_are_in_the_document_s_zone(zone: str, line: str) -> None:
    page = shown(with_front(timezone=zone))
    assert words(under(page, "Timeline")).startswith(line)
    assert facts(one(read(page), class_="idoc-card"))["Started"] == (
        "10:50 CET Wed 4 Mar 2026" if zone != "UTC" else "09:50 UTC Wed 4 Mar 2026"
    )


def test_without_a_start_the_timeline_stays_as_it_is_written() -> None:
    page = shown(with_front(started=None, timezone="Europe/Paris"))
    assert rows(under(page, "Timeline"))[1] == ["1", "09:50", "", "Release 4.12 of checkout reaches every region"]
    assert words(under(page, "Timeline")).startswith("Times in Europe/Paris No.")
    card = facts(one(read(page), class_="idoc-card"))
    assert card["Started"] == "not recorded"
    assert card["Time to detect"] == "not recorded Detected 4 Mar 2026, 10:56"


@pytest.mark.parametrize(
    ("states", "card", "sentence"),
    [
        (("done",), "1 of 1 action done", "1 of 1 done. All action items"),
        (("done", "open"), "1 of 2 actions done, 1 overdue", "1 of 2 done, 1 overdue. All action items"),
        (
            ("done", "not published"),
            "1 of 2 actions done, 1 not published",
            "1 of 2 done, 1 not published. All action items",
        ),
        (
            ("not published",),
            "1 action item, progress not published",
            "1 action item, progress not published. All action items",
        ),
    ],
)
def test_action_items_are_counted(states: tuple[str, ...], card: str, sentence: str) -> None:
    table = "| Action | Owner | Due | Status |\n|---|---|---|---|\n" + "".join(
        f"| Mend it | @ana | 2026-03-10 | {state} |\n" for state in states
    )
    text = reconstructed(with_section("Action items", table))
    page = shown(text)
    assert words(one(read(page), class_="idoc-done")) == card
    assert words(one(read(page), id="actions")) == sentence


def test_columns_of_the_authors_own_are_kept() -> None:
    mitigations = "| Action | Result | By |\n|---|---|---|\n| Rolled back | Better | **ana** |\n| Waited | |"
    actions = (
        "| Action | Owner | Due | Status | Ticket | Priority | Cost |\n|---|---|---|---|---|---|---|\n"
        "| <action> | | | | | | |\n| Mend it | @ana | 2026-04-01 | done | [T-1](https://t.example) | high | 5 |"
    )
    text = with_section("Mitigation Applied", mitigations)
    assert rows(under(shown(text), "Mitigation applied")) == [
        ["Action", "Result", "By"],
        ["Rolled back", "Better", "ana"],
        ["Waited", "", ""],
    ]
    table = under(shown(with_section("Action items", actions)), "Action items")
    assert rows(table) == [
        ["State", "Action", "Owner", "Due", "Ticket", "Priority", "Cost"],
        ["Done", "Mend it", "@ana", "2026-04-01", "T-1", "high", "5"],
    ]
    assert [each.get("id") for each in find(table, "tr", id="*")] == ["action-2"]


def test_a_table_that_cannot_be_read_is_shown_as_written() -> None:
    page = shown(with_section("Timeline", "| When | What |\n|---|---|\n| noon | *Lunch* |"))
    table = one(under(page, "Timeline"), class_="idoc-scroll")
    assert [(each.tag, each.get("class")) for each in table] == [("table", "idoc-table")]
    assert rows(under(page, "Timeline")) == [["When", "What"], ["noon", "Lunch"]]
    assert (
        words(under(shown(with_section("Action items", "None: it was a drill")), "Action items"))
        == "None: it was a drill"
    )


def test_rows_say_what_kind_they_are() -> None:
    page = shown(
        with_section(
            "Timeline",
            "| Time | Event |\n|---|---|\n"
            "| 09:52 | Errors rise |\n"
            "| 09:55 | ? The pool is too **small** |\n"
            "| 10:01 | ! Restarted the pods ([output](https://ci.example.net/1)) |\n"
            "| 10:02 | Notified incidents and status-page: Investigating |\n"
            "| 10:03 | Notified nobody |\n",
        )
    )
    table = rows(under(page, "Timeline"))
    assert [row[3] for row in table if len(row) == 4][1:] == [
        "Errors rise",
        "Hypothesis The pool is too small",
        "Action Restarted the pods (output)",
        "Notification Notified incidents and status-page: Investigating",
        "Notified nobody",
    ]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (
            "curl -fsS https://a.example.net\n# exit status 0\n# ok\nsmoke-test\n# exit status 3\nsoak\n# stopped after 60 s",
            "3 of these commands were run at the resolution: 1 passed, 2 failed.",
        ),
        ("true\n# exit status 0", "1 of these commands was run at the resolution: 1 passed."),
        ("true", ""),
    ],
)
def test_it_is_said_what_came_of_the_verification(block: str, said: str) -> None:
    page = shown(with_section("Verification", f"```\n{block}\n```\n"))
    assert words(under(page, "Verification")) == " ".join([*block.split("\n"), *([said] if said else [])])
