"""Files with findings to the same files mended, or to the difference that mending would make."""

from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.lines import bare_lines
from incident_docs.lint.fix import fixed
from incident_docs.lint.run import Checked, Job, look
from incident_docs.workspace.files import Unreadable, read_file


class Mended(NamedTuple):
    """A file that has fixes."""

    path: Path
    name: str
    """As the reports show it."""
    before: str
    after: str
    rules: Counter[str]
    """How often each rule was mended."""
    left: Checked
    """What is found in it afterwards."""

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, without their ends."""
        old, new = bare_lines(self.before), bare_lines(self.after)
        yield from unified_diff(old, new, self.name, self.name, lineterm="")


def mend(path: Path, job: Job, *, unsafe: bool) -> Mended | None:
    """What mending makes of a file; None if there is nothing that can be mended. The file stays as it is."""
    text = read_file(path)
    if isinstance(text, Unreadable):
        return None

    # What a run passes over, such as the findings of a baseline, is not mended either.
    done = fixed(text, lambda text: look(text, path, job).findings, unsafe=unsafe)
    if not done.rules:
        return None
    left = look(done.text, path, job)
    return Mended(path, left.path, text, done.text, done.rules, left)
