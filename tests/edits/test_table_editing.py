"""Cells, rows and columns are written, and every other cell stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.edit import apply_edits
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.table_editing import add_row, rewrite_cell, write_column
from incident_docs.errors import CannotEdit
from tests.edits.styles import HOSTILE, documents, edited
from tests.examples import running


def timeline(*rows: str, head: str = "| Time | Event |\n|--|--|") -> str:
    return running("\n".join(["#### Timeline", head, *rows, ""]))


@pytest.mark.parametrize(
    ("row", "event", "new"),
    [
        ("| 09:50 | it broke |", "x", "| 09:50 | x |"),
        ("|09:50|it broke|", "x\\", "|09:50|x\\ |"),
        ("| 09:50 ||", "x", "| 09:50 |x|"),
        ("| 09:50 |  |", "x", "| 09:50 | x |"),
        ("09:50 | it broke", "a|b", "09:50 | a\\|b"),
        ("| 09:50 | it broke |", "it broke", "| 09:50 | it broke |"),
    ],
)
def test_a_cell_is_written_in_its_place(row: str, event: str, new: str) -> None:
    text = timeline(row)
    after = edited(text, lambda document: rewrite_cell(document, document.timeline[0].event, event))
    assert after == timeline(new)


def test_pipes_that_stand_in_line_still_do() -> None:
    head = "| Time  | Event    |\n|-------|----------|"
    after = edited(timeline("| 09:50 | it broke |", head=head), lambda d: rewrite_cell(d, d.timeline[0].event, "x"))
    assert after == timeline("| 09:50 | x        |", head=head)


def test_a_cell_that_is_none_is_refused() -> None:
    document = parse(timeline("| 09:50 | it broke |", "| 10:00 "))
    for cell in (Text("it broke", 1), document.timeline[0].event._replace(column=2), document.timeline[1].event):
        with pytest.raises(CannotEdit) as refused:
            rewrite_cell(document, cell, "x")
        assert str(refused.value) == f"line {cell.line} has no such cell"


def test_a_cell_that_would_swallow_another_is_refused() -> None:
    document = parse(timeline("| 09:50 ` | it ` broke |"), path="x")
    document = parse(timeline("| 09:50 | a ` b | c |", head="| Time | Event | Mine |\n|--|--|--|"))
    place = document.sections_by_id["timeline"].table
    assert place is not None
    with pytest.raises(CannotEdit) as refused:
        rewrite_cell(document, place.rows[0][2], "`c`")
    assert (
        str(refused.value) == f"the cells of line {place.rows[0][0].line} would be read differently; write it by hand"
    )


def test_a_column_that_is_not_there_is_added_in_each_row() -> None:
    head, dashes = "Action | Owner | Due", "--|--|--"
    rows = ["| a | @ana | 2026-03-04 |", "b | @bo | 2026-03-05", "| c |", "d \\| e | @cy |"]
    text = running("#### Timeline\n") + "\n".join(["#### Action items", head, dashes, *rows, ""])
    after = edited(text, lambda document: write_column(document, "action-items", 1, "status", "done | dusted"))
    expected = [
        "Action | Owner | Due | Status |",
        "--|--|-- |--------|",
        "| a | @ana | 2026-03-04 |  |",
        "b | @bo | 2026-03-05 | done \\| dusted |",
        "| c |  |  |  |",
        "d \\| e | @cy |  |  |",
    ]
    assert after == text.replace("\n".join([head, dashes, *rows]), "\n".join(expected))
    statuses = [item.status.value if item.status else None for item in parse(after).actions]
    assert statuses == ["", "done \\| dusted", "", ""]
    short = edited(text, lambda document: write_column(document, "action-items", 2, "due", "2026-03-06"))
    assert short == text.replace("| c |", "| c |  | 2026-03-06 |")


def test_a_table_with_a_row_that_is_too_long_gets_no_column() -> None:
    text = f"{running('#### Timeline')}#### Action items\n| Action | Owner | Due |\n|--|--|--|\n| a | b | c | d |\n"
    with pytest.raises(CannotEdit) as refused:
        write_column(parse(text), "action-items", 0, "status", "done")
    line = text.count("\n")
    assert str(refused.value) == f"line {line} has more cells than the table has columns"


def test_a_row_that_is_not_there_is_no_place() -> None:
    for text in (timeline("| 09:50 | it broke |"), running("#### Timeline\n")):
        with pytest.raises(CannotEdit) as refused:
            write_column(parse(text), "timeline", 1, "event", "x")
        assert str(refused.value) == "Timeline has no row 2"


@given(documents(), HOSTILE, st.data())
def test_a_cell_reads_back_whatever_is_written(text: str, new: str, data: st.DataObject) -> None:
    before = parse(text)
    number = data.draw(st.integers(0, len(before.timeline) - 1))
    after = parse(edited(text, lambda document: rewrite_cell(document, document.timeline[number].event, new)))
    events = [entry.event.value for entry in before.timeline]
    events[number] = cell_text(new)
    assert [entry.event.value for entry in after.timeline] == events
    assert [entry.time.value for entry in after.timeline] == [entry.time.value for entry in before.timeline]
    again = rewrite_cell(after, after.timeline[number].event, after.timeline[number].event.value)
    assert not again or "\\" in new or "|" in new


@given(documents(), st.lists(HOSTILE, min_size=2, max_size=2))
def test_rows_of_any_texts_come_last_and_break_nothing(text: str, texts: list[str]) -> None:
    before = parse(text)
    if before.section("mitigation") is None:
        return
    values = dict(zip(("action", "result"), texts, strict=True))
    after = parse(apply_edits(text, add_row(before, "mitigation", values)))
    rows = [(each.action.value, each.result.value) for each in after.mitigations]
    written = [(each.action.value, each.result.value) for each in before.mitigations]
    assert rows == [*written, (cell_text(texts[0]), cell_text(texts[1]))]
    assert [section.heading.value for section in after.sections] == [each.heading.value for each in before.sections]
