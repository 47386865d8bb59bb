"""Report as test results: a suite for each file, in it a failure for each error. Warnings are output, and fail nothing."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from incident_docs.document.finding import Finding, Level
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.view import View


def report(checked: Sequence[Checked], _view: View) -> Iterator[str]:
    """Write the suites as XML."""
    numbers = _numbers(sum(max(1, len(file.findings)) for file in checked), sum(file.errors for file in checked))
    suites = Element("testsuites", {"name": "incident-docs", **numbers})
    for file in checked:
        name = _allowed(file.path)
        suite = SubElement(suites, "testsuite", {"name": name, **_numbers(max(1, len(file.findings)), file.errors)})
        for finding in file.findings:
            _add(SubElement(suite, "testcase", classname=name, name=_name(finding), file=name), finding)
        if not file.findings:
            SubElement(suite, "testcase", classname=name, name="lint", file=name)
    indent(suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield tostring(suites, encoding="unicode")


def _numbers(tests: int, failures: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0"}


def _name(finding: Finding) -> str:
    return f"{finding.rule} at {finding.line}:{finding.column}"


def _add(case: Element, finding: Finding) -> None:
    message = _allowed(finding.message)
    if finding.level is Level.ERROR:
        SubElement(case, "failure", message=message, type=finding.rule).text = f"line {finding.line}: {message}"
    else:
        SubElement(case, "system-out").text = f"warning, line {finding.line}: {message}"


def _allowed(text: str) -> str:
    """The text without the characters that XML cannot hold, not even escaped."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
