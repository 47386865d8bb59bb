"""What the rules on placeholders, bullets, verification and early postmortems say where an example does not fit."""

import pytest

from incident_docs.document.parse import parse
from incident_docs.reading.bullets import labelled_bullets
from incident_docs.rules import (
    Rule,
    current_status_bullets,
    placeholder_left,
    premature_postmortem,
    verification_missing,
)
from tests.examples import BASE, _weave

REPORT = "---\nsources: [https://status.example.net/1]\n---\n"
STANDS = "was left standing; write what belongs there, or remove it"
NO_SOURCES = "not published is for documents with sources; write what is known"


def says(rule: Rule, example: str) -> list[str]:
    """The messages on a clean document with these parts in place of its own."""
    return [finding.message for finding in rule.check(parse(_weave(example)))]


def marked(rule: Rule, example: str) -> list[str]:
    """The stretches of text that the findings point at."""
    document = parse(_weave(example))
    return [document.lines[f.line - 1][f.column - 1 : (f.end_column or 1_000) - 1] for f in rule.check(document)]


def test_placeholders_are_pointed_at_everywhere() -> None:
    example = """---
commander: TBD
services: [checkout, "<service>"]
tags: [TODO, TODO]
sources: [{title: <title>, url: "https://example.net/<id>"}]
postmortem: {status: complete, owner: FIXME}
x-note: TODO
---

#### Timeline
| Time  | Event       |
|-------|-------------|
| 09:50 | <event>     |
| 10:58 | Rolled back |

#### My own <section>
> a quoted TBD

    TODO in code

* a list with TODO
  ```
  TODO in code
  ```
  and <more>

##### A deeper TODO
<details>
XXX
</details>
"""
    expected = ["<service>", "TBD", "TODO", "TODO", "<title>", "FIXME", "<event>", "<section>"]
    assert marked(placeholder_left, example) == [*expected, "TBD", "TODO", "<more>", "TODO", "XXX"]


def test_a_value_on_several_lines_is_pointed_at_where_it_begins() -> None:
    document = parse(BASE.replace("services: [checkout]", "services: [checkout]\ncommander: >\n  it is\n  <name>"))
    [finding] = placeholder_left.check(document)
    assert (document.lines[finding.line - 1], finding.message) == ("commander: >", f"<name> {STANDS}")


def test_an_alias_is_no_trap() -> None:
    front = "---\ntags: &a [x]\nauthors: *a\ncommander: [[TODO]]\n---\n"
    assert says(placeholder_left, front) == []


def test_what_another_rule_reports_is_not_said_twice() -> None:
    body = """#### Severity: P1
**Impact**: <impact> and
TODO more
**Duration**: <duration>

#### Timeline
| Time   | Event       |
|--------|-------------|
| <time> | Rolled back |

#### Current Status
- Services: fine
- Affected users: not published
- Monitoring:
  <what to watch>

#### Mitigation Applied
| Action   | Result   |
|----------|----------|
| <action> | <result> |

#### Action items
| Action          | Owner         | Due           | Status |
|-----------------|---------------|---------------|--------|
| Test the load   | TBD           | <due>         | TODO   |
| Watch the <x>   | not published | not published | open   |
"""
    assert says(placeholder_left, body) == [f"<x> {STANDS}"]
    assert says(placeholder_left, BASE.replace("Incident Response: Checkout", "Incident Response: <title>")) == []


def test_a_document_may_have_no_impact_or_end_with_it() -> None:
    front = "---\nstatus: resolved\n---\n\n"
    assert [finding.message for finding in placeholder_left.check(parse(f"{front}TODO\n"))] == [f"TODO {STANDS}"]
    assert list(placeholder_left.check(parse(f"{front}#### Severity: P1\n**Impact**: TODO\n<more>"))) == []


@pytest.mark.parametrize("reason", ["<reason>", "not published"])
def test_a_reason_that_is_missing_is_reported_where_actions_are_required(reason: str) -> None:
    body = f"#### Action items\nNone: {reason}\n"
    assert says(placeholder_left, body) == []
    assert len(says(placeholder_left, f"---\nseverity: P3\n---\n\n{body}")) == 1
    assert says(placeholder_left, "#### Action items\nNone: it is gone, as is <x>\n") == [f"<x> {STANDS}"]


def test_an_empty_section_is_reported_as_that_and_an_optional_one_by_its_placeholders() -> None:
    assert says(placeholder_left, "#### What went well\n- <what helped>\n") == []
    assert says(placeholder_left, "#### Where we got lucky\n- <by chance>\n") == [f"<by chance> {STANDS}"]


def test_a_template_row_is_reported_where_no_action_is_required() -> None:
    body = "#### Action items\n| Action | Owner | Due |\n|---|---|---|\n| <action> | <owner> | <due> |\n"
    assert says(placeholder_left, body) == []
    low = f"---\nseverity: P3\n---\n\n{body}"
    assert says(placeholder_left, low) == [f"{mark} {STANDS}" for mark in ("<action>", "<owner>", "<due>")]
    unknown = f"---\nseverity: P9\n---\n\n{body}"
    assert says(placeholder_left, unknown) == says(placeholder_left, low)


@pytest.mark.parametrize(
    "line", ["not published", "- **Not published.**", "- Detection: not published", "> not published"]
)
def test_not_published_is_a_placeholder_without_sources(line: str) -> None:
    example = f"#### What happened\nIt broke.\n\n{line}\n"
    assert [message.lower() for message in says(placeholder_left, example)] == [NO_SOURCES]
    assert says(placeholder_left, f"{REPORT}\n{example}") == []


def test_not_published_in_a_sentence_is_no_placeholder() -> None:
    assert says(placeholder_left, "#### What happened\nThe count was not published by us.\n") == []


def test_bullets_that_are_missing_are_named_together() -> None:
    assert says(current_status_bullets, "#### Current Status\n1. Services: fine\n\nAll is well.\n") == [
        "the bullets Services, Affected users and Monitoring are missing; write each as - Services: ..."
    ]


def test_bullets_may_be_empty_while_the_incident_runs_and_the_section_may_be_missing() -> None:
    empty = "#### Current Status\n- Services:\n- Affected users: <count>\n- Monitoring: -\n"
    assert says(current_status_bullets, f"---\nstatus: active\n---\n\n{empty}") == []
    assert says(current_status_bullets, empty) == [
        f"{label} says nothing yet; write what is known, or that it is not"
        for label in ("Services", "Affected users", "Monitoring")
    ]
    assert list(current_status_bullets.check(parse(""))) == []


def test_bullets_are_read_in_every_form() -> None:
    text = """#### Current Status
* **Services**: fine
  - checkout
  - search
+ __Affected users:__ 12
  or more
-  Monitoring:

   the pool
- no label
  at all
- Services: again
- no label, last
"""
    document = parse(text)
    read = list(labelled_bullets(document.sections[0], document.lines))
    assert [(bullet.label.value, bullet.text) for bullet in read] == [
        ("Services", "fine - checkout - search"),
        ("Affected users", "12 or more"),
        ("Monitoring", "the pool"),
        ("Services", "again"),
    ]
    assert [(bullet.value.line, bullet.value.column) for bullet in read[:3]] == [(2, 17), (5, 23), (7, 15)]


@pytest.mark.parametrize(
    "body",
    [
        "1. Ask the service:\n\n   ```sh\n   curl -f https://example.net\n   ```",
        "> ~~~\n> curl -f https://example.net\n> ~~~",
        "```\n# none here\n```\n\n```\ncurl -f https://example.net\n```",
        "````\n```\n````",
        "```\ncurl -f https://example.net",
    ],
)
def test_a_command_may_stand_in_any_fence(body: str) -> None:
    assert says(verification_missing, f"#### Verification\n{body}\n") == []


@pytest.mark.parametrize("content", ["", "# a", "// a", "-- a", "<commands to verify resolution>", "TODO", "..."])
def test_a_fence_without_a_command_is_told(content: str) -> None:
    assert says(verification_missing, f"#### Verification\n```\n{content}\n```\n") == [
        "there is no command in this block; write a command that shows whether the incident is over"
    ]


def test_a_verification_that_is_missing_or_in_a_comment_is_told_once() -> None:
    assert list(verification_missing.check(parse(""))) == []
    assert says(verification_missing, "#### Verification\n<!--\n```\ncurl\n```\n-->\n") == [
        "Verification has no fenced block; write the commands that showed the end between two ```"
    ]


def test_an_early_postmortem_is_told_by_its_sections() -> None:
    front = "---\nstatus: active\n---\n"
    text = _weave(front).partition("### Postmortem")[0] + "### Postmortem\n\n#### Verification\n```\ncurl\n```\n"
    assert list(premature_postmortem.check(parse(text))) == []
    own = parse(text + "\n#### My own\n```\nx = 1\n```\n")
    assert [finding.message for finding in premature_postmortem.check(own)] == [
        "My own is written while the incident is active; leave the postmortem until it is resolved"
    ]


def test_an_unknown_status_says_nothing_of_how_far_the_postmortem_may_be() -> None:
    assert says(premature_postmortem, "---\nstatus: resloved\n---\n") == []
