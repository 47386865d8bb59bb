import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import current_status_bullets
from tests.examples import running, weave
from tests.rules.support import fixed, messages


def test_bullets_that_are_missing_are_named_together() -> None:
    assert messages(current_status_bullets, "#### Current Status\n1. Services: fine\n\nAll is well.\n") == [
        "the bullets Services, Affected users and Monitoring are missing; write each as - Services: ..."
    ]


def test_bullets_may_be_empty_while_the_incident_runs_and_the_section_may_be_missing() -> None:
    empty = "#### Current Status\n- Services:\n- Affected users: <count>\n- Monitoring: -\n"
    assert messages(current_status_bullets, f"---\nstatus: active\n---\n\n{empty}") == []
    assert messages(current_status_bullets, empty) == [
        f"{label} says nothing yet; write what is known, or that it is not"
        for label in ("Services", "Affected users", "Monitoring")
    ]
    assert list(current_status_bullets.check(parse(""))) == []


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
    assert fixed(running(f"#### Current Status\n{before}\n")) == running(f"#### Current Status\n{after}\n")


def test_bullets_are_added_to_a_file_whose_last_line_has_no_end() -> None:
    text = running("#### Current Status\n- Services: down\n- Affected users: all\n").rstrip("\n")
    assert fixed(text) == f"{text}\n- Monitoring: <monitoring>\n"


def test_no_placeholder_is_added_once_the_incident_is_resolved() -> None:
    text = weave("#### Current Status\n- Services: fine\n- Affected services: none\n- Monitoring: errors\n")
    assert fixed(text, unsafe=True) == text


def test_a_document_without_a_current_status_has_no_bullets_to_speak_of() -> None:
    assert list(current_status_bullets.check(parse(""))) == []
