"""What mending writes into the frontmatter, to the byte."""

import pytest

from incident_docs.api import lint
from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import Format
from incident_docs.rules import frontmatter_missing, frontmatter_type, frontmatter_unknown_key
from tests.examples import BASE
from tests.mending import PATH, changed, mended

OWN_FIELDS = """
[fields.team]
type = "choice"
values = ["payments", "search", "7", "on"]
[fields.review]
type = "date"
[strategies]
7 = "Seven of nine"
"""
RUNNING = changed(
    ("status: resolved", "status: active"),
    ("mitigated: 2026-03-04T10:20:00Z\nresolved: 2026-03-04T10:58:00Z\n", ""),
    ("🟢 Resolved", "🔴 Active"),
    ("2026-03-04 10:58 UTC (1h 08m)", "ongoing"),
)
RUNNING = RUNNING[: RUNNING.index("---\n\n### Post")].rstrip() + "\n"
BODY = RUNNING.split("---\n", 2)[2].lstrip("\n")
MADE = """---
title: Checkout returned errors for one customer in five
severity: P1
status: active
started: 2026-03-04T09:50:00Z
services: [<service>]
---

"""


def own_format() -> Format:
    configuration = read_configuration(OWN_FIELDS, "incident-docs.toml")
    assert configuration is not None
    return configuration.format


def fixes(front: str) -> list[tuple[str, bool] | None]:
    """What the fixes for a line of frontmatter would write, and whether they are safe."""
    document = parse(f"---\n{front}\n---\n", PATH, own_format())
    found = [*frontmatter_type.check(document), *frontmatter_unknown_key.check(document)]
    return [(one.fix.edits[0].text, one.fix.is_safe) if one.fix else None for one in found]


@pytest.mark.parametrize("close", ["...", "----", "--- \v", "...  "])
def test_a_block_is_closed_as_all_readers_have_it(close: str) -> None:
    assert mended(changed(("[checkout]\n---\n", f"[checkout]\n{close}\n"))) == BASE


def test_a_byte_order_mark_is_taken_out_and_the_close_is_mended_with_it() -> None:
    assert mended(f"\ufeff{BASE}") == BASE
    assert mended("\ufeff" + changed(("[checkout]\n---\n", "[checkout]\n...\n"))) == BASE


def test_an_open_block_ends_above_the_first_empty_line() -> None:
    front, body = RUNNING.split("---\n", 2)[1:]
    body = body.replace("---\n\n", "")
    assert mended(f"---\n{front}{body}") == f"---\n{front}---\n{body}"
    for text in ("---\ntitle: x: y\n\nz\n", "---\n", "---\n# a\n\n", "---\ntitle"):
        assert [found.fix for found in lint(text, PATH)] == [None]
    [only] = lint("---\ntitle: x", PATH)
    assert only.fix is not None
    assert only.fix.edits[0].line == 3


def test_a_block_is_made_from_the_header_of_an_incident_that_runs() -> None:
    assert mended(BODY) == BODY
    assert mended(BODY, unsafe=True) == f"{MADE}{BODY}"
    assert mended(f"\n{BODY}", unsafe=True) == f"{MADE}{BODY}"
    loose = BODY.replace("Severity: P1", "Severity: p1")
    assert parse(loose).header.severity is not None
    [only] = frontmatter_missing.check(parse(loose))
    assert only.fix is not None
    assert only.fix.edits[0].text == MADE


@pytest.mark.parametrize(
    "fault",
    [
        ("### Incident Response: Checkout returned errors for one customer in five\n", ""),
        ("#### Status: 🔴 Active\n", ""),
        ("🔴 Active", "🟢 Resolved"),
        ("🔴 Active", "Over"),
        ("#### Severity: P1", "#### Urgency: P1"),
        ("Severity: P1", "Severity: P7"),
        ("**Duration**: 2026-03-04 09:50 UTC - ongoing\n", ""),
        ("2026-03-04 09:50 UTC", "since this morning"),
    ],
)
def test_of_a_header_that_does_not_tell_all_no_block_is_made(fault: tuple[str, str]) -> None:
    text = changed(fault, text=BODY)
    assert mended(text, unsafe=True) == text


@pytest.mark.parametrize("text", ["", "---\n- a\n---\n"])
def test_where_nothing_can_be_told_nothing_is_written(text: str) -> None:
    assert mended(text, unsafe=True) == text


def test_a_key_takes_the_name_that_is_meant_and_keeps_its_quotes_and_its_comment() -> None:
    text = changed(("services:", "comander:   ana  # since 10:00\n'atuhors' : [bo]\nservices:"))
    right = changed(("services:", "commander:   ana  # since 10:00\n'authors' : [bo]\nservices:"))
    assert mended(text) == text
    assert mended(text, unsafe=True) == right


def test_a_key_that_is_written_otherwise_than_it_reads_or_means_nothing_stays() -> None:
    assert fixes('"comm\\x61nderr": ana\nregion: x') == [None, None]


@pytest.mark.parametrize(
    ("front", "fix"),
    [
        ("severity: sev1", ("P1", True)),
        ("severity: SEV-2", ("P2", True)),
        ("severity: 1", ("P1", True)),
        ("severity: 'Priority 3'", ("'P3'", True)),
        ("severity: 2 users", ("P2", False)),
        ("severity: p2", ("P2", True)),
        ("severity: 'P1 '", ("'P1'", True)),
        ("severity: P9", None),
        ("severity: [P1]", None),
        ("severity: |\n  P1", None),
        ("severity: &s p1", None),
        ("severity: !!str p1", None),
        ("status: Resolved", ("resolved", True)),
        ("status: resolvd", ("resolved", False)),
        ("status: done", None),
        ("strategy: rollback", ("[rollback]", True)),
        ("strategy: 'Roll-back'", ("[rollback]", True)),
        ("strategy: rollback, scale up", ("[rollback, scale-up]", True)),
        ("strategy: rollback and prayer", None),
        ("strategy: 7", ('["7"]', True)),
        ("strategy: [Rollback]", ("rollback", True)),
        ("strategy: [Feature_flag]", ("feature-flag", True)),
        ("strategy: [rolback]", ("rollback", False)),
        ("services: checkout", ("[checkout]", True)),
        ('services: "checkout"', ('["checkout"]', True)),
        ("services: checkout # the new one", ("[checkout]", True)),
        ("services: a]b", ('["a]b"]', True)),
        ("services: 3", ('["3"]', True)),
        ("services: on", ('["on"]', True)),
        ("services: a, b", ("[a, b]", False)),
        ("services: a,", None),
        ("services: {a: b}", None),
        ("services: |\n  a", None),
        ("sources: https://a.example", ("[https://a.example]", True)),
        ("sources: our blog", None),
        ("related: 2026-01-01-a", ("[2026-01-01-a]", True)),
        ("title: 404", ('"404"', True)),
        ("title: [a]", None),
        ("team: 7", ('"7"', True)),
        ("team: Search", ("search", True)),
        ("team: ON ", ('"on"', True)),
        ("team: 'O n'", ("'on'", True)),
        ("tags: [a, 010]", ('"010"', True)),
        ("timezone: europe/berlin", ("Europe/Berlin", True)),
        ("timezone: Europe/Berln", ("Europe/Berlin", False)),
        ("timezone: PST", None),
        ("started: 2026-03-04 14:02 UTC", ("2026-03-04T14:02:00Z", True)),
        ("started: '~2026-03-04 14:02 +1'", ("'~2026-03-04T14:02:00+01:00'", True)),
        ("started: 2026-03-04 14:02", ("2026-03-04T14:02:00Z", False)),
        ("timezone: Europe/Berlin\nstarted: 2026-03-04 14:02", ("2026-03-04T14:02:00+01:00", False)),
        ("started: 2026-03-04", None),
        ("review: March 3, 2026", ("2026-03-03", True)),
        ("review: soon", None),
        ("postmortem: in review", ("{status: in review}", True)),
        ("postmortem: not required", None),
        ("postmortem: {status: Draft}", ("draft", True)),
        ("commander:", None),
    ],
)
def test_a_value_is_written_in_its_form_where_what_is_meant_is_known(front: str, fix: tuple[str, bool] | None) -> None:
    assert fixes(front) == [fix]


def test_an_alias_is_not_mended_at_the_cost_of_the_key_that_it_stands_for() -> None:
    assert fixes("commander: &who ana\nauthors: *who") == [None]


def test_only_the_value_changes() -> None:
    text = changed(
        ("severity: P1", "severity:   'p1'   # as the table has it"),
        ("started: 2026-03-04T09:50:00Z", "started: 2026-03-04 09:50 GMT # by the graph"),
        ("services: [checkout]", "services: checkout  # only that"),
    )
    right = changed(
        ("severity: P1", "severity:   'P1'   # as the table has it"),
        ("started: 2026-03-04T09:50:00Z", "started: 2026-03-04T09:50:00Z # by the graph"),
        ("services: [checkout]", "services: [checkout]  # only that"),
    )
    assert mended(text) == right


def test_a_time_without_an_offset_is_mended_only_as_a_guess() -> None:
    text = changed(("mitigated: 2026-03-04T10:20:00Z", "mitigated: 2026-03-04 10:20"))
    assert mended(text) == text
    assert mended(text, unsafe=True) == BASE


def test_a_severity_is_mended_in_the_frontmatter_and_in_the_body_at_once() -> None:
    assert mended(changed(("severity: P1", "severity: sev1"), ("Severity: P1", "Severity: Sev1"))) == BASE
    assert mended(changed(("severity: P1", "severity: sev1"))) == BASE


def test_a_fix_that_would_uncover_something_else_is_not_made() -> None:
    text = changed(("status: resolved", "status: Resolved"), ("**Impact**: One", "**Impact**: <n> One"))
    assert mended(text) == text
