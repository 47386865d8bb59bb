"""`incident-docs lint` beside other linters of Markdown, in one run, on the same made-up documents.

The others are installed into `.bench/`, and checked are only their times: they look for other things.  What counts are the
ratios; the seconds are those of this machine at this moment.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from tests.bench import archive
from tests.bench.measure import Case, measured, show

_BENCH = Path(".bench")
_PYTHON_TOOLS = ("rumdl", "mdformat", "mdformat-gfm", "pymarkdownlnt")
_NODE_TOOL = "markdownlint-cli2"
_RUNS_OF_SLOW_ONES = 1


def main() -> None:
    """Print the tables."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    tools = _install()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["INCIDENT_DOCS_CACHE_DIR"] = f"{scratch}/cache"
        os.environ["RUMDL_CACHE_DIR"] = f"{scratch}/rumdl"
        # What is installed is compiled; where this is set, all of our own code would be compiled anew at every start.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in (count, 10 * count):
            archive.write(number, Path(scratch, str(number)))
        results = [measured(case, Path(scratch, str(count))) for case in _cases(tools, Path(scratch))]
        show(f"{count:,} documents", results, base="rumdl, cold")
        many = [
            measured(case, Path(scratch, str(10 * count))) for case in _cases(tools, Path(scratch)) if _is_ours(case)
        ]
        show(f"{10 * count:,} documents", many, base="incident-docs, warm")
        show("start", [measured(case, Path(scratch)) for case in _starts()], base="python -c 'import click'")


def _is_ours(case: Case) -> bool:
    return case.name.startswith("incident-docs")


def _install() -> Path:
    """The folder of the others' commands."""
    commands = _BENCH / "bin"
    if not (commands / "rumdl").exists():
        venv.create(_BENCH, with_pip=True)
        subprocess.run([commands / "python", "-m", "pip", "install", "--quiet", *_PYTHON_TOOLS], check=True)
    if shutil.which("npm") and not (_BENCH / "node_modules").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", _BENCH, _NODE_TOOL], check=True)
    return commands.absolute()


def _cases(tools: Path, scratch: Path) -> list[Case]:
    ours = str(Path(sys.executable).with_name("incident-docs"))
    cases = [
        Case("incident-docs, cold", [ours, "lint", "."], before=lambda: shutil.rmtree(scratch / "cache", True)),
        Case("incident-docs, warm", [ours, "lint", "."]),
        Case("incident-docs, one process", [ours, "lint", ".", "--no-cache", "--jobs", "1"]),
        Case("rumdl, cold", [str(tools / "rumdl"), "check", "--no-cache", "."]),
        Case("rumdl, warm", [str(tools / "rumdl"), "check", "."]),
    ]
    node = tools.parent / "node_modules/.bin" / _NODE_TOOL
    if node.exists():
        cases.append(Case(_NODE_TOOL, [str(node), "**/*.md"], _RUNS_OF_SLOW_ONES))
    cases.append(Case("mdformat --check", [str(tools / "mdformat"), "--check", "."], _RUNS_OF_SLOW_ONES))
    cases.append(Case("pymarkdown", [str(tools / "pymarkdown"), "scan", "-r", "."], _RUNS_OF_SLOW_ONES))
    return cases


def _starts() -> list[Case]:
    ours = str(Path(sys.executable).with_name("incident-docs"))
    first = min(Path("postmortems").absolute().glob("*.md"))
    return [
        Case("python -c 'import click'", [sys.executable, "-c", "import click"], 20),
        Case("incident-docs --version", [ours, "--version"], 20),
        Case("incident-docs lint FILE", [ours, "lint", str(first)], 20),
        Case("incident-docs lint FILE, no cache", [ours, "lint", "--no-cache", str(first)], 20),
    ]


if __name__ == "__main__":
    main()
