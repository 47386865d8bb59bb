"""The commands of a response, each beside `python -c "import click"`, in an archive of made-up incidents.

What counts are the ratios: a responder waits for none of them longer than for four such starts.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import archive
from tests.bench.measure import Case, measured, show
from tests.examples import ACTIVE, PATH

_BASE = "python -c 'import click'"
_COMMANDS = (
    ("log", "Pods are pending"),
    ("log", "Pods are pending", "--evidence", "https://grafana.example.net/d/pods"),
    ("log", "--edit", "09:50", "Release 4.13 reaches all regions"),
    ("scope", "--services", "ledger", "--spreading"),
    ("mitigate", "--strategy", "rollback", "--action", "Rolled back to 4.11", "--result", "Errors stop"),
    ("action", "add", "checkout-errors", "Alert on errors", "--owner", "@ana", "--due", "7d"),
    ("action", "list"),
    ("resolve", "--yes", "--mitigated", "2026-03-04 10:20"),
    ("notify",),
    ("changes",),
    ("list",),
    ("show",),
    ("similar",),
    ("guide",),
)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["INCIDENT_DOCS_CACHE_DIR"] = f"{scratch}/cache"
        # What is installed is compiled; where this is set, all of our own code would be compiled anew at every start.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        folder = Path(scratch, "project")
        subprocess.run(["git", "init", "--quiet", folder], check=True)
        archive.write(count, folder / "postmortems")
        results = [measured(case, folder) for case in _cases(folder / PATH)]
        show(f"commands among {count:,} incidents", results, base=_BASE)


def _cases(running: Path) -> list[Case]:
    ours = str(Path(sys.executable).with_name("incident-docs"))
    return [
        Case(_BASE, (sys.executable, "-c", "import click")),
        # Each changes the same document, and not what the one before has made of it.
        *(
            Case(" ".join(command)[:36], (ours, *command), before=lambda: running.write_text(ACTIVE, encoding="utf-8"))
            for command in _COMMANDS
        ),
    ]


if __name__ == "__main__":
    main()
