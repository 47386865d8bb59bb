import pytest

from incident_docs.document.parse import parse
from incident_docs.format.fields import FieldKind
from incident_docs.format.samples import sample_field
from incident_docs.rules import frontmatter_required, frontmatter_type, frontmatter_unknown_key
from tests.examples import PATH
from tests.rules.support import configured

OWN = configured("""
[fields.team]
type = "choice"
values = ["payments", "search", "7"]
[fields.cost]
type = "number"
[fields.paged]
type = "boolean"
required = "active"
[fields.review]
type = "date"
[fields.noticed]
type = "time"
[fields.note]
type = "text"
""")


def wrong(front: str) -> list[tuple[str, str]]:
    """What `frontmatter-type` points at in this frontmatter, and what it says."""
    document = parse(f"---\n{front}\n---\n", PATH, OWN)
    return [
        (document.lines[found.line - 1][found.column - 1 : (found.end_column or 1_000) - 1], found.message)
        for found in frontmatter_type.check(document)
    ]


@pytest.mark.parametrize(
    ("front", "points_at", "message"),
    [
        ("title: 404", "404", "title is 404, which is read as a number; put it in quotes"),
        ("title: yes", "yes", "title is yes, which is read as true or false; put it in quotes"),
        ("title: [a]", "[a]", "title is a list; write one text"),
        ("title: {a: b}", "{a: b}", "title is a mapping; write one text"),
        ("title: |\n  a\n  b", "|", "title runs over several lines; write it on one"),
        ("severity: 1", "1", "there is no severity 1; did you mean P1?"),
        ("severity: p2", "p2", "there is no severity p2; did you mean P2?"),
        ("severity: P9", "P9", "there is no severity P9; there are P1, P2, P3 and P4"),
        ("severity: [P1]", "[P1]", "severity is a list; write one text"),
        ("severity: 'P1 '", "'P1 '", "there is no severity 'P1 '; did you mean P1?"),
        ("severity: |\n  P1", "|", "there is no severity P1; did you mean P1?"),
        ("team: 7", "7", "team is 7, which is read as a number; put it in quotes"),
        ("strategy: [null]", "null", "strategy is empty; write a text, or remove it"),
        ("timezone: ' UTC'", "' UTC'", "there is no time zone ' UTC'; did you mean UTC?"),
        (
            "started: '2026-03-04T14:02:00Z '",
            "'2026-03-04T14:02:00Z '",
            "started is '2026-03-04T14:02:00Z '; write a date and time with an offset, as in started: 2026-03-04T14:02:00Z",
        ),
        ("status: Resolved", "Resolved", "there is no status Resolved; did you mean resolved?"),
        ("status: done", "done", "there is no status done; there are active, mitigating and resolved"),
        ("status: on", "on", "there is no status on; there are active, mitigating and resolved"),
        ("strategy: rollback", "rollback", "strategy is rollback; write a list: strategy: [rollback]"),
        ("strategy: [Rollback]", "Rollback", "there is no strategy Rollback; did you mean rollback?"),
        ("strategy: ['']", "''", "strategy is empty; write a text, or remove it"),
        ("timezone: 3", "3", "timezone is 3, which is read as a number; put it in quotes"),
        ("timezone: PST", "PST", "there is no time zone PST; write an IANA name such as Europe/Berlin"),
        ("services: a, b", "a, b", "services is a, b; write a list: services: [a, b]"),
        ("services: 3", "3", "services is 3; write a list: services: [3]"),
        ("services: {a: b}", "{a: b}", "services is a mapping; write a list, as in services: [checkout]"),
        ("services: |\n  a\n  b", "|", "services is a text; write a list, as in services: [checkout]"),
        ("tags: [a, 3]", "3", "an item of tags is 3, which is read as a number; put it in quotes"),
        ("tags: [a, '']", "''", "an item of tags is empty; write a text, or remove it"),
        ("tags: [a, null]", "null", "an item of tags is empty; write a text, or remove it"),
        ("related: [[a]]", "[a]", "an item of related is a list; write one text"),
        ("commander: ''", "commander", "commander is empty; write it as in commander: Ana, or remove it"),
        ("team: serch", "serch", "there is no team serch; did you mean search?"),
        ("cost: much", "much", "cost is much; write a number, as in cost: 3"),
        ("cost: true", "true", "cost is true; write a number, as in cost: 3"),
        ("paged: 'yes'", "'yes'", "paged is yes; write true or false"),
        ("review: soon", "soon", "review is soon; write a date, as in review: 2026-03-04"),
        ("review: March 3, 2026", "March 3, 2026", "review is March 3, 2026; write 2026-03-03"),
        ("review: 3", "3", "review is 3; write a date, as in review: 2026-03-04"),
    ],
)
def test_a_value_of_another_type_or_table_is_shown_what_to_write(front: str, points_at: str, message: str) -> None:
    assert wrong(front) == [(points_at, message)]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2026-03-04", "2026-03-04 has no time of day; write one with an offset, as in 2026-03-04T14:02:00Z"),
        ("March 4, 2026", "March 4, 2026 has no time of day; write one with an offset, as in 2026-03-04T14:02:00Z"),
        ("2026-03-04 14:02", "2026-03-04 14:02 has no offset; write 2026-03-04T14:02:00Z"),
        ("2026-03-04 14:02 UTC", "2026-03-04 14:02 UTC is not in the form of RFC 3339; write 2026-03-04T14:02:00Z"),
        ("2026-02-30T14:02:00Z", "is 2026-02-30T14:02:00Z, a day or time that there is not; correct it"),
        ("at noon", "is at noon; write a date and time with an offset, as in started: 2026-03-04T14:02:00Z"),
        ("3", "is 3; write a date and time with an offset, as in started: 2026-03-04T14:02:00Z"),
        ("[x]", "is [x]; write a date and time with an offset, as in started: 2026-03-04T14:02:00Z"),
        ("not published", "is not published; write a time, with ~ before it if it is known only roughly"),
    ],
)
def test_a_time_is_shown_in_its_form_where_it_can_be_read(written: str, message: str) -> None:
    assert wrong(f"started: {written}") == [(written, f"started {message}")]


def test_a_time_that_is_not_published_needs_sources_and_bad_sources_are_one_finding() -> None:
    front = "detected: not published\nnoticed: not published\n"
    needs = "detected is not published, which is for documents with sources; write the time, or remove it"
    other = "noticed is not published; write a time, with ~ before it if it is known only roughly"
    assert [message for _, message in wrong(front)] == [needs, other]
    assert [message for _, message in wrong(f"{front}sources: [https://a.example]")] == [other]
    listed = "sources is https://a.example; write a list: sources: [https://a.example]"
    assert [message for _, message in wrong(f"{front}sources: https://a.example")] == [other, listed]


@pytest.mark.parametrize(
    ("source", "points_at", "message"),
    [
        ("ftp://a.example", "ftp://a.example", "ftp://a.example is no link; write a URL that begins with https://"),
        ("https://", "https://", "https:// is no link; write a URL that begins with https://"),
        ("3", "3", "an item of sources is 3, which is read as a number; put it in quotes"),
        ("{title: a}", "{title: a}", "this source has no url; write url: https://..."),
        ("{url: a}", "a", "a is no link; write a URL that begins with https://"),
        (
            "{url: https://a.example, title: 3}",
            "3",
            "title is 3, which is read as a number; put it in quotes",
        ),
        (
            "{url: https://a.example, titel: a}",
            "a",
            "a source has no titel; did you mean title?",
        ),
    ],
)
def test_a_source_is_a_link(source: str, points_at: str, message: str) -> None:
    assert wrong(f"sources: [{source}]") == [(points_at, message)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("draft", [("draft", "postmortem is a text; write a mapping, as in postmortem: {status: draft}")]),
        ("later", [("later", "postmortem is a text; write a mapping, as in postmortem: {status: draft}")]),
        ("in review", [("in review", "postmortem is a text; write a mapping, as in postmortem: {status: in review}")]),
        (
            "{owner: ana}",
            [("{owner: ana}", "postmortem has no status; write one, as in postmortem: {status: draft}")],
        ),
        (
            "{status: Draft, owner: 3, due: next week, ower: x}",
            [
                ("x", "postmortem has no ower; did you mean owner?"),
                ("Draft", "there is no status Draft; did you mean draft?"),
                ("3", "owner is 3, which is read as a number; put it in quotes"),
                ("next week", "due is next week; write a date, as in due: 2026-03-04"),
            ],
        ),
        (
            "{status: not required, reason: '', due: 3}",
            [
                ("not required", "not required needs a reason; write {status: not required, reason: ...}"),
                ("3", "due is 3; write a date, as in due: 2026-03-04"),
            ],
        ),
        ("{status: not required, reason: nobody noticed}", []),
        ("{status: draft, reason: ''}", [("''", "reason is empty; write a text, or remove it")]),
    ],
)
def test_the_postmortem_is_a_mapping_of_known_parts(written: str, found: list[tuple[str, str]]) -> None:
    assert wrong(f"postmortem: {written}") == found


def test_sound_values_of_every_kind_are_fine() -> None:
    format = OWN
    assert {field.kind for field in format.fields} == set(FieldKind)
    lines = [sample_field(field, format) for field in format.fields]
    assert wrong("\n".join(lines)) == []
    document = parse("\n".join(["---", *lines, "---", ""]), PATH, format)
    assert [*frontmatter_required.check(document), *frontmatter_unknown_key.check(document)] == []
