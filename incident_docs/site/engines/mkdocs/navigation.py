"""Find the places and names of pages in the navigation of MkDocs."""

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


def titles(nav: Any) -> dict[str, str | None]:
    """List the pages of a navigation that somebody wrote, by their paths, with the titles that they have there."""
    if isinstance(nav, str):
        return {nav: None}
    if isinstance(nav, dict):
        return {
            path: title
            for name, below in nav.items()
            for path, title in ({below: name} if isinstance(below, str) else titles(below)).items()
        }
    return {path: title for item in nav or () for path, title in titles(item).items()}
