"""What the fixes make of due dates, of statuses of actions and of the bullets of the current status."""

import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import current_status_bullets
from tests.mending import mended, running, woven


def actions(due: str, status: str) -> str:
    row = f"| Alert when the pool is 80 % used | @bo | {due} | {status} |"
    return woven(f"#### Action items\n| Action | Owner | Due | Status |\n|--|--|--|--|\n{row}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("March 20, 2026", "2026-03-20"),
        ("by Friday, 20 March 2026", "2026-03-20"),
        ("20.03.2026", "2026-03-20"),
        ("04.04.2026", "2026-04-04"),
        ("03/20/2026", "2026-03-20"),
        ("2026/3/20", "2026-03-20"),
        ("20260320", "2026-03-20"),
    ],
)
def test_a_day_is_written_as_iso_has_it(before: str, after: str) -> None:
    assert mended(actions(before, "open")) == actions(after, "open")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("03.04.2026", "2026-04-03"),
        ("Monday, March 20, 2026", "2026-03-20"),
        ("2026-03-20 (after the freeze)", "2026-03-20"),
        ("2026-03-20 14:00", "2026-03-20"),
    ],
)
def test_a_day_that_may_be_another_or_comes_with_more_is_a_guess(before: str, after: str) -> None:
    assert mended(actions(before, "open")) == actions(before, "open")
    assert mended(actions(before, "open"), unsafe=True) == actions(after, "open")


@pytest.mark.parametrize("due", ["03/04/2026", "next week", "2026-02-30", ""])
def test_what_is_no_day_stays(due: str) -> None:
    assert mended(actions(due, "open"), unsafe=True) == actions(due, "open")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Closed", "done"),
        ("✅", "done"),
        ("✅ Done", "done"),
        ("[x]", "done"),
        ("WIP", "in progress"),
        ("todo", "open"),
    ],
)
def test_a_status_becomes_the_word_of_the_format(before: str, after: str) -> None:
    assert mended(actions("2026-03-20", before)) == actions("2026-03-20", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("undone", "done"),
        ("done (2026-03-05)", "done"),
        ("❌", "won't do"),
        ("⏳", "in progress"),
        ("in progres", "in progress"),
    ],
)
def test_a_status_that_is_like_a_word_or_says_more_is_a_guess(before: str, after: str) -> None:
    assert mended(actions("2026-03-20", before)) == actions("2026-03-20", before)
    assert mended(actions("2026-03-20", before), unsafe=True) == actions("2026-03-20", after)


def test_what_is_no_status_stays() -> None:
    assert mended(actions("2026-03-20", "soon"), unsafe=True) == actions("2026-03-20", "soon")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Services: down", "- Services: down\n- Affected users: <affected users>\n- Monitoring: <monitoring>"),
        (
            "* **Monitoring:** errors\n  and pages\n\n* **Affected users:** all",
            "* **Services:** <services>\n* **Monitoring:** errors\n  and pages\n\n* **Affected users:** all",
        ),
        (
            "  - __Services__:\n    - checkout: down\n  - Monitoring: errors\n\n<!-- more -->",
            "  - __Services__:\n    - checkout: down\n  - __Affected users__: <affected users>\n  - Monitoring: errors\n\n<!-- more -->",
        ),
        (
            "",
            "- Services: <services>\n- Affected users: <affected users>\n- Monitoring: <monitoring>",
        ),
        (
            "Checkout is down.",
            "- Services: <services>\n- Affected users: <affected users>\n- Monitoring: <monitoring>\n\nCheckout is down.",
        ),
        (
            "- checkout is down",
            "- Services: <services>\n- Affected users: <affected users>\n- Monitoring: <monitoring>\n- checkout is down",
        ),
        (
            "- Service: down\n- **Affected**: all\n- Montioring: errors",
            "- Services: down\n- **Affected users**: all\n- Monitoring: errors",
        ),
        ("- Affected user: all", "- Services: <services>\n- Affected users: all\n- Monitoring: <monitoring>"),
    ],
)
def test_missing_bullets_are_added_and_misspelt_ones_corrected(before: str, after: str) -> None:
    assert mended(running(f"#### Current Status\n{before}\n")) == running(f"#### Current Status\n{after}\n")


def test_bullets_are_added_to_a_file_whose_last_line_has_no_end() -> None:
    text = running("#### Current Status\n- Services: down\n- Affected users: all\n").rstrip("\n")
    assert mended(text) == f"{text}\n- Monitoring: <monitoring>\n"


def test_no_placeholder_is_added_once_the_incident_is_resolved() -> None:
    text = woven("#### Current Status\n- Services: fine\n- Affected services: none\n- Monitoring: errors\n")
    assert mended(text, unsafe=True) == text


def test_a_document_without_a_current_status_has_no_bullets_to_speak_of() -> None:
    assert list(current_status_bullets.check(parse(""))) == []
