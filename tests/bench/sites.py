"""The build of a site beside that of mkdocs-material alone, in one run, on the same made-up incidents.

The plain site has every document as a page that its navigation does not name, and the theme's own search.  Ours has all that
the plugin makes: lists, insights, guides, owners' pages, feeds, calendars, data, Pagefind's search.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

from tests.bench import archive
from tests.bench.measure import Case, Result, measured, show

_THEME = "site_name: S\nsite_url: https://example.com/s/\ntheme: {name: material, font: false}\ndocs_dir: postmortems\n"
_PLAIN = (
    f"{_THEME}plugins: [search]\nnav: [start.md]\nvalidation: {{nav: {{omitted_files: ignore}}}}\nsite_dir: plain\n"
)
_OURS = f"{_THEME}plugins: [search, incident-docs]\nsite_dir: ours\n"
_RUNS = 3
_MKDOCS = str(Path(sys.executable).with_name("mkdocs"))
_ADDRESS = "http://127.0.0.1:8123/"


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        # What is installed is compiled; where this is set, all of our own code would be compiled anew at every start.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        folder = Path(scratch, "project")
        archive.write(number, folder / "postmortems")
        for name, text in {"plain.yml": _PLAIN, "ours.yml": _OURS, "postmortems/start.md": "# Start\n"}.items():
            (folder / name).write_text(text, encoding="utf-8")
        show(f"a site of {number:,} incidents", _measured(folder), base="plain")


def _measured(folder: Path) -> list[Result]:
    build = [_MKDOCS, "build", "--quiet", "--config-file"]
    cases = (Case("plain", [*build, "plain.yml"], _RUNS), Case("ours", [*build, "ours.yml"], _RUNS))
    return [*(measured(case, folder) for case in cases), _served(folder)]


def _served(folder: Path) -> Result:
    """From the saving of an edited text to the moment when its page has it, the engine's own look-out included."""
    document = min((folder / "postmortems").rglob("2*.md"))
    text, seconds = document.read_text(encoding="utf-8"), []
    page = f"{_ADDRESS}s/{document.relative_to(folder / 'postmortems').with_suffix('').as_posix()}/"
    command = [_MKDOCS, "serve", "--quiet", "--config-file", "ours.yml", "--dev-addr", _ADDRESS.strip("htp:/")]
    with subprocess.Popen(command, cwd=folder) as process:
        _wait_for(page, "")
        for number in range(_RUNS):
            time.sleep(1 + number / 7)
            mark = f"Edited for the {number}. time."
            began = time.perf_counter()
            document.write_text(f"{text}\n#### What surprised us\n{mark}\n", encoding="utf-8")
            _wait_for(page, mark)
            seconds.append(time.perf_counter() - began)
        process.terminate()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return Result("ours, an edited text served", statistics.median(seconds), usage.ru_maxrss / 1024)


def _wait_for(page: str, mark: str) -> None:
    while True:
        with suppress(OSError), urlopen(page) as answer:
            if mark in answer.read().decode():
                return
        time.sleep(0.05)  # the server must not be kept busy by asking


if __name__ == "__main__":
    main()
