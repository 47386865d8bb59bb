"""For people: every finding with its line and a caret under the place, and a summary."""

import unicodedata
from collections.abc import Iterator, Sequence

from incident_docs.document.finding import Finding
from incident_docs.lint.report.paint import Paint, Part
from incident_docs.lint.run import Checked

_WIDEST = 110
_BEFORE_CARET = 40


def report(checked: Sequence[Checked], paint: Paint) -> Iterator[str]:
    """Lines for a terminal."""
    for file in checked:
        for finding in file.findings:
            place = paint(f"{file.path}:{finding.line}:{finding.column}:", Part.PLACE)
            yield f"{place} {paint(f'{finding.level}[{finding.rule}]', Part(finding.level.value))} {finding.message}"
            yield from _excerpt(file, finding, paint)
    yield _summary(checked, paint)


def _excerpt(file: Checked, finding: Finding, paint: Paint) -> Iterator[str]:
    if finding.line > len(file.lines):
        return
    line = file.lines[finding.line - 1]
    start = min(finding.column - 1, len(line))
    end = file.end_column(finding) - 1
    first = max(0, start - _BEFORE_CARET) if len(line) > _WIDEST else 0
    piece = _printable(line[first : first + _WIDEST])
    before, under = piece[: start - first], piece[start - first : end - first]
    cut = "…" if first else ""
    margin = " " * len(str(finding.line))
    carets = " " * (len(cut) + _width(before)) + "^" * max(1, _width(under))
    yield f"{margin} {paint('|', Part.MARGIN)}"
    yield f"{paint(f'{finding.line} |', Part.MARGIN)} {cut}{piece}{'…' if first + _WIDEST < len(line) else ''}".rstrip()
    yield f"{margin} {paint('|', Part.MARGIN)} {paint(carets, Part(finding.level.value))}"
    yield ""


def _printable(text: str) -> str:
    """The text with what would move the cursor or change colours made visible."""
    return "".join(" " if char == "\t" else char if char.isprintable() else "\ufffd" for char in text)


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _summary(checked: Sequence[Checked], paint: Paint) -> str:
    errors = sum(file.errors for file in checked)
    warnings = sum(len(file.findings) for file in checked) - errors
    files = _count(len(checked), "incident")
    if not errors and not warnings:
        return paint(f"{files} checked, nothing found", Part.GOOD)
    parts = [_count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    bad = sum(bool(file.findings) for file in checked)
    return paint(f"{' and '.join(parts)} in {bad} of {files}", Part.ERROR if errors else Part.WARNING)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
