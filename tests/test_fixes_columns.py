"""What the fixes make of tables whose columns are missing or have other names."""

import pytest

from tests.mending import ACTIVE, mended, running, woven

ROWS = """| 09:50 | Release 4.12 goes out |
| 09:56 | The on-call engineer is paged |
| 10:20 | Release 4.12 is rolled back |
| 10:58 | The error rate is normal |
"""


def timeline(headings: str, front: str = "", dashes: str = "|--|--|") -> str:
    return woven(f"{front}#### Timeline\n{headings}\n{dashes}\n{ROWS}")


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
    assert mended(timeline(before)) == timeline(after)


def test_pipes_that_stand_in_line_still_do() -> None:
    dashes = "|--------|-------|"
    assert mended(timeline("| When   | What  |", dashes=dashes)) == timeline("| Time   | Event |", dashes=dashes)
    dashes = "|-----------|------|"
    assert mended(timeline("| Timestamp | What |", dashes=dashes)) == timeline("| Time      | Event |", dashes=dashes)


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
    text = woven(f"#### Timeline\n{before}\n{dashes}\n{rows}")
    assert mended(text) == text
    assert mended(text, unsafe=True) == woven(f"#### Timeline\n{after}\n{dashes}\n{rows}")


def test_the_zone_of_the_document_may_be_lost_and_no_other() -> None:
    front = "---\ntimezone: Europe/London\n---\n"
    for name in ("Time (GMT)", "Time (Europe/London)"):
        assert "\n| Time | Event |\n" in mended(timeline(f"| {name} | Event |", front))
    assert "\n| Time (CET) | Event |\n" in mended(timeline("| Time (CET) | Event |", front))


def test_a_rename_that_would_bring_new_findings_to_light_is_not_made() -> None:
    text = woven("#### Timeline\n| When | Event |\n|--|--|\n| soon | Release 4.12 goes out |\n")
    assert mended(text) == text


def test_columns_of_actions_and_mitigations_get_their_names() -> None:
    row = "| Alert when the pool is 80 % used | @bo | 2026-03-13 |"
    assert mended(woven(f"#### Action items\n| Task | Assignee | Due date |\n|--|--|--|\n{row}\n")) == woven(
        f"#### Action items\n| Action | Owner | Due |\n|--|--|--|\n{row}\n"
    )
    row = "| Rolled back | Errors stopped |"
    assert mended(woven(f"#### Mitigation Applied\n| Step | Outcome |\n|--|--|\n{row}\n")) == woven(
        f"#### Mitigation Applied\n| Action | Result |\n|--|--|\n{row}\n"
    )


def test_by_may_be_a_day_or_a_person() -> None:
    text = woven(
        "#### Action items\n| Action | Owner | By |\n|--|--|--|\n| Alert when the pool is full | @bo | 2026-03-13 |\n"
    )
    assert mended(text) == text
    assert mended(text, unsafe=True) == text.replace("| By |", "| Due |")


TABLE = "| Time | Event |\n|------|-------|\n| 09:50 | <event> |\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("#### Timeline\n- 09:50: errors\n", f"#### Timeline\n{TABLE}\n- 09:50: errors\n"),
        ("#### Timeline\n\nErrors since 09:50\n", f"#### Timeline\n{TABLE}\nErrors since 09:50\n"),
    ],
)
def test_a_missing_table_is_put_under_the_heading_until_the_incident_is_resolved(before: str, after: str) -> None:
    assert mended(running(before)) == running(after)
    resolved = woven(before)
    assert mended(resolved, unsafe=True) == resolved


def test_a_table_for_an_incident_of_which_the_start_is_unknown_has_no_time_in_it() -> None:
    base = ACTIVE.replace("started: 2026-03-04T09:50:00Z\n", "")
    text = running("#### Timeline\nErrors\n", base)
    assert "| Time | Event |\n|------|-------|\n| <time> | <event> |\n\nErrors\n" in mended(text)


def test_a_table_of_mitigations_is_asked_for_once_there_are_some() -> None:
    base = (
        ACTIVE.replace("status: active", "status: mitigating")
        .replace("🔴 Active", "🟡 Mitigating")
        .replace("services:", "mitigated: 2026-03-04T10:20:00Z\nservices:")
    )
    text = running("#### Mitigation Applied\nRolled back.\n", base)
    assert mended(text) == running(
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n\nRolled back.\n",
        base,
    )
