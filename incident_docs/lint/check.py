"""Document to findings: every rule asked, the answers in the order of the file."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.lint import settings as lint_settings
from incident_docs.lint.allow import sifted
from incident_docs.lint.noted import noted
from incident_docs.lint.record import Record
from incident_docs.lint.settings import Settings, level_of
from incident_docs.lint.tree import in_order, in_tree, running
from incident_docs.reading.references import read_mentions
from incident_docs.rules import Rule, frontmatter_missing, frontmatter_syntax
from incident_docs.rules.catalogue import RULES

_UNREADABLE: tuple[Rule, ...] = (frontmatter_missing, frontmatter_syntax)


class Plan(NamedTuple):
    """The rules about one document that run, each with its level."""

    rules: tuple[tuple[Rule, Level], ...]
    rules_without_frontmatter: tuple[tuple[Rule, Level], ...]
    """Without it nobody knows what the body must be: one fault, one finding."""
    settings: Settings

    def of(self, document: Document) -> Iterator[tuple[Rule, Level]]:
        """The rules that have a say about this document."""
        rules = self.rules if document.frontmatter.is_readable else self.rules_without_frontmatter
        stage = document.stage
        return ((rule, level) for rule, level in rules if stage >= rule.SINCE)


def plan(settings: Settings) -> Plan:
    """The rules that these settings let run."""
    return Plan(_running(RULES, settings), _running(_UNREADABLE, settings), settings)


def _running(rules: tuple[Rule, ...], settings: Settings) -> tuple[tuple[Rule, Level], ...]:
    levels = ((rule, level_of(rule, settings)) for rule in rules)
    return tuple((rule, level) for rule, level in levels if level is not Level.OFF)


def lint(text: str, path: str = "", format: Format = DEFAULT) -> list[Finding]:
    """The findings on one incident document, known by itself; `path` is where it stands."""
    record = examine(text, path, format, plan(lint_settings.DEFAULT))
    found = [*record.findings, *in_tree(record.mentions, KnownFiles(), running(lint_settings.DEFAULT))]
    # Of the rules about the tree none is awaited: known by itself, a document gives them nothing to find.
    return in_order(sifted(found, record.allowances, (), path, lint_settings.DEFAULT))


def examine(text: str, path: str, format: Format, plan: Plan) -> Record:
    """What is found in a document, whatever stands around it; `path` is relative to the project's root."""
    document = parse(text, path, format)
    rules = tuple(plan.of(document))
    allowances, faults = noted(document, path, [rule.ID for rule, _ in rules], plan.settings)
    return Record((*in_itself(document, rules), *faults), read_mentions(document, path), allowances)


def in_itself(document: Document, rules: Iterable[tuple[Rule, Level]]) -> Iterator[Finding]:
    """What these rules find in a document."""
    for rule, level in rules:
        for finding in rule.check(document):
            yield finding if finding.level is level else finding._replace(level=level)
