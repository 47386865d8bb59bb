"""Find the frontmatter of a text, and read its values with the place of each.

Readers disagree on how the block ends, so only the form is accepted that python-frontmatter, MkDocs and GitHub
read alike: `---` as the first line, `---` as the last, a line break.  Everything else is a `Problem`.
"""

import re
from collections.abc import Sequence

from incident_docs.document.frontmatter_model import Frontmatter, FrontmatterFault, FrontmatterProblem
from incident_docs.document.plain_values import read_plain_values
from incident_docs.document.text import Text

_OPEN = re.compile(r"---[ \t]*")
_LOOSE_CLOSE = re.compile(r"(?:-{3,}|\.{3})\s*")
_HEADING = re.compile(r"#{2,6} ")
_UNCLOSED = "the frontmatter is not closed; put a line --- after its last key"
BYTE_ORDER_MARK = "\ufeff"


def read_frontmatter(bare: Sequence[str]) -> Frontmatter:
    """Read the frontmatter of a text that has these lines, given without their ends."""
    first = bare[0] if bare else ""
    if not _OPEN.fullmatch(first.removeprefix(BYTE_ORDER_MARK)):
        message = "there is no frontmatter; the first line must be ---"
        return Frontmatter(problem=FrontmatterProblem(FrontmatterFault.MISSING, 1, 1, message))
    end = next((n for n, line in enumerate(bare[1:], 2) if _LOOSE_CLOSE.fullmatch(line)), None)
    if end is None:
        return Frontmatter(problem=FrontmatterProblem(FrontmatterFault.UNCLOSED, 1, 1, _UNCLOSED))
    problem = _disagreement(first, bare[end - 1], end)
    found = _values(bare[1 : end - 1], end, problem)
    if not found.is_readable and any(_HEADING.match(line) for line in bare[1 : end - 1]):
        # What closes the block is a rule in the body.
        return Frontmatter(problem=FrontmatterProblem(FrontmatterFault.UNCLOSED, 1, 1, _UNCLOSED))
    return found


def _disagreement(first: str, close: str, end: int) -> FrontmatterProblem | None:
    if first.startswith(BYTE_ORDER_MARK):
        message = "a byte-order mark hides the frontmatter from some readers; save the file as UTF-8 without it"
        return FrontmatterProblem(FrontmatterFault.READERS_DISAGREE, 1, 1, message)
    if not _OPEN.fullmatch(close):
        message = f"the frontmatter is closed with {close.strip()}, which readers disagree on; write ---"
        return FrontmatterProblem(FrontmatterFault.READERS_DISAGREE, end, 1, message)
    return None


def _values(inside: Sequence[str], end: int, problem: FrontmatterProblem | None) -> Frontmatter:
    values = read_plain_values(inside, first=2)
    if values is not None:
        keys = {key: Text(key, value.line) for key, value in values.items()}
        return Frontmatter(values, keys, (), end, problem)
    from incident_docs.document.yaml_values import read_yaml_values  # noqa: PLC0415 - most runs need no YAML

    return read_yaml_values(inside, end, problem)
