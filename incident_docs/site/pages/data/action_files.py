"""Write action items as files for programs and spreadsheets: all of the site, and those of each owner.

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

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.insight.csv_rows import csv_row
from incident_docs.insight.json_values import writable
from incident_docs.site.pages.data.action_records import ActionRecord, RecordedAction
from incident_docs.site.pages.data.calendars import calendar, event
from incident_docs.site.pages.owner_lists import by_owner, downloads_path
from incident_docs.site.pages.page import DataFile, Settings

VERSION = 1


class ActionData(NamedTuple):
    """An action item as the files have it: an item is in two of each, everybody's and its owner's."""

    recorded: RecordedAction
    csv: str
    json: str
    event: str
    """Empty if it is closed or has no date."""


def action_data(action: RecordedAction, name: str, settings: Settings) -> ActionData:
    """Write an action item for each kind of file; `name` is what no other incident of the site is called."""
    record = action.record
    return ActionData(
        action,
        writable(_csv(record)),
        writable(json.dumps(record._asdict(), ensure_ascii=False)),
        event(action, name, settings),
    )


def action_files(actions: Sequence[ActionData], settings: Settings, today: date) -> Iterator[DataFile]:
    """Put together the files of everybody's items and of each owner's; none if there are no items."""
    if not actions:
        return
    yield from _files(downloads_path(settings), "Action items", actions, settings, today)
    for owner in by_owner(actions, lambda action: action.recorded.item):
        path, title = downloads_path(settings, owner.slug), f"Action items of {owner.name}"
        yield from _files(path, title, owner.items, settings, today)


def _files(path: str, title: str, actions: Sequence[ActionData], settings: Settings, today: date) -> Iterator[DataFile]:
    yield DataFile(f"{path}.csv", "".join([csv_row(ActionRecord._fields), *(action.csv for action in actions)]))
    items = ",\n".join(action.json for action in actions)
    built = f'{{"version": {VERSION}, "built": "{today.isoformat()}", "items": [\n{items}\n]}}\n'
    yield DataFile(f"{path}.json", built)
    yield DataFile(f"{path}.ics", calendar(title, (action.event for action in actions), settings))


def _csv(record: ActionRecord) -> str:
    services = ", ".join(record.services)
    return csv_row(cell if isinstance(cell, str) else services for cell in record)
