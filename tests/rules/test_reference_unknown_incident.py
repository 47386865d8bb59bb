import pytest

from incident_docs.document.finding import Finding
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.parse import parse
from incident_docs.reading.references import read_mentions
from incident_docs.rules import reference_unknown_incident
from tests.examples import PATH
from tests.rules.support import KNOWN, SEARCH, fixed, mentions, story

ELSEWHERE = KnownFiles(
    {SEARCH: (f"postmortems/old ones/{SEARCH}.md",), "2026-03-04-checkout-errors": (PATH,)},
    {PATH, f"postmortems/old ones/{SEARCH}.md"}.__contains__,
)


def unknown(body: str, keys: str = "", tree: KnownFiles = KNOWN) -> list[str]:
    return [finding.message for finding in reference_unknown_incident.check(mentions(body, keys), tree)]


def unknown_in(text: str) -> list[Finding]:
    return list(reference_unknown_incident.check(read_mentions(parse(text, PATH), PATH), ELSEWHERE))


def test_ids_in_related_are_known_or_the_nearest_is_offered() -> None:
    front = f'related:\n  - {SEARCH}\n  - "2026-01-12-serch-outage"\n  - 2025-01-12-search-outage\n  - search-outage\n  - x\n'
    assert unknown("", front) == [
        f"there is no incident 2026-01-12-serch-outage; did you mean {SEARCH}?",
        f"there is no incident 2025-01-12-search-outage; did you mean {SEARCH}?",
        f"there is no incident search-outage; did you mean {SEARCH}?",
        "there is no incident x; name one that is there, or take it out",
    ]
    [first, *_] = reference_unknown_incident.check(mentions("", front), KNOWN)
    assert (first.line, first.column, first.end_column) == (5, 6, 29)


def test_what_is_no_list_of_texts_is_reported_elsewhere() -> None:
    assert unknown("", "related: 2026\n") == unknown("", "related: [1, '', ' ', {a: b}]\n") == []
    assert unknown("", "related: 2026-01-12-serch-outage\n") == [
        f"there is no incident 2026-01-12-serch-outage; did you mean {SEARCH}?"
    ]


def test_without_known_files_no_incident_is_unknown() -> None:
    assert unknown("[a](2026-01-12-serch.md)", f"related: [{SEARCH}]\n", KnownFiles()) == []


def test_files_that_only_look_like_incidents_are_none() -> None:
    assert unknown("[a](../2026-02-02-notes.md) [b](../../../2026-02-02-x.md) [c](#2026-02-02-x)") == []
    assert (
        unknown("[a](2026-01-20-search.md) [b](../2026-01-20-search/)")
        == [f"there is no incident 2026-01-20-search; did you mean {SEARCH}?"] * 2
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](2026-01-12-search-outge)", f"[a]({SEARCH})"),
        ("[a](2026-01-12-search-outge?x=1#y)", f"[a]({SEARCH}?x=1#y)"),
        ("[a](2026-01-12-search-outge.md#timeline)", f"[a](old%20ones/{SEARCH}.md#timeline)"),
        (
            "[a](<../2026-01-12-search-outge.md> 'the one of January')",
            f"[a](<old%20ones/{SEARCH}.md> 'the one of January')",
        ),
    ],
)
def test_a_link_to_an_unknown_incident_leads_to_the_nearest(before: str, after: str) -> None:
    assert fixed(story(before), unsafe=True, also=unknown_in) == story(after)
    assert fixed(story(before), also=unknown_in) == story(before)


def test_an_unknown_related_incident_becomes_the_nearest_and_keeps_its_quotes() -> None:
    keys = "related: [2026-01-12-search-outge, '2026-01-12-serch-outage']  # both"
    nearest = f"related: [{SEARCH}, '{SEARCH}']  # both"
    assert fixed(story("The pool ran empty.", keys), unsafe=True, also=unknown_in) == story(
        "The pool ran empty.", nearest
    )


def test_where_no_incident_is_like_it_nothing_is_written() -> None:
    text = story("[a](2025-07-30-mail.md)", "related: [2025-07-30-mail]")
    assert fixed(text, unsafe=True, also=unknown_in) == text
