"""Parts that the guides share: links to the other pages, paragraphs, what can be typed, tables."""

from collections.abc import Iterable, Sequence
from functools import cache

from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Stage
from incident_docs.site.pages import marks, urls
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.incident import table_parts
from incident_docs.site.pages.page import Settings

RESPONSE = "response-guide"
WRITING = "writing-guide"

_url = cache(urls.url)  # one page names many rules


def link(words: str, name: str, here: str, settings: Settings, anchor: str = "") -> str:
    """A link from one page that nobody wrote to another, both by their names; the words are finished."""
    url = _url(settings.own(here), settings.own(name), settings.directory_urls)
    return element("a", words, href=f"{url}{anchor}")


def rule(id: str, here: str, settings: Settings) -> str:
    """A link to all that there is to say about a rule."""
    return link(code(id), "rules", here, settings, f"#{id}")


def paragraph(*sentences: str) -> str:
    """Finished sentences; those that are empty are left out."""
    return element("p", " ".join(filter(None, sentences)))


def code(text: str) -> str:
    """What is written just so."""
    return element("code", escape(text))


def codes(texts: Iterable[str]) -> str:
    """Several such texts."""
    return ", ".join(map(code, texts))


def bold(text: str) -> str:
    """The name of a part of the document."""
    return element("b", escape(text))


def pre(text: str) -> str:
    """Lines to be copied."""
    return element("pre", element("code", escape(text)), tabindex="0")


def statuses(stage: Stage, format: Format) -> str:
    """The statuses that stand for a stage, with their marks."""
    return " / ".join(marks.status(status) for status in format.statuses if status.stage is stage)


def table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Finished cells. On a phone each line is a block; where it is longer than two cells, headings stand in it."""
    labels = (None, *headings[1:]) if len(headings) > 2 else (None,) * len(headings)
    body = "".join(
        element(
            "tr",
            "".join(table_parts.cell(html, "", label) for html, label in zip(line, labels, strict=True)),
            role="row",
        )
        for line in lines
    )
    return table_parts.table(headings, element("tbody", body, role="rowgroup"), "idoc-blocks")
