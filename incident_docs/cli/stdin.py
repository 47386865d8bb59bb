"""A text from standard input to what is found in it, as if the file of a given name held it."""

import sys
from pathlib import Path

from incident_docs.lint.run import Checked, Job, look
from incident_docs.rules import file_unreadable
from incident_docs.workspace.files import Unreadable, decoded
from incident_docs.workspace.find_incidents import shown


def checked(name: Path, job: Job) -> Checked:
    """Lint the text that comes in; the file need not be there."""
    text = decoded(sys.stdin.buffer.read())
    if isinstance(text, Unreadable):
        return Checked(shown(name, job.base), (), tuple(file_unreadable.check(text)))
    return look(text, name, job)
