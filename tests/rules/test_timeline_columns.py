import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import timeline_columns
from tests.examples import ACTIVE, running, weave
from tests.rules.support import fixed, messages, section, timeline, with_parts

ROWS = """| 09:50 | Release 4.12 goes out |
| 09:56 | The on-call engineer is paged |
| 10:20 | Release 4.12 is rolled back |
| 10:58 | The error rate is normal |
"""
TABLE = "| Time | Event |\n|------|-------|\n| 09:50 | <event> |\n"


def with_headings(headings: str, keys: str = "", dashes: str = "|--|--|") -> str:
    return with_parts(section("Timeline", f"{headings}\n{dashes}\n{ROWS}"), keys)


def test_both_columns_may_be_missing_and_the_place_is_the_line_of_headings() -> None:
    document = parse(weave("#### Timeline\n | Author | Mood |\n|---|---|\n| ana | fine |\n"))
    [finding] = timeline_columns.check(document)
    assert finding.message == "there are no columns Time and Event; the table needs Time and Event"
    assert document.lines[finding.line - 1][finding.column - 1 : (finding.end_column or 0) - 1] == "Author | Mood"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("| Time (UTC) | Event |", ["the column Time (UTC) must be called Time"]),
        ("| **When** | What |", ["the column **When** must be called Time", "the column What must be called Event"]),
        ("| Tiem | Events |", ["the column Tiem must be called Time", "the column Events must be called Event"]),
        ("| *time* | EVENT |", []),
    ],
)
def test_a_column_is_known_by_its_words_and_by_what_others_call_it(headings: str, expected: list[str]) -> None:
    assert messages(timeline_columns, timeline("| 09:50 | Start |", f"{headings}")) == expected


def test_a_timeline_that_is_missing_or_empty_is_no_matter_of_its_columns() -> None:
    assert list(timeline_columns.check(parse(""))) == []
    assert list(timeline_columns.check(parse("#### Timeline\n\n#### Root Cause\n"))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| When | What |", "| Time | Event |"),
        ("|**When**| __What happened__ |", "|**Time**| __Event__ |"),
        ("Timestamp | Events", "Time | Event"),
        ("| Time (UTC) | Event |", "| Time | Event |"),
        ("| UTC | Event description |", "| Time | Event |"),
    ],
)
def test_a_column_gets_its_name(before: str, after: str) -> None:
    assert fixed(with_headings(before)) == with_headings(after)


def test_pipes_that_stand_in_line_still_do() -> None:
    dashes = "|--------|-------|"
    assert fixed(with_headings("| When   | What  |", dashes=dashes)) == with_headings(
        "| Time   | Event |", dashes=dashes
    )
    dashes = "|-----------|------|"
    assert fixed(with_headings("| Timestamp | What |", dashes=dashes)) == with_headings(
        "| Time      | Event |", dashes=dashes
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| Time (PST) | Event |", "| Time | Event |"),
        ("| Time of day | Event |", "| Time | Event |"),
        ("| Tier | Event |", "| Time | Event |"),
        ("| Time | Event (of whom?) |", "| Time | Event |"),
        ("| When | Timestamp | Event |", "| Time | Timestamp | Event |"),
    ],
)
def test_a_name_that_says_more_or_may_be_anothers_is_a_guess(before: str, after: str) -> None:
    dashes = "|--|--|--|" if "Timestamp" in before else "|--|--|"
    rows = ROWS.replace(" | ", " | | ") if "Timestamp" in before else ROWS
    text = weave(f"#### Timeline\n{before}\n{dashes}\n{rows}")
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == weave(f"#### Timeline\n{after}\n{dashes}\n{rows}")


def test_the_zone_of_the_document_may_be_lost_and_no_other() -> None:
    front = "timezone: Europe/London"
    for name in ("Time (GMT)", "Time (Europe/London)"):
        assert "\n| Time | Event |\n" in fixed(with_headings(f"| {name} | Event |", front))
    assert "\n| Time (CET) | Event |\n" in fixed(with_headings("| Time (CET) | Event |", front))


def test_a_rename_that_would_bring_new_findings_to_light_is_not_made() -> None:
    text = weave("#### Timeline\n| When | Event |\n|--|--|\n| soon | Release 4.12 goes out |\n")
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("#### Timeline\n- 09:50: errors\n", f"#### Timeline\n{TABLE}\n- 09:50: errors\n"),
        ("#### Timeline\n\nErrors since 09:50\n", f"#### Timeline\n{TABLE}\nErrors since 09:50\n"),
    ],
)
def test_a_missing_table_is_put_under_the_heading_until_the_incident_is_resolved(before: str, after: str) -> None:
    assert fixed(running(before)) == running(after)
    resolved = weave(before)
    assert fixed(resolved, unsafe=True) == resolved


def test_a_table_for_an_incident_of_which_the_start_is_unknown_has_no_time_in_it() -> None:
    base = ACTIVE.replace("started: 2026-03-04T09:50:00Z\n", "")
    text = running("#### Timeline\nErrors\n", base)
    assert "| Time | Event |\n|------|-------|\n| <time> | <event> |\n\nErrors\n" in fixed(text)
