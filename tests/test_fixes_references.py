"""What the fixes make of links to incidents that are not there, of bare addresses and of customers' data."""

import pytest

from incident_docs.document.finding import Finding
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.parse import parse
from incident_docs.reading.references import read_mentions
from incident_docs.rules import reference_bare_url, reference_unknown_incident
from tests.mending import PATH, mended, woven

SEARCH = "2026-01-12-search-outage"
TREE = KnownFiles(
    {SEARCH: (f"postmortems/old ones/{SEARCH}.md",), "2026-03-04-checkout-errors": (PATH,)},
    {PATH, f"postmortems/old ones/{SEARCH}.md"}.__contains__,
)


def unknown(text: str) -> list[Finding]:
    return list(reference_unknown_incident.check(read_mentions(parse(text, PATH), PATH), TREE))


def bare(text: str) -> list[Finding]:
    return list(reference_bare_url.check(parse(text, PATH)))


def story(line: str, front: str = "") -> str:
    return woven(f"{front}#### What happened\n{line}\n")


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
    assert mended(story(before), unsafe=True, also=unknown) == story(after)
    assert mended(story(before), also=unknown) == story(before)


def test_an_unknown_related_incident_becomes_the_nearest_and_keeps_its_quotes() -> None:
    front = "---\nrelated: [2026-01-12-search-outge, '2026-01-12-serch-outage']  # both\n---\n"
    mend = f"---\nrelated: [{SEARCH}, '{SEARCH}']  # both\n---\n"
    assert mended(story("The pool ran empty.", front), unsafe=True, also=unknown) == story("The pool ran empty.", mend)


def test_where_no_incident_is_like_it_nothing_is_written() -> None:
    text = story("[a](2025-07-30-mail.md)", "---\nrelated: [2025-07-30-mail]\n---\n")
    assert mended(text, unsafe=True, also=unknown) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from maria.k@mailbox.org at 09:58", "from (e-mail address removed) at 09:58"),
        ("We rang +49 30 90182 0417.", "We rang (phone number removed)."),
        ("The card 4929 3851 7264 0034", "The card (card number removed)"),
        ("`client=84.190.13.207`, 84.190.13.207", "`client=(IP address removed)`, (IP address removed)"),
    ],
)
def test_what_may_be_a_customers_is_taken_out(before: str, after: str) -> None:
    assert mended(story(before), unsafe=True) == story(after)
    assert mended(story(before)) == story(before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See https://example.net/d/1?x=1#y.", "See [example.net/d/1](https://example.net/d/1?x=1#y)."),
        ("<https://example.net/>, too", "[example.net](https://example.net/), too"),
        ("(https://example.net/a_b/_c*d)", "([example.net/a_b/\\_c\\*d](https://example.net/a_b/_c*d))"),
        ("http://[::1/x", "http://[::1/x"),
    ],
)
def test_a_bare_address_gets_its_host_and_path_for_words(before: str, after: str) -> None:
    assert mended(story(before), also=bare) == story(after)
