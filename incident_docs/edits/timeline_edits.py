"""Add, change, move and remove rows of the timeline, each in its place by time, and sort those that are out of order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from incident_docs.document.edit import Edit, apply_edits, delete_lines, insert_lines, replace_text
from incident_docs.document.lines import bare_lines
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.document.times import Moment, is_twice, put_on_days, zone_text
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.table_editing import add_row, find_section, only_row_is_placeholders, rewrite_cell
from incident_docs.errors import CannotEdit
from incident_docs.format.sections import TIMELINE
from incident_docs.reading.timeline_rows import to_minute
from incident_docs.reading.unwritten import is_blank

_A_DAY = timedelta(days=1)


def add_timeline_row(document: Document, moment: Moment, event: str) -> tuple[Edit, ...]:
    """Add a row behind those that are not later, with the clock time in the document's zone.

    The day is written out where the clock alone would be read as another one, and outside of the time from `started` to
    `resolved`; the zone in the hour that comes twice.  Seconds are written where other rows have them.  Raises CannotEdit
    if there is no timeline that can be read, or if no form of the time would be read as this one.
    """
    section = find_section(document, TIMELINE.id)
    if is_blank(cell_text(event)):
        raise CannotEdit("the event says nothing")
    before = () if only_row_is_placeholders(section) else document.timeline
    at = _written_at(moment, document)
    index = _place(at, before)
    for cell in _time_cells(at, document, is_rough=moment.approximate):
        edits = add_row(document, TIMELINE.id, {"time": cell, "event": event}, index)
        if _reads_back(document, edits, (*before[:index], at, *before[index:])):
            return edits
    raise _unwritable(at)


def add_timeline_rows(document: Document, rows: Sequence[tuple[Moment, str]]) -> tuple[Edit, ...]:
    """Add many rows at once, each in its place, those of one instant in the order given.

    All of them write their day out if the clock times alone would be read as others.  Raises CannotEdit as `add_timeline_row` does.
    """
    section = find_section(document, TIMELINE.id)
    before = () if only_row_is_placeholders(section) else document.timeline
    placed = sorted(
        ((_written_at(moment, document), moment, event) for moment, event in rows), key=lambda row: _utc(row[0])
    )
    places = [(_place(at, before), at) for at, _, _ in placed]
    wanted: list[TimelineEntry | datetime] = []
    for index in range(len(before) + 1):
        wanted += _at(places, index)
        wanted += before[index : index + 1]
    for form in (0, -1):
        cells = [[*_time_cells(at, document, is_rough=moment.approximate)][form] for at, moment, _ in placed]
        values = [{"time": cell, "event": event} for cell, (_, _, event) in zip(cells, placed, strict=True)]
        edits = tuple(_inserted(document, list(zip((index for index, _ in places), values, strict=True))))
        if _reads_back(document, edits, wanted):
            return edits
    raise CannotEdit("these rows would be read as of other times, or change the days of other rows")


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def _at(places: Iterable[tuple[int, datetime]], index: int) -> list[datetime]:
    return [at for place, at in places if place == index]


def _inserted(document: Document, rows: Sequence[tuple[int, dict[str, str]]]) -> Iterator[Edit]:
    """Insert rows before those of these indexes, with one edit for each index."""
    for index, group in groupby(rows, itemgetter(0)):
        texts = []
        for _, values in group:
            *others, edit = add_row(document, TIMELINE.id, values, index)
            texts.append(edit.text.rstrip("\n"))
        first, *more = texts
        # Whatever the first one brings, such as a new table, ends with its row.
        lines = [first, *(text.rpartition("\n")[2] for text in more)]
        yield from others
        yield edit._replace(text="\n".join(lines) + edit.text[len(texts[-1]) :])


def change_timeline_row(
    document: Document, entry: TimelineEntry, moment: Moment | None = None, event: str | None = None
) -> tuple[Edit, ...]:
    """Write another time or another event in a row, which moves to its place by time; its other cells stay.

    Raises CannotEdit as `add_timeline_row` does.
    """
    if event is not None and is_blank(cell_text(event)):
        raise CannotEdit("the event says nothing; a row can be removed")
    edits = () if event is None else rewrite_cell(document, entry.event, event)
    if moment is None:
        return edits
    others = tuple(each for each in document.timeline if each is not entry)
    at = _written_at(moment, document)
    index = _place(at, others)
    for cell in _time_cells(at, document, is_rough=moment.approximate):
        changed = (*rewrite_cell(document, entry.time, cell), *edits)
        moved = _moved(document, entry, changed, index)
        if _reads_back(document, moved, (*others[:index], at, *others[index:])):
            return moved
    raise _unwritable(at)


def remove_timeline_row(document: Document, entry: TimelineEntry) -> tuple[Edit, ...]:
    """Take a row out. Raises CannotEdit if it is the only one, or if other rows would be read as of another day."""
    others = tuple(each for each in document.timeline if each is not entry)
    if not others:
        raise CannotEdit("it is the only row of the timeline; write what happened in its place")
    edits = (delete_lines(entry.time.line, entry.time.line),)
    if not _reads_back(document, edits, others):
        raise CannotEdit(f"without the row of line {entry.time.line}, others would be read as of another day")
    return edits


def _moved(document: Document, entry: TimelineEntry, edits: tuple[Edit, ...], index: int) -> tuple[Edit, ...]:
    """Edit a row, and put it before the one with this index among the others."""
    rows = document.timeline
    old = rows.index(entry)
    if index == old:
        return edits
    line = entry.time.line
    row = bare_lines(apply_edits("\n".join(document.lines), edits))[line - 1]
    # Those behind it count one less than with it.
    target = rows[0].time.line + index + (index > old)
    return insert_lines(target, f"{row}\n"), delete_lines(line, line)


def _written_at(moment: Moment, document: Document) -> datetime:
    if "started" not in document.times:
        raise CannotEdit("the frontmatter has no time for started, so the days of the timeline are not known")
    at = moment.at if _has_seconds(document) else to_minute(moment.at)
    return at.astimezone(document.zone).replace(microsecond=0)


def _has_seconds(document: Document) -> bool:
    return any(entry.clock and entry.clock.start and entry.clock.start.second for entry in document.timeline)


def _place(at: datetime, rows: Sequence[TimelineEntry]) -> int:
    """The index behind all rows that are not later."""
    return next((n for n in range(len(rows), 0, -1) if _is_not_later(rows[n - 1], at)), 0)


def _time_cells(at: datetime, document: Document, *, is_rough: bool) -> Iterator[str]:
    """The forms in which a time can be written, the shortest that may do first."""
    clock = at.strftime("%H:%M:%S" if _has_seconds(document) and at.second else "%H:%M")
    if is_twice(at):
        clock += zone_text(at)
    dated = f"{at.date().isoformat()} {clock}"
    for time in (clock, dated) if _is_within(at, document) else (dated,):
        yield f"~{time}" if is_rough else time


def _unwritable(at: datetime) -> CannotEdit:
    return CannotEdit(f"a row for {at:%Y-%m-%d %H:%M} would be read as another time, or change the day of another row")


def _is_not_later(entry: TimelineEntry, at: datetime) -> bool:
    return entry.at is not None and entry.at.astimezone(UTC) <= at.astimezone(UTC)


def _is_within(at: datetime, document: Document) -> bool:
    """Within the minutes from the start to the end of the incident."""
    started, resolved = document.times["started"], document.times.get("resolved")
    return to_minute(started.at) <= at and (resolved is None or to_minute(at) <= resolved.at)


def _reads_back(document: Document, edits: tuple[Edit, ...], wanted: Sequence[TimelineEntry | datetime]) -> bool:
    """With these edits the rows are read as of these instants: the new one, and all others as they were."""
    text = apply_edits("\n".join(document.lines), edits)
    after = [_instant(entry.at) for entry in parse(text, format=document.format).timeline]
    return after == [_instant(each if isinstance(each, datetime) else each.at) for each in wanted]


def _instant(at: datetime | None) -> datetime | None:
    # Within a zone, the hour that comes twice compares as one.
    return at and at.astimezone(UTC)


def sort_rows(document: Document) -> tuple[Edit, ...]:
    """Sort the rows of the timeline by time; those of one instant keep their order.

    Raises CannotEdit if a row's time is rough, or if a row may be of another day.
    """
    rows = document.timeline
    if len(rows) < 2:
        return ()
    if not all(_is_exact(entry, document) for entry in rows):
        raise CannotEdit("a row of the timeline has a rough time, or none, or may be of another day")
    moved = [entry for _, _, entry in sorted((entry.at, number, entry) for number, entry in enumerate(rows))]
    read = put_on_days([entry.clock for entry in moved], document.times["started"].at, document.zone)
    if [each and each.at for each in read] != [entry.at for entry in moved]:
        raise CannotEdit("in this order a row of the timeline would be read as one of another day")
    return tuple(
        replace_text(Text(document.lines[old.time.line - 1], old.time.line), document.lines[new.time.line - 1])
        for old, new in zip(rows, moved, strict=True)
        if old is not new
    )


def _is_exact(entry: TimelineEntry, document: Document) -> bool:
    if entry.at is None or entry.clock is None or entry.is_day_only or entry.clock.approximate:
        return False
    return _is_within(entry.at, document) or entry.clock.day is not None


def has_certain_days(document: Document) -> bool:
    """Say whether each row says its day, or the incident was over before the clock showed its time again."""
    resolved = document.times.get("resolved")
    return all(
        (entry.clock is not None and entry.clock.day is not None)
        or (resolved is not None and entry.at is not None and entry.at + _A_DAY > resolved.at)
        for entry in document.timeline
    )
