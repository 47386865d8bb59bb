import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import frontmatter_type, frontmatter_unknown_key
from tests.examples import BASE, PATH, changed
from tests.rules.support import configured, fixed

OWN = configured("""
[fields.team]
type = "choice"
values = ["payments", "search", "7", "on"]
[fields.review]
type = "date"
[strategies]
7 = "Seven of nine"
""")


def fixes(front: str) -> list[tuple[str, bool] | None]:
    """What the fixes for a line of frontmatter would write, and whether they are safe."""
    document = parse(f"---\n{front}\n---\n", PATH, OWN)
    found = [*frontmatter_type.check(document), *frontmatter_unknown_key.check(document)]
    return [(one.fix.edits[0].text, one.fix.is_safe) if one.fix else None for one in found]


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


def test_an_alias_is_not_fixed_at_the_cost_of_the_key_that_it_stands_for() -> None:
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
    assert fixed(text) == right


def test_a_time_without_an_offset_is_fixed_only_as_a_guess() -> None:
    text = changed(("mitigated: 2026-03-04T10:20:00Z", "mitigated: 2026-03-04 10:20"))
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == BASE


def test_a_severity_is_fixed_in_the_frontmatter_and_in_the_body_at_once() -> None:
    assert fixed(changed(("severity: P1", "severity: sev1"), ("Severity: P1", "Severity: Sev1"))) == BASE
    assert fixed(changed(("severity: P1", "severity: sev1"))) == BASE


def test_a_fix_that_would_uncover_something_else_is_not_made() -> None:
    text = changed(("status: resolved", "status: Resolved"), ("**Impact**: One", "**Impact**: <n> One"))
    assert fixed(text) == text
