"""Lint one text, without the disk, a cache or other processes."""

from collections.abc import Iterator
from functools import lru_cache

from incident_docs.document.finding import Allowance, Finding, Level
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.linting import Linting
from incident_docs.lint.record import Record, at_level, findings_among, is_named
from incident_docs.lint.rule_settings import is_rule_name, unknown_rule
from incident_docs.lint.selection import is_ignored, running
from incident_docs.reading.allow_comments import AllowComments, read_allow_comments
from incident_docs.reading.references import read_mentions
from incident_docs.rules import Rule, frontmatter_missing, frontmatter_syntax, unused_allow
from incident_docs.rules.catalogue import RULES
from incident_docs.workspace.project import Project

_ABOUT_FRONTMATTER = (frontmatter_missing, frontmatter_syntax)
PLAIN = Project()
NO_FILES = KnownFiles()


def lint_text(text: str, path: str = "", project: Project = PLAIN, known_files: KnownFiles = NO_FILES) -> list[Finding]:
    """Find what is to be reported of an incident document, in the order of its lines.

    The path is relative to the project's root. Without known files, nothing is reported of links and ids that lead elsewhere.
    """
    return findings_among(examine(text, path, project), path, known_files, project.linting)


def examine(text: str, path: str, project: Project) -> Record:
    """Find what can be found in a document by itself, whatever the other files are."""
    document = parse(text, path, project.format)
    rules = _rules_for(document, project.linting)
    findings = [_finding(finding, rule, level) for rule, level in rules for finding in rule.check(document)]
    allowances, faults = _read_allow_comments(document, path, [rule.ID for rule, _ in rules], project.linting)
    return Record((*findings, *faults), read_mentions(document, path), allowances)


def _rules_for(document: Document, linting: Linting) -> list[tuple[Rule, Level]]:
    """The rules that look at this document, each with its level."""
    # Without its frontmatter nobody knows what the body must be: one fault, one finding.
    is_readable, stage = document.frontmatter.is_readable, document.stage
    return [
        (rule, level)
        for rule, level in _running(linting)
        if stage >= rule.TRAITS.since and (is_readable or rule in _ABOUT_FRONTMATTER)
    ]


@lru_cache(maxsize=4)
def _running(linting: Linting) -> tuple[tuple[Rule, Level], ...]:
    return tuple(running(RULES, linting))


def _finding(finding: Finding, rule: Rule, level: Level) -> Finding:
    if finding.level is level and not rule.TRAITS.is_confidential:
        return finding
    return finding._replace(level=level, is_confidential=rule.TRAITS.is_confidential)


def _read_allow_comments(
    document: Document, path: str, ran: list[str], linting: Linting
) -> tuple[tuple[Allowance, ...], list[Finding]]:
    """What the comments of a document allow, and findings on those that cannot be understood."""
    found = read_allow_comments(document)
    if found == AllowComments():
        return (), []
    reported = [rule for rule in ran if not is_ignored(rule, path, linting)]
    known = (each for each in found.allowances if is_rule_name(each.name.value))
    allowances = tuple(each._replace(rule_has_run=is_named(each, reported)) for each in known)
    return allowances, at_level(_comment_faults(found), linting)


def _comment_faults(comments: AllowComments) -> Iterator[Finding]:
    for comment in comments.unread:
        yield unused_allow.unread(comment)
    for allowance in comments.allowances:
        if not is_rule_name(allowance.name.value):
            yield unused_allow.unknown(allowance.name, unknown_rule(allowance.name.value))
