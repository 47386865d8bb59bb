"""Whether a section says anything."""

import pytest

from incident_docs.document.parse import parse
from incident_docs.reading.unwritten import is_only_template, says_nothing


def hollow(content: str, heading: str = "#### What went well", status: str = "resolved") -> bool:
    document = parse(f"---\nstatus: {status}\n---\n### Postmortem\n{heading}\n{content}\n\n#### Other\n")
    return says_nothing(document.sections[0], document)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n \n",
        "<!-- a\n\n b -->",
        "***\n\n---",
        "##### The first hour",
        "- \n- ?",
        "> ...",
        "```\n\n```",
    ],
)
def test_space_comments_rules_and_headings_say_nothing(content: str) -> None:
    assert hollow(content)
    assert hollow(content, status="active")


@pytest.mark.parametrize(
    "content",
    ["<what helped>", "- <what>\n- TODO", "1. <what>", "> **<what>**", "- Not published", "| <who> | <when> |"],
)
def test_placeholders_say_nothing_once_the_incident_is_resolved(content: str) -> None:
    assert hollow(content)
    assert not hollow(content, status="active")


@pytest.mark.parametrize("content", ["x", "- x <y>", "```\n<x>\n```", "    <x>", "| a | b |\n|--|--|", "<!-- x --> y"])
def test_words_and_code_say_something(content: str) -> None:
    assert not hollow(content)


def test_where_code_is_due_a_placeholder_in_it_says_nothing_and_where_rows_are_due_the_columns_do_not() -> None:
    assert hollow("```\n<commands>\n```", "#### Verification")
    assert not hollow("```\ncurl\n```", "#### Verification")
    assert hollow("| Action | Owner | Due |\n|--|--|--|", "#### Action items")
    assert hollow("| Action | Owner | Due |\n|--|--|--|\n| <what> | TBD | - |", "#### Action items")
    assert not hollow("| Action | Owner | Due |\n|--|--|--|\n| <what> | @ana | - |", "#### Action items")
    assert not hollow("<x>", "#### An own section", status="active")


def left(content: str, heading: str) -> bool:
    document = parse(f"---\nstatus: active\n---\n{heading}\n{content}\n\n#### Other\n")
    return is_only_template(document.sections[0], document)


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("#### Root Cause", "<explanation>\n\n<!-- a comment -->\n\n---"),
        ("#### Timeline", "| Time | Event |\n|------|-------|\n| <time> | <event> |"),
        ("#### Current Status", "- Services: <services>\n- Affected users: <affected users>\n- Monitoring:"),
        ("#### Verification", "```\n<commands to verify resolution>\n```"),
        ("#### Verification", "    <commands to verify resolution>"),
    ],
)
def test_a_section_of_a_template_is_told_from_one_that_somebody_began(heading: str, content: str) -> None:
    assert left(content, heading)
    assert not left(f"{content}\n\nWe think that it is the cache.", heading)


def test_the_columns_of_an_authors_own_table_and_headings_within_a_section_say_something() -> None:
    assert not left("| Who |\n|-----|\n| <who> |", "#### Another section")
    assert not left("##### The first hour", "#### Root Cause")
