"""Make the fix of a finding from an edit, where it can be made."""

from collections.abc import Callable, Iterable

from incident_docs.document.edit import Edit, Fix
from incident_docs.errors import CannotEdit


def try_fix(edit: Callable[[], Iterable[Edit]], *, is_safe: bool = True) -> Fix | None:
    """Call a function that gives edits, and make a fix of them; None if it cannot edit or has nothing to change."""
    try:
        edits = tuple(edit())
    except CannotEdit:
        return None
    return Fix(edits, is_safe) if edits else None
