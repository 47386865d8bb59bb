"""A repository in which each commit has its day and its author."""

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository in which each commit has its day and its author."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, **environment: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.root, check=True, env={**os.environ, **environment})

    def commit(self, day: str, author: str = "Ana Diaz") -> None:
        self.git("add", "-A")
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (
            ("NAME", author), ("EMAIL", "secret@example.com"), ("DATE", f"{day}T23:30:00+02:00"),
        )}  # fmt: skip
        self.git("commit", "-q", "-m", "x", **who)

    def write(self, name: str, text: str = "x") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
