import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import placeholder_left
from tests.examples import BASE
from tests.rules.support import marked, messages

STANDS = "was left standing; write what belongs there, or remove it"
REPORT = "---\nsources: [https://status.example.net/1]\n---\n"
NO_SOURCES = "not published is for documents with sources; write what is known"


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
    assert messages(placeholder_left, front) == []


def test_what_another_rule_reports_is_not_reported_twice() -> None:
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
    assert messages(placeholder_left, body) == [f"<x> {STANDS}"]
    assert messages(placeholder_left, BASE.replace("Incident Response: Checkout", "Incident Response: <title>")) == []


def test_a_document_may_have_no_impact_or_end_with_it() -> None:
    front = "---\nstatus: resolved\n---\n\n"
    assert [finding.message for finding in placeholder_left.check(parse(f"{front}TODO\n"))] == [f"TODO {STANDS}"]
    assert list(placeholder_left.check(parse(f"{front}#### Severity: P1\n**Impact**: TODO\n<more>"))) == []


@pytest.mark.parametrize("reason", ["<reason>", "not published"])
def test_a_reason_that_is_missing_is_reported_where_actions_are_required(reason: str) -> None:
    body = f"#### Action items\nNone: {reason}\n"
    assert messages(placeholder_left, body) == []
    assert len(messages(placeholder_left, f"---\nseverity: P3\n---\n\n{body}")) == 1
    assert messages(placeholder_left, "#### Action items\nNone: it is gone, as is <x>\n") == [f"<x> {STANDS}"]


def test_an_empty_section_is_reported_as_that_and_an_optional_one_by_its_placeholders() -> None:
    assert messages(placeholder_left, "#### What went well\n- <what helped>\n") == []
    assert messages(placeholder_left, "#### Where we got lucky\n- <by chance>\n") == [f"<by chance> {STANDS}"]


def test_a_template_row_is_reported_where_no_action_is_required() -> None:
    body = "#### Action items\n| Action | Owner | Due |\n|---|---|---|\n| <action> | <owner> | <due> |\n"
    assert messages(placeholder_left, body) == []
    low = f"---\nseverity: P3\n---\n\n{body}"
    assert messages(placeholder_left, low) == [f"{mark} {STANDS}" for mark in ("<action>", "<owner>", "<due>")]
    unknown = f"---\nseverity: P9\n---\n\n{body}"
    assert messages(placeholder_left, unknown) == messages(placeholder_left, low)


@pytest.mark.parametrize(
    "line", ["not published", "- **Not published.**", "- Detection: not published", "> not published"]
)
def test_not_published_is_a_placeholder_without_sources(line: str) -> None:
    example = f"#### What happened\nIt broke.\n\n{line}\n"
    assert [message.lower() for message in messages(placeholder_left, example)] == [NO_SOURCES]
    assert messages(placeholder_left, f"{REPORT}\n{example}") == []


def test_not_published_in_a_sentence_is_no_placeholder() -> None:
    assert messages(placeholder_left, "#### What happened\nThe count was not published by us.\n") == []
