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
from tests.examples import PATH
from tests.spoilt import documents


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
