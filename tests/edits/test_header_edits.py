"""The status of an incident changes in the frontmatter, the heading and the Duration line together."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.document.times import Moment
from incident_docs.edits.header_edits import set_status
from incident_docs.errors import CannotEdit
from tests.edits.styles import documents, edited, new_rules
from tests.examples import ACTIVE, BASE

AT = Moment(datetime(2026, 3, 4, 10, 58, tzinfo=UTC))


def test_an_incident_is_resolved_and_reopened() -> None:
    resolved = edited(ACTIVE, lambda document: set_status(document, "resolved", {"resolved": AT}))
    expected = ACTIVE
    for old, new in (
        ("status: active", "status: resolved"),
        ("09:50:00Z\n", "09:50:00Z\nresolved: 2026-03-04T10:58:00Z\n"),
        ("🔴 Active", "🟢 Resolved"),
        ("ongoing", "2026-03-04 10:58 UTC (1h 08m)"),
    ):
        expected = expected.replace(old, new)
    assert resolved == expected
    assert edited(resolved, lambda document: set_status(document, "active", {"resolved": None})) == ACTIVE


def test_what_is_not_in_the_header_is_not_added() -> None:
    text = ACTIVE.replace("#### Status: 🔴 Active\n\n", "").replace(
        "**Duration**: 2026-03-04 09:50 UTC - ongoing\n", ""
    )
    after = edited(text, lambda document: set_status(document, "mitigating"))
    assert after == text.replace("status: active", "status: mitigating")


def test_where_the_end_is_not_known_the_duration_stays() -> None:
    after = edited(ACTIVE, lambda document: set_status(document, "resolved"))
    assert after == ACTIVE.replace("status: active", "status: resolved").replace("🔴 Active", "🟢 Resolved")


def test_a_value_never_touches_its_colon() -> None:
    text = ACTIVE.replace("#### Status: 🔴 Active", "#### Status:")
    after = edited(text, lambda document: set_status(document, "mitigating"))
    assert "#### Status: 🟡 Mitigating\n" in after


def test_only_a_status_of_the_format_can_be_set() -> None:
    with pytest.raises(CannotEdit) as refused:
        set_status(parse(BASE), "closed")
    assert str(refused.value) == "there is no status closed"


@settings(max_examples=40)
@given(documents(), st.sampled_from(["active", "mitigating", "resolved"]), st.integers(0, 10_000))
def test_the_header_says_what_the_frontmatter_says(text: str, status: str, minutes: int) -> None:
    before = parse(text)
    at = Moment(before.times["started"].at + timedelta(minutes=minutes)) if status == "resolved" else None
    after = edited(text, lambda document: set_status(document, status, {"resolved": at}))
    document = parse(after)
    assert document.status is not None
    assert document.status.id == status
    assert document.times.get("resolved") == at
    assert not new_rules(text, after) & {"header-mismatch", "frontmatter-type", "frontmatter-syntax"}
    assert edited(after, lambda document: set_status(document, status, {"resolved": at})) == after
    assert [section.heading.value for section in document.sections] == [
        section.heading.value for section in before.sections
    ]
    assert len(document.timeline) == len(before.timeline)
