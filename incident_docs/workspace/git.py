"""Ask git which files have changed since a revision, what they were, which commits touched a folder, and what is new.

Git is called as a program. Names come with `-z`, so that no name needs quotes, and no setting of the user changes an answer.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_EXTERNAL_DIFF")
"""Set inside of hooks, or by users; the first two are wrong as soon as we ask from another folder."""

_FATAL = "fatal: "
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}


class Changed(NamedTuple):
    """A file that differs: committed, staged, not staged or not even tracked."""

    path: Path
    """Absolute."""
    before: str | None
    """Git's name of the content that it had; None if it is new."""
    is_there: bool
    """It is not deleted."""


class State(NamedTuple):
    """How much is known in a working copy."""

    has_commits: bool
    is_whole: bool
    """All commits are known, as they are not in a shallow clone."""
    fetched_at: datetime | None
    """When another repository was last asked for what is new; None if that has never been."""


class Repository(NamedTuple):
    """A working copy."""

    root: Path
    seconds: float | None = None
    """Git may take so long for an answer, and asks no other machine for it; None if it may do both."""

    def changed_since(self, revision: str) -> tuple[Changed, ...]:
        """List what differs from the last commit that HEAD and this revision have in common.

        Raises IncidentDocsError if there is none, which a shallow clone may not know.
        """
        base = self._common(revision)
        differs = self._ask(
            "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff",
            "--ignore-submodules", base, "--",
        )  # fmt: skip
        untracked = self._ask("ls-files", "--others", "--exclude-standard", "-z")
        found = {change.path: change for change in self._differing(_names(differs))}
        for name in _names(untracked):
            # One that was taken out of the index alone is in both lists.
            before = found[self.root / name].before if self.root / name in found else None
            found[self.root / name] = Changed(self.root / name, before, is_there=True)
        return tuple(found.values())

    def log(self, folder: Path, form: str) -> list[str] | None:
        """List the commits that touched a folder, the latest first, in git's words; None if not all of them are known.

        Each is a field of this form, then the changed files: a letter and a name, or two names where one was moved. Moves
        are recognized by equal content, as a clone may lack what git would have to look into.
        """
        if not self._is_whole():
            return None
        answer = self._try(
            "-c", "log.showRoot=true", "-c", "log.follow=false",
            "log", "-z", "--no-merges", "--no-show-signature", "--name-status", "-M100%", f"--format={form}", "--", str(folder),
        )  # fmt: skip
        return None if answer.returncode else _names(answer.stdout)

    def commits(self, revisions: Iterable[str], since: str, until: str, most: int, form: str) -> list[str]:
        """List the commits of a time that are in these revisions, the latest first, in git's words.

        Each is a field of this form, then the names of the changed files; of a merge, those that it brought.
        """
        answer = self._ask(
            "-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "core.fsmonitor=false",
            "log", "-z", "--name-only", "--diff-merges=first-parent", "--no-renames", "--no-relative", "--no-ext-diff",
            "--no-textconv", "--no-show-signature", "--no-notes", "--no-color", "--encoding=UTF-8", "--ignore-submodules",
            f"--since={since}", f"--until={until}", f"--max-count={most}", f"--format={form}", *revisions, "--",
        )  # fmt: skip
        return [name.decode("utf-8", "replace") for name in answer.split(b"\0") if name]

    def references(self, patterns: Iterable[str], form: str) -> list[str]:
        """List the references under these beginnings of names, the latest first, each in a line of this form."""
        answer = self._ask("for-each-ref", "--sort=-creatordate", f"--format={form}", *patterns)
        return answer.decode("utf-8", "replace").split("\n")[:-1]

    def state(self) -> State:
        """Tell how much is known, in one question."""
        answer = self._try("rev-parse", "--is-shallow-repository", "--git-path", "FETCH_HEAD", "HEAD")
        shallow, _, rest = answer.stdout.partition(b"\n")
        try:
            fetched = (self.root / os.fsdecode(rest.partition(b"\n")[0])).stat().st_mtime
        except OSError:
            return State(not answer.returncode, shallow == b"false", None)
        return State(not answer.returncode, shallow == b"false", datetime.fromtimestamp(fetched, UTC))

    def patches(self, folder: Path, form: str) -> Iterator[str]:
        """Give the commits that touched a folder, the latest first, as lines of a patch; none if not all of them are known.

        A line of this form stands before the files of each. What is around a change is left out, and a moved file keeps its
        lines, if it was only moved.
        """
        if not self._is_whole():
            return
        command = (
            "-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "core.quotePath=false",
            "log", "--no-merges", "--no-show-signature", "--patch", "--unified=0", "-M100%", "--text", "--no-color",
            "--no-ext-diff", "--no-textconv", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/",
            f"--format={form}", "--", str(folder),
        )  # fmt: skip
        with subprocess.Popen(  # noqa: S603 - as below
            _command(self.root, *command), env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            for line in process.stdout or ():
                yield line.decode("utf-8", "replace").removesuffix("\n")

    def head(self) -> str:
        """Name the commit that is checked out; empty if there is none yet."""
        answer = self._try("rev-parse", "--verify", "--quiet", "HEAD")
        return answer.stdout.decode().strip()

    def _is_whole(self) -> bool:
        return self._try("rev-parse", "--is-shallow-repository").stdout.strip() == b"false"

    def _differing(self, fields: Iterable[str]) -> Iterator[Changed]:
        rest = iter(fields)
        for modes, name in zip(rest, rest, strict=True):
            _, _, before, _, status = modes.split(" ")
            is_new = not before.strip("0")
            yield Changed(self.root / name, None if is_new else before, is_there=status != "D")

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """Read the contents that git has under these names."""
        wanted = tuple(dict.fromkeys(names))
        answer = self._ask("cat-file", "--batch", stdin="".join(f"{name}\n" for name in wanted))
        found = {}
        for name in wanted:
            head, _, answer = answer.partition(b"\n")
            size = int(head.rsplit(b" ", 1)[1])
            found[name], answer = answer[:size], answer[size + 1 :]
        return found

    def _common(self, revision: str) -> str:
        known = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if known.returncode:
            raise IncidentDocsError(self._lacking(f"there is no revision {revision}", revision))
        base = self._try("merge-base", known.stdout.decode().strip(), "HEAD")
        if base.returncode:
            raise IncidentDocsError(self._lacking(f"HEAD and {revision} have no commit in common", revision))
        return base.stdout.decode().split("\n")[0]

    def _lacking(self, what: str, revision: str) -> str:
        if self._try("rev-parse", "--is-shallow-repository").stdout.strip() != b"true":
            return what
        branch = revision.removeprefix("origin/")
        return (
            f"{what} in this shallow clone; fetch more of it with `git fetch --depth=1000 origin {branch}`, "
            "or set `fetch-depth: 0` in the checkout step"
        )

    def _try(self, *arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[bytes]":
        return _git(self.root, *arguments, stdin=stdin, seconds=self.seconds)

    def _ask(self, *arguments: str, stdin: str = "") -> bytes:
        answer = self._try(*arguments, stdin=stdin)
        if answer.returncode:
            command = next(each for each in arguments if not each.startswith("-") and "=" not in each)
            raise IncidentDocsError(f"git {command} failed: {_complaint(answer)}")
        return answer.stdout


def open_repository(folder: Path, seconds: float | None = None) -> Repository:
    """Find the working copy that a folder is in. Raises IncidentDocsError if there is none, or no git."""
    answer = _git(folder, "rev-parse", "--show-toplevel", seconds=seconds)
    if answer.returncode:
        raise IncidentDocsError(f"git cannot say what has changed in {folder}: {_complaint(answer)}")
    return Repository(Path(os.fsdecode(answer.stdout.removesuffix(b"\n"))), seconds)


def _command(folder: Path, *arguments: str) -> list[str]:
    return ["git", "-C", str(folder), "--no-optional-locks", *arguments]


def _environment() -> dict[str, str]:
    return {**{name: value for name, value in os.environ.items() if name not in _FOREIGN}, "LC_ALL": "C"}


def _git(
    folder: Path, *arguments: str, stdin: str = "", seconds: float | None = None
) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 - no shell, and a revision is never an option
            _command(folder, *arguments),
            env=_environment() if seconds is None else {**_environment(), **_OFFLINE},
            timeout=seconds,
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise IncidentDocsError("git is not installed, and only it knows what has changed") from error
    except subprocess.TimeoutExpired:
        raise IncidentDocsError(f"git gave no answer about {folder} within {seconds:g} s") from None


def _complaint(answer: "subprocess.CompletedProcess[bytes]") -> str:
    lines = answer.stderr.decode("utf-8", "replace").strip().split("\n")
    # Warnings may stand above.
    return next((line for line in lines if line.startswith(_FATAL)), lines[0]).removeprefix(_FATAL)


def _names(answer: bytes) -> list[str]:
    return [os.fsdecode(name) for name in answer.split(b"\0") if name]
