"""What holds for every text: linting ends, findings lie in the file, fixes make nothing worse and are made at once."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.api import lint
from incident_docs.document.finding import Finding
from incident_docs.document.lines import bare_lines
from incident_docs.document.parse import parse
from incident_docs.document.scaffold import Facts, scaffold
from incident_docs.document.times import Moment
from incident_docs.format.definition import DEFAULT
from incident_docs.lint.fix import fix_text
from tests.examples import BASE, PATH

LINES = BASE.split("\n")
ODD = [
    "", "---", "```", "severity: sev1", "status: active", "started: 2026-03-04 09:50", "services: checkout", "titel: x",
    "#### Time line", "### Timeline", "#### Lessons", "| When | What |", "|---|---|", "| 9:05 AM | x |", "| 10.20 | |",
    "| a | the team | March 3, 2026 |", "- Service: x", "<event>", "TODO", "not published", "<!-- incident-docs: allow x -->",
    "\ufeff---", "\u2028", "\x0c", "> quote", "| `a | b` | c |",
]  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The clean document with some lines taken out, moved, repeated or replaced."""
    text = list(LINES)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text) - 1))
        change = draw(st.sampled_from(["drop", "swap", "repeat", "put", "cut"]))
        if change == "drop" and len(text) > 1:
            del text[at]
        elif change == "swap":
            other = draw(st.integers(0, len(text) - 1))
            text[at], text[other] = text[other], text[at]
        elif change == "repeat":
            text.insert(at, text[at])
        elif change == "put":
            text.insert(at, draw(st.sampled_from(ODD)))
        else:
            text[at] = text[at][: draw(st.integers(0, 12))]
    return draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])).join(text)


def rules(findings: list[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings)


@given(documents() | st.text(max_size=300))
def test_every_finding_lies_in_the_file(text: str) -> None:
    lines = bare_lines(text)
    for finding in lint(text, PATH):
        line = lines[finding.line - 1] if lines else ""
        assert 1 <= finding.line <= max(1, len(lines))
        assert 1 <= finding.column <= len(line) + 1
        assert finding.end_column is None or finding.column <= finding.end_column <= len(line) + 1


@given(documents(), st.booleans())
def test_fixing_makes_no_finding_and_fixing_again_changes_nothing(text: str, unsafe: bool) -> None:
    before = lint(text, PATH)
    done = fix_text(text, lambda text: lint(text, PATH), unsafe=unsafe)
    assert not rules(lint(done.text, PATH)) - rules(before)
    again = fix_text(done.text, lambda text: lint(text, PATH), unsafe=unsafe)
    assert again.text == done.text
    assert done.text == text or done.rules


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=12
)
TITLES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(
    TITLES,
    st.sampled_from(DEFAULT.severities),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - the zone comes with the next line
    st.lists(TITLES, min_size=1, max_size=3, unique=True),
    st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns"]),
)
def test_a_document_written_from_facts_says_these_facts(
    title: str, severity: object, started: datetime, services: list[str], zone: str
) -> None:
    at = Moment(started.replace(microsecond=0, tzinfo=UTC))
    facts = Facts(title, severity, at, tuple(services), "Nobody can pay.", zone, ZoneInfo(zone))  # type: ignore[arg-type]
    document = parse(scaffold(facts, DEFAULT))
    assert (document.title, document.severity, document.impact) == (title, severity, "Nobody can pay.")
    assert (document.times["started"], document.texts("services")) == (at, tuple(services))
    [entry] = document.timeline
    assert entry.at is not None
    assert timedelta(0) <= at.at - entry.at < timedelta(minutes=1)
