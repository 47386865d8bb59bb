"""Naming in a command the commit that was put into the timeline."""

from incident_docs.document.parse import parse
from incident_docs.intake.changes.logged_commit import with_logged_commit
from tests import incidents

REVERT = "git revert <commit> --no-edit"


def _command(*events: str, command: str = REVERT) -> str:
    rows = "".join(f"| 10:00 | {event} |\n" for event in events)
    table = f"#### Timeline\n| Time | Event |\n|---|---|\n{rows}\n"
    text = incidents.text().replace("### Postmortem", f"{table}### Postmortem")
    return with_logged_commit(command, parse(text))


def test_the_commit_that_was_logged_last_is_named() -> None:
    assert _command("Commit 0123456789: A", "Commit abcdef0123: B", "Committed: C") == (
        "git revert abcdef0123 --no-edit"
    )


def test_a_merge_is_reverted_to_the_branch_that_it_was_merged_into() -> None:
    assert _command("Merge abcdef0123: B") == "git revert -m 1 abcdef0123 --no-edit"


def test_without_one_the_command_stays() -> None:
    assert _command("Tag v1: B") == REVERT
    assert _command("Commit abcdef0123: B", command="make restart") == "make restart"
