"""Action items to files for programs and spreadsheets: all of the site, and those of each owner.

`actions.csv` is as RFC 4180 has it, in UTF-8, with the columns' names in its first line. A cell in which a spreadsheet would
see a formula begins with an apostrophe. `actions.json` is an object with `version`, which is 1 and will be another number
once a reader has to change; `built`, the day of the build; and `items`, a list of objects. Both have the same items in the
same order, the newest incident's first, and of each:

    id         `<incident>#<row>`
    incident   its id
    title      the incident's
    severity   the incident's, such as `P1`; empty if it has none that is known
    services   their names; a list in JSON, joined by `, ` in CSV
    action     in plain words
    owner      in plain words; empty if nobody is named
    due        the ISO date, or else what stands in its place; empty if nothing does
    status     in the author's words; empty if there are none, which means open
    ticket     its address, or else what stands there
    url        of its row on the incident's page; without the site's part if nobody said where the site is served

What a published report does not say is `not published`, or what the format calls it.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from incident_docs.site.pages.data.action_records import Record, Records
from incident_docs.site.pages.page import DataFile

VERSION = 1
_FORMULA = re.compile(r"[=+\-@\t\r]")


def files(lists: Iterable[Records], today: date) -> tuple[DataFile, ...]:
    """The files of everybody's items and of each owner's; none if there are no items."""
    return tuple(_files(lists, today))


class _Lines(NamedTuple):
    """An item in both kinds of files."""

    csv: str
    json: str


def _files(lists: Iterable[Records], today: date) -> Iterator[DataFile]:
    # An item is in two lists.
    lines: dict[int, _Lines] = {}
    for listed in lists:
        for each in listed.all:
            if id(each.record) not in lines:
                lines[id(each.record)] = _Lines(
                    _csv(each.record), json.dumps(each.record._asdict(), ensure_ascii=False)
                )
        found = [lines[id(each.record)] for each in listed.all]
        yield DataFile(f"{listed.path}.csv", "".join([_row(Record._fields), *(each.csv for each in found)]))
        yield DataFile(f"{listed.path}.json", _json([each.json for each in found], today))


def _csv(record: Record) -> str:
    services = ", ".join(record.services)
    return _row([_harmless(cell if isinstance(cell, str) else services) for cell in record])


class _Line:
    """A file of which each line that is written is given back."""

    def write(self, line: str) -> str:
        return line


_WRITER = csv.writer(_Line())


def _row(cells: Iterable[str]) -> str:
    # The writer gives what its file does.
    line: str = _WRITER.writerow(cells)
    return line


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _json(lines: Iterable[str], today: date) -> str:
    items = ",\n".join(lines)
    return f'{{"version": {VERSION}, "built": "{today.isoformat()}", "items": [\n{items}\n]}}\n'
