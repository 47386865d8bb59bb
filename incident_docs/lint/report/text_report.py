"""Report to people: every finding with its line, a caret under the place and what would fix it, and a summary."""

import unicodedata
from collections.abc import Iterator, Sequence

from incident_docs.document.edit import Fix, apply_edits
from incident_docs.document.finding import Finding
from incident_docs.document.lines import bare_lines
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.summary import count_by_rule, fixing_option, sum_up
from incident_docs.lint.report.view import Paint, Part, View, hidden_lines, shown_fix

_WIDEST = 110
_BEFORE_CARET = 40
_LONGEST = 8
"""Lines of a fix that are shown; of a longer one `--diff` tells more."""


def report(checked: Sequence[Checked], view: View) -> Iterator[str]:
    """Write lines for a terminal."""
    for file in checked:
        hidden = hidden_lines(file)
        for finding in file.findings:
            yield headline(file, finding, view.paint)
            if finding.line not in hidden:
                yield from _excerpt(file, finding, shown_fix(finding, hidden), view.paint)
    yield sum_up(checked, view.paint)


def statistics(checked: Sequence[Checked], view: View) -> Iterator[str]:
    """Count the findings of each rule."""
    numbers = count_by_rule(checked)
    width = max((len(f"{number:,}") for _, _, number in numbers), default=0)
    for rule, level, number in numbers:
        yield f"{number:{width},} {view.paint(f'{level}[{rule}]', Part(level.value))}"
    yield sum_up(checked, view.paint)


def headline(file: Checked, finding: Finding, paint: Paint) -> str:
    """Write a finding on one line."""
    place = paint(f"{_printable(file.path)}:{finding.line}:{finding.column}:", Part.PLACE)
    rule = paint(f"{finding.level}[{finding.rule}]", Part(finding.level.value))
    return f"{place} {rule} {_printable(finding.message)}"


def _excerpt(file: Checked, finding: Finding, fix: Fix | None, paint: Paint) -> Iterator[str]:
    if finding.line > len(file.lines):
        return
    line = file.lines[finding.line - 1]
    start = min(finding.column - 1, len(line))
    end = file.end_column(finding) - 1
    first = max(0, start - _BEFORE_CARET) if len(line) > _WIDEST else 0
    before, under = _printable(line[first:start]), _printable(line[start : min(end, first + _WIDEST)])
    margin = " " * len(str(finding.line))
    carets = " " * (bool(first) + _width(before)) + "^" * max(1, _width(under))
    yield f"{margin} {paint('|', Part.MARGIN)}"
    yield f"{paint(f'{finding.line} |', Part.MARGIN)} {_cut(line, first)}".rstrip()
    yield f"{margin} {paint('|', Part.MARGIN)} {paint(carets, Part(finding.level.value))}"
    for sign, shown in _hint(file, fix, fixing_option(finding)) if finding.fix else ():
        yield f"{margin} {paint(sign, Part.MARGIN)} {paint(shown, Part.GOOD)}"
    yield ""


def _hint(file: Checked, fix: Fix | None, fixing_option: str) -> Iterator[tuple[str, str]]:
    """What the fix makes of the lines that it touches, each with its sign; of one that must not be shown, that there is one."""
    before, after = _difference(file, fix) if fix else ([], [])
    if len(before) == len(after) == 1:
        yield "=", f"{fixing_option} writes: {_cut(after[0], _start(before[0], after[0]))}".rstrip()
    elif fix is None or len(before) + len(after) > _LONGEST:
        yield "=", f"{fixing_option} fixes it"
    else:
        yield "=", f"{fixing_option} writes:"
        yield from (("-", _cut(line)) for line in before)
        yield from (("+", _cut(line)) for line in after)


def _difference(file: Checked, fix: Fix) -> tuple[list[str], list[str]]:
    """The lines that go, and those that come."""
    first = min(edit.line for edit in fix.edits)
    old = list(file.lines[first - 1 : max(edit.end_line for edit in fix.edits)])
    moved = (edit._replace(line=edit.line - first + 1, end_line=edit.end_line - first + 1) for edit in fix.edits)
    new = bare_lines(apply_edits("".join(f"{line}\n" for line in old), moved))
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def _start(before: str, after: str) -> int:
    """From where on to show a long line, so that its change is in sight."""
    alike = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), 0)
    return max(0, alike - _BEFORE_CARET) if len(after) > _WIDEST else 0


def _cut(line: str, first: int = 0) -> str:
    """As much of a line as fits, from the first character that is shown."""
    last = first + _WIDEST
    return f"{'…' if first else ''}{_printable(line[first:last])}{'…' if last < len(line) else ''}"


def _printable(text: str) -> str:
    """The text with what would move the cursor or change colours made visible."""
    return "".join(" " if char == "\t" else char if char.isprintable() else "\ufffd" for char in text)


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
