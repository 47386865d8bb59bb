"""A finding to what it is known by from run to run: it stays the same when lines above it come and go."""

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from incident_docs.document.finding import Finding
from incident_docs.lint.checked import Checked


def known_by(file: Checked) -> Iterator[tuple[Finding, str]]:
    """The findings of a file, each with its fingerprint; no two in a file are alike."""
    seen: Counter[str] = Counter()
    for finding in file.findings:
        line = file.lines[finding.line - 1] if finding.line <= len(file.lines) else ""
        fingerprint = digest(f"{finding.rule}\n{line.strip()}")
        seen[fingerprint] += 1
        yield finding, f"{fingerprint}:{seen[fingerprint]}"


def digest(text: str) -> str:
    """A short text that only this text has."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
