"""Text becomes a Document with the place of every part; bad text becomes a poorer one, never an exception."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from incident_docs.document.lines import bare_lines
from incident_docs.document.model import Document, Heading, Mitigation, RowKind, Source, TimelineEntry
from incident_docs.document.outline import read_blocks
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.document.times import Clock, Moment, time
from incident_docs.format.configuration import read_configuration
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import Stage
from tests.examples import BASE

BASE_LINES = BASE.split("\n")


def line_of(text: str) -> int:
    return BASE_LINES.index(text) + 1


def shape(document: Document) -> list[tuple[str | None, str, int, Half]]:
    return [
        (section.known.id if section.known else None, section.heading.value, section.level, section.half)
        for section in document.sections
    ]


def body(text: str) -> Document:
    return parse(f"---\ntitle: x\n---\n{text}")


def test_a_sound_document_is_read_whole() -> None:
    document = parse(BASE, "postmortems/2026-03-04-checkout-errors.md")
    assert document.id == "2026-03-04-checkout-errors"
    assert document.title == "Checkout returned errors for one customer in five"
    assert (document.severity, document.status) == (document.format.severities[0], document.format.statuses[2])
    assert document.stage is Stage.RESOLVED
    assert document.is_resolved
    assert not document.is_reconstructed
    assert document.times["started"] == Moment(datetime(2026, 3, 4, 9, 50, tzinfo=UTC))
    assert document.duration == timedelta(hours=1, minutes=8)
    assert document.time_to("detected") == timedelta(minutes=6)
    assert document.texts("services") == ("checkout",)
    assert document.impact == "One customer in five could not pay for 68 minutes; 1,900 orders were lost."
    assert document.header.severity == Heading(Text("Severity: P1", 16, 6), Text("P1", 16, 16), 4)
    assert document.header.duration == Text("2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)", 18, 15)
    assert [section.known.id for section in document.sections if section.known] == [
        "timeline", "root-cause", "mitigation", "current-status", "verification",
        "what-happened", "postmortem-root-cause", "went-well", "could-improve", "action-items",
    ]  # fmt: skip
    assert document.halves == (Text("Postmortem (after resolution)", 50, 5),)


def test_rows_have_their_cells_and_their_instants() -> None:
    document = parse(BASE)
    first = line_of("| 09:50 | Release 4.12 of checkout reaches every region |")
    assert document.timeline[0] == TimelineEntry(
        Text("09:50", first, 3),
        Text("Release 4.12 of checkout reaches every region", first, 11),
        Clock(time(9, 50)),
        datetime(2026, 3, 4, 9, 50, tzinfo=UTC),
        None,
        RowKind.OBSERVATION,
        "Release 4.12 of checkout reaches every region",
    )
    assert not document.timeline[0].is_day_only
    assert document.timeline[0].latest == document.timeline[0].at
    row = line_of("| Rolled checkout back to 4.11 | Errors stopped within two minutes |")
    assert document.mitigations == (
        Mitigation(Text("Rolled checkout back to 4.11", row, 3), Text("Errors stopped within two minutes", row, 34)),
    )
    assert [(item.row, item.owner.value, item.due_on, item.status) for item in document.actions] == [
        (1, "@ana", date(2026, 3, 20), None),
        (2, "@bo", date(2026, 3, 13), None),
    ]


def test_a_heading_in_a_fence_is_no_section_and_a_pipe_in_code_is_no_cell() -> None:
    document = body("```\n#### Timeline\n```\n\n#### Timeline\n| Time | Event |\n|--|--|\n| 10:00 | ran `a | b` |\n")
    assert shape(document) == [("timeline", "Timeline", 4, Half.RESPONSE)]
    assert [entry.event.value for entry in document.timeline] == ["ran `a | b`"]


def test_a_rule_right_under_a_table_ends_it() -> None:
    document = body("#### Timeline\n| Time | Event |\n|--|--|\n| 10:00 | a |\n---\n")
    assert [entry.event.value for entry in document.timeline] == ["a"]


def test_a_row_with_few_cells_is_filled_up_and_columns_may_change_places() -> None:
    document = body("#### Mitigation Applied\n| Result | Other | **Action** |\n|--|--|--|\n| done |\n")
    assert document.mitigations == (Mitigation(Text("", 7, 7), Text("done", 7, 3)),)


def test_without_a_required_column_there_are_no_rows() -> None:
    assert body("#### Timeline\n| When | Event |\n|--|--|\n| 10:00 | a |\n").timeline == ()
    assert body("#### Timeline\nnothing yet\n").timeline == ()
    assert body("nothing\n").timeline == ()


def test_the_two_root_causes_are_told_apart_by_their_half() -> None:
    document = body("#### Root Cause\na\n\n### Postmortem\n#### Root cause\nb\n")
    assert [section.known.id for section in document.sections if section.known] == [
        "root-cause",
        "postmortem-root-cause",
    ]


def test_a_section_in_the_wrong_half_or_at_the_wrong_level_is_known_all_the_same() -> None:
    document = body("## Timeline\n\n##### What went well\nx\n")
    assert shape(document) == [
        ("timeline", "Timeline", 2, Half.RESPONSE),
        ("went-well", "What went well", 5, Half.RESPONSE),
    ]


def test_a_nearly_right_heading_is_read_as_what_it_probably_is() -> None:
    document = body("#### Time line\n\n#### Root cause analysis\n\n#### Somewhere else\n\n#### Timelines\n")
    assert shape(document) == [
        ("timeline", "Time line", 4, Half.RESPONSE),
        ("root-cause", "Root cause analysis", 4, Half.RESPONSE),
        (None, "Somewhere else", 4, Half.RESPONSE),
        (None, "Timelines", 4, Half.RESPONSE),
    ]


def test_a_deep_heading_that_shares_its_words_with_a_section_stays_inside() -> None:
    document = body(
        "### Postmortem (after resolution)\n#### What happened\n##### Root cause\na\n\n#### Root cause\nb\n"
    )
    assert shape(document) == [
        ("what-happened", "What happened", 4, Half.POSTMORTEM),
        ("postmortem-root-cause", "Root cause", 4, Half.POSTMORTEM),
    ]
    assert [block.kind for block in document.sections[0].blocks] == ["heading", "paragraph"]


def test_an_impact_may_run_over_lines_and_ends_at_the_next_label() -> None:
    document = body("#### Severity: P1\n**Impact:** one\n  two\n**Duration**: long\n")
    assert document.impact == "one two"
    assert document.header.impact == Text("one", 5, 13)
    assert document.header.duration == Text("long", 7, 15)
    assert body("#### Severity: P1\n- **Impact**: x\n").impact == ""


def test_sources_are_links_with_or_without_a_title() -> None:
    listed = "sources:\n  - https://a.example\n  - {title: A, url: https://b.example}\n  - {title: none}\n  - 3\n  - {url: https://c.example}\n"
    document = parse(f"---\n{listed}---\n")
    assert document.sources == (
        Source("https://a.example", "https://a.example"),
        Source("A", "https://b.example"),
        Source("https://c.example", "https://c.example"),
    )
    assert document.is_unpublished("Not published")
    assert parse("---\nsources: https://a.example\n---\n").sources == ()
    assert not parse(BASE).is_unpublished("not published")


def test_what_is_missing_is_none_or_empty() -> None:
    document = parse("")
    assert (document.id, document.title, document.severity, document.status) == ("", "", None, None)
    assert (document.times, document.duration, document.section("timeline")) == ({}, None, None)
    assert (document.texts("services"), document.text("title"), document.value("title")) == ((), "", None)
    assert document.stage is Stage.ACTIVE
    assert (
        parse("---\nservices: one\nstarted: 2026-03-04T10:00:00Z\nresolved: 2026-03-04T09:00:00Z\n---\n").duration
        is None
    )
    assert parse("---\nservices: one\n---\n").texts("services") == ("one",)


PIECES = st.sampled_from(
    [
        *BASE_LINES,
        "---",
        "\ufeff---",
        "```",
        "> #### Timeline",
        "| a |",
        "|--|",
        "| `x | y` | \\| |",
        "\t\t- x",
        "\r",
        "\x0c",
        "\u2028",
    ]
)


@given(st.lists(PIECES, max_size=30).map("\n".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_place_lies_in_the_file(text: str) -> None:
    document = parse(text)
    for section in document.sections:
        assert 1 <= section.heading.line <= section.last <= len(document.lines)
    for entry in document.timeline:
        for cell in (entry.time, entry.event):
            assert document.lines[cell.line - 1][cell.column - 1 : cell.end_column - 1] == cell.value


@given(
    st.lists(
        PIECES
        | st.sampled_from(
            [
                "word",
                "| x |",
                "<!--",
                "-->",
                "<div>",
                "</div>",
                "- item",
                "* other",
                "- ",
                "- ```",
                "- <b>",
                "1. one",
                "    code",
                "> quote",
            ]
        ),
        max_size=25,
    )
)
def test_blocks_are_those_that_the_whole_parser_finds(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    ended = "".join(f"{line}\n" for line in bare_lines(text))
    whole = MarkdownIt("commonmark").disable(["lheading", "reference"]).parse(ended)
    expected = [
        (token.type.removesuffix("_open"), token.map[0] + 1, token.map[1])
        for token in whole
        if token.level == 0 and token.nesting >= 0 and token.map
    ]
    assert [block[:3] for block in read_blocks(bare_lines(text), 0)] == expected


@pytest.mark.parametrize(
    ("event", "kind", "words"),
    [
        ("? The pool is too small", RowKind.HYPOTHESIS, "The pool is too small"),
        ("!  Restarted the pods", RowKind.ACTION, "Restarted the pods"),
        ("?", RowKind.OBSERVATION, "?"),
        ("?Why", RowKind.OBSERVATION, "?Why"),
        ("Why ?", RowKind.OBSERVATION, "Why ?"),
    ],
)
def test_the_mark_of_an_event_tells_what_kind_of_row_it_is(event: str, kind: RowKind, words: str) -> None:
    text = BASE.replace("Release 4.12 of checkout reaches every region", event)
    assert [(row.kind, row.words) for row in parse(text).timeline[:1]] == [(kind, words)]


def test_the_marks_are_an_organisation_s() -> None:
    format = read_configuration('[labels]\nhypothesis-mark = "H:"\n', "").format
    [row, *_] = parse(BASE.replace("Release 4.12 of", "H: Release 4.12 of"), format=format).timeline
    assert row.kind is RowKind.HYPOTHESIS


BERLIN = BASE.replace("2026-03-04T09:50:00Z", "2026-10-25T00:10:00Z").replace(
    "services:", "timezone: Europe/Berlin\nservices:"
)


@pytest.mark.parametrize(
    ("time", "at"),
    [
        ("02:20", "2026-10-25T02:20:00+02:00"),
        ("02:20 CEST", "2026-10-25T02:20:00+02:00"),
        ("02:20 CET", "2026-10-25T02:20:00+01:00"),
        ("02:20+01:00", "2026-10-25T02:20:00+01:00"),
        ("2026-10-25 02:20-02:40 CET", "2026-10-25T02:20:00+01:00"),
        ("02:20 PST", None),
        # Outside of that hour, a row names no zone.
        ("03:20 CET", None),
    ],
)
def test_a_row_of_the_hour_that_comes_twice_may_name_its_zone(time: str, at: str | None) -> None:
    row = parse(BERLIN.replace("| 09:50 |", f"| {time} |")).timeline[0]
    assert (row.at and row.at.isoformat()) == at
    assert (row.clock is None) == (at is None)


def test_the_second_time_of_that_hour_is_later_than_the_first() -> None:
    text = BERLIN.replace("| 09:50 |", "| 02:50 | Before |\n| 02:20 CET |")
    first, second = parse(text).timeline[:2]
    assert first.at is not None
    assert second.at is not None
    assert second.at - first.at == timedelta(minutes=30)
