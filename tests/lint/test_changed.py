"""`--changed-since` lints what a branch changes, and finds what it causes elsewhere."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.known_files import KnownFiles
from incident_docs.lint.changed import altered_lines, files_before
from tests.conftest import Run
from tests.examples import BASE

A, B, C = (f"postmortems/2026-03-0{day}-checkout-errors.md" for day in (4, 5, 6))
ROW = "| 10:20 | Release 4.12 is rolled back; errors stop |"
STEP_BACK = ROW.replace("10:20", "09:52")
ORDER = "27:3: error[timeline-order] 09:52 stands after 09:56"


class Repository:
    """A repository in a folder, and what one does in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(exist_ok=True)
        if not (root / ".git").exists():
            self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        """Call git."""
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, name: str, text: str, *, day: int = 4) -> None:
        """Write a file; the incident of the examples may have been on another day."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("2026-03-04", f"2026-03-0{day}"), encoding="utf-8", newline="")

    def commit(self) -> None:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", "--allow-empty")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Two incidents on `main`, each with a finding; we are on the branch `work`, which has no commits yet."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "ana")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ana@example.com")
    made = Repository(tmp_path)
    (tmp_path / "postmortems").mkdir()
    made.write(A, BASE.replace(ROW, STEP_BACK))
    made.write(B, BASE.replace(ROW, STEP_BACK), day=5)
    made.commit()
    made.git("checkout", "-q", "-b", "work")
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def run(repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `incident-docs` in the repository."""
    monkeypatch.chdir(repository.root)
    return run


@pytest.fixture
def project(repository: Repository) -> Path:
    """The repository is the project."""
    return repository.root


def found(run: Run, *arguments: str) -> list[str]:
    """The findings, and the summary."""
    call = ("lint", "--changed-since", "main", *arguments)
    summary = run(*call).output.splitlines()[-1].partition(";")[0]
    return [*run(*call, "--output-format", "concise").output.splitlines(), summary]


def test_files_that_are_as_they_were_are_not_linted(repository: Repository, run: Run) -> None:
    assert found(run) == ["0 incidents checked, nothing found"]
    repository.write(C, BASE, day=6)
    assert found(run) == ["1 incident checked, nothing found"]
    assert found(run, "--no-cache", A) == ["0 incidents checked, nothing found"]


@pytest.mark.parametrize("how", ["committed", "staged", "unstaged"])
def test_a_change_counts_wherever_it_is(repository: Repository, run: Run, how: str) -> None:
    repository.write(A, BASE.replace(ROW, STEP_BACK).replace("The rollback", "Our rollback"))
    if how == "committed":
        repository.commit()
    elif how == "staged":
        repository.git("add", "-A")
    assert found(run) == [f"{A}:{ORDER}", "1 error in 1 of 1 incident"]
    assert found(run, "--changed-lines") == ["1 incident checked, nothing found"]


def test_what_others_did_since_is_not_ours(repository: Repository, run: Run) -> None:
    repository.write(C, BASE, day=6)
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write(A, BASE)
    repository.commit()
    repository.git("checkout", "-q", "work")
    assert found(run) == ["1 incident checked, nothing found"]


def test_only_findings_on_changed_lines(repository: Repository, run: Run) -> None:
    text = BASE.replace(ROW, STEP_BACK)
    repository.write(A, text.replace("| @bo |", "| the team |"))
    line = f"{A}:70:49: error[action-owner] the team is nobody in particular; name one person or one team, as in @ana"
    assert found(run, "--changed-lines") == [line, "1 error in 1 of 1 incident"]
    # The line ends are not what the author changed.
    repository.write(A, text.replace("\n", "\r\n"))
    assert found(run, "--changed-lines") == ["1 incident checked, nothing found"]
    # What was taken out is judged by the lines on either side.
    repository.write(A, text.replace("| 09:56 | The error-rate alert pages the on-call engineer |\n", ""))
    assert found(run, "--changed-lines", "--select", "timeline-*") == ["1 incident checked, nothing found"]
    repository.write(A, text.replace(STEP_BACK, f"{STEP_BACK}\n| 09:53 | The pager is answered |"))
    assert found(run, "--changed-lines", "--select", "timeline-*") == ["1 incident checked, nothing found"]


def test_in_a_new_file_all_lines_are_new(repository: Repository, run: Run) -> None:
    repository.write(C, BASE.replace(ROW, STEP_BACK), day=6)
    assert found(run, "--changed-lines") == [f"{C}:{ORDER}", "1 error in 1 of 1 incident"]
    repository.commit()
    assert found(run, "--changed-lines") == [f"{C}:{ORDER}", "1 error in 1 of 1 incident"]


def test_a_new_file_that_cannot_be_read_is_found_and_an_old_one_is_not(repository: Repository, run: Run) -> None:
    for name in (B, C):
        (repository.root / name).write_bytes(b"\xff")
        if name == B:
            repository.git("checkout", "-q", "main")
            repository.commit()
            repository.git("checkout", "-q", "-B", "work")
    message = "1:1: error[file-unreadable] this is not UTF-8: the byte 0xff; save the file as UTF-8"
    assert found(run, "--changed-lines") == [f"{C}:{message}", "1 error in 1 of 1 incident"]
    (repository.root / A).unlink()
    assert found(run) == [f"{C}:{message}", "1 error in 1 of 1 incident"]
    (repository.root / B).write_bytes(b"\xfe")
    assert len(found(run, "--changed-lines")) == 3


def test_what_a_deleted_or_renamed_incident_breaks_elsewhere_is_found(repository: Repository, run: Run) -> None:
    text = BASE.replace("A release", f"[As before]({Path(A).name}), a release").replace(
        "services:", f"related: [{Path(A).stem}, none]\nservices:"
    )
    repository.git("checkout", "-q", "main")
    repository.write(B, text.replace("2026-03-04T", "2026-03-05T").replace("2026-03-04 ", "2026-03-05 "))
    repository.commit()
    repository.git("checkout", "-q", "-B", "work")
    assert found(run) == ["0 incidents checked, nothing found"]
    (repository.root / A).rename(repository.root / "postmortems/2026-03-04-payment-errors.md")
    for arguments in ([], ["--changed-lines"], [B]):
        shown = [line for line in found(run, *arguments) if B in line]
        assert [line.partition(";")[0] for line in shown] == [
            f"{B}:9:11: error[reference-unknown-incident] there is no incident {Path(A).stem}",
            f"{B}:54:13: error[reference-unknown-incident] there is no incident {Path(A).stem}",
        ]
    # In a file that is touched too it counts on lines that are not.
    repository.write(B, (repository.root / B).read_text(encoding="utf-8").replace("The rollback", "Our rollback"))
    assert len([line for line in found(run, "--changed-lines") if B in line]) == 2


def test_a_new_file_with_the_id_of_an_old_one_is_found(repository: Repository, run: Run) -> None:
    twin = f"postmortems/2026/{Path(A).name}"
    repository.write(twin, BASE)
    assert found(run, "--changed-lines") == [
        f"{twin}:1:1: error[duplicate-id] 2 files have this id: {A} and {twin}; rename all but one",
        "1 error in 1 of 1 incident",
    ]


def test_names_that_need_quotes_and_files_out_of_the_index(repository: Repository, run: Run) -> None:
    repository.git("checkout", "-q", "main")
    strange = 'postmortems/2026-03-04-ä "\t\n.md'
    repository.write(strange, BASE)
    repository.write("readme.txt", "x")
    repository.commit()
    repository.git("checkout", "-q", "-B", "work")
    repository.write(strange, BASE.replace(ROW, STEP_BACK))
    repository.git("rm", "-q", "--cached", B)
    repository.git("rm", "-q", "readme.txt")
    repository.git("mv", "-f", A, C)
    lines = found(run, "--changed-lines", "--select", "timeline-order")
    assert [line.rpartition(".md:")[2] for line in lines] == [ORDER, ORDER, "2 errors in 2 of 3 incidents"]


def test_it_works_in_a_folder_of_the_repository(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("config", "diff.relative", "true")
    repository.git("config", "diff.noprefix", "true")
    repository.git("config", "color.ui", "always")
    repository.write("team/incident-docs.toml", "")
    repository.write(f"team/{C}", BASE.replace(ROW, STEP_BACK), day=6)
    repository.write(A, BASE)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.chdir(repository.root / "team")
    assert found(run, "--changed-lines") == [f"{C}:{ORDER}", "1 error in 1 of 1 incident"]


def test_with_a_baseline_what_is_known_stays_known(repository: Repository, run: Run) -> None:
    run("lint", "--write-baseline")
    repository.write(A, BASE.replace(ROW, STEP_BACK).replace("The rollback", "Our rollback"))
    assert found(run) == ["1 incident checked, nothing found"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--changed-lines"], "--changed-lines goes with --changed-since"),
        (
            ["--changed-since", "main", "--write-baseline"],
            "--write-baseline takes all that is found; it does not go with options that leave some of it out",
        ),
        (["--changed-since", "mian"], "there is no revision mian"),
        (["--changed-since", "--output=x"], "there is no revision --output=x"),
        (["--changed-since", "HEAD:postmortems"], "there is no revision HEAD:postmortems"),
        (["--changed-since", "island"], "HEAD and island have no commit in common"),
    ],
)
def test_what_git_cannot_answer_is_one_line(
    repository: Repository, run: Run, arguments: list[str], message: str
) -> None:
    repository.git("branch", "island", repository.git("commit-tree", "HEAD^{tree}", "-m", "alone"))
    result = run("lint", *arguments)
    assert (result.output.splitlines()[-1], result.exit_code) == (f"Error: {message}", 2)


def test_a_shallow_clone_is_told_how_to_fetch_more(
    repository: Repository, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("checkout", "-q", "main")
    repository.commit()
    repository.git("clone", "-q", "--depth=1", f"file://{tmp_path}", str(tmp_path / "clone"), "-b", "work")
    monkeypatch.chdir(tmp_path / "clone")
    advice = (
        "in this shallow clone; fetch more of it with `git fetch --depth=1000 origin main`, "
        "or set `fetch-depth: 0` in the checkout step\n"
    )
    result = run("lint", "--changed-since", "origin/main")
    assert (result.output, result.exit_code) == (f"Error: there is no revision origin/main {advice}", 2)
    Repository(tmp_path / "clone").git("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert run("lint", "--changed-since", "origin/main").output == (
        f"Error: HEAD and origin/main have no commit in common {advice}"
    )
    Repository(tmp_path / "clone").git("fetch", "-q", "--depth=1000", "origin", "main", "work")
    assert run("lint", "--changed-since", "origin/main").output == "0 incidents checked, nothing found\n"


def test_without_a_repository_or_git_it_is_one_line(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "postmortems").mkdir()
    monkeypatch.chdir(elsewhere)
    result = run("lint", "--changed-since", "main")
    reason = "not a git repository (or any of the parent directories): .git"
    assert (result.output, result.exit_code) == (
        f"Error: git cannot say what has changed in {elsewhere}: {reason}\n",
        2,
    )
    monkeypatch.setenv("PATH", "")
    result = run("lint", "--changed-since", "main")
    assert (result.output, result.exit_code) == ("Error: git is not installed, and only it knows what has changed\n", 2)


def test_a_repository_that_is_broken_is_one_line(repository: Repository, run: Run) -> None:
    (repository.root / ".git/index").write_bytes(b"x" * 100)
    result = run("lint", "--changed-since", "main")
    assert result.exit_code == 2
    assert result.output.startswith("Error: git diff failed: ")
    assert result.output.count("\n") == 1


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_lines_that_did_not_change_are_not_altered(then: list[str], now: list[str]) -> None:
    altered = set(altered_lines(then, now))
    assert altered <= set(range(1, len(now) + 1))
    assert bool(altered) == (then != now and bool(now))
    kept = [line for number, line in enumerate(now, 1) if number not in altered]
    rest = iter(then)
    assert all(line in rest for line in kept)


def test_the_tree_as_it_was() -> None:
    tree = KnownFiles({"a": ("p/a.md", "p/x/a.md"), "b": ("p/b.md",)}, {"p", "p/a.md", "p/b.md"}.__contains__)
    was = files_before(tree, {"p/x/a.md", "p/b.md"}, {"p/y/c.md", "p/b.txt", "docs/d.md"}, "p")
    assert was.paths == {"a": ("p/a.md",), "c": ("p/y/c.md",)}
    assert [
        path for path in ("p/a.md", "p/y", "p/y/c.md", "docs", "docs/d.md", "p/none.md") if not was.exists(path)
    ] == ["p/none.md"]
