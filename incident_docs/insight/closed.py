"""An action item and the rows that commits have written to the day on which it was closed.

A document says that an item is done, not since when; the first commit that says so tells.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from incident_docs.document.table import table_cells
from incident_docs.insight.actions import CLOSED, Item
from incident_docs.workspace.table_rows import Row


class Closed(NamedTuple):
    """When an item was closed."""

    on: date
    is_known: bool
    """If not, nobody has ever seen it open, and it may have been closed before."""

    def in_time(self, due: date) -> bool | None:
        """It was closed on the day on which it was due, or before; None if that cannot be told."""
        if self.on <= due:
            return True
        return False if self.is_known else None


def closed(item: Item, rows: Iterable[Row]) -> Closed | None:
    """The day of the commit since which the item is closed; `rows` are those of its file, the latest first.

    None if no commit says so yet.
    """
    since: date | None = None
    for row in rows:
        said = [cell.value for cell in table_cells(row.text, 1)]
        if item.action.action.value not in said:
            continue
        if not any(_word(cell) in CLOSED for cell in said):
            return None if since is None else Closed(since, is_known=True)
        since = row.on
    return None if since is None else Closed(since, is_known=False)


def _word(cell: str) -> str:
    return cell.casefold().replace("’", "'")
