"""Engines in environments of their own, which are made once and kept in `.engines/`, and the site that all must make.

Where the network is missing they cannot be made, and the tests are skipped; in CI that is a failure.
"""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from tests.engines import project
from tests.engines.built import Built
from tests.site.conftest import browser as _browser

ROOT = Path(__file__).parents[2]
_KEPT = ROOT / ".engines"

Build = Callable[..., Built]

browser = _browser


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "engines: builds sites with engines that have to be installed first")


@pytest.fixture(scope="session")
def material() -> Path:
    """MkDocs and ProperDocs with the Material theme before the newest."""
    return _environment("material", "mkdocs>=1.6,<1.7", "mkdocs-material>=9.7,<9.8", "properdocs", f"{ROOT}[site]")


@pytest.fixture(scope="session")
def materialx() -> Path:
    """ProperDocs with MaterialX, whose package takes the place of Material's."""
    return _environment("materialx", "properdocs", "mkdocs-materialx", f"{ROOT}[pages]")


@pytest.fixture(scope="session")
def techdocs() -> Path:
    """What Backstage builds with, in the versions that it asks for."""
    return _environment("techdocs", "mkdocs-techdocs-core", f"{ROOT}[site]")


@pytest.fixture(scope="session")
def zensical() -> Path:
    """Zensical, with nothing of ours."""
    return _environment("zensical", "zensical")


@pytest.fixture(scope="session")
def dompurify() -> Path:
    """The script with which Backstage cleans a page."""
    folder = _KEPT / "dompurify"
    script = folder / "node_modules/dompurify/dist/purify.min.js"
    npm = shutil.which("npm")
    if npm is None:
        return _missing("npm is not installed, and DOMPurify comes from there")
    if not script.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _install([npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), "dompurify@3"])
    return script


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build the made-up incidents with a command, configured by a text."""

    def built(configuration: str, *command: str | Path) -> Built:
        folder = tmp_path_factory.mktemp("project")
        project.write(folder)
        (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        run(folder, *command)
        return Built(folder / "site")

    return built


@pytest.fixture(scope="session")
def newest(build: Build) -> Built:
    """The site of MkDocs and the newest Material, which the other tests are about."""
    return build(configured("material"), sys.executable, "-m", "mkdocs", "build", "--strict")


def configured(theme: str, plugins: str = "[search, incident-docs]") -> str:
    """A project's `mkdocs.yml`."""
    return f"site_name: Ours\ntheme: {{name: {theme}, font: false}}\nplugins: {plugins}\ndocs_dir: postmortems\n"


def run(folder: Path, *command: str | Path) -> str:
    """Run a command in a folder; what it says on both streams."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": project.BUILT_ON,
        "INCIDENT_DOCS_CACHE_DIR": str(folder.parent / "cache"),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def version(environment: Path, package: str) -> str:
    """The version of a package there."""
    code = f"import importlib.metadata; print(importlib.metadata.version({package!r}))"
    return run(environment, environment / "bin/python", "-c", code).strip()


def _environment(name: str, *requirements: str) -> Path:
    """An environment with these packages, made anew when they or our own ones change."""
    said = repr((requirements, sys.version, (ROOT / "pyproject.toml").read_bytes()))
    folder = _KEPT / f"{name}-{sha256(said.encode()).hexdigest()[:8]}"
    done = folder / "done"
    if not done.exists():
        for old in _KEPT.glob(f"{name}-*"):
            shutil.rmtree(old)
        venv.create(folder, with_pip=True)
        ours = [
            part for each in requirements for part in (["--editable", each] if each.startswith(str(ROOT)) else [each])
        ]
        _install([str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *ours])
        done.touch()
    return folder


def _install(command: Sequence[str]) -> None:
    (_KEPT / ".gitignore").write_text("*\n", encoding="utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        _missing(f"{' '.join(command)}: {done.stderr.strip().rpartition(chr(10))[2]}")


def _missing(why: str) -> Path:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
