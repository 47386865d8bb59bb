"""The build of a site beside that of mkdocs-material alone, in one run, on the same made-up incidents.

The plain site has every document as a page that its navigation does not name, and the theme's own search.  Ours has all that
the plugin makes: lists, insights, guides, owners' pages, feeds, calendars, data, Pagefind's search.
"""

import os
import shutil
import sys
import tempfile
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench import archive
from tests.bench.measure import Case, Result, measured, show

_THEME = "site_name: S\nsite_url: https://example.com/s/\ntheme: {name: material, font: false}\ndocs_dir: postmortems\n"
_PLAIN = (
    f"{_THEME}plugins: [search]\nnav: [start.md]\nvalidation: {{nav: {{omitted_files: ignore}}}}\nsite_dir: plain\n"
)
_OURS = f"{_THEME}plugins: [search, incident-docs]\nsite_dir: ours\n"
_RUNS = 3


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["INCIDENT_DOCS_CACHE_DIR"] = f"{scratch}/cache"
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        # What is installed is compiled; where this is set, all of our own code would be compiled anew at every start.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        folder = Path(scratch, "project")
        archive.write(number, folder / "postmortems")
        for name, text in {"plain.yml": _PLAIN, "ours.yml": _OURS, "postmortems/start.md": "# Start\n"}.items():
            (folder / name).write_text(text, encoding="utf-8")
        show(f"a site of {number:,} incidents", _measured(folder, Path(scratch, "cache")), base="plain")


def _measured(folder: Path, cache: Path) -> list[Result]:
    build = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet", "--config-file"]
    ours = [*build, "ours.yml"]
    first = min((folder / "postmortems").rglob("2*.md"))
    text, numbers = first.read_text(encoding="utf-8"), count()

    def edited(mark: str) -> None:
        changed = text.replace(mark, mark.replace("\n", f" {next(numbers)}\n", 1), 1)
        first.write_text(changed, encoding="utf-8")

    def anew() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(folder / "ours", ignore_errors=True)

    cases = (
        Case("plain", [*build, "plain.yml"], _RUNS),
        Case("ours, cold", ours, _RUNS, anew),
        Case("ours, nothing changed", ours, _RUNS),
        Case("ours, a text changed", ours, _RUNS, partial(edited, _line(text, "|"))),
        Case("ours, a title changed", ours, _RUNS, partial(edited, _line(text, "title:"))),
    )
    return [measured(case, folder) for case in cases]


def _line(text: str, start: str) -> str:
    """The last line that begins so."""
    return [line for line in text.splitlines(keepends=True) if line.startswith(start)][-1]


if __name__ == "__main__":
    main()
