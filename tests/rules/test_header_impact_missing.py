import pytest

from incident_docs.api import lint
from incident_docs.rules import header_impact_missing
from tests.examples import PATH, changed
from tests.rules.support import IMPACT


@pytest.mark.parametrize(
    ("impact", "found"),
    [
        ("**Impact**:\n", [(17, 12, "the Impact says nothing; write what users could not do")]),
        ("**Impact**: -\n", [(17, 13, "the Impact says nothing; write what users could not do")]),
        (
            "**Impact**: Nobody could pay\nfor <n> minutes. TODO\n",
            [
                (18, 5, "<n> was left standing in the Impact; write what users could not do"),
                (18, 18, "TODO was left standing in the Impact; write what users could not do"),
            ],
        ),
        (
            "**Impact**: Not published\n",
            [(17, 13, "Not published is for documents with sources; write what users could not do")],
        ),
    ],
)
def test_an_impact_that_says_nothing_is_one_rule_s_matter(impact: str, found: list[tuple[int, int, str]]) -> None:
    every = lint(changed((IMPACT, impact)), PATH)
    assert {each.rule for each in every} == {header_impact_missing.ID}
    assert [(each.line, each.column, each.message) for each in every] == found
