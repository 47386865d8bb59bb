"""Tell an engine about a page: as values, or as the frontmatter of a file."""

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from incident_docs.site.pages.page import Page

KEYS = ("description", "hide", "search", "template")
"""What an author can say to the engine in the frontmatter of an incident."""

# YAML takes what JSON writes, but for some characters that JSON leaves as they are.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def values(page: Page, written: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an engine has to know of a page; `written` is what its author wrote for it, and comes first.

    Engines put title and description into HTML as they are, so they are HTML.
    """
    found = {"hide": list(page.hide), **written, "title": escape(page.title)}
    if "description" in written or page.description:
        found["description"] = escape(str(written.get("description", page.description)))
    if not page.is_searched:
        found.setdefault("search", {"exclude": True})
    return found


def written(values: Mapping[str, Any]) -> str:
    """Write the block in front of a page's text. Each value stands on one line, where nothing in it can end the block."""
    return "---\n" + "".join(f"{key}: {scalar(value)}\n" for key, value in values.items()) + "---\n\n"


def scalar(value: Any) -> str:
    """Write a value as YAML on one line."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
