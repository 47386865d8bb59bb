"""Sum up what was found: in one line, and by rule."""

from collections import Counter
from collections.abc import Iterable, Sequence

from incident_docs.document.finding import Finding, Level
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.view import Paint, Part


def sum_up(checked: Sequence[Checked], paint: Paint) -> str:
    """Write the last line of what people read."""
    errors = sum(file.errors for file in checked)
    warnings = sum(len(file.findings) for file in checked) - errors
    files = count_noun(len(checked), "incident")
    if not errors and not warnings:
        return paint(f"{files} checked, nothing found", Part.GOOD)
    parts = [count_noun(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    bad = sum(bool(file.findings) for file in checked)
    found = paint(f"{' and '.join(parts)} in {bad:,} of {files}", Part.ERROR if errors else Part.WARNING)
    return f"{found}{_fixable([finding for file in checked for finding in file.findings])}"


def _fixable(findings: Iterable[Finding]) -> str:
    """How many of the findings the command can fix itself."""
    numbers = Counter(fixing_option(finding) for finding in findings if finding.fix is not None)
    parts = [f"{numbers[name]:,} with {name}" for name in ("--fix", "--unsafe-fixes") if numbers[name]]
    return f"; can be fixed: {', '.join(parts)}" if parts else ""


def fixing_option(finding: Finding) -> str:
    """Name the option of `lint` that fixes a finding, if it has a fix."""
    return "--fix" if finding.fix is None or finding.fix.is_safe else "--unsafe-fixes"


def count_by_rule(checked: Iterable[Checked]) -> list[tuple[str, Level, int]]:
    """Count the findings of each rule, most first."""
    numbers = Counter((finding.rule, finding.level) for file in checked for finding in file.findings)
    return [
        (rule, level, number) for (rule, level), number in sorted(numbers.items(), key=lambda each: (-each[1], each[0]))
    ]


def count_noun(number: int, word: str) -> str:
    """Write `1 incident`, or `2 incidents`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
