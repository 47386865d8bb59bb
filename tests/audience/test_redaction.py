"""What a public site has of a text, and what is refused because nobody can tell what is internal in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.audience.redaction import (
    LeftOut,
    RedactedIncident,
    Removed,
    RemovedKind,
    redact_incident,
    redact_page,
)
from incident_docs.document.text import Text
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import Format
from incident_docs.format.sections import ACTION_ITEMS, Column
from tests.examples import BASE

PATH = "postmortems/2026-03-04-checkout-errors.md"
SECRET = "2026-03-01-acme-lost"
OPEN, CLOSE = "<!-- internal -->", "<!-- /internal -->"
FRONT = "---\ntitle: x\n---\n"


def public(text: str, **hidden: object) -> str | None:
    return redact_incident(text, PATH, LeftOut(**hidden)).text  # type: ignore[arg-type]


def body(text: str, **hidden: object) -> str:
    found = public(FRONT + text, **hidden)
    assert found is not None
    return found.removeprefix(FRONT)


def front(keys: str, **hidden: object) -> str:
    found = public(f"---\n{keys}---\n# x\n", **hidden)
    assert found is not None
    return found.removeprefix("---\n").removesuffix("---\n# x\n")


def refusal(text: str, **hidden: object) -> str:
    with pytest.raises(IncidentDocsError) as raised:
        public(text, **hidden)
    return str(raised.value)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # Whole lines go, and what stood apart still does.
        (f"a\n\n{OPEN}\nb\n{CLOSE}\n\nc\n", "a\n\n\nc\n"),
        (f"a\n{OPEN}\nb\n{CLOSE}\nc\n", "a\n\nc\n"),
        (f"{OPEN}\nb\n{CLOSE}\nc\n", "\nc\n"),
        (f"#### a\n{OPEN}\n#### b\nb\n\n{CLOSE}\n#### c\n", "#### a\n#### c\n"),
        (f"a\n{OPEN}\nb\n{CLOSE}", "a\n"),
        # In a line.
        (f"a {OPEN}b{CLOSE} c\n", "a c\n"),
        (f"a{OPEN}b{CLOSE}c\n", "ac\n"),
        (f"{OPEN}a{CLOSE} b\n", "b\n"),
        (f"a {OPEN}b{CLOSE}\n", "a\n"),
        (f"a {OPEN}b{CLOSE} c {OPEN}d{CLOSE} e\n", "a c e\n"),
        (f"a {OPEN}b\nc\nd{CLOSE} e\n", "a\ne\n"),
        ("a <!--INTERNAL-->b<!-- / internal --> c\n", "a c\n"),
        # Of a list, a quotation, a heading.
        (f"- a\n{OPEN}\n- b\n{CLOSE}\n- c\n", "- a\n- c\n"),
        (f"- a\n- {OPEN}b{CLOSE}\n- c\n", "- a\n- c\n"),
        (f"1. a\n2. {OPEN}b{CLOSE}\n", "1. a\n"),
        (f"- [ ] {OPEN}b{CLOSE}\n- [x] c\n", "- [x] c\n"),
        (f"> a\n> {OPEN}\n> b\n> {CLOSE}\n> c\n", "> a\n> c\n"),
        (f"#### {OPEN}a{CLOSE}\nb\n", "\nb\n"),
        # Of a table: its rows, what stands in a cell, cells.
        (f"| a | b |\n|---|---|\n| c | d |\n{OPEN}\n| e | f |\n{CLOSE}\n| g | h |\n", "| a | b |\n|---|---|\n| c | d |\n| g | h |\n"),
        (f"| a | b |\n|---|---|\n| {OPEN}c | d{CLOSE} |\n| g | h |\n", "| a | b |\n|---|---|\n| g | h |\n"),
        (f"| a {OPEN}b{CLOSE} c | d |\n", "| a c | d |\n"),
        (f"| a | {OPEN}b{CLOSE} | d |\n", "| a | | d |\n"),
        (f"| a {OPEN}| b \\| c{CLOSE} | d |\n", "| a | | d |\n"),
        (f"| c | d |\n{OPEN}\n| e | f |\n{CLOSE}\ng\n", "| c | d |\n\ng\n"),
        # Around code, and as the text of code within an internal part.
        (f"a\n\n{OPEN}\n```\nb\n```\n{CLOSE}\n", "a\n\n"),
        (f"{OPEN}\n`{OPEN}` marks\n{CLOSE}\na\n", "\na\n"),
        # Line ends stay.
        (f"a\r\n{OPEN}\r\nb\r\n{CLOSE}\r\nc\r\n", "a\r\n\r\nc\r\n"),
        (f"a {OPEN}b{CLOSE}\rc\r", "a\rc\r"),
    ],
)  # fmt: skip
def test_internal_parts_go_and_nothing_else(text: str, left: str) -> None:
    assert body(text) == left


def test_a_byte_order_mark_stays() -> None:
    assert public(f"\ufeff{FRONT}a {OPEN}b{CLOSE}\n") == f"\ufeff{FRONT}a\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"a\n  {OPEN}\nb\n", "5:3: this internal part never ends; close it with <!-- /internal -->"),
        (f"{CLOSE}\n", "4:1: there is no internal part to close here; open it with <!-- internal -->"),
        (
            f"{OPEN}\na\n{OPEN}\n{CLOSE}\n",
            "6:1: an internal part is open already; close it before this one begins",
        ),
        *[
            (
                f"a\n\n{text}\n",
                (
                    f"{place}: this marks nothing as it is written, or where it stands; "
                    "write <!-- internal --> and <!-- /internal --> outside of code"
                ),
            )
            for text, place in (
                (f"```\n{OPEN}\nb\n{CLOSE}\n```", "7:1"),
                (f"a `{OPEN}` c", "6:4"),
                ("<!-- intern -->\nb", "6:1"),
                ("<!-- internal only -->\nb", "6:1"),
                ("<!-- begin: internal -->\nb\n<!-- end internal -->", "6:1"),
                ("<!-- internal\n-->\nb", "6:1"),
                ("<!--\ninternal -->\nb", "6:1"),
                (f"{OPEN}\nb\n{CLOSE}\n<!-- Internal: c", "9:1"),
            )
        ],
    ],
)
def test_a_text_is_refused_where_a_mark_makes_no_part(text: str, message: str) -> None:
    assert refusal(FRONT + text) == f"{PATH}:{message}"


def test_a_mark_in_the_frontmatter_is_refused() -> None:
    assert refusal(f"---\ntitle: x\n# {OPEN}\n---\n").startswith(f"{PATH}:3:3: this marks nothing")


def test_an_incident_can_be_internal_as_a_whole() -> None:
    text = f"---\ntitle: Acme lost\naudience: Internal\n---\n\n{OPEN}\nb\n"
    assert redact_incident(text, f"p/{SECRET}.md", LeftOut()) == RedactedIncident(
        None,
        (
            Removed(Text(SECRET, 1), RemovedKind.VALUE),
            Removed(Text("Acme lost", 2, 8), RemovedKind.VALUE),
            *(Removed(Text(line, number)) for number, line in ((5, ""), (6, OPEN), (7, "b"))),
        ),
    )
    assert redact_incident("---\naudience: internal\n---\n", "p/outage.md", LeftOut()) == RedactedIncident(None)
    assert public("---\naudience: public\n---\n") == "---\naudience: public\n---\n"
    assert public("---\naudience:\n---\n") == "---\naudience:\n---\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\naudience: team\n---\n", "2:11: audience is neither internal nor public"),
        ("---\naudience: public\naudience: internal\n---\n", "3:1: audience stands in line 2 already; leave one of them"),
        (
            "---\nAudience: internal\n---\n",
            "2:1: there is no key Audience; an incident that is not to be published has audience: internal",
        ),
        (
            "---\ninternal: true\n---\n",
            "2:1: there is no key internal; an incident that is not to be published has audience: internal",
        ),
        (
            "---\ntitle: a: b\naudience: internal\n---\n",
            ("2:9: the frontmatter cannot be read, and might say that this is internal: mapping values are not allowed in this "
             "context; a text that holds a colon and a space must stand in quotes"),
        ),
        (
            "---\naudience: internal\n",
            ("1:1: the frontmatter cannot be read, and might say that this is internal: the frontmatter is not closed; put a "
             "line --- after its last key"),
        ),
        ("\n---\naudience: internal\n---\n", "3:1: audience stands outside of a frontmatter; the first line must be ---"),
        ("# x\nx-customer: Acme\n", "2:1: x-customer stands outside of a frontmatter; the first line must be ---"),
        (
            "---\n{title: x, x-customer: y}\n---\n",
            "2:12: x-customer is internal and shares its line with other keys; give it one of its own",
        ),
        (
            "---\nx-customer: &c Acme\nservices: [*c]\n---\n",
            "1:1: the frontmatter cannot be read without its internal fields; something else in it refers to one",
        ),
    ],
)  # fmt: skip
def test_a_text_is_refused_that_might_be_internal(text: str, message: str) -> None:
    assert refusal(text, fields=("x-customer",)) == f"{PATH}:{message}"


def test_a_page_without_frontmatter_hides_nothing() -> None:
    assert public("# News\n\naudience\n") == "# News\n\naudience\n"


def test_internal_fields_go_with_all_that_belongs_to_them() -> None:
    text = "title: x\nx-customer:\n  - Acme # big\n  - {name: Umbra, since: 2020, paying: true}\n# who\nx-customer: y\ntags: [a]\n"
    assert front(text, fields=("x-customer", "commander")) == "title: x\ntags: [a]\n"
    assert redact_incident(f"---\n{text}---\n", PATH, LeftOut(("x-customer",))).removed == (
        Removed(Text("Acme\nUmbra\n2020\n", 4, 3), RemovedKind.VALUE),
    )
    assert front("x-customer: 3\n", fields=("x-customer",)) == ""


def test_what_is_removed_has_its_place() -> None:
    assert redact_incident(f"{FRONT}a {OPEN}b{CLOSE} c\n{OPEN}\nd\n\n{CLOSE}\n", PATH, LeftOut()).removed == (
        Removed(Text("b", 4, 20)),
        Removed(Text("d", 6, 1)),
    )


PEOPLE = """---
title: x
authors: [Ana Lima, "@bo"]
commander: "@ana"
postmortem: {status: draft, owner: "@cy.d", due: 2026-04-01}
---

#### Timeline
| Time | Event |
|---|---|
| 10:00 | @ana, @bo and @eve looked, ana@bo.example too, with `@ana` |

### Postmortem (after resolution)

#### Action items
| Action | **Owner** |
|---|---|
| Fix it | @ana |
| Test it |
| Write it |  @bo |

- a list

| Owner | Status |
|---|---|
| @eve | |
"""


def test_nobody_is_named_where_owners_are_hidden() -> None:
    handles = frozenset(["@ana", "@bo"])
    assert public(PEOPLE, owners=True, handles=handles) == (
        PEOPLE.replace('authors: [Ana Lima, "@bo"]\ncommander: "@ana"\n', "")
        .replace('{status: draft, owner: "@cy.d", due: 2026-04-01}', '{"status": "draft", "due": "2026-04-01"}')
        .replace("| Fix it | @ana |", "| Fix it | — |")
        .replace("|  @bo |", "|  — |")
        .replace("| @eve | |", "| — | |")
        .replace("@ana, @bo and @eve", "@…, @… and @eve")
        .replace("`@ana`", "`@…`")
    )
    assert public(PEOPLE) == PEOPLE
    assert redact_incident(PEOPLE, PATH, LeftOut(owners=True)).removed == ()


def test_owners_are_hidden_in_columns_of_another_name_and_without_a_word_of_a_postmortem() -> None:
    columns = tuple(Column(each.id, "Wer" if each.id == "owner" else each.heading) for each in ACTION_ITEMS.columns)
    format = Format(sections=(ACTION_ITEMS._replace(columns=columns),))
    text = f"{FRONT}#### Action items\n| Owner | Wer |\n|---|---|\n| us | ana |\n"
    assert redact_incident(text, PATH, LeftOut(owners=True), format).text == text.replace("| ana |", "| — |")
    assert front("title: x\npostmortem: {owner: ana}\n", owners=True) == "title: x\n"
    assert front("postmortem: draft\n", owners=True) == "postmortem: draft\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"As [in March]({SECRET}.md#why) and ![seen](<{SECRET}/a.png> 'b').\n", "As in March and seen.\n"),
        (f"As {SECRET}, https://example.com/{SECRET}/?a; see `{SECRET}`.\n", "As …, …; see `…`.\n"),
        (f"[x][1] [y](https://example.com)\n\n[1]: ../{SECRET}.md\n[2]: a.md\n", "[x][1] [y](https://example.com)\n\n[2]: a.md\n"),
        (f"{SECRET}-again and [x]({SECRET}-again.md)\n", f"{SECRET}-again and [x]({SECRET}-again.md)\n"),
        ("The outage: [x](outage.md), [y](../outage/), [z](outages.md)\n", "The outage: x, y, [z](outages.md)\n"),
    ],
)  # fmt: skip
def test_an_internal_incident_is_not_named(text: str, left: str) -> None:
    assert body(text, ids=frozenset([SECRET, "outage"])) == left


def test_only_a_common_word_names_an_internal_incident_by_its_links() -> None:
    assert body("An outage, [x](outage.md)\n", ids=frozenset(["outage"])) == "An outage, x\n"


def test_an_internal_incident_is_related_to_none() -> None:
    ids = frozenset([SECRET])
    assert front(f"related:\n  - {SECRET}\n  - a\ntags: [b]\n", ids=ids) == 'related: ["a"]\ntags: [b]\n'
    assert front(f"title: x\nrelated: [{SECRET}]\n", ids=ids) == "title: x\n"
    assert front(f"title: x\nrelated: {SECRET}\n", ids=ids) == "title: x\n"
    assert front(f"related: [a]\nx-like: {SECRET}\n", ids=ids) == "related: [a]\nx-like: …\n"


LINES = BASE.split("\n")
BODY = next(number for number, line in enumerate(LINES[1:], 2) if line == "---")


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, set[str]]:
    """The clean document with words of its own in internal parts, wherever these are put; and these words."""
    lines = list(LINES)
    secrets = set()
    for number in range(draw(st.integers(1, 4))):
        at = draw(st.integers(BODY, len(lines)))
        words = [f"hush{number}x{word}" for word in range(draw(st.integers(1, 3)))]
        secrets.update(words)
        form = draw(st.sampled_from(["inline", "block", "row", "item", "cell", "heading", "apart"]))
        said = " ".join(words)
        new = {
            "inline": [f"{OPEN}{said}{CLOSE}"],
            "block": [OPEN, *words, CLOSE],
            "row": [OPEN, f"| 10:00 | {said} |", CLOSE],
            "item": [f"- {OPEN}{said}", CLOSE],
            "cell": [f"| 10:00 | x {OPEN}{said}{CLOSE} |"],
            "heading": [OPEN, "", f"#### {said}", "", said, CLOSE],
            "apart": ["", OPEN, "", said, "", CLOSE, ""],
        }[form]
        lines[at:at] = new
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines), secrets


@given(marked())
def test_no_word_that_stands_only_in_internal_parts_is_published(made: tuple[str, set[str]]) -> None:
    text, secrets = made
    try:
        found = redact_page(text, PATH)
    except IncidentDocsError:
        # In a block of code a mark is none, and nothing is published at all.
        return
    words = set(re.findall(r"\w+", found.text))
    assert not words & secrets
    assert words >= set(re.findall(r"\w+", BASE))
    assert secrets <= {word for line in found.removed for word in line.value.replace("#", " ").split()}


@given(st.text(max_size=300) | st.lists(st.sampled_from([*LINES, "\r", "<!-- x -->", "\ufeff"])).map("\n".join))
def test_a_text_without_marks_stays_byte_for_byte(text: str) -> None:
    assert redact_page(text, PATH).text == text
