"""Report to code scanning: SARIF 2.1.0, with the page of each rule that has findings."""

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from incident_docs import __version__
from incident_docs.document.edit import Edit, Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.fingerprint import fingerprints
from incident_docs.lint.report.view import View, hidden_lines, shown_fix
from incident_docs.lint.rule_docs import RulePage, read_rule_page, rule_markdown
from incident_docs.rules.catalogue import ALL

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def report(checked: Sequence[Checked], _view: View) -> Iterator[str]:
    """Write the log of one run."""
    found = {finding.rule for file in checked for finding in file.findings}
    rules = [_rule(read_rule_page(rule)) for rule in ALL if rule.ID in found]
    run = {
        "tool": {"driver": {"name": "incident-docs", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the repository."}}},
        "results": [result for file in checked for result in _results(file)],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(page: RulePage) -> dict[str, Any]:
    is_on = page.level is not Level.OFF
    help = rule_markdown(page)
    return {
        "id": page.id,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": " ".join([page.why, *page.notes])},
        "help": {"text": help, "markdown": help},
        "defaultConfiguration": {"enabled": is_on, "level": (page.level if is_on else Level.WARNING).value},
    }


def _results(file: Checked) -> Iterator[dict[str, Any]]:
    hidden = hidden_lines(file)
    for finding, fingerprint in fingerprints(file):
        result, fix = _result(file, finding, fingerprint), shown_fix(finding, hidden)
        yield result if fix is None else {**result, "fixes": [_fix(fix, _location(file.path))]}


def _result(file: Checked, finding: Finding, fingerprint: str) -> dict[str, Any]:
    region = _region(finding.line, finding.column, finding.line, file.end_column(finding))
    return {
        "ruleId": finding.rule,
        "level": finding.level.value,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": _location(file.path), "region": region}}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }


def _location(path: str) -> dict[str, str]:
    if PurePosixPath(path).is_absolute():
        return {"uri": PurePosixPath(path).as_uri()}
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": _ROOT}


def _fix(fix: Fix, location: dict[str, str]) -> dict[str, Any]:
    replacements = [_replacement(edit) for edit in fix.edits]
    return {"artifactChanges": [{"artifactLocation": location, "replacements": replacements}]}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = _region(edit.line, edit.column, edit.end_line, edit.end_column)
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
