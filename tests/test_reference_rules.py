"""What the rules on links, tickets, repeated actions and internal parts say where a docstring example does not fit."""

import pytest

from incident_docs.api import lint
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.reading.references import read_mentions
from incident_docs.rules import (
    Rule,
    action_duplicate,
    internal_leak,
    reference_bare_url,
    reference_broken_link,
    reference_unknown_incident,
    ticket_form,
)
from tests.examples import BASE, _weave

PATH = "postmortems/2026/2026-03-04-checkout-errors.md"
SEARCH = "2026-01-12-search-outage"
FILES = {"docs/a b.md", "docs", "img.png", "postmortems/2026-02-02-notes.md"}
TREE = KnownFiles({SEARCH: (f"postmortems/{SEARCH}.md",)}, FILES.__contains__)
COLUMNS = "| Action | Owner | Due | Ticket |\n|---|---|---|---|\n"


def named(body: str, front: str = "") -> Mentions:
    return read_mentions(parse(f"---\nstatus: active\n{front}---\n\n#### Notes\n{body}\n"), PATH)


def broken(body: str) -> list[str]:
    return [finding.message for finding in reference_broken_link.check(named(body), TREE)]


def unknown(body: str, front: str = "", tree: KnownFiles = TREE) -> list[str]:
    return [finding.message for finding in reference_unknown_incident.check(named(body, front), tree)]


def says(rule: Rule, body: str, heading: str = "What happened") -> list[str]:
    return [finding.message for finding in rule.check(parse(_weave(f"#### {heading}\n{body}\n")))]


@pytest.mark.parametrize(
    "link",
    [
        "[a](../../docs/a%20b.md) [b](<../../docs/a b.md#part>) [c](../../docs/ 'The folder') ![d](../../img.png?raw=true)",
        "[a](https://example.net/x) [b](mailto:ana@example.net) [c](/docs/none.md) [d](//example.net/x) <none.md>",
        "[a](../../../../issues/12) [b](TBD) [c](<link>) [d]() [e](<>) [f]({{ site }}/x.md) [g]($DOCS/x.md)",
        "`[a](none.md)` and a list\\[0\\](none), words [as these](see above), [x]: fixed, [^1]: none.md",
        "    [a](none.md)\n\n```\n[a](none.md)\n```\n<!-- [a](none.md) -->",
        "[Update]: fixed\n[09:50]: https://example.net/x",
        f"[a](2026-02-02-other.md) [b]({SEARCH}) [c](../{SEARCH}/) [d](../{SEARCH}.md)",
    ],
)
def test_what_leads_somewhere_or_elsewhere_is_not_broken(link: str) -> None:
    tree = TREE._replace(exists={*FILES, f"postmortems/{SEARCH}.md"}.__contains__)
    assert list(reference_broken_link.check(named(link), tree)) == []


def test_links_images_and_definitions_are_followed() -> None:
    assert broken("[a](none.md) ![b](x/y.png)\n\n[c]: ../none.md\n[d]: <#none>") == [
        "this leads to postmortems/2026/none.md, which is not there",
        "this leads to postmortems/2026/x/y.png, which is not there",
        "this leads to postmortems/none.md, which is not there",
        "this document has no heading #none",
    ]


def test_a_link_points_at_its_address() -> None:
    assert named("The [a](<b c.md> 'title').").links == (Text("b c.md", 6, 10),)


def test_an_incident_that_moved_is_shown_where_it_is() -> None:
    assert broken(f"[a]({SEARCH}.md)") == [
        f"this leads to postmortems/2026/{SEARCH}.md, which is not there; the incident is at ../{SEARCH}.md"
    ]


def test_headings_are_known_as_github_and_mkdocs_name_them() -> None:
    body = (
        "[a](#status--resolved) [b](#status-resolved) [c](#root-cause-1) [d](#root-cause_1) [e](#whats-störung)\n"
        "[f](#whats-storung) [g](#mark) [h](#own) [i](#the-plan) [j](#entry-3) [k](#action-1) [l](#top) [m](#)\n\n"
        "#### Status: 🟢 Resolved\n#### Root Cause\n#### Root cause\n##### What's `Störung`?\n"
        "<a name='mark'></a>\n##### Else {#own}\n##### [The plan](https://example.net) ####\n```\n# timeline\n```\n"
    )
    assert broken(f"{body}\n[x](#timeline) [y](#root-caus-1)") == [
        "this document has no heading #timeline",
        "this document has no heading #root-caus-1; did you mean #root-cause-1?",
    ]


def test_a_document_alone_knows_its_headings_and_denies_no_file() -> None:
    text = BASE.replace("A release changed", f"See [a](none.md), [b]({SEARCH}.md), [c](#none).\nA release changed")
    found = lint(text, "postmortems/2026-03-04-checkout-errors.md")
    assert [finding.message for finding in found] == ["this document has no heading #none"]
    assert unknown("[a](2026-01-12-serch.md)", f"related: [{SEARCH}]\n", KnownFiles()) == []


def test_a_text_without_a_place_leads_nowhere_else() -> None:
    assert list(reference_broken_link.check(named("[a](none.md)")._replace(path=""), TREE)) == []


def test_ids_in_related_are_known_or_the_nearest_is_offered() -> None:
    front = f'related:\n  - {SEARCH}\n  - "2026-01-12-serch-outage"\n  - 2025-01-12-search-outage\n  - search-outage\n  - x\n'
    assert unknown("", front) == [
        f"there is no incident 2026-01-12-serch-outage; did you mean {SEARCH}?",
        f"there is no incident 2025-01-12-search-outage; did you mean {SEARCH}?",
        f"there is no incident search-outage; did you mean {SEARCH}?",
        "there is no incident x; name one that is there, or take it out",
    ]
    [first, *_] = reference_unknown_incident.check(named("", front), TREE)
    assert (first.line, first.column, first.end_column) == (5, 6, 29)


def test_what_is_no_list_of_texts_is_reported_elsewhere() -> None:
    assert unknown("", "related: 2026\n") == unknown("", "related: [1, '', ' ', {a: b}]\n") == []
    assert unknown("", "related: 2026-01-12-serch-outage\n") == [
        f"there is no incident 2026-01-12-serch-outage; did you mean {SEARCH}?"
    ]


def test_files_that_only_look_like_incidents_are_none() -> None:
    assert unknown("[a](../2026-02-02-notes.md) [b](../../../2026-02-02-x.md) [c](#2026-02-02-x)") == []
    assert (
        unknown("[a](2026-01-20-search.md) [b](../2026-01-20-search/)")
        == [f"there is no incident 2026-01-20-search; did you mean {SEARCH}?"] * 2
    )


@pytest.mark.parametrize(
    "ticket",
    [
        "[pay](https://tracker.example.net/1)",
        "https://tracker.example.net/1",
        "<https://tracker.example.net/1>",
        "PAY-12",
        "pay-12, PAY-13",
        "Jira: `PAY-12`",
        "#12",
        "example/shop#12",
        "!7",
        "INC0012345",
        "",
        "-",
        "n/a",
        "None needed",
        "<ticket>",
    ],
)
def test_a_ticket_can_be_looked_up_or_is_not_there(ticket: str) -> None:
    assert says(ticket_form, f"{COLUMNS}| Test the load | @ana | 2026-03-20 | {ticket} |", "Action items") == []


def test_a_report_may_be_silent_about_tickets() -> None:
    body = f"---\nsources: [https://status.example.net/1]\n---\n\n#### Action items\n{COLUMNS}| Test | @ana | x | not published |"
    assert list(ticket_form.check(parse(_weave(body)))) == []
    assert says(ticket_form, "| Action | Owner | Due |\n|---|---|---|\n| Test | @ana | x |", "Action items") == []


def test_rows_that_a_template_left_are_no_duplicates() -> None:
    row = "| <action> | <owner> | <due> | - |\n"
    assert says(action_duplicate, f"{COLUMNS}{row}{row}", "Action items") == []


def test_each_repetition_names_the_first() -> None:
    row = "| **Test** the load | @ana | 2026-03-20 | - |\n"
    message = "this is the action of row 1 again; keep one of the two"
    assert says(action_duplicate, f"{COLUMNS}{row}{row}{row}", "Action items") == [message, message]


def test_addresses_with_words_in_code_and_in_html_are_dressed() -> None:
    body = (
        "[a](https://example.net/a_(b)) [see https://example.net](https://example.net) ![x](<https://example.net/y.png>)\n"
        '<img src="https://example.net/y.png"> `https://example.net`\n\n[d]: https://example.net/d\n'
        "```\nhttps://example.net\n```\n<!-- https://example.net -->"
    )
    assert says(reference_bare_url, body) == []


def test_an_address_ends_before_the_sentence_does() -> None:
    text = _weave("#### What happened\nSee (https://example.net/a_(b)?c=1#d), <https://example.net/e>.\n")
    document = parse(text)
    found = [
        document.lines[each.line - 1][each.column - 1 : (each.end_column or 0) - 1]
        for each in reference_bare_url.check(document)
    ]
    assert found == ["https://example.net/a_(b)?c=1#d", "https://example.net/e"]


def test_the_ticket_column_may_hold_bare_addresses() -> None:
    row = "| Test the load | @ana | 2026-03-20 | https://tracker.example.net/1 |"
    assert says(reference_bare_url, f"{COLUMNS}{row}", "Action items") == []


def test_internal_parts_may_stand_within_a_line_and_hold_headings() -> None:
    body = "Restored <!-- internal -->for Acme<!-- /internal --> by hand.\n<!--INTERNAL-->\n##### Who\n<!--/internal-->"
    assert says(internal_leak, body) == []
    assert says(internal_leak, f"{body}\n```\n<!-- internal -->\n```") == []


def test_every_mark_that_is_out_of_place_is_named() -> None:
    ends = "there is no internal part to close here; open it with <!-- internal -->"
    never = "this internal part never ends; close it with <!-- /internal -->"
    assert says(internal_leak, "<!-- /internal -->\n<!-- internal -->") == [ends, never]
    assert says(internal_leak, "<!-- internal only -->\nx\n<!-- /internal -->") == [ends]


def test_a_link_from_outside_into_an_internal_part_tells_of_it() -> None:
    part = "<!-- internal -->\n##### Who it was\n[self](#who-it-was) [up](#timeline)\n<!-- /internal -->"
    message = "this leads into an internal part; take the link out, or put it in an internal part too"
    assert says(internal_leak, f"{part}\n\n[a](#who-it-was) [b](#timeline) [c](who-it-was)") == [message]
