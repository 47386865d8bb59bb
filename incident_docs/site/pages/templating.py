"""Fill the templates in `site/templates/` with what a page says; an organisation can replace any of them by its own."""

import re
from functools import cache
from pathlib import Path
from secrets import token_hex

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from incident_docs.site.pages.html import forward, heading

_TEMPLATES = Path(__file__).parents[1] / "templates"
# No author can guess it, so nothing that an author writes is taken for a heading.
_HEADING = f"<!--{token_hex(16)}-->"

_BETWEEN_BLOCKS = re.compile(r'\s+(?=<div class="idoc[ "])')


class _Headings:
    """The headings of one page, collected while its template is filled.

    What a heading looks like, and its anchor, is up to the engine and the site's settings.
    """

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def __call__(self, level: int, text: str) -> Markup:
        """Put a heading at this place of the page: outside of all other elements."""
        self.found.append((level, text))
        return Markup(_HEADING)  # noqa: S704 - ours


def fill(template: str, folders: tuple[str, ...] = (), **view: object) -> Markup:
    """Fill a template with what it is to say; what `view` holds is escaped unless it is `Markup`.

    The folders are looked through for a template of this name before ours.
    """
    return Markup(_environment(folders).get_template(template).render(view))  # noqa: S704 - autoescaped


def fill_page(template: str, folders: tuple[str, ...] = (), **view: object) -> str:
    """Fill the template of a whole page, which calls `heading(level, text)` for each of its headings."""
    headings = _Headings()
    first, *rest = str(fill(template, folders, heading=headings, **view)).split(_HEADING)
    parts = [_block(first)]
    for (level, text), html in zip(headings.found, rest, strict=True):
        parts += [heading(level, text), _block(html)]
    return "".join(parts)


def _block(html: str) -> str:
    text = str(html).strip()
    return "".join(f"{forward(block)}\n\n" for block in _BETWEEN_BLOCKS.split(text)) if text else ""


@cache
def _environment(folders: tuple[str, ...]) -> Environment:
    return Environment(
        loader=FileSystemLoader([*folders, str(_TEMPLATES)]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
