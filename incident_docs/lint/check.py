"""Document to findings: every rule asked, the answers in the order of the file."""

from collections.abc import Iterable, Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.mentions import Mentions, mentions
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.tree import Tree
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.rules import frontmatter_missing, frontmatter_syntax
from incident_docs.rules.catalogue import RULES, TREE_RULES

_RULES = tuple(rule for rule in RULES if rule.LEVEL is not Level.OFF)


def lint(text: str, path: str = "", format: Format = DEFAULT) -> list[Finding]:
    """The findings on one incident document, known by itself; `path` is where it stands."""
    return check(parse(text, path, format), path, Tree())


def check(document: Document, path: str, tree: Tree) -> list[Finding]:
    """The findings on a document among the others of its tree; `path` is relative to the project's root."""
    return in_order([*in_itself(document), *in_tree(mentions(document, path), tree)])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """From the first line to the last."""
    return sorted(findings, key=lambda finding: (finding.line, finding.column, finding.rule))


def in_itself(document: Document) -> Iterator[Finding]:
    """What is found in a document, whatever stands around it."""
    if not document.frontmatter.is_readable:
        # Without it nobody knows what the body must be: one fault, one finding.
        yield from frontmatter_missing.check(document)
        yield from frontmatter_syntax.check(document)
        return
    stage = document.stage
    for rule in _RULES:
        if stage >= rule.SINCE:
            yield from _levelled(rule.check(document), rule.LEVEL)


def in_tree(mentions: Mentions, tree: Tree) -> Iterator[Finding]:
    """What is found when a document is seen among the others."""
    for rule in TREE_RULES:
        yield from _levelled(rule.check(mentions, tree), rule.LEVEL)


def _levelled(findings: Iterator[Finding], level: Level) -> Iterator[Finding]:
    return (finding._replace(level=level) for finding in findings)
