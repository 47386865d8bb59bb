"""The styles of lists, for pages on which none of our stylesheets is."""

import re
from functools import cache
from importlib.resources import files

_SHEETS = ("base.css", "lists.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def element() -> str:
    """An element that brings them along."""
    folder = files("incident_docs.site") / "assets" / "css"
    styles = "".join((folder / name).read_text(encoding="utf-8") for name in _SHEETS)
    return f"<style>{' '.join(_COMMENT.sub('', styles).split())}</style>"
