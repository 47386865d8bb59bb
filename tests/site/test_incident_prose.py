"""What authors wrote, on an incident's page: as on GitHub, with links that lead on, and with nothing hostile in it."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import markdown

from incident_docs.format.configuration import read_configuration
from incident_docs.site.pages.page import Page
from incident_docs.site.pages.parts import as_markdown
from tests.examples import BASE
from tests.site.pages import SETTINGS, made, reconstructed, shown, with_front, with_section
from tests.site.reader import below, find, links, one, read, words


def told(page: Page, title: str = "What happened") -> Element:
    """What stands under a heading."""
    return below(read(page), title)


def test_links_lead_to_the_pages_of_what_they_name() -> None:
    other = made(BASE, "incidents/2026-01-01-other.md")
    text = with_section(
        "What happened",
        "[a](other.md#x) [b](2026-01-01-other) [c](../guide/README.md) [d](gone.md) [e](https://example.com/x.md)"
        " [f](/root.md) [g](#timeline) [h][ref] ![i](a%20b.png)",
    ).replace("#### Root cause\n", "#### Root cause\n[ref]: other.md\n\n", 1)
    found = find(told(shown(text, [other])))
    assert [each.get("href") or each.get("src") for each in found if each.tag in ("a", "img")] == [
        "../other/#x",
        "../2026-01-01-other/",
        "../../guide/",
        "gone.md",
        "https://example.com/x.md",
        "/root.md",
        "#timeline",
        "../other/",
        "../a%20b.png",
    ]


def test_prose_reads_as_on_github() -> None:
    text = with_section(
        "What happened",
        "~~Gone~~, https://example.com/a_(b)?c=d. and (https://example.com), a<br>b\n\n"
        "- [x] done\n- [ ] open\n\n> [!NOTE]\n> Noted.\n\n<!-- a\n\ncomment -->\n\nText <!-- in line --> goes on.\n\n---\n\nEnd.",
    )
    page = told(shown(text))
    assert [words(each) for each in one(page, class_="idoc-prose")] == [
        "Gone, https://example.com/a_(b)?c=d. and (https://example.com), a b",
        "done open",
        "Note Noted.",
        "Text goes on.",
        "End.",
    ]
    assert words(one(page, "s")) == "Gone"
    assert list(links(page).values()) == ["https://example.com/a_(b)?c=d", "https://example.com"]
    assert [each.get("checked") for each in find(page, "input", type="checkbox", disabled="*")] == ["", None]
    assert words(one(page, class_="markdown-alert-note")) == "Note Noted."


def test_what_a_report_does_not_say_is_quiet() -> None:
    text = with_section("Verification", "```\nnot published\n```")
    assert one(told(shown(text), "Verification"), "code").text == "not published\n"
    page = told(shown(reconstructed(text)), "Verification")
    assert find(page, "code") == []
    assert words(one(page, class_="idoc-secondary")) == "not published"


def test_a_site_for_insiders_shows_where_its_internal_parts_are() -> None:
    story = "<!-- internal -->\n\nOne customer.\n\n<!-- /internal -->\n\nIt <!-- internal -->(at X)<!-- /internal --> ended."
    page = told(shown(with_section("What happened", story)))
    assert words(page) == "Internal One customer. End of the internal part It [internal: (at X)] ended."


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](data:text/html,x)"
    ' ![z](vbscript:x) <a href="javascript:alert(1)">a</a> "><svg onload=alert(1)> {: onclick=alert(1) } `</code><b>`'
)


def test_nothing_hostile_passes() -> None:
    quoted = f"'{HOSTILE}'"
    text = with_front(
        title=quoted, services=f"[{quoted}]", commander=quoted, related=f"[{quoted}]", sources="['javascript:alert(1)']"
    )
    for place in (
        "One customer",
        "The error-rate alert",
        "Errors stopped",
        "@ana",
        "A release changed",
        "### What could improve",
    ):
        text = text.replace(place, f"{place} {HOSTILE}")
    page = shown(text)
    html = read(markdown.markdown(as_markdown(page.parts), extensions=["attr_list", "md_in_html", "toc"]))
    assert {each.tag for each in find(html)}.isdisjoint({"script", "img", "iframe"})
    for element in find(html):
        assert not [name for name in element.attrib if name.startswith("on")]
        for address in (element.get("href", ""), element.get("src", "")):
            assert not address.startswith(("javascript:", "data:", "vbscript:"))
    assert words(one(html, "h1", id="*")) == HOSTILE


EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "nl2br",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
    "wikilinks",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]


def test_every_block_passes_every_extension_of_markdown_unchanged() -> None:
    content = (
        '```python\nx = 1 < 2 & 3\n\n\n{: .x }\n```\n\n~~~\n```\n--8<-- "LICENSE"\n!!! note\n    x\n~~~\n\n'
        '*[HTML]: y\n\n[^1]: note\n\n{++a++} {>>b<<} [[wiki]] ==c== :smile: "q" -- ... (c) HTML\n\n- a\n\n    b\n'
    )
    page = shown(with_section("What happened", content))
    html = markdown.markdown(as_markdown(page.parts), extensions=EXTENSIONS)
    blocks = [line for line in as_markdown(page.parts).split("\n") if line.startswith("<div")]
    assert [line for line in html.split("\n") if line.startswith('<div class="idoc')] == blocks


def test_headings_are_text_whatever_extensions_read_them() -> None:
    title = 'Why *a* & `b` -- {: #x } [l](u) <i> "q" :smile: #1 C++ https://example.com HTML ~~s~~ ==m=='
    page = shown(with_front(title=f"'{title}'"))
    html = markdown.markdown(as_markdown(page.parts), extensions=EXTENSIONS)
    assert words(one(read(html), "h1")) == title


def test_an_organisation_may_trust_its_authors_with_html() -> None:
    configuration = read_configuration("site.raw-html = true", "c.toml")
    assert configuration is not None
    trusting = replace(SETTINGS, publishing=configuration.publishing)
    story = '<details open\nclass="x"><summary>More {x}</summary>\n<!-- no -->\n\nText <kbd>Ctrl</kbd><!-- no --><br>a\n\n</details>'
    page = shown(with_section("What happened", story), settings=trusting)
    details = one(told(page), "details", open="*", class_="x")
    assert [words(each) for each in details] == ["More {x}", "Text Ctrl a"]
    assert words(one(details, "kbd")) == "Ctrl"
    assert [part for part in page.parts if "no -->" in str(part)] == []
    page = shown(with_section("What happened", story))
    assert find(told(page), "details") == find(told(page), "kbd") == []
    assert words(told(page)).endswith("Text <kbd>Ctrl</kbd> a </details>")
