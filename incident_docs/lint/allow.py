"""Findings and the comments that allow them to the findings that are left, and those on comments that are not needed."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from incident_docs.document.allowance import Allowance
from incident_docs.document.finding import Finding, Level
from incident_docs.lint.settings import Settings, is_ignored, level_of, matches
from incident_docs.rules import unused_allow


def sifted(
    found: Iterable[Finding], allowances: Sequence[Allowance], awaited: Collection[str], path: str, settings: Settings
) -> list[Finding]:
    """What is not allowed; `awaited` are the rules about the tree that ran."""
    used: set[Allowance] = set()
    left = []
    for finding in found:
        by = [allowance for allowance in allowances if _allows(allowance, finding)]
        used.update(by)
        if not by:
            left.append(finding)
    level = level_of(unused_allow, settings)
    ran = [rule for rule in awaited if not is_ignored(rule, path, settings)]
    unused = _unused(
        (each for each in allowances if each not in used and (each.rule_has_run or _names(each, ran))), level
    )
    left += [each for each in unused if not any(_allows(allowance, each) for allowance in allowances)]
    return left


def _unused(unused: Iterable[Allowance], level: Level) -> Iterator[Finding]:
    if level is not Level.OFF:
        for allowance in unused:
            for finding in unused_allow.check(allowance):
                yield finding._replace(level=level)


def _allows(allowance: Allowance, finding: Finding) -> bool:
    return allowance.first <= finding.line <= allowance.last and matches(finding.rule, (allowance.name.value,))


def _names(allowance: Allowance, rules: Iterable[str]) -> bool:
    return any(matches(rule, (allowance.name.value,)) for rule in rules)
