"""Hide in a text the ids of incidents that other readers may not know of."""

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from incident_docs.audience import redacted_frontmatter
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.incident_ids import ID
from incident_docs.document.lines import bare_lines

_RELATED = "related"
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\n]*)\)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:(.*)(?:\r\n|[\r\n]|\Z)", re.MULTILINE)
_RUN = re.compile(r"[^\s()<>\[\]|\"'`]+")
_SENTENCE = ".,;:!?"
_SOMETHING = "…"


def hide_ids(text: str, ids: Iterable[str]) -> str:
    """Turn links to these incidents into their words, and an id, or an address with it, into dots."""
    known = frozenset(ids)
    if not any(id in text for id in known):
        return text
    text = _without_related(text, known)
    named = _pattern(known)

    def leads(address: str) -> bool:
        return _stem(address) in known or (named is not None and named.search(unquote(address)) is not None)

    text = _LINK.sub(lambda match: match[1] if leads(match[2]) else match[0], text)
    text = _DEFINITION.sub(lambda match: "" if leads(match[1]) else match[0], text)
    return text if named is None else _RUN.sub(lambda match: _dotted(match[0], named), text)


def _pattern(ids: Iterable[str]) -> re.Pattern[str] | None:
    """Make a pattern of the ids that can be nothing else: a file may also be called by a common word."""
    dated = sorted(re.escape(id) for id in ids if ID.fullmatch(id))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(dated)})(?![\w-])") if dated else None


def _dotted(run: str, named: re.Pattern[str]) -> str:
    if named.search(run) is None:
        return run
    return _SOMETHING + run[len(run.rstrip(_SENTENCE)) :]


def _stem(address: str) -> str:
    """Take from the address of a link, with or without its title, the name of the file that it leads to."""
    path = re.split(r"[?#]", address.strip().strip("<>").partition(" ")[0], maxsplit=1)[0]
    return posixpath.basename(unquote(path).rstrip("/")).removesuffix(".md")


def _without_related(text: str, ids: frozenset[str]) -> str:
    value = read_frontmatter(bare_lines(text)).values.get(_RELATED)
    if value is None:
        return text
    items = value.data if isinstance(value.data, list) else [value]
    left = [item.plain for item in items if item.plain not in ids]
    return redacted_frontmatter.rewrite_fields(text, {_RELATED: left}) if len(left) < len(items) else text
