"""A section comes into its place, with as much under it as may stand there now."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.edits.section_insertion import insert_section
from incident_docs.errors import CannotEdit
from incident_docs.format.definition import DEFAULT
from tests.edits.styles import added_and_removed, documents, edited, new_rules
from tests.examples import ACTIVE, BASE


def without(heading: str, text: str) -> str:
    before, rest = text.split(f"#### {heading}\n", 1)
    _, mark, after = rest.partition("\n#### ")
    return f"{before}{mark.lstrip()}{after}" if mark else f"{before.rstrip()}\n"


@pytest.mark.parametrize(
    ("id", "heading", "body"),
    [
        ("timeline", "Timeline", "| Time | Event |\n|------|-------|\n| 09:50 | <event> |"),
        ("root-cause", "Root Cause", "<explanation>"),
        (
            "current-status",
            "Current Status",
            "- Services: <services>\n- Affected users: <affected users>\n- Monitoring: <monitoring>",
        ),
    ],
)
def test_a_section_comes_with_its_placeholders_while_the_incident_runs(id: str, heading: str, body: str) -> None:
    text = without(heading, ACTIVE)
    after = edited(text, lambda document: insert_section(document, id))
    assert f"#### {heading}\n{body}\n" in after
    assert [section.known.id for section in parse(after).sections if section.known] == [
        section.known.id for section in parse(ACTIVE).sections if section.known
    ]
    assert added_and_removed(text, after)[1] == []


def test_a_section_comes_with_the_text_that_is_given() -> None:
    body = "```\ncurl -fsS https://checkout.example.net/health\n```"
    text = BASE.replace(f"#### Verification\n{body}\n\n", "")
    assert edited(text, lambda document: insert_section(document, "verification", body)) == BASE
    after = edited(BASE, lambda document: insert_section(document, "lucky", "- It was noon."))
    assert after == f"{BASE}\n#### Where we got lucky\n- It was noon.\n"


@pytest.mark.parametrize("end", ["", "\n---\n"])
def test_the_first_section_of_the_postmortem_brings_its_heading(end: str) -> None:
    after = edited(ACTIVE + end, lambda document: insert_section(document, "what-happened"))
    section = "#### What happened\n<the story, for somebody who was not there>\n"
    assert after == f"{ACTIVE}\n---\n\n### Postmortem (after resolution)\n\n{section}"
    both = edited(after, lambda document: insert_section(document, "went-well"))
    assert both == f"{after}\n#### What went well\n- <what helped>\n"


@pytest.mark.parametrize(
    ("text", "id", "reason"),
    [
        (BASE, "timeline", "Timeline is there already"),
        (BASE, "time-line", "the format has no section time-line"),
        (without("Root Cause", BASE), "root-cause", "a resolved incident has to say something under Root Cause"),
        (
            BASE.replace("### Postmortem (after resolution)\n", "").replace("status: resolved", "status: active"),
            "lucky",
            "there is no ### Postmortem (after resolution) above the other sections of the postmortem",
        ),
    ],
)
def test_without_a_place_or_words_there_is_a_reason(text: str, id: str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        insert_section(parse(text), id)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("text", "id", "heading", "body"),
    [
        (ACTIVE.replace("#### Current Status", "```\n#### Current Status"), "current-status", "Current Status", None),
        (without("Root Cause", ACTIVE), "root-cause", "Root Cause", "```\na trace"),
    ],
)
def test_a_section_that_would_be_read_as_something_else_is_refused(
    text: str, id: str, heading: str, body: str | None
) -> None:
    with pytest.raises(CannotEdit) as refused:
        insert_section(parse(text), id, body)
    assert str(refused.value) == f"{heading} would be read as something else; look for a code block without an end"


def test_a_section_that_is_not_demanded_needs_others_before_it() -> None:
    text = f"{BASE.partition('### Postmortem')[0]}### Postmortem (after resolution)\n"
    with pytest.raises(CannotEdit) as refused:
        insert_section(parse(text), "lucky", "- It was noon.")
    assert str(refused.value) == "no section is there behind which Where we got lucky could stand"


def test_among_headings_out_of_order_there_is_no_place() -> None:
    text = ACTIVE.replace("#### Current Status", "#### Timeline").replace("#### Timeline", "#### Current Status", 1)
    with pytest.raises(CannotEdit) as refused:
        insert_section(parse(without("Root Cause", text)), "root-cause")
    assert str(refused.value) == "the place of #### Root Cause cannot be known among the headings that are there"


@settings(max_examples=40)
@given(documents(), st.sampled_from([section.id for section in DEFAULT.sections if section.demanded_from]))
def test_a_section_that_is_taken_out_comes_back_in_its_place(text: str, id: str) -> None:
    before = parse(text)
    section = before.section(id)
    if section is None:
        return
    taken = text.splitlines(keepends=True)
    del taken[section.heading.line - 1 : section.last]
    rest = "".join(taken)
    after = edited(rest, lambda document: insert_section(document, id, "What stood here."))
    document = parse(after)
    known = [each.known.id for each in before.sections if each.known]
    assert [each.known.id for each in document.sections if each.known] == known
    added, removed = added_and_removed(rest, after)
    assert removed in ([], [rest.splitlines(keepends=True)[-1]])
    assert "What stood here.\n" in "".join(added).replace("\r\n", "\n")
    assert not new_rules(text, after) & {"section-missing", "section-order", "section-level", "section-name"}
