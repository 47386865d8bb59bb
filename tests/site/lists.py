"""A site of made-up incidents, enough of them to search, filter and sort."""

import os
import subprocess
import sys
from pathlib import Path

from tests.incidents import SOURCES, text

BUILT_ON = "2026-04-10"
_EPOCH = "1775822400"
_CONFIGURATION = """\
site_name: Postmortems
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.instant]
plugins: [search, incident-docs]
docs_dir: postmortems
"""


def build(folder: Path, address: str) -> None:
    """Build it in `site` in this folder, as of `BUILT_ON`; the theme's instant navigation has to know its address."""
    documents = folder / "postmortems"
    documents.mkdir()
    for name, written in {**_ORDINARY, **_SPECIAL}.items():
        (documents / f"{name}.md").write_text(written, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"site_url: {address}\n{_CONFIGURATION}", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def _ordinary(number: int) -> str:
    year, day = 2019 + number % 4, f"{1 + number % 28:02d}"
    return text(
        {
            "title": f"Outage number {number}",
            "severity": f"P{3 + number % 2}",
            "started": f"{year}-02-{day}T10:00:00Z",
            "resolved": f"{year}-02-{day}T1{1 + number % 9}:{number % 60:02d}:00Z",
            "services": f"[service-{number % 9}]",
            "tags": f"[tag-{number % 7}]",
        },
        [("Write it down", f"@{'ab'[number % 2]}", f"{year}-03-01", "done", "")],
    )


_ORDINARY = {
    f"{2019 + number % 4}-02-{1 + number % 28:02d}-outage-{number}": _ordinary(number) for number in range(120)
}
_SPECIAL = {
    "2026-04-09-search": text(
        {
            "title": "Search stale while the indexer catches up",
            "severity": "P1",
            "status": "mitigating",
            "started": "2026-04-09T10:00:00Z",
            "resolved": "",
            "services": "[search]",
            "strategy": "[rollback]",
        },
        impact="Results were hours old in the café app.",
    ),
    "2026-03-04-checkout": text(
        {
            "title": "Checkout down on the busiest day",
            "severity": "P1",
            "started": "2026-03-04T10:00:00Z",
            "resolved": "2026-03-06T12:00:00Z",
            "services": "[checkout, gateway]",
            "tags": "[deploy]",
            "strategy": "[rollback, failover]",
        },
        [
            ("Test the release at peak", "@ana", "2026-04-01", "open", "[T-1](https://tracker.example.com/1)"),
            ("Alert on the queue", "@bo", "2026-04-12", "in progress", ""),
            ("Split the database", "@ana", "2026-09-01", "open", ""),
            ("Tell support", "@cai", "", "open", ""),
            ("Roll back faster", "@ana", "2026-03-10", "done", ""),
        ],
    ),
    "2025-06-01-mail": text(
        {
            "title": "Mail delayed",
            "severity": "P2",
            "started": "2025-06-01T10:00:00Z",
            "resolved": "2025-06-01T10:20:00Z",
            "services": "[mail]",
            "tags": "[deploy]",
            "strategy": "[failover]",
        },
        [("Watch the queue", "@bo", "2025-07-01", "in progress", "")],
        impact="Kafka held mails back.",
    ),
    "2024-01-01-reported": text(
        {
            "title": "Somebody else's outage",
            "severity": "P2",
            "started": "2024-01-01T10:00:00Z",
            "resolved": "not published",
            "services": "[dns]",
            **SOURCES,
        },
        [("Test it", "not published", "not published", "not published", "")],
    ),
}
