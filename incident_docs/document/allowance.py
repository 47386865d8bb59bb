"""A comment in a document that lets something stand, small enough to be kept."""

from typing import NamedTuple

from incident_docs.document.text import Text


class Allowance(NamedTuple):
    """What one name in such a comment allows."""

    name: Text
    """A rule, or a pattern such as `timeline-*`."""
    first: int
    """The first line that it is about, and the last."""
    last: int
    is_alone: bool = False
    """The comment names nothing else."""
    rule_has_run: bool = False
    """A rule of this name had its say about the document alone: where it found nothing, the comment is not needed."""
