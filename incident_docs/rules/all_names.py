"""Name all rules, in the order in which they are listed. A new rule is a file and a name here.

Names alone, for whoever completes or checks one and must not wait for all rules to be imported.
"""

from importlib import import_module
from typing import cast

from incident_docs.rules import Named

FILE_RULE = "file-unreadable"
DOCUMENT_RULES = (
    "file-name",
    "frontmatter-missing",
    "frontmatter-syntax",
    "frontmatter-duplicate-key",
    "frontmatter-unknown-key",
    "frontmatter-required",
    "frontmatter-type",
    "frontmatter-order-of-times",
    "frontmatter-status-contradiction",
    "header-mismatch",
    "header-impact-missing",
    "impact-not-about-users",
    "severity-understated",
    "section-missing",
    "section-order",
    "section-level",
    "section-name",
    "section-duplicate",
    "section-empty",
    "placeholder-left",
    "premature-postmortem",
    "timeline-columns",
    "timeline-time",
    "timeline-order",
    "timeline-outside",
    "timeline-ends-early",
    "timeline-event-empty",
    "timeline-incomplete",
    "timeline-gap",
    "mitigation-columns",
    "mitigation-empty",
    "current-status-bullets",
    "affected-users-unmeasured",
    "verification-missing",
    "action-columns",
    "action-required",
    "action-empty",
    "action-owner",
    "action-due",
    "action-due-before-incident",
    "action-vague",
    "action-no-prevention",
    "action-status",
    "action-duplicate",
    "ticket-form",
    "root-cause-thin",
    "root-cause-stops-at-person",
    "language-blame",
    "language-normative",
    "language-counterfactual",
    "went-well-empty-praise",
    "improve-missing",
    "detection-unknown",
    "secret-found",
    "personal-data",
    "internal-leak",
    "reference-bare-url",
)
TREE_WIDE_RULES = (
    "duplicate-id",
    "reference-unknown-incident",
    "reference-broken-link",
)
ALLOW_RULE = "unused-allow"

ALL_NAMES = (FILE_RULE, *DOCUMENT_RULES, *TREE_WIDE_RULES, ALLOW_RULE)


def rule_named(name: str) -> Named:
    """Import the rule of this name."""
    return cast("Named", import_module(f"incident_docs.rules.{name.replace('-', '_')}"))
