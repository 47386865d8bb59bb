"""Write cells, rows and columns of a section's table, and leave every other cell as it is."""

from collections.abc import Iterator, Mapping, Sequence

from incident_docs.document.edit import Edit, insert_lines, replace_text
from incident_docs.document.model import Document, Section
from incident_docs.document.scaffold import write_table
from incident_docs.document.table import Table, table_cells
from incident_docs.document.text import Text
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.placing import insert_under_heading
from incident_docs.errors import CannotEdit
from incident_docs.format.sections import Column
from incident_docs.reading.placeholders import is_placeholder
from incident_docs.reading.unwritten import is_blank, says_nothing


def rewrite_cell(document: Document, cell: Text, text: str) -> tuple[Edit, ...]:
    """Write another text in a cell. Where its closing pipe stands in line with that of the row of dashes, it still does.

    Raises CannotEdit if this is no cell of a section's table, or if other cells of the row would be read differently.
    """
    line = document.lines[cell.line - 1]
    before = [each.value for each in table_cells(line, cell.line)]
    table = next((each for each in _tables(document) if cell.line in _lines(each)), None)
    if table is None or cell not in table_cells(line, cell.line):
        raise CannotEdit(f"line {cell.line} has no such cell")
    new = cell_text(text)
    if new == cell.value:
        return ()
    edit = _in_place(cell, new, line, document.lines[table.line])
    after = line[: edit.column - 1] + edit.text + line[edit.end_column - 1 :]
    before[table_cells(line, cell.line).index(cell)] = new
    if [each.value for each in table_cells(after, cell.line)] != before:
        raise CannotEdit(f"the cells of line {cell.line} would be read differently; write it by hand")
    return (edit,)


def _tables(document: Document) -> Iterator[Table]:
    return (section.table for section in document.sections if section.table is not None)


def _lines(table: Table) -> Sequence[int]:
    """The lines of its headings and its rows."""
    return [table.line, *(row[0].line for row in table.rows)]


def _in_place(cell: Text, new: str, line: str, dashes: str) -> Edit:
    rest = line[cell.end_column - 1 :]
    pipe = cell.end_column - 1 + len(rest) - len(rest.lstrip(" "))
    if not rest.startswith(" ") or dashes[pipe : pipe + 1] != "|":
        # A backslash must not stand before the pipe.
        return replace_text(cell, f"{new} " if new.endswith("\\") else new)
    return Edit(cell.line, cell.column, cell.line, pipe + 1, f"{new} ".ljust(pipe + 1 - cell.column))


def add_row(document: Document, id: str, values: Mapping[str, str], index: int | None = None) -> tuple[Edit, ...]:
    """Add a row with these values, by the ids of their columns, before the row of this index (0-based), or as the last one.

    It takes the place of a row of placeholders that is the only one.  An empty section gets a table, and a table the
    columns that it lacks of those that have values.  Raises CannotEdit if the section is missing, or holds something else.
    """
    section = find_section(document, id)
    cells = {column: cell_text(text) for column, text in values.items()}
    columns = document.format.section[id].columns
    table = section.table
    if table is None:
        return (insert_under_heading(section, _new_table(columns, cells), document),)
    absent = [column for column in columns if cells.get(column.id) and column.id not in section.column_ids]
    row = _row([cells.get(column or "", "") for column in section.column_ids], table, document)
    row += "".join(f" {cells[column.id]} |" for column in absent)
    if only_row_is_placeholders(section):
        line = table.rows[0][0].line
        written = replace_text(Text(document.lines[line - 1], line), row)
        return *_columns_added(table._replace(rows=()), absent, {}, document), written
    number = len(table.rows) if index is None else index
    return *_columns_added(table, absent, {}, document), insert_lines(table.line + 2 + number, f"{row}\n")


def write_column(document: Document, id: str, row: int, column: str, text: str) -> tuple[Edit, ...]:
    """Write a cell by the index of its row (0-based) and the id of its column, which is added if it is not there."""
    section = find_section(document, id)
    table = section.table
    if table is None or row >= len(table.rows):
        raise CannotEdit(f"{section.heading.value} has no row {row + 1}")
    cells = table.rows[row]
    if column not in section.column_ids:
        new = [each for each in document.format.section[id].columns if each.id == column]
        return tuple(_columns_added(table, new, {row: cell_text(text)}, document))
    place = section.column_ids.index(column)
    if place < len(cells):
        return rewrite_cell(document, cells[place], text)
    return (_at_end([*["  "] * (place - len(cells)), f" {cell_text(text)} "], cells[0].line, document),)


def find_section(document: Document, id: str) -> Section:
    """Give a section whose table can be written in, or that is still empty. Raises CannotEdit if there is none."""
    section = document.section(id)
    heading = document.format.section[id].heading
    if section is None:
        raise CannotEdit(f"there is no section {heading}")
    if section.table is None and not says_nothing(section, document):
        raise CannotEdit(f"{heading} holds no table")
    if section.table is not None and not section.has_columns(section.column_ids):
        raise CannotEdit(f"the table under {heading} lacks a column of the format, or has one twice")
    return section


def only_row_is_placeholders(section: Section) -> bool:
    """Say whether the table has one row, in which nothing is written but perhaps the time."""
    rows = section.table.rows if section.table else ()
    return len(rows) == 1 and all(
        is_blank(cell.value) or is_placeholder(cell.value) or id == "time"
        for id, cell in zip(section.column_ids, rows[0], strict=False)
    )


def _new_table(columns: Sequence[Column], cells: Mapping[str, str]) -> str:
    shown = [column for column in columns if column.required or cells.get(column.id)]
    return write_table([column.heading for column in shown], [cells.get(column.id, "") for column in shown])


def _row(cells: Sequence[str], table: Table, document: Document) -> str:
    """The cells in a line, each as wide as its dashes if the table's last line is as long as that of the dashes."""
    dashes = document.lines[table.line]
    is_aligned = len(document.lines[_lines(table)[-1] - 1].rstrip()) == len(dashes.rstrip())
    widths = [len(part) if is_aligned else 0 for part in dashes.strip().strip("|").split("|")]
    padded = (f" {cell} ".ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"{dashes[: len(dashes) - len(dashes.lstrip())]}|{'|'.join(padded)}|"


def _columns_added(
    table: Table, columns: Sequence[Column], values: Mapping[int, str], document: Document
) -> Iterator[Edit]:
    """Put columns behind the last one; `values` are those of a single column, by row."""
    if not columns:
        return
    names = [cell_text(column.heading) for column in columns]
    yield _at_end([f" {name} " for name in names], table.line, document)
    yield _at_end(["-" * (len(name) + 2) for name in names], table.line + 1, document)
    for number, cells in enumerate(table.rows):
        lacking = len(table.headings) - len(cells)
        if lacking < 0:
            raise CannotEdit(f"line {cells[0].line} has more cells than the table has columns")
        yield _at_end([*["  "] * lacking, *[f" {values.get(number, '')} "] * len(columns)], cells[0].line, document)


def _at_end(cells: Sequence[str], number: int, document: Document) -> Edit:
    """Put padded cells behind the last one of a line."""
    line = document.lines[number - 1].rstrip(" \t")
    is_closed = len(table_cells(f"{line}x", number)) > len(table_cells(line, number))
    text = f"{'' if is_closed else ' |'}{'|'.join(cells)}|"
    return Edit(number, len(line) + 1, number, len(line) + 1, text)
