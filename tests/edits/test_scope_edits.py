"""How far an incident reaches is written in three places, and nothing else changes; bullets hold any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.edit import apply_edits
from incident_docs.document.parse import parse
from incident_docs.document.times import Moment, read_moment
from incident_docs.edits.bullet_edits import set_bullet
from incident_docs.edits.cell_text import block_text, one_line
from incident_docs.edits.scope_edits import Scope, record_scope
from incident_docs.errors import CannotEdit
from incident_docs.format.configuration import read_configuration
from incident_docs.format.sections import CURRENT_STATUS
from tests.edits.styles import HOSTILE, documents, edited, new_rules
from tests.examples import ACTIVE, BASE, running

AT = read_moment("2026-03-04T10:00:00Z")
assert AT is not None
MOMENT: Moment = AT


def status(text: str, label: str, value: str) -> str:
    """The current status, after a bullet is set."""
    after = edited(text, lambda document: set_bullet(document, CURRENT_STATUS.id, label, value))
    return after.split("#### Current Status\n", 1)[1].split("\n\n", 1)[0].rstrip()


def test_a_bullet_is_rewritten_or_added_in_the_manner_of_the_others() -> None:
    bullets = "#### Current Status\n* **Services**: all\n  - ledger\n  too\n* **Monitoring**:\n"
    assert status(running(bullets), "Services", " checkout\n<!-- \x1b") == (
        "* **Services**: checkout &lt;!--\n* **Monitoring**:"
    )
    assert status(running(bullets), "monitoring", "errors").endswith("* **Monitoring**: errors")
    assert status(running(bullets), "Affected users", "a | b").splitlines()[-2:] == [
        "* **Affected users**: a | b",
        "* **Monitoring**:",
    ]
    assert status(running("#### Current Status\n"), "Services", "checkout") == "- Services: checkout"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ACTIVE.replace("#### Current Status", "#### Notes"), "there is no section Current Status"),
        (
            BASE.replace("- Affected users: 1,900 customers\n", ""),
            "Current Status of a resolved incident may hold no placeholders",
        ),
    ],
)
def test_without_a_place_a_bullet_is_not_set(text: str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        set_bullet(parse(text), CURRENT_STATUS.id, "Affected users", "x")
    assert str(refused.value) == reason


def test_where_an_organisation_has_other_bullets_they_stay() -> None:
    read = read_configuration('[sections.current-status]\nbullets = ["Dienste"]\n', "incident-docs.toml")
    assert read is not None
    text = ACTIVE.replace("- Services:", "- Dienste:")
    scope = Scope(("ledger",), users="all")
    after = apply_edits(text, record_scope(parse(text, format=read.format), scope, MOMENT))
    assert after == text.replace("[checkout]", "[checkout, ledger]").replace(
        "all regions |\n", "all regions |\n| 10:00 | Scope: services ledger; users all |\n"
    )


@settings(max_examples=40)
@given(documents(), HOSTILE, st.booleans())
def test_a_scope_brings_no_finding_and_can_be_read_again(text: str, users: str, is_spreading: bool) -> None:
    spread = "spreading" if is_spreading else "contained"
    scope = Scope(("a-new-one",), ("eu-1",), one_line(users), spread)
    before = parse(text)
    moment = before.times["started"]
    after = edited(text, lambda document: record_scope(document, scope, moment))
    document = parse(after)
    assert document.texts("services") == (*before.texts("services"), "a-new-one")
    assert (document.texts("regions"), document.text("spread")) == (("eu-1",), spread)
    assert len(document.timeline) == len(before.timeline) + 1
    assert after.split("#### Verification")[1:] == text.split("#### Verification")[1:]
    assert not new_rules(text, after) - {"affected-users-unmeasured", "timeline-gap"}


@given(HOSTILE | st.text())
def test_a_block_of_any_text_has_no_control_characters(text: str) -> None:
    written = block_text(text)
    assert not any(char in written for char in "\r\0\x1b\u202e")
    assert block_text(written) == written
