"""Fill the templates in `site/templates/` with what a page says; an organisation can replace any of them by its own."""

from functools import cache
from pathlib import Path
from secrets import token_hex

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from incident_docs.site.pages.parts import Heading, Part

_TEMPLATES = Path(__file__).parents[1] / "templates"
# No author can guess it, so nothing that an author writes is taken for a heading.
_HEADING = f"<!--{token_hex(16)}-->"
"""Stands where a heading goes: outside of all other elements."""


def fill(template: str, folders: tuple[str, ...] = (), **view: object) -> Markup:
    """Fill a template with what it is to say; what `view` holds is escaped unless it is `Markup`.

    The folders are looked through for a template of this name before ours.
    """
    return Markup(_environment(folders).get_template(template).render(view))  # noqa: S704 - autoescaped


def fill_page(template: str, folders: tuple[str, ...] = (), **view: object) -> tuple[Part, ...]:
    """Fill the template of a whole page, which calls `heading(level, text)` for each of its headings."""
    headings: list[Heading] = []

    def heading(level: int, text: str, is_searched: bool = True) -> Markup:
        headings.append(Heading(level, text, is_searched))
        return Markup(_HEADING)  # noqa: S704 - ours

    first, *rest = str(fill(template, folders, heading=heading, **view)).split(_HEADING)
    between = [part for pair in zip(headings, rest, strict=True) for part in pair]
    return tuple(part for part in (first, *between) if isinstance(part, Heading) or part.strip())


def forget_templates() -> None:
    """Read templates anew: somebody may have changed them since the last build."""
    _environment.cache_clear()


@cache
def _environment(folders: tuple[str, ...]) -> Environment:
    return Environment(
        loader=FileSystemLoader([*folders, str(_TEMPLATES)]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        # Looking whether its file has changed takes as long as filling a small one.
        auto_reload=False,
    )
