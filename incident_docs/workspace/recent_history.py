"""Look up what is new in a repository: the commits, merges and tags of a time."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.times import write_duration
from incident_docs.workspace.git import Repository, State, open_repository

_SECONDS = 10.0
"""Git may take so long for each answer."""
_MOST = 1_000
_LONG_AGO = timedelta(minutes=30)
"""What others pushed in the meantime may be the cause."""
_FORM = "%x01%H%x02%P%x02%ct%x02%an%x02%s"
_COMMIT = re.compile(r"\x01([0-9a-f]{40,64})\x02([0-9a-f ]*)\x02(\d{1,11})\x02(.*?)\x02(.*)", re.DOTALL)
_REFERENCE = "%(creatordate:unix)%00%(*objectname)%00%(objectname)%00%(refname)%00%(subject)"
# With a bracket, a pattern of git means this name and none below it, and it may be that there is none.
_REVISIONS = ("HEAD", "--remotes=*/HEA[D]", "--remotes=*/mai[n]", "--remotes=*/maste[r]")
"""What is checked out, and what was last heard of the branch that others see."""
_TAGS = "refs/tags/"


class Commit(NamedTuple):
    """A commit, in its author's words, which can hold anything."""

    id: str
    parents: int
    at: datetime
    """When it was committed."""
    author: str
    subject: str
    names: tuple[str, ...] | None
    """Of the changed files, as seen from the root; None where a shallow clone does not know them."""


class Tag(NamedTuple):
    """A tag, or another reference that marks something."""

    name: str
    """Without `refs/tags/`; of another reference all of it."""
    at: datetime
    """When it was made; of a tag without a message when its commit was."""
    commit: str
    subject: str


class RecentHistory(NamedTuple):
    """What is new in a repository."""

    root: Path
    commits: tuple[Commit, ...]
    """The latest first, as the next."""
    tags: tuple[Tag, ...]
    gaps: tuple[str, ...]
    """What is not known, in a sentence without an end."""


def recent_history(folder: Path, since: datetime, until: datetime, references: Sequence[str] = ()) -> RecentHistory:
    """Look up what is new in the repository of a folder, without asking another machine.

    `references` are beginnings of names that mark something, beside tags. Raises IncidentDocsError if there is no
    repository, or if git cannot say.
    """
    known = open_repository(folder, _SECONDS)
    state = known.state()
    if not state.has_commits:
        return RecentHistory(known.root, (), (), ("it has no commits yet",))
    # Git compares whole seconds.
    begin, end = (each.astimezone(UTC).isoformat(timespec="seconds") for each in (since, until))
    commits = tuple(_commits(known.commits(_REVISIONS, begin, end, _MOST, _FORM), is_whole=state.is_whole))
    tags = tuple(_tags(known, references, since, until))
    gaps = tuple(_gaps(state, commits, until))
    return RecentHistory(known.root, commits, tags, gaps)


def _gaps(state: State, commits: Sequence[Commit], until: datetime) -> Iterator[str]:
    if state.fetched_at is not None and until - state.fetched_at > _LONG_AGO:
        ago = write_duration(until - state.fetched_at)
        yield f"it was last fetched {ago} before; `git fetch` brings what others have pushed since"
    if not state.is_whole:
        yield "this clone is shallow, so that changes may be missing; `git fetch --unshallow` brings them"
    if len(commits) == _MOST:
        yield f"only the latest {_MOST:,} commits are shown"


def _commits(fields: Sequence[str], *, is_whole: bool) -> Iterator[Commit]:
    begins = [(number, match) for number, field in enumerate(fields) if (match := _COMMIT.fullmatch(field))]
    ends = [number for number, _ in begins[1:]]
    for (begin, match), end in zip(begins, [*ends, len(fields)], strict=False):
        id, parents, at, author, subject = match.groups()
        # An empty line stands between a commit and its files.
        names = tuple(name.removeprefix("\n") for name in fields[begin + 1 : end])
        # Where a shallow clone ends, all files look as if they were new.
        is_known = is_whole or bool(parents)
        yield Commit(id, len(parents.split()), _instant(at), author, subject, names if is_known else None)


def _tags(known: Repository, references: Sequence[str], since: datetime, until: datetime) -> Iterator[Tag]:
    for line in known.references((_TAGS, *references), _REFERENCE):
        at, commit, itself, name, subject = line.split("\0", 4)
        # What is no commit, as a tagged file, has no time; and a time can be any number.
        if at and since.timestamp() <= int(at) <= until.timestamp():
            yield Tag(name.removeprefix(_TAGS), _instant(at), commit or itself, subject)


def _instant(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)
