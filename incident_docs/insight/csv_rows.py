"""Write rows of CSV that a spreadsheet opens as text, never as a formula."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

_FORMULA = re.compile(r"[=+\-@\t\r]")


def csv_row(cells: Iterable[str]) -> str:
    """Write a row, with its line end."""
    line = StringIO(newline="")
    csv.writer(line).writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return line.getvalue()
