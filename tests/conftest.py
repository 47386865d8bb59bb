"""What many tests need: a project in an empty folder, and the command line in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from incident_docs.cli import main

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of an empty project, which is where commands start."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "postmortems").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(project: Path) -> Run:
    """Call `incident-docs` in the project."""
    del project

    def call(*arguments: str, stdin: str | None = None, color: bool = False) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, color=color, catch_exceptions=False)

    return call
