"""Import all rules."""

from typing import TYPE_CHECKING, cast

from incident_docs.rules.all_names import ALL_NAMES, DOCUMENT_RULES, rule_named

if TYPE_CHECKING:
    from incident_docs.rules import Rule

RULES = tuple(cast("Rule", rule_named(name)) for name in DOCUMENT_RULES)
"""Those that look at one document."""

ALL = tuple(map(rule_named, ALL_NAMES))
