import pytest

from incident_docs.document.finding import Finding
from incident_docs.document.parse import parse
from incident_docs.rules import reference_bare_url
from tests.examples import PATH
from tests.rules.support import actions, fixed, marked, messages, section, story

COLUMNS = "Action | Owner | Due | Ticket"


def bare_in(text: str) -> list[Finding]:
    return list(reference_bare_url.check(parse(text, PATH)))


def test_addresses_with_words_in_code_and_in_html_are_dressed() -> None:
    body = (
        "[a](https://example.net/a_(b)) [see https://example.net](https://example.net) ![x](<https://example.net/y.png>)\n"
        '<img src="https://example.net/y.png"> `https://example.net`\n\n[d]: https://example.net/d\n'
        "```\nhttps://example.net\n```\n<!-- https://example.net -->"
    )
    assert messages(reference_bare_url, section("What happened", body)) == []


def test_an_address_ends_before_the_sentence_does() -> None:
    text = section("What happened", "See (https://example.net/a_(b)?c=1#d), <https://example.net/e>.")
    assert marked(reference_bare_url, text) == ["https://example.net/a_(b)?c=1#d", "https://example.net/e"]


def test_the_ticket_column_may_hold_bare_addresses() -> None:
    row = "| Test the load | @ana | 2026-03-20 | https://tracker.example.net/1 |"
    assert messages(reference_bare_url, actions(row, COLUMNS)) == []


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
    assert fixed(story(before), also=bare_in) == story(after)
