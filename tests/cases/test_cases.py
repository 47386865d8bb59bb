"""Lint the documents beside this file: nothing is found in those in `good/`, and in those in `bad/` what is marked.

A line in which something is found ends with `<-- rule: message`, once for each finding; the marks are taken out before
the document is linted. A document is linted under its own name, with the configuration beside it that has the same
name (`.toml`), if there is one.  Drop a file in; it runs.
"""

import re
from pathlib import Path

import pytest

from incident_docs.format.configuration import Configuration, read_configuration
from incident_docs.lint.lint_text import lint_text
from incident_docs.workspace.project import Project

FOLDER = Path(__file__).parent
CASES = sorted(FOLDER.glob("*/*.md"))
MARK = re.compile(r" +<-- ([a-z-]+: [^\r\n]+?)(?= +<-- |\r?$)", re.MULTILINE)


def project_of(case: Path) -> Project:
    """The project with the configuration that stands beside a document."""
    file = case.with_suffix(".toml")
    configuration = read_configuration(file.read_text("utf-8"), file.name) if file.exists() else Configuration()
    assert configuration is not None
    return Project(format=configuration.format, linting=configuration.linting)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_what_is_marked_is_found_and_nothing_else(case: Path) -> None:
    marked = case.read_bytes().decode()
    expected = [(number, mark) for number, line in enumerate(marked.split("\n"), 1) for mark in MARK.findall(line)]
    findings = lint_text(MARK.sub("", marked), f"postmortems/{case.name}", project_of(case))
    assert [(finding.line, f"{finding.rule}: {finding.message}") for finding in findings] == expected
    assert bool(expected) == (case.parent.name == "bad")


def test_there_are_cases_of_both_kinds_with_either_kind_of_line_ends() -> None:
    assert {(case.parent.name, b"\r\n" in case.read_bytes()) for case in CASES} == {
        (kind, has_returns) for kind in ("good", "bad") for has_returns in (True, False)
    }
