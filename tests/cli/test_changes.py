"""`incident-docs changes`, through its entry point, in real repositories."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.terminal import at_a_terminal
from tests.cli.test_new import DOCUMENT
from tests.conftest import Run

ID = "2026-03-04-checkout"
NOW = datetime(2026, 3, 4, 14, 20, 30, tzinfo=UTC)
TEXT = DOCUMENT.replace("| 14:02 | <event> |", "| 14:02 | Alert: 5xx rate above 2 %  |")
FILE = f"postmortems/{ID}.md"
PATHS = '[changes.paths]\ncheckout = ["services/checkout/**"]\n'
EVENT = {
    "routing_key": "0123456789abcdef0123456789abcdef",
    "payload": {
        "summary": "Build Success: Increase snapshot create timeout to 30 seconds",
        "timestamp": "2026-03-04T13:55:58.315+0000",
        "source": "acme-build-pipeline",
    },
    "links": [{"href": "https://ci.example.com/build/2?token=x", "text": "View more details"}],
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


class History:
    """A repository that is given commits of certain times."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, at: str = "2026-03-01T08:00:00Z") -> str:
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (
            ("NAME", "Ana Diaz"), ("EMAIL", "ana@example.com"), ("DATE", at),
        )}  # fmt: skip
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
        answer = subprocess.run(
            ["git", *arguments], cwd=self.root, check=True, env=environment, capture_output=True, text=True
        )
        return answer.stdout.strip()

    def commit(self, clock: str, subject: str, *names: str) -> str:
        """Commit at this time of the incident's day, and give the commit's id."""
        for name in names:
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{clock} {subject}", encoding="utf-8")
        self.git("add", "-A", *(names or ["."]))
        self.git("commit", "-q", "--allow-empty", "-m", subject, at=f"2026-03-04T{clock}:00Z")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def history(project: Path) -> History:
    (project / ".git").rmdir()
    found = History(project)
    (project / "incident-docs.toml").write_text(PATHS, encoding="utf-8")
    (project / FILE).write_bytes(TEXT.encode())
    return found


def _said(mark: str = "; * touches checkout") -> str:
    return (
        f"Changes from 2026-03-04 12:02 to 14:20 UTC, the latest first{mark}\n"
        "Next: incident-docs changes --log NUMBER\n"
    )


def test_it_lists_commits_merges_and_tags_with_the_latest_first(run: Run, history: History) -> None:
    history.commit("12:01", "Too early", "services/checkout/a")
    one = history.commit("12:02", "Write it down", "README.md")
    history.git("switch", "-q", "-c", "topic")
    two = history.commit("13:10", "Raise the pool's limit", "services/checkout/pool.py")
    history.git("switch", "-q", "main")
    history.git("merge", "-q", "--no-ff", "topic", "-m", "Merge the limit", at="2026-03-04T13:20:00Z")
    merge = history.git("rev-parse", "HEAD")
    history.git("tag", "-a", "deploy/prod-7", "-m", "To all regions", at="2026-03-04T13:30:00Z")
    history.git("tag", "light")
    history.git("tag", "old", f"{one}^")
    history.git("update-ref", "refs/deploys/prod/8", one)
    history.git("update-ref", "refs/other/9", one)
    history.commit("13:40", "Tell of an incident", "postmortems/2026-01-01-other.md")
    last = history.commit("14:20", "Build again")
    result = run("changes")
    assert (result.exit_code, result.stderr) == (0, _said())
    assert result.stdout == (
        f"1   14:20  commit  {last[:10]:<14}  Build again (Ana Diaz)\n"
        f"2 * 13:30  deploy  deploy/prod-7   To all regions\n"
        f"3 * 13:20  merge   {merge[:10]:<14}  Merge the limit (Ana Diaz)\n"
        f"4 * 13:20  tag     light           Merge the limit\n"
        f"5 * 13:10  commit  {two[:10]:<14}  Raise the pool's limit (Ana Diaz)\n"
        f"6   12:02  commit  {one[:10]:<14}  Write it down (Ana Diaz)\n"
        f"7   12:02  deploy  deploys/prod/8  Write it down\n"
    )


def test_what_marks_a_deployment_is_configured(run: Run, history: History) -> None:
    history.git("commit", "-q", "--allow-empty", "-m", "x", at="2026-03-04T11:00:00Z")
    for name in ("live-7", "deploy/7"):
        history.git("tag", "-a", name, "-m", "Out", at="2026-03-04T13:30:00Z")
    id = history.commit("13:20", "Raise it")
    history.git("update-ref", "refs/deploys/prod/8", id)
    history.git("update-ref", "refs/deploys/staging/8", id)
    toml = '[changes]\ndeploys = ["live-*", "refs/deploys/prod/*", "refs/deploys/production/*"]\n'
    (history.root / "incident-docs.toml").write_text(toml, encoding="utf-8")
    assert run("changes").stdout == (
        "1   13:30  tag     deploy/7        Out\n"
        "2   13:30  deploy  live-7          Out\n"
        f"3   13:20  commit  {id[:10]:<14}  Raise it (Ana Diaz)\n"
        "4   13:20  deploy  deploys/prod/8  Raise it\n"
    )


def test_references_that_mark_nothing_are_not_shown(run: Run, history: History) -> None:
    id = history.commit("13:20", "Raise it")
    history.git("update-ref", "refs/deploys/staging/8", id)
    toml = '[changes]\ndeploys = ["refs/deploys/prod*"]\n'
    (history.root / "incident-docs.toml").write_text(toml, encoding="utf-8")
    assert run("changes").stdout == f"1   13:20  commit  {id[:10]}  Raise it (Ana Diaz)\n"


def test_a_change_is_put_into_the_timeline_at_its_time(run: Run, history: History) -> None:
    history.commit("13:58", "Raise the pool's limit | twice", "services/checkout/pool.py")
    id = history.commit("14:05", "Roll back", "services/checkout/pool.py")
    result = run("changes", ID, "--log", "1")
    row = f"14:05 Commit {id[:10]}: Roll back"
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{FILE}:23: {row}\n", "")
    again = run("changes", "--log", id[:10])
    assert (again.exit_code, again.stdout, again.stderr) == (0, f"{FILE}:23: {row}\n", "It is there already.\n")
    before = "| 14:02 | Alert: 5xx rate above 2 %  |\n"
    text = TEXT.replace(before, f"{before}| 14:05 | Commit {id[:10]}: Roll back |\n")
    assert (history.root / FILE).read_bytes() == text.encode()
    earlier = run("changes", "--log", "2").stdout
    assert earlier.startswith(f"{FILE}:22: 2026-03-04 13:58 Commit ")
    assert earlier.endswith(": Raise the pool's limit | twice\n")
    assert run("lint").output == "1 incident checked, nothing found\n"


def test_a_row_that_cannot_be_written_is_printed(run: Run, history: History) -> None:
    id = history.commit("14:05", "Roll back")
    (history.root / FILE).write_text(TEXT.replace("#### Timeline\n", "#### Course\n"), encoding="utf-8")
    result = run("changes", "--log", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"it was to have:\n\n| 14:05 | Commit {id[:10]}: Roll back |\n")


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ("3", "there is no change 3; take a number from 1 to 2"),
        ("0", "there is no change 0; take a number from 1 to 2"),
        ("nothing", "there is no change nothing; take a number from 1 to 2"),
        ("v1", "several changes are v1; take a number from 1 to 2"),
    ],
)
def test_a_change_that_is_not_there_is_said(run: Run, history: History, chosen: str, message: str) -> None:
    other = History(history.root / "other")
    toml = '[changes]\nrepositories = ["other", "third"]\n'
    (history.root / "incident-docs.toml").write_text(toml, encoding="utf-8")
    for each in (other, History(history.root / "third")):
        each.git("commit", "-q", "--allow-empty", "-m", "x")
        each.git("tag", "-a", "v1", "-m", "Release", at="2026-03-04T13:30:00Z")
    result = run("changes", "--log", chosen)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {message}\n")


def test_where_nothing_has_changed_that_is_said(run: Run, history: History) -> None:
    history.git("commit", "-q", "--allow-empty", "-m", "x")
    result = run("changes")
    assert (result.exit_code, result.stdout) == (0, "")
    nothing = "Nothing is known to have changed from 2026-03-04 12:02 to 14:20 UTC.\n"
    assert result.stderr == nothing
    assert run("changes", "--log", "1").stderr == "Error: nothing has changed\n"


def test_a_resolved_incident_ends_the_search(run: Run, history: History) -> None:
    text = TEXT.replace("status: active\n", "status: resolved\nresolved: 2026-03-04T14:10:00Z\n")
    (history.root / FILE).write_text(text, encoding="utf-8")
    history.commit("14:11", "Too late")
    assert run("changes", ID).stdout == ""


def test_without_a_start_nobody_knows_when_to_look(run: Run, history: History) -> None:
    (history.root / FILE).write_text(TEXT.replace("started:", "begun:"), encoding="utf-8")
    result = run("changes", ID)
    message = "the frontmatter has no time for started, so nobody knows when to look"
    assert (result.exit_code, result.stderr) == (2, f"Error: {ID}: {message}\n")


def test_events_of_a_file_are_listed_among_the_commits(run: Run, history: History) -> None:
    id = history.commit("13:50", "Raise it")
    events = history.root / "events.json"
    events.write_text(json.dumps(EVENT), encoding="utf-8")
    summary = EVENT["payload"]["summary"]  # type: ignore[index]
    result = run("changes", "--events", "events.json")
    assert result.stdout == (
        f"1   13:55  event               {summary} (acme-build-pipeline)\n"
        f"2   13:50  commit  {id[:10]}  Raise it (Ana Diaz)\n"
    )
    assert result.stderr == _said(mark="")
    assert run("changes", "--events", "-", stdin=json.dumps(EVENT)).stdout == result.stdout
    row = f"2026-03-04 13:55 Event: {summary} (acme-build-pipeline) ([details](https://ci.example.com/build/2))"
    assert run("changes", "--events", "events.json", "--log", "1").stdout == f"{FILE}:22: {row}\n"


def test_events_that_cannot_be_read_are_said_and_the_rest_is_shown(run: Run, history: History) -> None:
    id = history.commit("13:50", "Raise it")
    row = f"1   13:50  commit  {id[:10]}  Raise it (Ana Diaz)\n"
    missing = run("changes", "--events", "events.json")
    assert (missing.exit_code, missing.stdout) == (1, row)
    assert missing.stderr == f"Warning: events.json: there is no such file\n{_said(mark='')}"
    broken = run("changes", "--events", "-", stdin="{}\nx")
    assert (broken.exit_code, broken.stdout) == (0, row)
    assert broken.stderr == (
        "Warning: events: line 1 is no change event with a summary and a timestamp\n"
        f"Warning: events: line 2 is no change event with a summary and a timestamp\n{_said(mark='')}"
    )


def test_a_shallow_history_is_said_and_its_end_touches_nothing(run: Run, history: History) -> None:
    whole = History(history.root / "whole")
    whole.commit("13:00", "Raise it", "services/checkout/a")
    last = whole.commit("13:10", "Write it down", "README.md")
    history.git("clone", "-q", "--depth", "1", f"file://{whole.root}", "shallow")
    toml = f'[changes]\nrepositories = ["shallow"]\n{PATHS}'
    (history.root / "incident-docs.toml").write_text(toml, encoding="utf-8")
    result = run("changes")
    assert (result.exit_code, result.stdout) == (0, f"1   13:10  commit  {last[:10]}  Write it down (Ana Diaz)\n")
    gap = "shallow: this clone is shallow, so that changes may be missing; `git fetch --unshallow` brings them"
    assert result.stderr == f"Warning: {gap}\n{_said(mark='')}"


def test_a_history_that_was_fetched_long_ago_is_said(run: Run, history: History) -> None:
    other = History(history.root / "other")
    other.commit("13:00", "Raise it")
    history.git("clone", "-q", str(other.root), "mine")
    mine = History(history.root / "mine")
    id = other.commit("13:05", "Raise it more")
    mine.git("fetch", "-q")
    (history.root / "incident-docs.toml").write_text('[changes]\nrepositories = ["mine"]\n', encoding="utf-8")
    os.utime(mine.root / ".git/FETCH_HEAD", (NOW.timestamp() - 3_600,) * 2)
    assert run("changes").stdout.splitlines()[0] == f"1   13:05  commit  {id[:10]}  Raise it more (Ana Diaz)"
    gap = "mine: it was last fetched 1h 00m before; `git fetch` brings what others have pushed since"
    assert run("changes").stderr == f"Warning: {gap}\n{_said(mark='')}"
    os.utime(mine.root / ".git/FETCH_HEAD", (NOW.timestamp() - 60,) * 2)
    assert run("changes").stderr == _said(mark="")


def test_a_history_with_holes_is_said_and_nobody_is_asked(run: Run, history: History) -> None:
    other = History(history.root / "other")
    other.git("config", "uploadpack.allowFilter", "true")
    other.commit("12:30", "Write it down", "a/x")
    other.commit("13:00", "Raise it", "a/x")
    history.git("clone", "-q", "--no-checkout", "--filter=tree:0", f"file://{other.root}", "mine")
    trap = history.root / "trap"
    History(history.root / "mine").git("config", "remote.origin.uploadpack", f"touch {trap} #")
    (history.root / "incident-docs.toml").write_text('[changes]\nrepositories = ["mine"]\n', encoding="utf-8")
    result = run("changes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Warning: mine: git log failed: ")
    assert not trap.exists()


def test_what_is_no_repository_is_said_and_the_rest_is_shown(run: Run, history: History) -> None:
    shop = History(history.root / "shop")
    id = shop.commit("13:10", "Raise it", "a")
    History(history.root / "empty")
    here = history.commit("13:09", "Pin the library", "requirements.txt")
    toml = '[changes]\nrepositories = [".", "gone", "empty", "shop", "shop/../shop"]\npaths.checkout = ["shop/a"]\n'
    (history.root / "incident-docs.toml").write_text(toml, encoding="utf-8")
    result = run("changes")
    name = history.root.name
    assert result.exit_code == 0
    assert result.stdout == (
        f"1 * 13:10  commit  {id[:10]}  shop: Raise it (Ana Diaz)\n"
        f"2   13:09  commit  {here[:10]}  {name}: Pin the library (Ana Diaz)\n"
    )
    gone = f"cannot change to '{history.root}/gone': No such file or directory"
    assert result.stderr == (
        f"Warning: gone: git cannot say what has changed in {history.root}/gone: {gone}\n"
        f"Warning: empty: it has no commits yet\n{_said()}"
    )


def test_without_git_that_is_said(run: Run, history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    del history
    monkeypatch.setenv("PATH", "")
    result = run("changes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Warning: .: git is not installed, and only it knows what has changed\n")


def test_for_programs_it_is_json(run: Run, history: History) -> None:
    id = history.commit("13:10", "Raise it", "services/checkout/a")
    result = run("changes", "--json")
    assert json.loads(result.stdout) == {
        "since": "2026-03-04T12:02:00Z",
        "until": "2026-03-04T14:20:30Z",
        "changes": [
            {
                "number": 1,
                "kind": "commit",
                "at": "2026-03-04T13:10:00Z",
                "name": id[:10],
                "summary": "Raise it",
                "by": "Ana Diaz",
                "repository": history.root.name,
                "commit": id,
                "touches": ["checkout"],
                "link": "",
            }
        ],
        "gaps": [],
    }
    assert result.stderr == ""


def test_what_authors_write_reaches_no_terminal_as_it_is(run: Run, history: History) -> None:
    (history.root / "x").write_text("x")
    subject = "\x1b[31mRed\u202e ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5 \x01deadbeef"
    id = history.commit("13:10", subject, "\x01" + "a" * 40 + "\x02\x021\x02x", "a\nb")
    result = run("changes")
    assert result.stdout == f"1   13:10  commit  {id[:10]}  [31mRed (secret removed) deadbeef (Ana Diaz)\n"


def test_a_hostile_configuration_runs_nothing_and_asks_nobody(run: Run, history: History) -> None:
    history.commit("13:10", "Raise it", "a")
    trap = history.root / "trap"
    for key in ("core.fsmonitor", "core.sshCommand", "core.pager", "diff.external", "gpg.program", "core.askPass"):
        history.git("config", key, f"touch {trap} #")
    for key, value in (("log.showSignature", "true"), ("color.ui", "always"), ("log.decorate", "full")):
        history.git("config", key, value)
    assert run("changes").stdout.endswith("  Raise it (Ana Diaz)\n")
    assert not trap.exists()


def test_a_git_that_does_not_answer_is_not_waited_for(
    run: Run, history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del history
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "git").write_text("#!/bin/sh\nexec sleep 30\n")
    (programs / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setattr("incident_docs.workspace.recent_history._SECONDS", 0.1)
    result = run("changes")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Warning: .: git gave no answer about {tmp_path} within 0.1 s\n")


def test_of_very_many_commits_the_latest_are_shown(run: Run, history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    history.commit("13:10", "Raise it")
    history.commit("13:11", "Raise it more")
    monkeypatch.setattr("incident_docs.workspace.recent_history._MOST", 1)
    result = run("changes")
    assert result.stdout.count("\n") == 1
    assert result.stderr.startswith("Warning: .: only the latest 1 commits are shown\n")


def test_days_are_written_where_there_are_several(run: Run, history: History) -> None:
    text = TEXT.replace("started: 2026-03-04T14:02:00Z", "started: 2026-03-04T01:00:00Z")
    (history.root / FILE).write_text(text, encoding="utf-8")
    history.commit("00:10", "Raise it")
    history.git("commit", "-q", "--allow-empty", "-m", "Before midnight", at="2026-03-03T23:50:00Z")
    result = run("changes", ID)
    times = [line.partition("commit")[0] for line in result.stdout.splitlines()]
    assert times == ["1   2026-03-04 00:10  ", "2   2026-03-03 23:50  "]
    assert result.stderr == (
        "Changes from 2026-03-03 23:00 to 2026-03-04 14:20 UTC, the latest first\n"
        f"Next: incident-docs changes {ID} --log NUMBER\n"
    )


def test_at_a_terminal_each_change_has_one_line(history: History) -> None:
    id = history.commit("13:58", "Raise the limit of the pool of connections to the database of the shop")
    text = TEXT.replace("status: active\n", "status: resolved\nresolved: 2026-03-04T14:20:00Z\n")
    (history.root / FILE).write_text(text, encoding="utf-8")
    assert at_a_terminal(history.root, [], "changes", ID).splitlines() == [
        f"1   13:58  commit  {id[:10]}  Raise the limit of the pool of connections to th…",
        "Changes from 2026-03-04 12:02 to 14:20 UTC, the latest first",
        f"Next: incident-docs changes {ID} --log NUMBER",
    ]


def test_a_mitigation_names_the_commit_that_was_chosen(run: Run, history: History) -> None:
    id = history.commit("13:58", "Raise the pool's limit")
    arguments = ("--strategy", "rollback", "--action", "Revert it", "--result", "Errors are gone")
    run("changes", "--log", "1")
    assert run("mitigate", *arguments).stderr.startswith(f"rollback is mostly: git revert {id[:10]} --no-edit\n")
