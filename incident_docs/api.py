"""What other programs may build on; all else may change from version to version."""

from pathlib import Path

from incident_docs.document.finding import Finding
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.lint.lint_text import lint_text as lint
from incident_docs.lint.rule_settings import check_rule_settings
from incident_docs.lint.selection import Selection
from incident_docs.workspace.find_incidents import find_known_files
from incident_docs.workspace.project import Project
from incident_docs.workspace.project import load_project as _load

__all__ = ["Document", "Finding", "Project", "find_known_files", "lint", "load_project", "parse"]


def load_project(path: Path) -> Project:
    """Read the configuration of the project that a folder belongs to.

    Raises IncidentDocsError, with file and line, for a mistake in it.
    """
    project = _load(path)
    check_rule_settings(project, Selection())
    return project
