"""Whatever a document looks like, an edit is made as it was meant, or there is a reason why not."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.edit import Edit, apply_edits
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.times import Moment, read_moment
from incident_docs.edits.actions_and_mitigations import add_action, add_mitigation, change_action, close_action
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.frontmatter_fields import set_field
from incident_docs.edits.header_edits import set_status
from incident_docs.edits.section_insertion import insert_section
from incident_docs.edits.table_editing import rewrite_cell
from incident_docs.edits.timeline_edits import add_timeline_row, sort_rows
from incident_docs.errors import CannotEdit
from incident_docs.format.definition import DEFAULT
from tests.edits.styles import HOSTILE
from tests.lint.test_laws import documents

ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.builds(
    Moment,
    st.datetimes(datetime(2, 1, 3), datetime(9998, 12, 30), timezones=st.just(UTC) | ZONES)  # noqa: DTZ001
    | st.datetimes(datetime(2026, 3, 3), datetime(2026, 3, 6), timezones=st.just(UTC)),  # noqa: DTZ001
    st.booleans(),
)
IDS = st.sampled_from([section.id for section in DEFAULT.sections])


def after(text: str, edits: Iterable[Edit]) -> Document:
    return parse(apply_edits(text, edits))


def events(document: Document) -> list[str]:
    return [entry.event.value for entry in document.timeline]


@settings(max_examples=60)
@given(documents(), MOMENTS, HOSTILE)
def test_a_timeline_row_is_added_once_or_not_at_all(text: str, moment: Moment, event: str) -> None:
    before = parse(text)
    with suppress(CannotEdit):
        document = after(text, add_timeline_row(before, moment, event))
        assert len(document.timeline) in (len(before.timeline) + 1, 1)
        [row] = [entry for entry in document.timeline if entry.event.value == cell_text(event)]
        assert row.at is not None
        assert abs(row.at - moment.at) < timedelta(minutes=1)
        if len(before.timeline) > 1:
            assert [each for each in events(document) if each != cell_text(event)] == events(before)
        assert document.frontmatter == before.frontmatter


@settings(max_examples=60)
@given(
    documents(),
    st.sampled_from(["title", "services", "resolved", "x-a", "severity"]),
    st.text() | st.lists(st.text(), max_size=3),
)
def test_a_field_is_set_alone_or_not_at_all(text: str, key: str, value: str | list[str]) -> None:
    before = parse(text)
    with suppress(CannotEdit):
        document = after(text, set_field(before, key, value))
        values = {name: field.plain for name, field in document.frontmatter.values.items()}
        assert values.pop(key) == value
        assert values == {name: field.plain for name, field in before.frontmatter.values.items() if name != key}
        assert document.lines[document.frontmatter.end :] == before.lines[before.frontmatter.end :]


@settings(max_examples=60)
@given(documents(), HOSTILE, HOSTILE)
def test_a_mitigation_and_an_action_are_the_last_rows_or_none(text: str, one: str, two: str) -> None:
    before = parse(text)
    with suppress(CannotEdit):
        document = after(text, add_mitigation(before, one, two))
        assert document.mitigations[-1].action.value == cell_text(one)
        assert document.mitigations[-1].result.value == cell_text(two)
        assert len(document.mitigations) in (len(before.mitigations) + 1, 1)
        assert len(document.timeline) == len(before.timeline)
    with suppress(CannotEdit):
        document = after(text, add_action(before, one, two, "2026-03-20", ticket="OPS-1"))
        item = document.actions[-1]
        assert (item.action.value, item.owner.value, item.due.value) == (cell_text(one), cell_text(two), "2026-03-20")
        assert item.ticket is not None
        assert item.ticket.value == "OPS-1"
        assert len(document.actions) in (len(before.actions) + 1, 1)


@settings(max_examples=60)
@given(documents(), st.integers(1, 3), st.sampled_from(["action", "owner", "due", "status", "ticket"]), HOSTILE)
def test_an_action_changes_in_one_column_or_not_at_all(text: str, row: int, column: str, new: str) -> None:
    before = parse(text)
    with suppress(CannotEdit):
        document = after(text, change_action(before, row, column, new))
        cell = getattr(document.actions[row - 1], column)
        assert cell.value == cell_text(new)
        assert len(document.actions) == len(before.actions)
        for old, item in zip(before.actions, document.actions, strict=True):
            for name in {"action", "owner", "due"} - ({column} if item.row == row else set()):
                assert getattr(item, name).value == getattr(old, name).value
    with suppress(CannotEdit):
        document = after(text, close_action(before, row))
        assert document.actions[row - 1].status is not None
        assert document.actions[row - 1].status.value == "done"


@settings(max_examples=60)
@given(documents(), st.sampled_from(list(DEFAULT.statuses)), st.none() | MOMENTS, IDS)
def test_a_status_and_a_section_are_there_afterwards_or_there_is_a_reason(
    text: str, status: object, resolved: Moment | None, id: str
) -> None:
    before = parse(text)
    with suppress(CannotEdit):
        document = after(text, set_status(before, status.id, {"resolved": resolved}))  # type: ignore[attr-defined]
        assert document.status is status
        assert document.times.get("resolved") == (resolved and read_moment(str(resolved)))
        assert len(document.sections) == len(before.sections)
    with suppress(CannotEdit):
        document = after(text, insert_section(before, id, "Words that were given."))
        assert document.section(id) is not None
        assert len(document.sections) == len(before.sections) + 1


@settings(max_examples=60)
@given(documents(), st.data(), HOSTILE)
def test_rows_are_sorted_and_cells_written_or_not_at_all(text: str, data: st.DataObject, new: str) -> None:
    before = parse(text)
    with suppress(CannotEdit):
        document = after(text, sort_rows(before))
        assert sorted(events(document)) == sorted(events(before))
        times = [entry.at for entry in document.timeline if entry.at]
        assert times == sorted(times)
        assert sort_rows(document) == ()
    if before.timeline:
        number = data.draw(st.integers(0, len(before.timeline) - 1))
        with suppress(CannotEdit):
            document = after(text, rewrite_cell(before, before.timeline[number].event, new))
            assert events(document) == [*events(before)[:number], cell_text(new), *events(before)[number + 1 :]]
