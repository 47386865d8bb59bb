"""A clean document spoilt in one place is found out, each time by the rule that is meant to."""

import itertools
import re
from collections.abc import Iterator

import pytest

from incident_docs.document.known_files import KnownFiles
from incident_docs.lint.lint_text import lint_text
from tests.examples import BASE, PATH

TREE = KnownFiles({"2026-03-04-checkout-errors": (PATH,)})
SECTIONS = re.findall(r"^#### (?!Status|Severity).+$", BASE, re.MULTILINE)
REQUIRED_KEYS = ("title", "severity", "status", "started", "resolved", "services")
EMPTIED = {
    "#### Mitigation Applied": "mitigation-empty",
    "#### Current Status": "current-status-bullets",
    "#### Verification": "verification-missing",
    "#### Action items": "action-required",
}
ROWS = re.findall(r"^\| \d\d:\d\d \|.+$", BASE, re.MULTILINE)
ACTIONS = re.findall(r"^\| .+ \| @\w+ \| .+$", BASE, re.MULTILINE)


def _section(heading: str) -> str:
    """A section with its heading, up to what comes next."""
    start = BASE.index(f"{heading}\n")
    return BASE[start : re.compile(r"^(?:#|---)|\Z", re.MULTILINE).search(BASE, start + 5).start()]  # type: ignore[union-attr]


def _mutations() -> Iterator[tuple[str, str, str, str]]:
    """What is done, what is replaced, by what, and the rule that finds it."""
    for heading in SECTIONS:
        words = heading.removeprefix("#### ")
        section = _section(heading)
        yield f"drop {words}", section, "", "section-missing"
        yield f"empty {words}", section, f"{heading}\n\n", EMPTIED.get(heading, "section-empty")
        yield f"lower {words}", f"{heading}\n", f"#{heading}\n", "section-level"
        yield f"raise {words}", f"{heading}\n", f"{heading[2:]}\n", "section-level"
        yield f"repeat {words}", section, section + section, "section-duplicate"
        yield f"misspell {words}", f"{heading}\n", f"{heading}s\n", "section-name"
        if heading not in EMPTIED and heading != "#### Timeline":
            yield f"placeholder in {words}", f"{heading}\n", f"{heading}\n<more to come>\n\n", "placeholder-left"
    for first, second in itertools.pairwise(SECTIONS):
        if BASE.index(first) + len(_section(first)) == BASE.index(f"{second}\n"):
            swapped = _section(second) + _section(first)
            yield f"swap {first[5:]} and {second[5:]}", _section(first) + _section(second), swapped, "section-order"
    for key in REQUIRED_KEYS:
        line = re.search(rf"^{key}:.*\n", BASE, re.MULTILINE)
        assert line is not None
        yield f"drop {key}", line[0], "", "frontmatter-required"
        yield f"empty {key}", line[0], f"{key}:\n", "frontmatter-required"
        yield f"repeat {key}", line[0], line[0] * 2, "frontmatter-duplicate-key"
    for first, second in itertools.pairwise(ROWS):
        yield f"swap {first[2:7]} and {second[2:7]}", f"{first}\n{second}", f"{second}\n{first}", "timeline-order"
    for row in ROWS:
        yield f"blank the event at {row[2:7]}", row, f"{row[:9]} |", "timeline-event-empty"
        yield f"blank the time at {row[2:7]}", row, f"|       {row[7:]}", "timeline-time"
        yield f"repeat the row at {row[2:7]}", row, f"{row}\n{row}", "timeline-event-empty"
    for action in ACTIONS:
        words, owner, due = action.strip("| ").split(" | ")
        yield f"blank the owner of {words}", action, f"| {words} |  | {due} |", "action-owner"
        yield f"no owner of {words}", action, f"| {words} | the team | {due} |", "action-owner"
        yield f"two owners of {words}", action, f"| {words} | {owner}, @cai | {due} |", "action-owner"
        yield f"blank the date of {words}", action, f"| {words} | {owner} |  |", "action-due"
        yield f"no date of {words}", action, f"| {words} | {owner} | next week |", "action-due"
        yield f"early date of {words}", action, f"| {words} | {owner} | 2026-03-01 |", "action-due-before-incident"
        yield f"vague {words}", action, f"| Be more careful | {owner} | {due} |", "action-vague"
        yield f"repeat {words}", action, f"{action}\n{action}", "action-duplicate"
    for column, rule in (
        ("Time", "timeline"),
        ("Event", "timeline"),
        ("Action", "mitigation"),
        ("Result", "mitigation"),
    ):
        yield f"rename the column {column}", f"| {column} |", "| Foo |", f"{rule}-columns"
    yield "rename the column Owner", "| Owner |", "| Foo |", "action-columns"
    yield "rename the column Due", "| Due |", "| Foo |", "action-columns"
    yield from SINGLE


SINGLE = (
    ("unclosed frontmatter", "services: [checkout]\n---\n", "services: [checkout]\n", "frontmatter-missing"),
    ("four dashes", "services: [checkout]\n---\n", "services: [checkout]\n----\n", "frontmatter-missing"),
    ("no YAML", "severity: P1", "severity: [P1", "frontmatter-syntax"),
    ("unknown key", "services:", "sevices: [x]\nservices:", "frontmatter-unknown-key"),
    ("unknown severity", "severity: P1", "severity: P9", "frontmatter-type"),
    ("time without offset", "started: 2026-03-04T09:50:00Z", "started: 2026-03-04T09:50:00", "frontmatter-type"),
    ("times out of order", "detected: 2026-03-04T09:56:00Z", "detected: 2026-03-04T10:56:00Z", "frontmatter-order-of-times"),
    ("still active", "status: resolved", "status: active", "frontmatter-status-contradiction"),
    ("other title", "### Incident Response: Checkout", "### Incident Response: Payment", "header-mismatch"),
    ("other status", "Status: 🟢 Resolved", "Status: 🔴 Active", "header-mismatch"),
    ("other severity", "#### Severity: P1", "#### Severity: P2", "header-mismatch"),
    ("other duration", "(1h 08m)", "(1h 18m)", "header-mismatch"),
    ("other end", "- 2026-03-04 10:58 UTC", "- 2026-03-04 10:59 UTC", "header-mismatch"),
    ("no impact", re.search(r"\*\*Impact.*\n", BASE)[0], "", "header-impact-missing"),  # type: ignore[index]
    ("timeline ends early", ROWS[-1], "", "timeline-ends-early"),
    ("row before the start", "| 09:50 |", "| 09:10 |", "timeline-outside"),
    ("twelve-hour clock", "| 10:20 |", "| 10:20 AM |", "timeline-time"),
    ("no result", "| Errors stopped within two minutes |", "| |", "mitigation-empty"),
    ("no bullet", "- Affected users: 1,900 customers\n", "", "current-status-bullets"),
    ("unmeasured", "1,900 customers", "some customers", "affected-users-unmeasured"),
    ("only comments", "curl -fsS https://checkout.example.net/health", "# nothing yet", "verification-missing"),
    ("TODO", "- The rollback took two minutes.", "- TODO", "section-empty"),
    ("TBD", "The load test used", "TBD. The load test used", "placeholder-left"),
    ("blame", "A release changed how", "A careless engineer changed how", "language-blame"),
    ("should have", "A release changed how", "The team should have seen that a release changed how", "language-normative"),
    ("human error", "The load test used a tenth", "Human error. The load test used a tenth", "root-cause-stops-at-person"),
    ("password", "curl -fsS", "curl -u admin:hunter2-Zq9vTr7x -fsS", "secret-found"),
    ("customer's address", "one request in five", "one request in five (jo@customer-mail.com)", "personal-data"),
    ("unclosed marker", "#### Root cause\n", "#### Root cause\n<!-- internal -->\n", "internal-leak"),
    ("unknown incident", "services:", "related: [2020-01-01-nowhere]\nservices:", "reference-unknown-incident"),
    ("wrong day", "started: 2026-03-04T09:50:00Z", "started: 2026-03-03T09:50:00Z", "file-name"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule"), [pytest.param(*rest, id=name) for name, *rest in _mutations()])
def test_every_mutation_is_found_by_its_rule(old: str, new: str, rule: str) -> None:
    assert old in BASE
    spoilt = BASE.replace(old, new, 1)
    assert rule in {finding.rule for finding in lint_text(spoilt, PATH, known_files=TREE)}
