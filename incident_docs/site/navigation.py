"""Pages to the order in which an engine's own navigation lists them. Pages and navigation are those of MkDocs."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any


def put_in_order(pages: Iterable[Any], nav: Any) -> None:
    """Move each page right behind the one before it, if both stand under the same heading of the navigation."""
    for first, second in pairwise(page for page in pages if page is not None):
        siblings: list[Any] = first.parent.children if first.parent else nav.items
        if first in siblings and second in siblings:
            for listed in (siblings, nav.pages):
                listed.remove(second)
                listed.insert(listed.index(first) + 1, second)
    for before, after in pairwise([None, *nav.pages, None]):
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before
