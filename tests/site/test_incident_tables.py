"""The tables on an incident's page: timeline, mitigations, action items."""

import re

import pytest

from tests.site.pages import block, facts, reconstructed, rows, shown, with_front, with_section, words


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
    timeline = block(shown(text), "Timeline")
    assert words(timeline) == "Before."
    table = re.findall(r'<div class="idoc">(<div class="idoc-course">.*)</div>', shown(text).markdown)[0]
    assert rows(table) == [
        ["No.", "Time", "Elapsed", "Event", "Who"],
        ["Sunday 1 February 2026"],
        ["1", "– that day", "", "Release with the flaw", "ana"],
        ["Wednesday 4 March 2026"],
        ["2", "09:40", "−10m", "Traffic rises", ""],
        ["3", "~09:50", "~0m", "Started. Pool a|b runs empty", ""],
        ["4", "soon", "", "Somebody notices", ""],
        ["5", "10:05 – 10:15", "+15m", "Restarts", "bo"],
        ["6", "10:58:30", "+1h 08m", "Resolved. Over", ""],
        ["Thursday 5 March 2026"],
        ["7", "08:00", "+22h 10m", "Report", ""],
    ]
    assert re.findall(r'class="(idoc-entry[^"]*)"', table) == [
        "idoc-entry",
        "idoc-entry",
        "idoc-entry idoc-undetected",
        "idoc-entry",
        "idoc-entry idoc-responding",
        "idoc-entry idoc-recovering",
        "idoc-entry",
    ]
    assert '<time datetime="2026-03-04T10:58:30+00:00">10:58:30</time>' in table


def test_one_row_may_be_two_moments_and_unknown_ones_are_not_guessed() -> None:
    page = shown(with_front(detected="2026-03-04T09:50:20Z", mitigated=None))
    assert [row[3].partition(".")[0] for row in rows(block(page, "Timeline"))[2:4]] == [
        "Started, detected",
        "The error-rate alert pages the on-call engineer",
    ]
    assert re.findall(r"idoc-entry idoc-(\w+)", page.markdown) == ["responding"] * 4


@pytest.mark.parametrize(
    ("zone", "line"),
    [("Europe/Berlin", "Times in Europe/Berlin (CET)"), ("UTC", "Times in UTC")],
)
def test_times_are_in_the_document_s_zone(zone: str, line: str) -> None:
    page = shown(with_front(timezone=zone))
    assert words(block(page, "Timeline")).startswith(line)
    assert facts(block(page, "idoc-card"))["Started"] == (
        "10:50 CET Wed 4 Mar 2026" if zone != "UTC" else "09:50 UTC Wed 4 Mar 2026"
    )


def test_without_a_start_the_timeline_stays_as_it_is_written() -> None:
    page = shown(with_front(started=None, timezone="Europe/Paris"))
    assert rows(block(page, "Timeline"))[1] == ["1", "09:50", "", "Release 4.12 of checkout reaches every region"]
    assert words(block(page, "Timeline")).startswith("Times in Europe/Paris No.")
    card = facts(block(page, "idoc-card"))
    assert card["Started"] == "not recorded"
    assert card["Time to detect"] == "not recorded Detected 4 Mar 2026, 10:56"


@pytest.mark.parametrize(
    ("states", "card", "sentence"),
    [
        (("done",), "1 of 1 action done", "1 of 1 done. All action items"),
        (("done", "open"), "1 of 2 actions done , 1 overdue", "1 of 2 done , 1 overdue . All action items"),
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
    [link] = re.findall(r'class="idoc-done">(.*?)</a>', block(page, "idoc-card"))
    assert words(link) == card
    assert words(block(page, "Action items").partition("<table")[0]) == sentence


def test_columns_of_the_authors_own_are_kept() -> None:
    mitigations = "| Action | Result | By |\n|---|---|---|\n| Rolled back | Better | **ana** |\n| Waited | |"
    actions = (
        "| Action | Owner | Due | Status | Ticket | Priority | Cost |\n|---|---|---|---|---|---|---|\n"
        "| <action> | | | | | | |\n| Mend it | @ana | 2026-04-01 | done | [T-1](https://t.example) | high | 5 |"
    )
    text = with_section("Mitigation Applied", mitigations)
    assert rows(block(shown(text), "Mitigation applied")) == [
        ["Action", "Result", "By"],
        ["Rolled back", "Better", "ana"],
        ["Waited", "", ""],
    ]
    table = block(shown(with_section("Action items", actions)), "Action items")
    assert rows(table) == [
        ["State", "Action", "Owner", "Due", "Ticket", "Priority", "Cost"],
        ["Done", "Mend it", "@ana", "2026-04-01", "T-1", "high", "5"],
    ]
    assert 'id="action-2"' in table


def test_a_table_that_cannot_be_read_is_shown_as_written() -> None:
    page = shown(with_section("Timeline", "| When | What |\n|---|---|\n| noon | *Lunch* |"))
    assert block(page, "Timeline").startswith(
        '<div class="idoc idoc-prose"><div class="idoc-scroll"><table class="idoc-table">'
    )
    assert rows(block(page, "Timeline")) == [["When", "What"], ["noon", "Lunch"]]
    assert (
        words(block(shown(with_section("Action items", "None: it was a drill")), "Action items"))
        == "None: it was a drill"
    )
