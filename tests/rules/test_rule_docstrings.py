"""Every rule finds what its docstring calls bad, word for word, and nothing in what it calls good."""

from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from incident_docs.document.known_files import KnownFiles
from incident_docs.document.parse import parse
from incident_docs.format.sections import SECTIONS
from incident_docs.lint.lint_text import lint_text
from incident_docs.reading.references import read_mentions
from incident_docs.rules.catalogue import ALL, RULES
from incident_docs.rules.tree_rules import TREE_RULES
from tests.examples import BASE, PATH, Example, examples

MODULES = [cast("ModuleType", rule) for rule in (*RULES, *TREE_RULES)]
OTHER = {"2026-01-12-search-outage": ("postmortems/2026-01-12-search-outage.md",)}
FILES = {*OTHER["2026-01-12-search-outage"], "docs/connection-pools.md", "docs/open connections.png"}
TREE = KnownFiles({**OTHER, "2026-03-04-checkout-errors": (PATH,)}, FILES.__contains__)
# In the bad examples of a rule about the tree there is a second file of this name.
TWINS = (PATH, "postmortems/2026/2026-03-04-checkout-errors.md")
TREE_OF_TWINS = TREE._replace(paths={**OTHER, "2026-03-04-checkout-errors": TWINS})
CASES = [
    pytest.param(rule, case, id=f"{rule.ID}-{case.kind}-{n}")
    for rule in MODULES
    for n, case in enumerate(examples(rule))
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_says_exactly_what_its_docstring_says(rule: ModuleType, case: Example) -> None:
    document = parse(case.text, PATH)
    assert document.stage >= rule.TRAITS.since
    tree = TREE_OF_TWINS if case.kind == "Bad" else TREE
    found = list(rule.check(read_mentions(document, PATH), tree) if rule in TREE_RULES else rule.check(document))
    assert sorted((finding.line, finding.message) for finding in found) == sorted(case.expected)
    assert {finding.rule for finding in found} <= {rule.ID}


@pytest.mark.parametrize("rule", MODULES, ids=lambda rule: rule.ID)
def test_a_rule_is_named_like_its_file_and_shows_bad_and_good(rule: ModuleType) -> None:
    assert rule.__name__.rpartition(".")[2] == rule.ID.replace("-", "_")
    kinds = [case.kind for case in examples(rule)]
    assert "Bad" in kinds
    assert "Good" in kinds
    assert all(case.expected for case in examples(rule) if case.kind == "Bad")
    assert not any(case.expected for case in examples(rule) if case.kind == "Good")


def test_a_file_of_tests_is_named_like_the_rule_that_it_is_about() -> None:
    stems = {path.stem.removeprefix("test_").removesuffix("_fixes") for path in Path(__file__).parent.glob("test_*.py")}
    assert {stem.replace("_", "-") for stem in stems} - {rule.ID for rule in ALL} == {
        "rule-docstrings",
        "rule-options",
        "rules-together",
    }


def test_the_document_that_examples_are_woven_into_is_clean() -> None:
    assert lint_text(BASE, PATH) == lint_text(BASE, PATH, known_files=TREE) == []


def test_a_rule_declares_what_it_is_about_and_what_must_not_be_shown() -> None:
    about = {rule.ID: [section.id for section in rule.TRAITS.sections] for rule in MODULES}
    assert {section.id for rule in MODULES for section in rule.TRAITS.sections} <= {each.id for each in SECTIONS}
    assert about["detection-unknown"] == ["timeline", "what-happened"]
    assert about["ticket-form"] == ["action-items"]
    assert about["section-empty"] == []
    assert [rule.ID for rule in MODULES if rule.TRAITS.is_confidential] == ["secret-found", "personal-data"]
