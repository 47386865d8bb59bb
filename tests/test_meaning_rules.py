"""What the rules on meaning say where a docstring example does not fit."""

from dataclasses import replace

import pytest

from incident_docs.api import lint
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT
from incident_docs.format.vocabulary import SEVERITIES
from incident_docs.rules import (
    Rule,
    action_columns,
    action_due_before_incident,
    action_empty,
    action_no_prevention,
    action_vague,
    affected_users_unmeasured,
    detection_unknown,
    frontmatter_status_contradiction,
    impact_not_about_users,
    mitigation_columns,
    root_cause_thin,
    severity_understated,
    timeline_columns,
    timeline_gap,
    timeline_incomplete,
    timeline_outside,
)
from tests.examples import _weave

TABLE = "#### Action items\n| Action | Owner | Due |\n|---|---|---|\n"
REPORT = "sources: [https://status.example.net/1]"
RULES = (
    *(action_due_before_incident, action_empty, action_no_prevention, action_vague, affected_users_unmeasured),
    *(frontmatter_status_contradiction, impact_not_about_users, root_cause_thin, severity_understated),
    *(timeline_gap, timeline_incomplete),
)


def says(rule: Rule, body: str = "", front: str = "") -> list[str]:
    """The messages on the base document with these keys and sections in it."""
    keys = f"---\n{front}\n---\n" if front else ""
    return [finding.message for finding in rule.check(parse(_weave(f"{keys}\n{body}\n" if body else keys)))]


def impact(rule: Rule, text: str, severity: str = "P3") -> list[str]:
    return says(rule, f"#### Severity: {severity}\n**Impact**: {text}\n", f"severity: {severity}")


def timeline(rule: Rule, rows: str, front: str = "") -> list[str]:
    return says(rule, f"#### Timeline\n| Time | Event |\n|---|---|\n{rows}", front)


def action(rule: Rule, text: str, front: str = "") -> list[str]:
    return says(rule, f"{TABLE}| {text} | @ana | 2026-03-20 |", front)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_where_nothing_is_written_nothing_is_said(rule: Rule) -> None:
    assert list(rule.check(parse(""))) == []


def test_a_contradiction_is_told_once_and_only_of_times_that_can_be_read() -> None:
    rule = frontmatter_status_contradiction
    both = "mitigated: 2026-03-04T10:20:00Z\nresolved: 2026-03-04T10:58:00Z"
    mend = "write status: resolved, or remove the time"
    assert says(rule, "", f"status: active\n{both}") == [
        f"resolved is 2026-03-04T10:58:00Z, but the status is active; {mend}"
    ]
    assert says(rule, "", "status: active\nmitigated: soon\nresolved: tomorrow") == []
    assert says(rule, "", f"status: over\n{both}") == []


def test_an_impact_may_end_while_its_cause_is_still_looked_for() -> None:
    front = "status: active\nresolved:"
    assert says(frontmatter_status_contradiction, "", front) == []
    table = "#### Mitigation Applied\n| Action | Result |\n|---|---|\n| <action> | <outcome> |"
    assert len(says(frontmatter_status_contradiction, table, front)) == 1


@pytest.mark.parametrize(
    "text", ["None.", "Errors, and nobody could pay.", "The CPU of API hosts was at 100 %: slow pages.", ""]
)
def test_an_impact_is_about_users_as_soon_as_it_has_a_word_for_them(text: str) -> None:
    assert impact(impact_not_about_users, text) == []


def test_an_impact_names_each_machine_once() -> None:
    [message] = impact(impact_not_about_users, "Errors on pods, errors on hosts.")
    assert message.startswith("the Impact speaks of Errors, pods, errors and hosts, and of nobody who uses them")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("All of our customers were unable to log in.", "All of our customers were unable to log in"),
        ("No one\ncould check out.", "No one could check out"),
        ("Permanent data loss for two customers.", "data loss"),
        ("Some records have been permanently lost.", "records have been permanently lost"),
        ("Our whole site was down.", "Our whole site was down"),
        ("A complete outage of checkout. Nobody could pay.", "complete outage"),
        ("Nobody could pay by voucher, or log in from the old app.", None),
        ("All users saw a wrong logo.", None),
        ("There was no data loss. Data loss was avoided.", None),
        ("No customer could pay, except in Europe.", None),
        ("A complete outage of the staging environment.", None),
        ("The service was down.", None),
    ],
)
def test_what_is_more_than_a_low_severity(text: str, claim: str | None) -> None:
    mend = "raise the severity, or write who was spared"
    assert impact(severity_understated, text) == (
        [f'"{claim}" is more than a P3 (Minor impact); {mend}'] if claim else []
    )
    assert impact(severity_understated, text, "P2") == []


def test_the_lower_half_of_an_organisations_severities_is_read() -> None:
    text = _weave("---\nseverity: P2\n---\n\n#### Severity: P2\n**Impact**: Nobody could pay.\n")
    document = parse(text, "", replace(DEFAULT, severities=SEVERITIES[:2]))
    [finding] = severity_understated.check(document)
    assert finding.message.startswith('"Nobody could pay" is more than a P2 (Major degradation)')


@pytest.mark.parametrize(
    ("text", "front", "is_measured"),
    [
        ("many customers", "", False),
        ("not known", "", False),
        ("\n  - some in Europe", "", False),
        ("\n  - 1,900 customers\n  - some partners", "", True),
        ("**all**", "", True),
        ("not measured because the proxy keeps no logs", "", True),
        ("<count/description>", "", True),
        ("about <n>", "", True),
        ("not published; several customers", REPORT, True),
        ("not published; several customers", "", False),
    ],
)
def test_affected_users_are_measured(text: str, front: str, is_measured: bool) -> None:
    body = f"#### Current Status\n- Services: normal\n- Affected users: {text}\n- Monitoring: the pool"
    shown = " ".join(text.removeprefix("\n").split())
    mend = "write a number, a share, all or none, or unknown and why"
    expected = [] if is_measured else [f"{shown} is no measure; {mend}"]
    assert says(affected_users_unmeasured, body, front) == expected


@pytest.mark.parametrize(
    ("rows", "front", "untold"),
    [
        ("| 09:55 | a |\n| 10:01 | b |\n| 10:15 | c |\n| 11:03 | d |", "", ""),
        ("| 09:50 | a |\n| ~10:26 | b |\n| 10:58 | c |", "", ""),
        ("| 09:50 | a |\n| 10:05-10:22 | b |\n| 10:58 | c |", "detected: ~2026-03-04T09:56:00Z", ""),
        ("| 09:50 | a |\n| 10:00 | b |\n| 10:20 | c |", f"resolved: not published\n{REPORT}", ""),
        ("| 2026-03-04 | a |", "", ""),
        ("| 09:50 | a |\n| soon | b |\n| 10:58 | c |", "", ""),
        ("| 10:58 | a |\n| 09:50 | b |", "", ""),
        ("| 09:50 | a |\n| ~10:27 | b |\n| 10:58 | c |", "", "detected at 2026-03-04 09:56"),
        ("| 09:44 | a |\n| 10:01 | b |\n| 10:15 | c |\n| 10:58 | d |", "", "started at 2026-03-04 09:50"),
        ("| 10:56 | a |\n| 11:52 | b |", "timezone: Europe/Berlin\nmitigated:", "started at 2026-03-04 10:50"),
        ("| 09:50 | a |\n| 10:00 | b |\n| 10:20 | c |\n| 11:30 | d |", "", "resolved at 2026-03-04 10:58"),
        ("| 09:50 | a |\n| 10:05 | b |\n| 10:58 | c |", "detected: 2026-03-04T08:56:00Z", ""),
        ("| 13:50 | a |\n| 01:20 | b |\n| 13:55 | c |", "resolved: 2026-03-04T13:55:00Z", ""),
    ],
)
def test_a_timeline_tells_of_a_moment_by_a_row_that_is_near(rows: str, front: str, untold: str) -> None:
    expected = [f"no row tells how it was {untold}; add what happened then"] if untold else []
    assert timeline(timeline_incomplete, rows, front) == expected


def test_a_gap_is_measured_within_the_incident_from_the_end_of_a_span() -> None:
    front = "started: 2026-03-04T09:00:00Z\nresolved: 2026-03-05T12:00:00Z"
    rows = "| 09:00-11:00 | a |\n| 09:30 | b |\n| 12:00 | c |\n| 2026-03-05 | d |\n| 2026-03-06 09:00 | e |"
    mend = "add what was tried or found, even if it led nowhere"
    assert timeline(timeline_gap, rows, front) == [f"no row between 12:00 and 2026-03-05 (12h 00m); {mend}"]
    assert timeline(timeline_gap, rows, f"{front}\nseverity: P3") == []
    assert timeline(timeline_gap, rows, "started: 2026-03-04T09:00:00Z\nresolved:") == []
    assert timeline(timeline_gap, "| 09:50 | a |\n| soon | b |\n| 10:58 | c |") == []


def test_rows_that_follow_one_on_a_wrong_day_are_not_told_too() -> None:
    rows = "| 23:50 | a |\n| 00:05 | b |\n| 00:20 | c |\n| 2026-03-05 01:00 | d |\n| 01:10 | e |"
    after = "after the incident was resolved at 2026-03-05 01:00"
    assert timeline(timeline_outside, rows, "started: 2026-03-05T00:05:00Z\nresolved: 2026-03-05T01:00:00Z") == [
        f"23:50 is read as 2026-03-05 23:50, {after}; correct it, or write its day",
        f"01:10 is {after}; write 2026-03-05 01:10 if it is meant so",
    ]


@pytest.mark.parametrize("rule", [timeline_columns, mitigation_columns, action_columns])
def test_a_column_may_stand_twice_if_the_format_does_not_know_it(rule: Rule) -> None:
    headings = {"timeline": "Time | Event", "mitigation": "Action | Result", "action": "Action | Owner | Due"}
    sections = {"timeline": "Timeline", "mitigation": "Mitigation Applied", "action": "Action items"}
    name = rule.ID.removesuffix("-columns")
    row = "| x | x | x | x | x |"
    first = headings[name].split(" |")[0]
    for more, expected in (
        (first, [f"the column {first} stands here twice; remove one of the two"]),
        ("Note | Note", []),
    ):
        table = f"| {headings[name]} | {more} |\n|{'---|' * (headings[name].count('|') + more.count('|') + 2)}\n{row}"
        assert says(rule, f"#### {sections[name]}\n{table}\n") == expected


def test_a_column_that_stands_twice_is_one_fault() -> None:
    table = "| Action | Owner | Due | Due |\n|---|---|---|---|\n| Be careful | | 2026-03-20 | |"
    text = _weave(f"#### Action items\n{table}\n")
    assert [(finding.rule, finding.message) for finding in lint(text)] == [
        ("action-columns", "the column Due stands here twice; remove one of the two")
    ]


def test_a_row_without_an_action_is_left_alone_if_it_says_nothing() -> None:
    assert says(action_empty, f"{TABLE}| - | | |\n| | <owner> | |") == []
    assert says(action_empty, f"{TABLE}| - | @ana | |") == [
        "the row has no action; write what is to be done, or remove the row"
    ]


def test_a_due_date_is_compared_with_the_day_in_the_documents_zone() -> None:
    front = "timezone: Asia/Tokyo\nstarted: 2026-03-04T16:50:00Z\nresolved: 2026-03-04T17:58:00Z"
    body = f"{TABLE}| Alert when the pool is 80 % used | @bo | 2026-03-04 |\n| Test it at the peak | @bo | soon |"
    assert says(action_due_before_incident, body, front) == [
        "2026-03-04 is before the incident began on 2026-03-05; correct the date"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(("Be careful", "Be careful"), ("Pay more attention to alerts", "Pay more attention")),
        *(("Try to reproduce the crash", "Try to"), ("Don't forget the alerts", "Don't forget")),
        *(("Look into it", "Look into it"), ("Improve the monitoring.", "Improve the monitoring")),
        *(("**Add tests**", "Add tests"), ("[T-7](https://t.example.net/7)", "T-7")),
        *(("We should add an alert", "We"), ("Deployment of a second pool", "Deployment")),
        ("Post-deployment checks on every host", "Post-deployment"),
    ],
)
def test_a_vague_action_is_quoted(text: str, words: str) -> None:
    [message] = action(action_vague, text)
    assert message.startswith(f'"{words}" ')


@pytest.mark.parametrize(
    "text",
    [
        *("Try the new driver in staging", "Take a snapshot before each deploy", "Fix the bug in the pool"),
        *("Re-partition the index by region", "Instrument the pool of checkout", "Witness the next failover"),
        *("[ ] Add an alert on pool use", "[infra] Add an alert on pool use", "Short term: raise the limit to 200"),
        *("Audit the other tools (under way)", "`max_connections` to 200 on all hosts", "3 replicas for the database"),
        *("监控连接池", "<action>", "Ask <whom> to do it", "-"),
    ],
)
def test_what_may_begin_with_a_verb_is_not_vague(text: str) -> None:
    assert action(action_vague, text) == []


def test_an_action_that_was_not_published_is_not_vague() -> None:
    assert action(action_vague, "not published", REPORT) == []


@pytest.mark.parametrize("text", ["Publish a new runbook", "Train the on-call", "Improve the pool dashboard"])
def test_to_tell_does_not_prevent(text: str) -> None:
    assert len(action(action_no_prevention, text)) == 1


@pytest.mark.parametrize(
    "text", ["Add a limit to the pool", "Test the failover each month", "Publish the release by region"]
)
def test_to_limit_prevents(text: str) -> None:
    assert action(action_no_prevention, text) == []


@pytest.mark.parametrize(
    ("text", "front", "message"),
    [
        ("Unknown.", "", "one word cannot explain a cause; write what broke, and how that was possible"),
        ("- a bad\n- deploy", "", "3 words cannot explain a cause; write what broke, and how that was possible"),
        ("<!-- ask the database team what they have found out about the pool so far -->\nA bad deploy", "", "3 words"),
        ("##### The trigger\n\nA bad deploy", "", "3 words"),
        ("See the analysis below.", "", None),
        ("The cause was not published.", REPORT, None),
        ("The cause was not published.", "", "5 words"),
        ("数据库连接池在发布后耗尽", "", None),
        ("A bad deploy of <service>", "", None),
        ("<explanation>", "", None),
        ("n/a", "postmortem: {status: not required, reason: the same as last week}", None),
    ],
)
def test_a_root_cause_of_few_words(text: str, front: str, message: str | None) -> None:
    found = says(root_cause_thin, f"#### Root cause\n{text}", front)
    assert [each[: len(message or "")] for each in found] == ([message] if message else [])


def test_what_happened_may_be_short_but_no_copy() -> None:
    cause = (
        "Release 4.12 opened a database connection for every request and used up the connection pool within minutes."
    )
    assert says(root_cause_thin, "#### What happened\nA bad deploy.") == []
    assert says(root_cause_thin, f"#### What happened\n{cause}") == [
        "this says the same as Root Cause; write the story, of which that is a part"
    ]


def test_how_it_was_noticed_may_be_told_in_the_story_or_be_unpublished() -> None:
    keys = "title: Checkout failed\nseverity: P1\nstatus: resolved\nstarted: 2026-03-04T09:50:00Z\nservices: [checkout]"
    rows = "#### Timeline\n| Time | Event |\n|---|---|\n| 09:50 | Release 4.12 goes out |\n"
    assert len(says(detection_unknown, rows, keys)) == 1
    assert says(detection_unknown, f"{rows}\n#### What happened\nA customer complained.", keys) == []
    assert says(detection_unknown, rows, f"{keys}\ndetected: not published") == []
    assert says(detection_unknown, rows, f"{keys}\ndetected:") == []
