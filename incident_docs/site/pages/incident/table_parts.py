"""Parts that the tables of an incident page share, and its table of mitigations."""

from collections.abc import Sequence
from typing import NamedTuple

from incident_docs.document.model import Document, Section
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.prose import Prose, plain


class Extra(NamedTuple):
    """A column of the authors' own."""

    heading: str
    cells: tuple[str, ...]
    """One for each row, as written."""


def extras(section: Section, shown: Sequence[str]) -> tuple[Extra, ...]:
    """The columns of a section's table other than those that are shown anyway, which are named by their ids."""
    written = section.table
    rows = written.rows if written else ()
    columns = section.known.columns if section.known else ()
    headings = {column.heading.casefold() for column in columns if column.id in shown}
    return tuple(
        Extra(plain(heading.value), tuple(row[index].value if index < len(row) else "" for row in rows))
        for index, heading in enumerate(written.headings if written else ())
        if heading.value.casefold().strip("*_ ") not in headings
    )


# The roles are those that the elements have, until a phone's stylesheet turns rows into blocks. It hides the head, and
# the theme takes a head that has a role for one that can be clicked.
def table(headings: Sequence[str], bodies: str, classes: str) -> str:
    """A table that scrolls by itself where it is too wide."""
    heads = "".join(element("th", escape(heading), scope="col") for heading in headings)
    head = element("thead", element("tr", heads, role="row"), role="rowgroup")
    return element(
        "div", element("table", head + bodies, class_=f"idoc-table {classes}", role="table"), class_="idoc-scroll"
    )


def cell(html: str, classes: str = "", label: str | None = None) -> str:
    """A cell. The label is what a phone shows before it, where no head says what it is."""
    return element("td", html, role="cell", class_=classes or None, data_label=label)


def mitigation_table(document: Document, extra: tuple[Extra, ...], prose: Prose) -> str:
    """What was done, and what came of it."""
    rows = "".join(
        element(
            "tr",
            cell(prose.inline(mitigation.action.value))
            + cell(prose.inline(mitigation.result.value), "", "Result")
            + "".join(cell(prose.inline(each.cells[index]), "", each.heading) for each in extra),
            role="row",
        )
        for index, mitigation in enumerate(document.mitigations)
    )
    heads = ("Action", "Result", *(each.heading for each in extra))
    return table(heads, element("tbody", rows, role="rowgroup"), "idoc-mitigations")
