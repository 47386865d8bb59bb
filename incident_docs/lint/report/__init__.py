"""What was found, in each form that somebody reads. One form a file; adding one is a file and a name here."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TypeAlias

from incident_docs.lint.checked import Checked
from incident_docs.lint.report.view import View

Report: TypeAlias = Callable[[Sequence[Checked], View], Iterator[str]]

FORMS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
COUNTING_FORMS = ("text", "json")
"""Those that can say how often each rule spoke, in place of the findings."""
OF_A_REPOSITORY = ("sarif", "github", "gitlab", "markdown")
"""Who reads these knows a file by its path in the repository, wherever the command was called."""


def report(form: str) -> Report:
    """The form of this name. It is imported when it is asked for: a plain run waits for no other."""
    found: Report = import_module(f"incident_docs.lint.report.{form}").report
    return found


def statistics(form: str) -> Report:
    """How often each rule spoke, in this form."""
    found: Report = import_module(f"incident_docs.lint.report.{form}").statistics
    return found
