"""List the tree-wide rules. They stand apart because they also run where no document is read again."""

from incident_docs.rules import TreeRule, duplicate_id, reference_broken_link, reference_unknown_incident

TREE_RULES: tuple[TreeRule, ...] = (duplicate_id, reference_unknown_incident, reference_broken_link)
