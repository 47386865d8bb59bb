"""Leave out what was found on the day a team began, so that only what comes after it is reported.

A finding is recognised by its file, its rule and what its line says: lines may move, and a line that is written anew is
judged anew. The file is sorted and has a line for each entry, so that two branches seldom clash in it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from incident_docs.document.finding import Finding
from incident_docs.errors import IncidentDocsError

_VERSION = 1


class Entry(NamedTuple):
    """One or more findings that have file, rule and line in common."""

    path: str
    """Relative to the project's root."""
    rule: str
    line: str
    """A digest of what the line says."""


Baseline = Counter[Entry]
"""How many findings there are of each entry."""


def baseline_entry(path: str, finding: Finding, lines: Sequence[str]) -> Entry:
    """Describe a finding in such a way that it is recognised after its line has moved."""
    line = lines[finding.line - 1].strip() if finding.line <= len(lines) else ""
    return Entry(path, finding.rule, blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


def split_baselined(
    path: str, findings: Iterable[Finding], lines: Sequence[str], baseline: Mapping[Entry, int]
) -> tuple[tuple[Finding, ...], tuple[Entry, ...]]:
    """Part the findings that are not in the baseline from the entries of those that are."""
    if not baseline:
        return tuple(findings), ()
    baselined: Baseline = Counter()
    new = []
    for finding in findings:
        entry = baseline_entry(path, finding, lines)
        if baselined[entry] < baseline.get(entry, 0):
            baselined[entry] += 1
        else:
            new.append(finding)
    return tuple(new), tuple(baselined.elements())


def baseline_text(baseline: Mapping[Entry, int]) -> str:
    """Write the text of the file."""
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for (path, rule, line), count in baseline.items():
        findings.setdefault(path, {}).setdefault(rule, {})[line] = count
    return json.dumps({"version": _VERSION, "findings": findings}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def parse_baseline(text: str, file: str) -> Baseline:
    """Read a text that `baseline_text` wrote. Raises IncidentDocsError for another one."""
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise IncidentDocsError(f"{file} is a baseline of version {data['version']}; {_ANEW}")
        return Counter(_entries(data["findings"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise IncidentDocsError(f"{file} is no baseline; {_ANEW}") from error


_ANEW = "delete it, and write it anew with --write-baseline"


def _entries(findings: Mapping[str, Any]) -> dict[Entry, int]:
    return {
        Entry(path, rule, line): int(count)
        for path, rules in findings.items()
        for rule, lines in rules.items()
        for line, count in lines.items()
    }
