"""What was found on the day a team began, so that only what comes after it is reported.

A finding is known by its file, its rule and what its line says: lines may move, and a line that is written anew is judged
anew. The file is sorted and has a line for each entry, so that two branches seldom clash in it.
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
    """Findings that are not told apart."""

    path: str
    """Relative to the project's root."""
    rule: str
    line: str
    """A digest of what the line says."""


Baseline = Counter[Entry]
"""How often each is known."""


class Parted(NamedTuple):
    """The findings on a file, told apart."""

    new: tuple[Finding, ...]
    known: tuple[Entry, ...]


def entry(path: str, finding: Finding, lines: Sequence[str]) -> Entry:
    """What a finding is known by."""
    line = lines[finding.line - 1].strip() if finding.line <= len(lines) else ""
    return Entry(path, finding.rule, blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


def parted(path: str, findings: Iterable[Finding], lines: Sequence[str], baseline: Mapping[Entry, int]) -> Parted:
    """The findings that the baseline does not know, and the entries of the others."""
    if not baseline:
        return Parted(tuple(findings), ())
    known: Baseline = Counter()
    new = []
    for finding in findings:
        name = entry(path, finding, lines)
        if known[name] < baseline.get(name, 0):
            known[name] += 1
        else:
            new.append(finding)
    return Parted(tuple(new), tuple(known.elements()))


def written(baseline: Mapping[Entry, int]) -> str:
    """The text of the file."""
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for (path, rule, line), count in baseline.items():
        findings.setdefault(path, {}).setdefault(rule, {})[line] = count
    held = {"version": _VERSION, "findings": findings}
    return json.dumps(held, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def read_baseline(text: str, file: str) -> Baseline:
    """The baseline of a text that `written` made. Raises IncidentDocsError for another one."""
    try:
        held = json.loads(text)
        if held["version"] != _VERSION:
            raise IncidentDocsError(f"{file} is a baseline of version {held['version']}; {_ANEW}")
        return Counter(_entries(held["findings"]))
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
