"""Show the tables that authors write: columns of their own, and what was done to mitigate."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.model import Document, Section
from incident_docs.site.pages.prose import Prose, plain


class AuthorColumn(NamedTuple):
    """A column that the format does not know."""

    heading: str
    cells: tuple[str, ...]
    """One for each row, as written."""


class MitigationRow(NamedTuple):
    """What was done, and what came of it."""

    action: Markup
    result: Markup
    others: list[tuple[str, Markup]]
    """The cells of the authors' columns, each with its heading."""


class Mitigations(NamedTuple):
    """What `mitigations.html` shows."""

    rows: list[MitigationRow]
    columns: list[str]
    """The headings of the authors' columns."""


def author_columns(section: Section, shown: Sequence[str]) -> tuple[AuthorColumn, ...]:
    """Find the columns of a section's table that are not shown anyway; those that are are named by their ids."""
    written = section.table
    rows = written.rows if written else ()
    columns = section.known.columns if section.known else ()
    headings = {column.heading.casefold() for column in columns if column.id in shown}
    return tuple(
        AuthorColumn(plain(heading.value), tuple(row[index].value if index < len(row) else "" for row in rows))
        for index, heading in enumerate(written.headings if written else ())
        if heading.value.casefold().strip("*_ ") not in headings
    )


def author_cells(columns: Sequence[AuthorColumn], index: int, prose: Prose) -> list[tuple[str, Markup]]:
    """Show what a row, by its index, has in these columns."""
    return [(column.heading, prose.inline(column.cells[index])) for column in columns]


def show_mitigations(document: Document, columns: tuple[AuthorColumn, ...], prose: Prose) -> Mitigations:
    """Show the table of mitigations."""
    rows = [
        MitigationRow(
            prose.inline(each.action.value), prose.inline(each.result.value), author_cells(columns, index, prose)
        )
        for index, each in enumerate(document.mitigations)
    ]
    return Mitigations(rows, [column.heading for column in columns])
