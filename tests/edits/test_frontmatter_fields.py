"""A field gets its value, in the form that it had, and nothing else changes."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.edit import apply_edits
from incident_docs.document.parse import parse
from incident_docs.document.times import Moment
from incident_docs.edits.frontmatter_fields import set_field, set_fields
from incident_docs.edits.frontmatter_values import FieldValue
from incident_docs.errors import CannotEdit
from tests.edits.styles import HOSTILE, added_and_removed, documents, edited
from tests.examples import BASE

AT = Moment(datetime(2026, 3, 4, 10, 20, tzinfo=UTC))
BY_HAND = "the frontmatter is written in a way in which {} cannot be set alone; write it by hand"


def front(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "#### Notes", ""])


def after(key: str, value: FieldValue | None, *lines: str) -> list[str]:
    """The lines of the frontmatter once the field has the value."""
    text = edited(front(*lines), lambda document: set_field(document, key, value))
    return text.removeprefix("---\n").removesuffix("\n---\n\n#### Notes\n").split("\n")


@pytest.mark.parametrize(
    ("before", "value", "written"),
    [
        ("x: a", "b", "x: b"),
        ("x:   a   # why", "b", "x:   b   # why"),
        ("x: 'a' # why", "it's", "x: 'it''s' # why"),
        ("x: 'a'", "b\x07", r'x: "b\u0007"'),
        ('x: "a"', 'say "b"', r'x: "say \"b\""'),
        ("x: a", "b: c # d", 'x: "b: c # d"'),
        ("x: a", "two\nlines\x85\u2028", r'x: "two\nlines\u0085\u2028"'),
        ("x: a", "yes", 'x: "yes"'),
        ("x: a", "", 'x: ""'),
        ("x: 1", 2.5, "x: 2.5"),
        ("x: 'a'", True, "x: true"),
        ("x: a", False, "x: false"),
        ("x: '2026-03-04'", date(2026, 3, 5), "x: '2026-03-05'"),
        ("x: a", AT, "x: 2026-03-04T10:20:00Z"),
        ("x: a", AT._replace(approximate=True), "x: ~2026-03-04T10:20:00Z"),
        ("x:", "b", "x: b"),
        ("x:   # to be filled", "b", "x: b   # to be filled"),
        ("x: ~", "b", "x: b"),
        ("'x': a", "b", "'x': b"),
        ("x: [a]  # why", "b", "x: b  # why"),
        ("x: a", ["b", "c, d"], 'x: [b, "c, d"]'),
        ("x: [ a, 'b' ]", ["a", "b", "c"], "x: [ a, 'b', c ]"),
        ("x: [a, 'b']", ["b", "new: one"], "x: ['b', \"new: one\"]"),
        ("x: []", ["a"], "x: [a]"),
        ("x: [a]", [], "x: []"),
    ],
)
def test_a_value_is_written_in_the_form_of_the_one_before(before: str, value: FieldValue, written: str) -> None:
    assert after("x", value, before, "y: 1") == [written, "y: 1"]


def test_a_list_of_lines_stays_one_and_items_keep_their_comments() -> None:
    lines = ["services:", "  # the shop", "  - 'a'  # first", "  - b", "", "# below", "tags: [x]"]
    assert after("services", ["a", "b", "c: d"], *lines) == [*lines[:4], '  - "c: d"', *lines[4:]]
    assert after("services", ["b"], *lines) == [*lines[:2], "  - b", *lines[4:]]
    assert after("services", "b", *lines[:1], *lines[2:]) == ["services:", "  b", "", "# below", "tags: [x]"]


def test_a_text_over_several_lines_becomes_one() -> None:
    assert after("title", "short", "title: |", "  long", "  and longer", "x: 1") == ["title: short", "x: 1"]
    assert after("title", "short", "title: long", "  and longer", "# why", "x: 1") == ["title: short", "# why", "x: 1"]


def test_a_new_field_comes_in_the_order_of_the_format() -> None:
    lines = ["title: a", "started: 2026-03-04T10:00:00Z", "services: [a]", "x-team: b", "x-other: c"]
    assert after("severity", "P1", *lines) == [lines[0], "severity: P1", *lines[1:]]
    assert after("resolved", AT, *lines) == [*lines[:2], "resolved: 2026-03-04T10:20:00Z", *lines[2:]]
    assert after("x-new", "d", *lines) == [*lines, "x-new: d"]
    assert after("title", "a", *lines[2:]) == ["title: a", *lines[2:]]
    assert after("title", "a", "  services: [a]") == ["  title: a", "  services: [a]"]
    assert edited("---\n---\n", lambda document: set_field(document, "title", "a")) == "---\ntitle: a\n---\n"


def test_fields_that_come_together_come_in_order_too() -> None:
    values = {"resolved": AT, "mitigated": AT, "title": "b"}
    text = edited(front("title: a", "tags: [c]"), lambda document: set_fields(document, values))
    assert text == front("title: b", "mitigated: 2026-03-04T10:20:00Z", "resolved: 2026-03-04T10:20:00Z", "tags: [c]")


def test_a_field_is_taken_out_with_all_of_its_lines() -> None:
    lines = ["title: a", "services:", "  - a", "", "# below", "tags: [x]"]
    assert after("services", None, *lines) == [lines[0], *lines[3:]]
    assert after("resolved", None, *lines) == lines


def test_the_same_instant_stays_as_it_is_written() -> None:
    lines = ["resolved: '2026-03-04 11:20:00+01:00'  # by the clock"]
    assert after("resolved", AT, *lines) == lines


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# Notes\n", "there is no frontmatter; the first line must be ---"),
        (front("title: a", "title: b"), "title stands twice in the frontmatter"),
        (front("{severity: P1}"), BY_HAND.format("title")),
        (
            front("severity: &one P1", "title: *one"),
            "title is written in a way in which it cannot be set; write it by hand",
        ),
        (front("title: &one P1", "severity: *one"), "title shares its value with another field; write it by hand"),
        (front("title: [", "  a,", "  b", "]"), "title is a list over several lines; write it by hand"),
        (front("? title"), "title is written in a way in which it cannot be set; write it by hand"),
    ],
)
def test_what_cannot_be_set_alone_is_left_with_a_reason(text: str, reason: str) -> None:
    value = ["c"] if "[" in text else "c"
    with pytest.raises(CannotEdit) as refused:
        set_field(parse(text), "title", value)
    assert str(refused.value) == reason


def test_a_value_that_yaml_cannot_hold_is_refused() -> None:
    with pytest.raises(CannotEdit):
        set_field(parse(BASE), "x-rate", float("inf"))


VALUES = (
    HOSTILE.map(lambda text: text.replace("\ud800", ""))
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3)
    | st.booleans()
    | st.integers()
    | st.dates()
    | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
        lambda at: Moment(at.replace(microsecond=0))
    )
)


@given(documents(), st.sampled_from(["title", "services", "tags", "commander", "x-own", "mitigated"]), VALUES)
def test_a_field_reads_back_as_its_value_and_setting_it_again_changes_nothing(
    text: str, key: str, value: FieldValue
) -> None:
    before = parse(text)
    result = edited(text, lambda document: set_field(document, key, value))
    document = parse(result)
    plain = str(value) if isinstance(value, (Moment, date)) else value
    read = document.frontmatter.values[key].plain
    assert read == plain or document.times.get(key) == value
    others = {name: field.plain for name, field in before.frontmatter.values.items() if name != key}
    assert {name: field.plain for name, field in document.frontmatter.values.items() if name != key} == others
    assert document.lines[document.frontmatter.end :] == before.lines[before.frontmatter.end :]
    assert apply_edits(result, set_field(document, key, value)) == result
    added, removed = added_and_removed(text, result)
    comments = [line for line in removed if line.startswith("#")]
    assert [line for line in added if line.startswith("#")] == comments
