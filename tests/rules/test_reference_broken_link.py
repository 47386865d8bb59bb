import pytest

from incident_docs.api import lint
from incident_docs.document.text import Text
from incident_docs.rules import reference_broken_link
from tests.examples import BASE
from tests.rules.support import FILES, KNOWN, SEARCH, mentions


def broken(body: str) -> list[str]:
    return [finding.message for finding in reference_broken_link.check(mentions(body), KNOWN)]


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
    tree = KNOWN._replace(exists={*FILES, f"postmortems/{SEARCH}.md"}.__contains__)
    assert list(reference_broken_link.check(mentions(link), tree)) == []


def test_links_images_and_definitions_are_followed() -> None:
    assert broken("[a](none.md) ![b](x/y.png)\n\n[c]: ../none.md\n[d]: <#none>") == [
        "this leads to postmortems/2026/none.md, which is not there",
        "this leads to postmortems/2026/x/y.png, which is not there",
        "this leads to postmortems/none.md, which is not there",
        "this document has no heading #none",
    ]


def test_a_link_points_at_its_address() -> None:
    assert mentions("The [a](<b c.md> 'title').").links == (Text("b c.md", 6, 10),)


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


def test_a_text_without_a_place_leads_nowhere_else() -> None:
    assert list(reference_broken_link.check(mentions("[a](none.md)")._replace(path=""), KNOWN)) == []
