"""Go through a whole incident by its commands, from the alert to the finished postmortem, at times that are always the same."""

import os
from collections.abc import Callable, Iterator
from contextlib import chdir
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shlex import split
from typing import NamedTuple
from unittest.mock import patch

import time_machine
from click.testing import CliRunner

from incident_docs.cli import main
from tests.repositories import Repository

_ALERT = Path(__file__).parent / "alert.json"
_BEGAN = datetime(2026, 3, 4, 14, 2, tzinfo=UTC)


class Step(NamedTuple):
    """A command, and how many minutes after the start it is typed."""

    minute: int
    command: str
    before: Callable[[Path], None] | None = None
    """What is done in an editor before it."""


class Shown(NamedTuple):
    """A command, and what it printed, with the codes of its colours."""

    command: str
    output: str
    status: int


def _write_postmortem(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for placeholder, words in _WRITTEN.items():
        assert placeholder in text, placeholder
        text = text.replace(placeholder, words, 1)
    document.write_text(text, encoding="utf-8")


_WRITTEN = {
    "<user/business impact>": "One customer in five could not pay for 14 minutes.",
    "<explanation>": "Release 4.12 opens a database connection for each request, and the pool of 50 is used up at once.",
    "<services>": "checkout serves all regions normally",
    "<affected users>": "one customer in five, 310 in all",
    "<monitoring>": "connection-pool use stays under 60 %",
    "<the story, for somebody who was not there>": (
        "At 14:00 release 4.12 reached all regions. Its connections used up the pool, and one request in five failed "
        "until it was rolled back."
    ),
    "<why it was possible; several things may have come together>": (
        "The load test ran with a tenth of the usual traffic, and the release reached all regions at once."
    ),
    "- <what helped>": "- The alert came after two minutes, and the rollback took one.",
    "- <what would have helped>": "- An alert on the use of the pool would have come before the errors.",
}

STEPS = (
    Step(3, "incident-docs new --from-alert alert.json"),
    Step(4, "incident-docs changes"),
    Step(5, "incident-docs changes --log 1"),
    Step(6, 'incident-docs log "? 4.12 fills the pool"'),
    Step(
        14,
        'incident-docs mitigate --strategy rollback --action "Roll back to 4.11" --result "Errors stop" --mitigated',
    ),
    Step(15, "incident-docs notify"),
    Step(31, 'incident-docs resolve --yes --detected 14:02 --verify "curl -f https://shop.example.com"'),
    Step(50, 'incident-docs action add checkout "Alert on full pool" --owner @ana --due 2w'),
    Step(55, "incident-docs lint", _write_postmortem),
)


def respond(folder: Path) -> Iterator[Shown]:
    """Run the commands in an empty folder, and give each with what it printed."""
    settings = {"INCIDENT_DOCS_CACHE_DIR": str(folder / ".cache"), "GIT_CONFIG_GLOBAL": os.devnull}
    with chdir(folder), patch.dict(os.environ, settings):
        _begin(folder)
        for step in STEPS:
            if step.before:
                [document] = (folder / "postmortems").glob("*.md")
                step.before(document)
            with time_machine.travel(_BEGAN + timedelta(minutes=step.minute), tick=False):
                result = CliRunner().invoke(main, split(step.command)[1:], color=True)
            yield Shown(step.command, result.output, result.exit_code)


def _begin(folder: Path) -> None:
    """Make a repository with the change that breaks something, and the alert."""
    repository = Repository(folder)
    (folder / "alert.json").write_bytes(_ALERT.read_bytes())
    (folder / "postmortems").mkdir()
    repository.write("services/checkout/pool.py", "pool = None\n")
    when = {f"GIT_{role}_DATE": "2026-03-04T14:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    who = {f"GIT_{role}_{part}": text for role in ("AUTHOR", "COMMITTER") for part, text in _ANA.items()}
    repository.git("add", "services")
    repository.git("commit", "-q", "-m", "Release 4.12: a connection for each request", **when, **who)


_ANA = {"NAME": "Ana Diaz", "EMAIL": "ana@example.com"}
