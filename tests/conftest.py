"""What many tests need: a project in an empty folder, and the command line in it."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from incident_docs.cli import main
from tests.repositories import Repository

# A busy machine is no fault, and CI asks the same questions every time: a new answer is a new fault.
settings.register_profile("default", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("default")

# Whoever runs the tests in the background has shells ignore Ctrl-C, and so would the programs that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for every test, that of the commands it starts too."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(folder))
    return folder


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


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty one, which no setting of the user reaches."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return Repository(tmp_path)
