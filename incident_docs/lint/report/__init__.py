"""Report what was found, in each form that somebody reads. A new form is a file and a name here."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TypeAlias

from incident_docs.lint.checked import Checked
from incident_docs.lint.report.view import View

Report: TypeAlias = Callable[[Sequence[Checked], View], Iterator[str]]

FORMS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
COUNTING_FORMS = ("text", "json")
"""Those that can count the findings of each rule instead of listing them."""
OF_A_REPOSITORY = ("sarif", "github", "gitlab", "markdown")
"""Who reads these knows a file by its path in the repository, wherever the command was called."""


def report_in(form: str) -> Report:
    """Import the report of this form; a run waits for no other."""
    found: Report = import_module(f"incident_docs.lint.report.{form}_report").report
    return found


def statistics_in(form: str) -> Report:
    """Import the counts of this form."""
    found: Report = import_module(f"incident_docs.lint.report.{form}_report").statistics
    return found
