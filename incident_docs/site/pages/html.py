"""Texts to HTML, and HTML to a block that every Markdown reader passes through untouched."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape as _escape

_FORWARD = {"\n": "&#10;", "{": "&#123;", "[": "&#91;", "`": "&#96;"}
_MARKUP = str.maketrans({chr(code): f"&#{code};" for code in range(33, 127) if not chr(code).isalnum()})
_SPECIAL = re.compile("[&<>\"']")
_TITLE = re.compile(r"\A(.*?)(<h1\b.*?</h1>)", re.DOTALL)
_IN_A_WORD = re.compile(r'<a class="(?:headerlink|idoc-way)".*?</a>|</?(?:a|b|em|strong|s)\b[^>]*>')
# Numbers, names of columns, what many pages say alike or what is true on one day only: nobody looks for it.
_UNSAID = re.compile(
    r'(?<=<table class="idoc-table )([^>]*>)<thead\b.*?</thead>'
    r'|<td role="cell" class="idoc-(?:number|elapsed|state)"[^>]*>.*?</td>|<span class="idoc-late[^>]*>.*?</span>'
    r'|<dl class="idoc-times"[^>]*>.*?</dl>|<a href="#actions" class="idoc-done"[^>]*>.*?</a>|<p id="actions".*?</p>'
    r'|<p class="idoc-notice"[^>]*>.*?</p>'
)
_BETWEEN_WORDS = re.compile(r"(?:<(?!/?(?:h[1-6]|p|ul|ol|li|pre|code)\b)[^>]*>\s*)+")
_DRAWN, _DRAWN_END = '<div class="idoc-course"', "</div></div>"
END = '<div class="idoc idoc-end"></div>'
"""Stands on a page, as a block, where what it tells ends; the rest leads to other pages."""
_HELD = re.compile(r'<div class="idoc-held-(\d+)"></div>')


def escape(text: str) -> str:
    """The text for an element or an attribute."""
    return _escape(text) if _SPECIAL.search(text) else text


def element(name: str, content: str = "", /, **attributes: str | None) -> str:
    """An element around finished HTML. An underscore in an attribute's name stands for a hyphen; None leaves it out."""
    # A list, as this makes most of a site.
    written = [f' {_attribute(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None]
    return f"<{name}{''.join(written)}>{content}</{name}>"


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def block(html: str, classes: str = "") -> str:
    """HTML as one block of Markdown.

    Markdown's extensions and other plugins look for fences, includes and templates in the text before HTML is
    recognised, so what they look for is written as character references, and the block has no second line.
    """
    return f'<div class="{" ".join(["idoc", *classes.split()])}">{forward(html)}</div>\n\n'


def forward(html: str) -> str:
    """Write as character references what Markdown's extensions look for, line ends too."""
    for character, reference in _FORWARD.items():
        html = html.replace(character, reference)
    return html


def heading(level: int, text: str) -> str:
    """A heading in Markdown, whose text is read as text whatever it holds."""
    return f"{'#' * level} {' '.join(text.split()).translate(_MARKUP)}\n\n"


def hold(markdown: str) -> tuple[str, list[str]]:
    """A page's headings, each with an empty element in the place of all blocks beneath it, and these blocks.

    An engine that need not read the blocks takes a third of the time, and pages with the same headings become alike.
    """
    blocks: list[list[str]] = [[]]
    headings = []
    for line in markdown.split("\n"):
        if line.startswith("#"):
            headings.append(line)
            blocks.append([])
        elif line:
            blocks[-1].append(line)
    places = [f'<div class="idoc-held-{number}"></div>' for number in range(len(blocks))]
    held = (f"{heading}\n\n{place}" for heading, place in zip(headings, places[1:], strict=True))
    return "\n\n".join([places[0], *held]), ["\n".join(each) for each in blocks]


def unheld(markdown: str, blocks: Sequence[str]) -> str:
    """The page that was held: `hold` gives the same of it again."""
    released = release(markdown, [block.replace("\n", "\n\n") for block in blocks])
    return f"{released.lstrip()}\n\n"


def release(html: str, blocks: Sequence[str]) -> str:
    """The engine's HTML of such a page, with the blocks in their places."""
    return _HELD.sub(lambda match: blocks[int(match[1])], html)


def words(html: str) -> str:
    """What a search has to read of a page: its title first, then its text, with the elements that results keep.

    A search that leaves elements out of a text joins the words on both sides, as those of two cells.
    """
    return _words(_TITLE.sub(r"\2\1", html))


def words_of_blocks(blocks: Iterable[str]) -> list[str]:
    """The same for a page's blocks, up to `END`."""
    found = []
    for html in blocks:
        told, end, _ = html.partition(END)
        found.append(_words(told))
        if end:
            break
    return found


def words_of_held(html: str, blocks: Sequence[str]) -> str:
    """The same for the page that `release` would give, if the words of its blocks are known."""
    parts = _HELD.split(_TITLE.sub(r"\2\1", html))
    found = []
    # What stands before a block, such as its heading, and the number of the block.
    for before, number in zip(parts[::2], parts[1::2], strict=False):
        if int(number) >= len(blocks):
            break
        found += [_words(before), blocks[int(number)]]
    return "".join(found)


def _words(html: str) -> str:
    said = _UNSAID.sub(r"\1", _without_drawing(html))
    return _BETWEEN_WORDS.sub(" ", _IN_A_WORD.sub("", said))


def _without_drawing(html: str) -> str:
    """Whose words and numbers stand in the table beneath it too."""
    before, start, rest = html.partition(_DRAWN)
    return before + rest.partition(_DRAWN_END)[2] if start else html
