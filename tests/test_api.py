"""What other programs call, as the README shows it."""

from pathlib import Path
from textwrap import dedent

import pytest

from incident_docs.api import find_known_files, lint, load_project, parse
from incident_docs.errors import IncidentDocsError
from tests.examples import BASE

README = Path(__file__).parents[1] / "README.md"
NAME = "postmortems/2026-03-04-checkout.md"


def test_what_the_readme_shows_runs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / NAME).write_text(BASE.replace("| @bo |", "| the team |"), encoding="utf-8")
    _, _, section = README.read_text(encoding="utf-8").partition("## From Python\n\n")
    code = dedent("\n".join(line for line in section.partition("Without a project")[0].splitlines()))
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == (
        "70 49 action-owner the team is nobody in particular; name one person or one team, as in @ana\n"
    )


def test_a_text_is_linted_as_its_project_says(project: Path) -> None:
    (project / "incident-docs.toml").write_text("[lint]\nignore = ['action-*']\n")
    poor = BASE.replace("| @bo |", "| the team |").replace("services:", "related: [2026-01-01-none]\nservices:")
    (project / NAME).write_text(poor, encoding="utf-8")
    ours = load_project(project)
    assert [finding.rule for finding in lint(poor)] == ["action-owner"]
    assert [finding.rule for finding in lint(poor, NAME, ours)] == []
    assert [finding.rule for finding in lint(poor, NAME, ours, find_known_files(ours))] == [
        "reference-unknown-incident"
    ]
    assert parse(poor, NAME, ours.format).id == "2026-03-04-checkout"


def test_a_mistake_in_the_project_is_raised_when_it_is_loaded(project: Path) -> None:
    (project / "incident-docs.toml").write_text("[lint]\nignore = ['actoin-*']\n")
    with pytest.raises(IncidentDocsError, match="2: there is no rule"):
        load_project(project)
