"""Import all rules."""

from importlib import import_module
from typing import cast

from incident_docs.rules import Named, Rule
from incident_docs.rules.all_names import ALL_NAMES, DOCUMENT_RULES


def rule_named(name: str) -> Named:
    """Import the rule of this name."""
    return cast("Named", import_module(f"incident_docs.rules.{name.replace('-', '_')}"))


RULES = tuple(cast("Rule", rule_named(name)) for name in DOCUMENT_RULES)
"""Those that look at one document."""

ALL = tuple(map(rule_named, ALL_NAMES))
