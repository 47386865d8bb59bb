"""What authors wrote, on an incident's page: as on GitHub, with links that lead on, and with nothing hostile in it."""

import re
from dataclasses import replace
from html import unescape

import markdown

from incident_docs.format.configuration import read_configuration
from incident_docs.site.pages.parts import as_markdown
from tests.examples import BASE
from tests.site.pages import SETTINGS, block, made, reconstructed, shown, with_front, with_section


def test_links_lead_to_the_pages_of_what_they_name() -> None:
    other = made(BASE, "incidents/2026-01-01-other.md")
    text = with_section(
        "What happened",
        "[a](other.md#x) [b](2026-01-01-other) [c](../guide/README.md) [d](gone.md) [e](https://example.com/x.md)"
        " [f](/root.md) [g](#timeline) [h][ref] ![i](a%20b.png)",
    ).replace("#### Root cause\n", "#### Root cause\n[ref]: other.md\n\n", 1)
    assert re.findall(r'(?:href|src)="([^"]*)"', block(shown(text, [other]), "What happened")) == [
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
    assert block(shown(text), "What happened").replace("\n", "") == (
        '<div class="idoc idoc-prose"><p><s>Gone</s>, <a href="https://example.com/a_(b)?c=d">https://example.com/a_(b)?c=d</a>.'
        ' and (<a href="https://example.com">https://example.com</a>), a<br>b</p>'
        '<ul class="contains-task-list">'
        '<li class="task-list-item"><input class="task-list-item-checkbox" disabled="" type="checkbox" checked=""> done</li>'
        '<li class="task-list-item"><input class="task-list-item-checkbox" disabled="" type="checkbox"> open</li></ul>'
        '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>Noted.</p></div>'
        "<p>Text  goes on.</p><p>End.</p></div>"
    )


def test_what_a_report_does_not_say_is_quiet() -> None:
    text = with_section("Verification", "```\nnot published\n```")
    assert block(shown(text), "Verification").startswith('<div class="idoc idoc-prose"><pre>')
    text = reconstructed(text)
    assert block(shown(text), "Verification").startswith(
        '<div class="idoc idoc-prose"><p class="idoc-secondary">not published'
    )


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
    html = markdown.markdown(as_markdown(page.parts), extensions=["attr_list", "md_in_html", "toc"])
    elements = set(re.findall(r"<(\w+)", html))
    assert elements.isdisjoint({"script", "img", "iframe"})
    for tag in re.findall(r"<[^>]+>", html):
        assert not re.search(r"\son\w+=", tag)
        assert not re.search(r"(?:href|src)=.?(?:javascript|data|vbscript):", tag)
    assert "<h1 id=" in html
    assert unescape(re.findall("<h1[^>]*>(.*?)</h1>", html)[0]) == HOSTILE


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
    assert unescape(re.findall("<h1[^>]*>(.*?)</h1>", html)[0]) == title


def test_an_organisation_may_trust_its_authors_with_html() -> None:
    configuration = read_configuration("site.raw-html = true", "c.toml")
    assert configuration is not None
    trusting = replace(SETTINGS, publishing=configuration.publishing)
    story = '<details open\nclass="x"><summary>More {x}</summary>\n<!-- no -->\n\nText <kbd>Ctrl</kbd><!-- no --><br>a\n\n</details>'
    page = shown(with_section("What happened", story), settings=trusting)
    assert as_markdown(page.parts).partition("# What happened\n\n")[2].partition("\n\n")[0] == (
        '<div class="idoc idoc-prose"><details open class="x"><summary>More &#123;x}</summary>'
        "<p>Text <kbd>Ctrl</kbd><br>a</p>&#10;</details></div>"
    )
    assert "&lt;kbd&gt;" in as_markdown(shown(with_section("What happened", story)).parts)
