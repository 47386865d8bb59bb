"""`incident-docs rule`: the list, the pages, and that every page is whole."""

import json
from typing import Any

import pytest

from incident_docs.document.parse import parse
from incident_docs.lint.rule_docs import read_rule_page
from incident_docs.reading.references import read_mentions
from incident_docs.rules import Named
from incident_docs.rules.catalogue import ALL, RULES
from incident_docs.rules.tree_rules import TREE_RULES
from tests.conftest import Run
from tests.examples import examples
from tests.rules.test_rule_docstrings import PATH, TREE_OF_TWINS


def test_without_a_name_all_rules_are_listed(run: Run) -> None:
    lines = run("rule").output.splitlines()
    assert [line.split()[0] for line in lines] == [rule.ID for rule in ALL]
    width = max(len(rule.ID) for rule in ALL)
    assert f"{'timeline-order':{width}}  error    Timeline rows run from earliest to latest." in lines
    assert f"{'duplicate-id':{width}}  error    No two files have the same id, whatever their folders." in lines
    coloured = run("rule", color=True).output
    assert "\x1b[31merror  \x1b[0m  Timeline rows" in coloured


def test_a_rule_is_explained(run: Run) -> None:
    assert run("rule", "duplicate-id").output == (
        "duplicate-id\n"
        "\n"
        "No two files have the same id, whatever their folders.\n"
        "\n"
        "An error, in every incident.\n"
        "\n"
        "Why: A command that is given the id, a link and a page's address would each mean\n"
        "one of the two, and not the same one.\n"
        "\n"
        "Fix: By hand.\n"
        "\n"
        "Bad:\n"
        "\n"
        "    ---\n"
        "    ^ 2 files have this id: postmortems/2026-03-04-checkout-errors.md and\n"
        "      postmortems/2026/2026-03-04-checkout-errors.md; rename all but one\n"
        "    title: Checkout returned errors for one customer in five\n"
        "    severity: P1\n"
        "    status: resolved\n"
        "    ---\n"
        "\n"
        "Good:\n"
        "\n"
        "    ---\n"
        "    title: Checkout returned errors for one customer in five\n"
        "    severity: P1\n"
        "    status: resolved\n"
        "    ---\n"
        "\n"
        "In [tool.incident-docs.lint] of pyproject.toml, or [lint] of incident-docs.toml:\n"
        "\n"
        '    ignore = ["duplicate-id"]\n'
        '    levels = { duplicate-id = "warning" }\n'
        "\n"
        "In a document, right before what it is about:\n"
        "\n"
        "    <!-- incident-docs: allow duplicate-id -->\n"
    )


def test_a_wide_terminal_has_no_longer_lines_than_can_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    prose = [line for line in run("rule", "duplicate-id").output.splitlines() if not line.startswith(" ")]
    assert max(map(len, prose)) <= 100


def test_a_rule_that_is_off_says_how_to_switch_it_on(run: Run) -> None:
    output = run("rule", "reference-bare-url").output
    assert output.split("\n\n")[2] == "Off unless it is selected, once an incident is resolved."
    assert '    extend-select = ["reference-bare-url"]\n' in output
    assert "    ignore =" not in output


def test_a_rule_without_a_document_is_explained_in_words(run: Run) -> None:
    paragraphs = run("rule", "file-unreadable").output.split("\n\n")
    assert paragraphs[6] == "Good: plain UTF-8, with either kind of line ends."
    # Such a file has no place for a comment.
    assert len(paragraphs) == 9


def test_an_unknown_name_is_a_wrong_call(run: Run) -> None:
    for name, hint in (("timline-order", "did you mean timeline-order?"), ("x", "`incident-docs rule` lists them")):
        result = run("rule", name)
        assert result.exit_code == 2
        assert result.output.splitlines()[-1] == f"Error: there is no rule {name}; {hint}"


def test_programs_get_the_pages_too(run: Run) -> None:
    everything = json.loads(run("rule", "--output-format", "json").output)
    assert everything["version"] == 1
    assert [rule["id"] for rule in everything["rules"]] == [rule.ID for rule in ALL]
    assert json.loads(run("rule", "file-unreadable", "--output-format", "json").output)["rules"] == [
        everything["rules"][0]
    ]
    [one] = json.loads(run("rule", "duplicate-id", "--output-format", "json").output)["rules"]
    examples = one.pop("examples")
    assert one.pop("options") == []
    assert one == {
        "id": "duplicate-id",
        "level": "error",
        "since": "active",
        "summary": "No two files have the same id, whatever their folders.",
        "why": (
            "A command that is given the id, a link and a page's address would each mean one of the two, and not the"
            " same one."
        ),
        "notes": [],
        "fix": "",
    }
    assert [(each["kind"], each["title"], each["words"]) for each in examples] == [("bad", "", ""), ("good", "", "")]
    assert examples[0]["lines"][1] == {
        "text": "title: Checkout returned errors for one customer in five",
        "message": "",
    }
    assert examples[0]["lines"][0]["message"].startswith("2 files have this id: ")


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.ID)
def test_every_page_is_whole(rule: Named) -> None:
    shown = read_rule_page(rule)
    assert shown.summary.endswith((".", "`", "?"))
    assert shown.why
    assert {example.is_bad for example in shown.examples} == {True, False}
    assert all(bool(example.lines) != bool(example.words) for example in shown.examples)


@pytest.mark.parametrize("rule", [*RULES, *TREE_RULES], ids=lambda rule: rule.ID)
def test_a_page_tells_of_fixes_where_there_are_some(rule: Any) -> None:
    documents = [parse(case.text, PATH) for case in examples(rule) if case.kind == "Bad"]
    found = [
        finding
        for document in documents
        for finding in (
            rule.check(read_mentions(document, PATH), TREE_OF_TWINS) if rule in TREE_RULES else rule.check(document)
        )
    ]
    # What has a fix may need more than an example shows.
    assert read_rule_page(rule).fix or not any(finding.fix for finding in found)
