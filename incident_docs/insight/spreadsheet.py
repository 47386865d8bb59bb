"""Write rows for spreadsheets."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

_FORMULA = re.compile(r"[=+\-@\t\r]")


def spreadsheet_row(cells: Iterable[str]) -> str:
    """Write a row as RFC 4180 has it. A cell in which a spreadsheet would see a formula begins with an apostrophe."""
    line = StringIO(newline="")
    csv.writer(line).writerow(f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells)
    return line.getvalue()
