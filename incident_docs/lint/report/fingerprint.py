"""Give findings fingerprints that stay the same from run to run when lines above them come and go."""

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from incident_docs.document.finding import Finding
from incident_docs.lint.checked import Checked


def fingerprints(file: Checked) -> Iterator[tuple[Finding, str]]:
    """Pair each finding of a file with its fingerprint; no two in a file are alike."""
    seen: Counter[str] = Counter()
    for finding in file.findings:
        line = file.lines[finding.line - 1] if finding.line <= len(file.lines) else ""
        fingerprint = hash_text(f"{finding.rule}\n{line.strip()}")
        seen[fingerprint] += 1
        yield finding, f"{fingerprint}:{seen[fingerprint]}"


def hash_text(text: str) -> str:
    """Hash a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
