import pytest

from incident_docs.api import lint
from incident_docs.document.parse import parse
from incident_docs.rules import frontmatter_missing
from tests.examples import BASE, PATH, changed
from tests.rules.support import UNRESOLVED, fixed

RESOLVED_BODY = BASE.split("---\n", 2)[2]
RUNNING = UNRESOLVED[: UNRESOLVED.index("---\n\n### Post")].rstrip() + "\n"
BODY = RUNNING.split("---\n", 2)[2].lstrip("\n")
MADE = """---
title: Checkout returned errors for one customer in five
severity: P1
status: active
started: 2026-03-04T09:50:00Z
services: [<service>]
---

"""


@pytest.mark.parametrize(
    ("text", "rule", "line", "message"),
    [
        (RESOLVED_BODY, "frontmatter-missing", 1, "there is no frontmatter; the first line must be ---"),
        ("", "frontmatter-missing", 1, "there is no frontmatter; the first line must be ---"),
        (
            "---\ntitle: x\n",
            "frontmatter-missing",
            1,
            "the frontmatter is not closed; put a line --- after its last key",
        ),
        (
            f"\ufeff{BASE}",
            "frontmatter-missing",
            1,
            "a byte-order mark hides the frontmatter from some readers; save the file as UTF-8 without it",
        ),
        (
            f"---\n- a\n---\n{RESOLVED_BODY}",
            "frontmatter-syntax",
            2,
            "the frontmatter is a list; it must be keys with values, as in title: ...",
        ),
    ],
)
def test_a_frontmatter_that_cannot_be_read_is_one_finding(text: str, rule: str, line: int, message: str) -> None:
    assert [(found.rule, found.line, found.message) for found in lint(text, PATH)] == [(rule, line, message)]


@pytest.mark.parametrize("close", ["...", "----", "--- \v", "...  "])
def test_a_block_is_closed_as_all_readers_have_it(close: str) -> None:
    assert fixed(changed(("[checkout]\n---\n", f"[checkout]\n{close}\n"))) == BASE


def test_a_byte_order_mark_is_taken_out_and_the_close_is_fixed_with_it() -> None:
    assert fixed(f"\ufeff{BASE}") == BASE
    assert fixed("\ufeff" + changed(("[checkout]\n---\n", "[checkout]\n...\n"))) == BASE


def test_an_open_block_ends_above_the_first_empty_line() -> None:
    front, body = RUNNING.split("---\n", 2)[1:]
    body = body.replace("---\n\n", "")
    assert fixed(f"---\n{front}{body}") == f"---\n{front}---\n{body}"
    for text in ("---\ntitle: x: y\n\nz\n", "---\n", "---\n# a\n\n", "---\ntitle"):
        assert [found.fix for found in lint(text, PATH)] == [None]
    [only] = lint("---\ntitle: x", PATH)
    assert only.fix is not None
    assert only.fix.edits[0].line == 3


def test_a_block_is_made_from_the_header_of_an_incident_that_runs() -> None:
    assert fixed(BODY) == BODY
    assert fixed(BODY, unsafe=True) == f"{MADE}{BODY}"
    assert fixed(f"\n{BODY}", unsafe=True) == f"{MADE}{BODY}"
    lenient = BODY.replace("Severity: P1", "Severity: p1")
    assert parse(lenient).header.severity is not None
    [only] = frontmatter_missing.check(parse(lenient))
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
def test_no_block_is_made_from_a_header_that_lacks_a_fact(fault: tuple[str, str]) -> None:
    text = changed(fault, text=BODY)
    assert fixed(text, unsafe=True) == text


@pytest.mark.parametrize("text", ["", "---\n- a\n---\n"])
def test_where_nothing_is_known_nothing_is_written(text: str) -> None:
    assert fixed(text, unsafe=True) == text
