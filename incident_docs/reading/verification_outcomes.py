"""Count what came of the commands that verified a resolution, from the lines that `resolve --run` has recorded."""

from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.sections import VERIFICATION
from incident_docs.reading.prose import find_fences

EXIT_STATUS = "# exit status "
STOPPED = "# stopped after "
"""What a line begins with that says so of the command above it."""


class Outcomes(NamedTuple):
    """How many commands did what they should, and how many did not."""

    passed: int
    failed: int


def count_outcomes(document: Document) -> Outcomes:
    """Count the outcomes in the blocks of code under Verification."""
    section = document.section(VERIFICATION.id)
    if section is None:
        return Outcomes(0, 0)
    first = section.heading.line + 1
    fences = find_fences(document.lines[first - 1 : section.last], first)
    lines = [line.value for fence in fences for line in fence.content if line.value.startswith((EXIT_STATUS, STOPPED))]
    passed = lines.count(f"{EXIT_STATUS}0")
    return Outcomes(passed, len(lines) - passed)
