"""What other programs may build on; all else may change from version to version."""

from incident_docs.document.finding import Finding
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.lint.check import lint

__all__ = ["Document", "Finding", "lint", "parse"]
