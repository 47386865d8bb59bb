import pytest

from incident_docs.document.finding import Finding
from incident_docs.document.parse import parse
from incident_docs.rules import reference_bare_url
from tests.examples import PATH, weave
from tests.rules.support import fixed, messages, section

COLUMNS = "| Action | Owner | Due | Ticket |\n|---|---|---|---|\n"


def bare_in(text: str) -> list[Finding]:
    return list(reference_bare_url.check(parse(text, PATH)))


def story(line: str, front: str = "") -> str:
    return weave(f"{front}#### What happened\n{line}\n")


def test_addresses_with_words_in_code_and_in_html_are_dressed() -> None:
    body = (
        "[a](https://example.net/a_(b)) [see https://example.net](https://example.net) ![x](<https://example.net/y.png>)\n"
        '<img src="https://example.net/y.png"> `https://example.net`\n\n[d]: https://example.net/d\n'
        "```\nhttps://example.net\n```\n<!-- https://example.net -->"
    )
    assert messages(reference_bare_url, section("What happened", body)) == []


def test_an_address_ends_before_the_sentence_does() -> None:
    text = weave("#### What happened\nSee (https://example.net/a_(b)?c=1#d), <https://example.net/e>.\n")
    document = parse(text)
    found = [
        document.lines[each.line - 1][each.column - 1 : (each.end_column or 0) - 1]
        for each in reference_bare_url.check(document)
    ]
    assert found == ["https://example.net/a_(b)?c=1#d", "https://example.net/e"]


def test_the_ticket_column_may_hold_bare_addresses() -> None:
    row = "| Test the load | @ana | 2026-03-20 | https://tracker.example.net/1 |"
    assert messages(reference_bare_url, section("Action items", f"{COLUMNS}{row}")) == []


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
