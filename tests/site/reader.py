"""Read a page as a person does: its words, headings, links and rows, whatever its HTML looks like."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

import html5lib

from incident_docs.site.pages.page import Page
from incident_docs.site.pages.parts import Heading

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)


def read(page: Page | str) -> Element:
    """Parse a page, or a piece of HTML."""
    html = page if isinstance(page, str) else _html(page)
    found: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for each in found.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2]  # drawings have a namespace
    return found


def _html(page: Page) -> str:
    return "\n".join(_heading(part) if isinstance(part, Heading) else part for part in page.parts)


def _heading(heading: Heading) -> str:
    return f"<h{heading.level}>{escape(heading.text)}</h{heading.level}>"


def words(element: Element | str) -> str:
    """What a reader sees of it, with one space between words; nothing that is hidden until a script shows it."""
    found = read(element) if isinstance(element, str) else element
    return " ".join("".join(_texts(found)).split())


def _texts(element: Element) -> Iterator[str]:
    if "hidden" in element.attrib or not isinstance(element.tag, str):
        return
    edge = " " if element.tag in _BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield edge


def find(element: Element, tag: str = "*", *, having: str = "", **attributes: str) -> list[Element]:
    """The elements below it of this tag, with these attributes (class: one of the classes), in whose words `having` stands.

    An underscore stands for a hyphen, `class_` is the class, and `*` any value.
    """
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [
        each
        for each in element.iter()
        if each is not element
        and tag in ("*", each.tag)
        and all(_has(each, name, value) for name, value in wanted.items())
        and having in words(each)
    ]


def _has(element: Element, name: str, value: str) -> bool:
    found = element.get(name)
    if found is None or value == "*":
        return found is not None
    return value in found.split() if name == "class" else value == found


def one(element: Element, tag: str = "*", *, having: str = "", **attributes: str) -> Element:
    """The only such element."""
    [found] = find(element, tag, having=having, **attributes)
    return found


def rows(element: Element) -> list[list[str]]:
    """The words of the cells of all tables in it, row by row, heads too."""
    return [[words(cell) for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]


def headings(element: Element) -> list[tuple[int, str]]:
    """The level and the words of each heading."""
    return [(int(each.tag[1]), words(each)) for each in element.iter() if re.fullmatch("h[1-6]", str(each.tag))]


def below(page: Element, title: str) -> Element:
    """What stands between the first heading of these words and the next heading of the page."""
    found = Element("div")
    is_here = False
    for each in page:
        if re.fullmatch("h[1-6]", str(each.tag)):
            if is_here:
                break
            is_here = words(each) == title
        elif is_here:
            found.append(each)
    return found


def links(element: Element) -> dict[str, str]:
    """The address of each link by its words."""
    return {words(each): each.get("href", "") for each in element.iter("a")}


def facts(element: Element) -> dict[str, str]:
    """What its lists of descriptions say, by their terms."""
    return {
        words(term): " ".join(words(each) for each in group if each.tag == "dd")
        for group in element.iter()
        for term in group
        if term.tag == "dt"
    }


def choices(element: Element) -> dict[str, list[str]]:
    """What each list to choose from offers, by its name, hidden or not."""
    return {each.get("name", ""): [words(option) for option in each.iter("option")] for each in element.iter("select")}
