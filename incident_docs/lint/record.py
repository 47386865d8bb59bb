"""Find what is to be reported of a document among other files, from what was found in it by itself.

The cache has the first part of every document that has not changed. For these only this module runs, so it imports no
parser and no rules but the tree-wide ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from incident_docs.document.edit import Edit, Fix
from incident_docs.document.finding import Allowance, Finding, Level
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.document.text import Text
from incident_docs.format.linting import Linting
from incident_docs.lint.selection import is_ignored, level_of, matches, running
from incident_docs.rules import TreeRule, unused_allow
from incident_docs.rules.tree_rules import TREE_RULES


class Record(NamedTuple):
    """What a document comes to without its text, small enough for the cache."""

    findings: tuple[Finding, ...]
    """Whatever the other files are."""
    mentions: Mentions
    allowances: tuple[Allowance, ...] = ()
    """What its comments allow."""


def record_from_json(data: list[Any]) -> Record:
    """Make a record of the lists that JSON makes of it."""
    findings, (id, path, related, links, anchors), allowances = data
    return Record(
        tuple(
            Finding(line, rule, message, column, end_column, Level(level), _fix(fix), is_confidential)
            for line, rule, message, column, end_column, level, fix, is_confidential in findings
        ),
        Mentions(id, path, _texts(related), _texts(links), tuple(anchors)),
        tuple(Allowance(Text(*name), *rest) for name, *rest in allowances),
    )


def _fix(data: list[Any] | None) -> Fix | None:
    return None if data is None else Fix(tuple(Edit(*edit) for edit in data[0]), data[1])


def _texts(data: list[Any]) -> tuple[Text, ...]:
    return tuple(Text(value, line, column) for value, line, column in data)


def findings_among(record: Record, path: str, known_files: KnownFiles, linting: Linting) -> list[Finding]:
    """Find what is to be reported of a document among these files, in the order of its lines."""
    found = [*record.findings, *find_tree_wide(record.mentions, known_files, linting)]
    if record.allowances:
        found = _without_allowed(found, record.allowances, path, known_files, linting)
    reported = [finding for finding in found if not is_ignored(finding.rule, path, linting)]
    return sorted(reported, key=lambda finding: (finding.line, finding.column, finding.rule))


def find_tree_wide(mentions: Mentions, known_files: KnownFiles, linting: Linting) -> Iterator[Finding]:
    """Find what the tree-wide rules report."""
    for rule, level in _tree_wide(linting):
        for finding in rule.check(mentions, known_files):
            yield finding._replace(level=level)


@lru_cache(maxsize=4)
def _tree_wide(linting: Linting) -> tuple[tuple[TreeRule, Level], ...]:
    return tuple(running(TREE_RULES, linting))


def _without_allowed(
    found: Iterable[Finding], allowances: Sequence[Allowance], path: str, known_files: KnownFiles, linting: Linting
) -> list[Finding]:
    """Drop what is allowed, and add what is to be reported of comments that allow nothing."""
    used: set[Allowance] = set()
    left = []
    for finding in found:
        by = [allowance for allowance in allowances if _allows(allowance, finding)]
        used.update(by)
        if not by:
            left.append(finding)
    # Where no other file is known, the tree-wide rules can find nothing, and a comment for them may be needed.
    ran = [rule.ID for rule, _ in _tree_wide(linting) if known_files.paths and not is_ignored(rule.ID, path, linting)]
    unused = [each for each in allowances if each not in used and (each.rule_has_run or is_named(each, ran))]
    reported = (finding for each in unused for finding in unused_allow.check(each))
    return left + [
        each for each in at_level(reported, linting) if not any(_allows(other, each) for other in allowances)
    ]


def at_level(findings: Iterable[Finding], linting: Linting) -> list[Finding]:
    """Give findings of `unused-allow` the level that is configured; none are left where it is off."""
    level = level_of(unused_allow, linting)
    return [] if level is Level.OFF else [finding._replace(level=level) for finding in findings]


def is_named(allowance: Allowance, rules: Iterable[str]) -> bool:
    """Say whether the comment allows findings of one of these rules."""
    return any(matches(rule, (allowance.name.value,)) for rule in rules)


def _allows(allowance: Allowance, finding: Finding) -> bool:
    return allowance.first <= finding.line <= allowance.last and is_named(allowance, (finding.rule,))
