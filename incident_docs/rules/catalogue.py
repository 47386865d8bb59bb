"""All rules, one a file. Adding one is a file and a line here."""

from collections.abc import Iterator
from typing import Protocol

from incident_docs.document.finding import Finding, Level
from incident_docs.document.mentions import Mentions
from incident_docs.document.model import Document
from incident_docs.document.tree import Tree
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import (
    action_columns,
    action_due,
    action_owner,
    action_required,
    action_status,
    current_status_bullets,
    duplicate_id,
    file_name,
    file_unreadable,
    frontmatter_duplicate_key,
    frontmatter_missing,
    frontmatter_order_of_times,
    frontmatter_required,
    frontmatter_syntax,
    frontmatter_type,
    frontmatter_unknown_key,
    header_impact_missing,
    header_mismatch,
    mitigation_columns,
    mitigation_empty,
    placeholder_left,
    premature_postmortem,
    section_duplicate,
    section_empty,
    section_level,
    section_missing,
    section_name,
    section_order,
    timeline_columns,
    timeline_ends_early,
    timeline_event_empty,
    timeline_order,
    timeline_outside,
    timeline_time,
    verification_missing,
)
from incident_docs.workspace.files import Unreadable


class Named(Protocol):
    """A rule is a module. Its docstring is its page, its tests and its help."""

    ID: str
    LEVEL: Level
    SINCE: Stage
    """The stage from which it speaks."""


class FileRule(Named, Protocol):
    """Speaks of a file that could not be read."""

    def check(self, unreadable: Unreadable, /) -> Iterator[Finding]: ...


class Rule(Named, Protocol):
    """Looks at one document."""

    def check(self, document: Document, /) -> Iterator[Finding]: ...


class TreeRule(Named, Protocol):
    """Looks at what a document says of the others, without the document."""

    def check(self, mentions: Mentions, tree: Tree, /) -> Iterator[Finding]: ...


FILE_RULES: tuple[FileRule, ...] = (file_unreadable,)
RULES: tuple[Rule, ...] = (
    file_name,
    frontmatter_missing,
    frontmatter_syntax,
    frontmatter_duplicate_key,
    frontmatter_unknown_key,
    frontmatter_required,
    frontmatter_type,
    frontmatter_order_of_times,
    header_mismatch,
    header_impact_missing,
    section_missing,
    section_order,
    section_level,
    section_name,
    section_duplicate,
    section_empty,
    placeholder_left,
    premature_postmortem,
    timeline_columns,
    timeline_time,
    timeline_order,
    timeline_outside,
    timeline_ends_early,
    timeline_event_empty,
    mitigation_columns,
    mitigation_empty,
    current_status_bullets,
    verification_missing,
    action_columns,
    action_required,
    action_owner,
    action_due,
    action_status,
)
TREE_RULES: tuple[TreeRule, ...] = (duplicate_id,)

ALL: tuple[Named, ...] = (*FILE_RULES, *RULES, *TREE_RULES)
