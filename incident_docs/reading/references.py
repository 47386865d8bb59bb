"""Find what a document says of other files: its links, the names of its headings, the incidents it is related to."""

import re
from collections import Counter
from collections.abc import Iterator

from incident_docs.document.known_files import Mentions
from incident_docs.document.link_addresses import heading_anchor
from incident_docs.document.model import Document
from incident_docs.document.text import Text, without_code
from incident_docs.reading.placeholders import is_placeholder
from incident_docs.reading.prose import prose_lines

# A title may follow; what is no link to Markdown ends otherwise.
_END = r"(?=(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\))"
_LINK = re.compile(r"(?<!\\)\]\(\s*(?:<([^<>]*)>|((?:[^\s()<>]|\([^\s()]*\))+))" + _END)
# Many write "[Update]: fixed", which leads nowhere: only what looks like a file or an anchor.
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:\s+<?((?:[^\s<>]*/)?[^\s<>/]+\.\w+(?:#[^\s<>]*)?|#[^\s<>]+)>?\s*$")
_INSIDE = r"(?![A-Za-z][A-Za-z0-9+.-]*:|/)"
_RELATIVE = re.compile(_INSIDE)
_ANY_RELATIVE = re.compile(rf"\](?:\(|:)\s*<?{_INSIDE}")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_ANCHOR = re.compile(r"\b(?:id|name)=[\"']?([\w.:-]+)|\{#([\w.:-]+)")
_LINK_TEXT = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def relative_links(document: Document) -> Iterator[Text]:
    """Find the addresses that lead to this file or to others beside it, as written; none that holds a variable."""
    # Most documents lead to other sites only, and reading their prose is what takes time.
    if _ANY_RELATIVE.search(document.content) is None:
        return
    for line in prose_lines(document):
        if "](" in line.value or "]:" in line.value:
            yield from (address for address in _addresses(line) if _RELATIVE.match(address.value))


def _addresses(line: Text) -> Iterator[Text]:
    visible = without_code(line.value)
    for match in (*_LINK.finditer(visible), *_DEFINITION.finditer(visible)):
        group = match.lastindex or 0
        address = match[group]
        # What stands in brackets is a path with spaces, or was left by a template.
        is_left = is_placeholder(address) or (visible[match.start(group) - 1] == "<" and not set(address) & set("/.#"))
        if address and not is_left and not set(address) & set("{}$"):
            yield Text(address, line.line, match.start(group) + 1)


def anchors_in(document: Document) -> Iterator[Text]:
    """Find the names of the headings and of the marks in HTML, each with its line."""
    seen: Counter[str] = Counter()
    for line in prose_lines(document):
        heading = _HEADING.match(line.value)
        if heading is not None:
            name = heading_anchor(_LINK_TEXT.sub(r"\1", heading[1]))
            yield Text(f"{name}-{seen[name]}" if seen[name] else name, line.line)
            seen[name] += 1
        for html, attribute in _ANCHOR.findall(line.value):
            yield Text(heading_anchor(html or attribute), line.line)


def read_mentions(document: Document, path: str) -> Mentions:
    """Find what the document at this path mentions."""
    found = tuple(relative_links(document))
    leads_inside = any(link.value.startswith("#") for link in found)
    anchors = tuple(name.value for name in anchors_in(document)) if leads_inside else ()
    return Mentions(document.id, path, tuple(_related(document)), found, anchors)


def _related(document: Document) -> Iterator[Text]:
    value = document.value("related")
    if value is None:
        return
    for item in value.data if isinstance(value.data, list) else [value]:
        if isinstance(item.data, str) and item.data.strip():
            # The place of a text in quotes is that of the first quote.
            column = document.lines[item.line - 1].find(item.data, item.column - 1) + 1
            yield Text(item.data, item.line, column or item.column)
