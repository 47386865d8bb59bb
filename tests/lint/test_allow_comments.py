"""AllowComments let findings stand: on the next block, a section or the file; those that are not needed are reported."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.api import lint
from incident_docs.document.finding import Allowance
from incident_docs.document.outline import read_blocks
from incident_docs.document.parse import parse
from incident_docs.lint.lint_text import PLAIN, examine
from incident_docs.lint.record import record_from_json
from incident_docs.reading.allow_comments import read_allow_comments
from tests.conftest import Run
from tests.examples import BASE

NAME = "postmortems/2026-03-04-checkout-errors.md"
ROW = "| 10:20 | Release 4.12 is rolled back; errors stop |"
POOR = BASE.replace(ROW, ROW.replace("10:20", "09:52"))
"""One finding: timeline-order."""
ORDER = "timeline-order", "09:52 stands after 09:56"
OWNER = BASE.replace("| @bo |", "| the team |")
"""One finding: action-owner."""


def found(text: str, path: str = NAME) -> list[tuple[int, str, str]]:
    return [(finding.line, finding.rule, finding.message) for finding in lint(text, path)]


def above(line: str, comment: str, text: str = POOR) -> str:
    """The text with a comment on a line of its own above this one."""
    assert text.count(f"\n{line}\n") == 1
    return text.replace(f"\n{line}\n", f"\n{comment}\n{line}\n")


def test_the_documents_here_have_one_finding_each() -> None:
    assert found(POOR) == [(27, *ORDER)]
    assert found(OWNER) == [
        (70, "action-owner", "the team is nobody in particular; name one person or one team, as in @ana"),
    ]


@pytest.mark.parametrize(
    ("line", "comment"),
    [
        ("| Time | Event |", "<!-- incident-docs: allow timeline-order -->"),
        ("| Time | Event |", "<!--incident-docs: allow timeline-order-->"),
        ("| Time | Event |", "  <!-- incident-docs:  allow timeline-*  -->  "),
        ("| Time | Event |", "<!-- incident-docs: allow timeline-order -- the clocks were not in step -->"),
        ("| Time | Event |", "<!-- incident-docs: allow timeline-order -->\n\n"),
        ("#### Timeline", "<!-- incident-docs: allow timeline-order in file -->"),
        ("#### Verification", "<!-- incident-docs: allow *-order in file -- x -->"),
        ("| Time | Event |", "<!-- incident-docs: allow timeline-order in section -->"),
        ("#### Root Cause", "<!-- incident-docs: allow timeline-order in section -->"),
        ("services: [checkout]", "# incident-docs: allow timeline-order in file"),
    ],
)
def test_a_comment_lets_a_finding_stand(line: str, comment: str) -> None:
    text = above(line, comment)
    assert found(text) == []


def test_a_comment_changes_nothing_else() -> None:
    lines = BASE.rstrip("\n").split("\n")
    for block in read_blocks(lines, parse(BASE).frontmatter.end):
        with_comment = [
            *lines[: block.first - 1],
            "<!-- incident-docs: allow personal-data -->",
            *lines[block.first - 1 :],
        ]
        assert [each[:2] for each in found("\n".join(with_comment))] == [(block.first, "unused-allow")]


def test_a_comment_that_is_not_needed_is_taken_out(project: Path, run: Run) -> None:
    lone = "<!-- incident-docs: allow timeline-order -- x -->"
    text = above(
        "| Time | Event |", f"{lone}\n<!-- incident-docs: allow timeline-order, personal-data in file -->", BASE
    )
    (project / NAME).write_text(text, encoding="utf-8")
    assert run("lint", "--fix").output.splitlines()[-1] == "2 warnings in 1 of 1 incident"
    assert (project / NAME).read_text(encoding="utf-8") == text.replace(f"{lone}\n", "")


def test_any_other_comment_is_a_block_like_others() -> None:
    text = above("| Time | Event |", "<!-- incident-docs: allow timeline-order -->\n<!-- told by two people -->\n")
    assert [rule for _, rule, _ in found(text)] == ["unused-allow", "timeline-order"]


def test_comments_that_follow_each_other_are_about_one_block() -> None:
    both = "<!-- incident-docs: allow timeline-order -->\n<!-- incident-docs: allow timeline-gap -->"
    assert found(above("| Time | Event |", both)) == []
    assert found(above("| Time | Event |", "<!-- incident-docs: allow timeline-gap,timeline-order -->")) == []


def test_a_block_a_section_and_the_frontmatter_end_where_they_end() -> None:
    comment = "<!-- incident-docs: allow timeline-order{} -->"
    unused = "unused-allow", "timeline-order finds nothing here; take it out"
    assert found(above("#### Timeline", comment.format(""))) == [(22, *unused), (28, *ORDER)]
    assert found(above("| Action | Result |", comment.format(" in section"))) == [(27, *ORDER), (34, *unused)]
    # Under the heading of the postmortem it is about all of the postmortem, and no more.
    assert found(above("#### What happened", comment.format(" in section"))) == [(27, *ORDER), (52, *unused)]
    owner = "<!-- incident-docs: allow action-owner in section -->"
    assert found(above("#### What happened", owner, OWNER)) == []
    assert found(POOR + comment.format("")) == [(27, *ORDER), (71, *unused)]
    assert found(
        above("### Incident Response: Checkout returned errors for one customer in five", comment.format(" in section"))
    ) == [
        (12, *unused),
        (28, *ORDER),
    ]


def test_in_the_frontmatter_a_comment_is_about_the_next_key() -> None:
    wrong = BASE.replace("services: [checkout]", "services: 3\ntags: 3\n")
    kinds = [(9, "frontmatter-type"), (10, "frontmatter-type")]
    assert [each[:2] for each in found(wrong)] == kinds
    first = above("services: 3", "# incident-docs: allow frontmatter-type -- we know", wrong)
    assert [each[:2] for each in found(first)] == [(11, "frontmatter-type")]
    second = above("tags: 3", "  # incident-docs: allow frontmatter-type", wrong)
    assert [each[:2] for each in found(second)] == [(9, "frontmatter-type")]
    assert (
        found(
            above(
                "title: Checkout returned errors for one customer in five",
                "# incident-docs: allow frontmatter-* in section",
                wrong,
            )
        )
        == []
    )
    last = wrong.replace("tags: 3\n", "tags: 3\n# incident-docs: allow frontmatter-type")
    assert [each[:2] for each in found(last)] == [*kinds, (11, "unused-allow")]


@pytest.mark.parametrize(
    ("line", "comment", "column", "message"),
    [
        ("| Time | Event |", "<!-- incident-docs: allow timelin-order -->", 27, "there is no rule timelin-order; did you mean timeline-order?"),
        ("| Time | Event |", "<!-- incident-docs: allow timeline-order, E1 -->", 43, "there is no rule E1; `incident-docs rule` lists them"),
        ("| Time | Event |", "<!-- incident-docs: disable timeline-order -->", 1, "this allows nothing; write a line of its own: <!-- incident-docs: allow NAME -->"),
        ("| Time | Event |", "Rough. <!-- incident-docs: allow timeline-order -->", 8, "this allows nothing; write a line of its own: <!-- incident-docs: allow NAME -->"),
        ("title: Checkout returned errors for one customer in five", "x-a: 1 # incident-docs: allow frontmatter-type", 8, "this allows nothing; write a line of its own: # incident-docs: allow NAME"),
    ],
)  # fmt: skip
def test_a_comment_that_is_not_understood_is_reported(line: str, comment: str, column: int, message: str) -> None:
    faults = [each for each in lint(above(line, comment), NAME) if each.rule == "unused-allow"]
    assert [(each.column, each.message, each.level.value) for each in faults] == [(column, message, "warning")]


def test_what_stands_in_code_is_no_comment() -> None:
    comment = "<!-- incident-docs: allow timeline-order -->"
    text = BASE.replace("curl -fsS", f"{comment}\ncurl -fsS")
    text = text.replace("two minutes.", f"two minutes: `{comment}`\n\n  ```\n  {comment}\n  ```")
    text = text.replace("#### What could", f"As written:\n\n    {comment}\n\n#### What could")
    assert found(text) == []


def test_a_rule_that_does_not_run_is_no_reason_to_take_a_comment_out(project: Path, run: Run) -> None:
    comment = "<!-- incident-docs: allow timeline-order, duplicate-id, reference-bare-url in file -->"
    (project / NAME).write_text(BASE.replace("#### Timeline\n", f"#### Timeline\n{comment}\n\n"), encoding="utf-8")
    quiet = "1 incident checked, nothing found\n"
    both = ["timeline-order finds nothing here; take it out", "duplicate-id finds nothing here; take it out"]

    def says(*arguments: str) -> list[str]:
        output = run("lint", *arguments, "--output-format", "json").output
        return [each["message"] for each in json.loads(output)["findings"]]

    assert says() == both
    assert says("--ignore", "timeline-*") == both[1:]
    assert says("--ignore", "duplicate-id") == both[:1]
    assert run("lint", "--select", "action-*").output == quiet
    assert run("lint", "--ignore", "unused-allow").output == quiet
    (project / "incident-docs.toml").write_text("[lint.per-file-ignores]\n'*' = ['timeline-*', 'duplicate-*']\n")
    assert says() == []
    (project / "incident-docs.toml").write_text("[lint.levels]\nunused-allow = 'error'\n")
    assert says() == both
    assert run("lint").exit_code == 1
    (project / "incident-docs.toml").write_text("[lint.levels]\nunused-allow = 'off'\n")
    assert run("lint").output == quiet


def test_what_the_status_does_not_demand_yet_is_awaited() -> None:
    text = above("#### Verification", "<!-- incident-docs: allow verification-missing -->", BASE)
    assert [rule for _, rule, _ in found(text)] == ["unused-allow"]
    active = text.replace("status: resolved", "status: active")
    assert "unused-allow" not in [rule for _, rule, _ in found(active)]


def test_without_readable_frontmatter_no_comment_is_judged() -> None:
    text = above("| Time | Event |", "<!-- incident-docs: allow timeline-order -->", BASE).removeprefix("---\n")
    assert [rule for _, rule, _ in found(text)] == ["frontmatter-missing"]


def test_findings_about_other_files_are_allowed_too(project: Path, run: Run) -> None:
    text = BASE.replace("A release changed", "As [before](2026-01-01-none.md) a release changed")
    allowed = above("#### What happened", "<!-- incident-docs: allow reference-* in section -->", text)
    for content, code in ((text, 1), (allowed, 0)):
        (project / NAME).write_text(content, encoding="utf-8")
        # The second time the answer comes from the cache.
        assert [run("lint").exit_code for _ in range(2)] == [code, code]
    (project / "postmortems/2026-01-01-none.md").write_text(BASE, encoding="utf-8")
    result = run("lint", NAME, "--output-format", "concise")
    assert result.output.splitlines()[0] == (
        f"{NAME}:52:27: warning[unused-allow] reference-* finds nothing here; take it out"
    )


def test_a_comment_can_allow_comments_that_are_not_needed() -> None:
    text = above("| Time | Event |", "<!-- incident-docs: allow timeline-order, unused-allow -->", BASE)
    keep = "<!-- incident-docs: allow unused-allow in file -->\n"
    assert [rule for _, rule, _ in found(text)] == ["unused-allow"]
    assert found(text + keep) == []


def test_what_a_document_allows_is_in_its_record() -> None:
    record = examine(above("| Time | Event |", "<!-- incident-docs: allow timeline-* -->"), NAME, PLAIN)
    assert record.allowances == (Allowance(record.allowances[0].name, 24, 29, is_alone=True, rule_has_run=True),)
    assert record_from_json(json.loads(json.dumps(record))) == record


PIECES = [
    "<!--",
    "-->",
    "incident-docs:",
    "allow",
    " ",
    "\n",
    "timeline-*",
    ",",
    "in file",
    "in section",
    "--",
    "#",
    "```",
    "-",
]


@given(st.lists(st.sampled_from(PIECES)), st.lists(st.sampled_from(PIECES)))
def test_whatever_is_written_the_places_lie_in_the_file(front: list[str], body: list[str]) -> None:
    text = f"---\ntitle: x\n{' '.join(front)}\n---\n# a\n{' '.join(body)}\n## b\ntext\n"
    document = parse(text)
    read = read_allow_comments(document)
    for allowance in read.allowances:
        assert 1 <= allowance.first <= allowance.last <= len(document.lines)
    for name in (*(allowance.name for allowance in read.allowances), *read.unread):
        assert document.lines[name.line - 1][name.column - 1 : name.end_column - 1] == name.value
