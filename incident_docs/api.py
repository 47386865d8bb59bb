"""What other programs may build on; all else may change from version to version."""

from pathlib import Path

from incident_docs.document.finding import Finding
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.lint.lint_text import lint_text as lint
from incident_docs.lint.rule_names import check_rule_names
from incident_docs.lint.selection import Selection
from incident_docs.workspace.project import Project
from incident_docs.workspace.project import load as _load

__all__ = ["Document", "Finding", "Project", "lint", "load_project", "parse"]


def load_project(path: Path) -> Project:
    """Read the configuration of the project that a folder belongs to.

    Raises IncidentDocsError, with file and line, for a mistake in it.
    """
    project = _load(path)
    check_rule_names(project, Selection())
    return project
