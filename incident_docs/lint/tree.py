"""What a document says of others to findings. Where documents have not changed, this is all of the linter that runs."""

from collections.abc import Iterable, Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.mentions import Mentions
from incident_docs.lint.settings import Settings, level_of
from incident_docs.rules import TreeRule
from incident_docs.rules.tree_rules import TREE_RULES

Running = tuple[tuple[TreeRule, Level], ...]
"""Rules that run, each with its level."""


def running(settings: Settings) -> Running:
    """The rules about the tree that these settings let run."""
    levels = ((rule, level_of(rule, settings)) for rule in TREE_RULES)
    return tuple((rule, level) for rule, level in levels if level is not Level.OFF)


def in_tree(mentions: Mentions, tree: KnownFiles, rules: Running) -> Iterator[Finding]:
    """What is found when a document is seen among the others."""
    for rule, level in rules:
        for finding in rule.check(mentions, tree):
            yield finding._replace(level=level)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """From the first line to the last."""
    return sorted(findings, key=lambda finding: (finding.line, finding.column, finding.rule))
