"""Join the stylesheets and scripts in `assets/` to one file each, named after what is in it so that no old copy is used."""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_COMMENT_LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)


class Asset(NamedTuple):
    """A file of the site that no author wrote."""

    path: str
    content: str


@cache
def stylesheet() -> Asset:
    """Give all styles. Backstage keeps a stylesheet only if its name looks like this one."""
    content = _SPACE.sub(" ", _COMMENT.sub("", "".join(_sources("css"))))
    return Asset(f"assets/incident-docs.main.{_fingerprint(content)}.min.css", content)


@cache
def script() -> Asset:
    """Give all scripts, in a scope of their own."""
    content = _COMMENT_LINE.sub("", "".join(_sources("js")))
    return Asset(f"assets/incident-docs.{_fingerprint(content)}.min.js", f"(() => {{\n{content}}})();\n")


def _sources(kind: str) -> Iterator[str]:
    folder = files("incident_docs.site") / "assets" / kind
    # What all pages share comes first, so that a page's own styles win.
    for source in sorted(folder.iterdir(), key=lambda source: (source.name != "base.css", source.name)):
        yield source.read_text(encoding="utf-8")


def _fingerprint(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:8]
