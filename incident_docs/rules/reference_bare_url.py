"""A web address in the text has words of its own.

Why: an address does not say what is behind it, nor whether the reader may open it, and a screen reader spells it out.

Code, the Ticket column and `sources` are passed over. The rule is off unless it is switched on.

Fix: the host and the path become the words, as in `[grafana.example.net/d/1](https://grafana.example.net/d/1)`.

Bad:

    #### What happened
    The pool ran empty, see https://grafana.example.net/d/1.  <-- this address has no words of its own; write [what it shows](...)

Good:

    #### What happened
    The pool ran empty, as [the dashboard](https://grafana.example.net/d/1) shows and `curl https://checkout.example.net/health`.
"""

import re
from collections.abc import Iterator

from incident_docs.document.edit import Fix, replace_text
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text, without_code
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.prose import prose_lines
from incident_docs.rules import Traits

ID = "reference-bare-url"
TRAITS = Traits(Level.OFF, Stage.RESOLVED)

# Brackets in an address come in pairs; what ends a sentence is no part of it.
_ADDRESS = re.compile(r"https?://(?:[^\s<>()|\"'\]]|\([^\s<>()|]*\))*[^\s<>()|\"'\].,:;!?*_]", re.IGNORECASE)
# Where a link leads, what stands in its text, what an element of HTML holds, and what is defined for later.
_CLOTHED = re.compile(r"\]\(\s*<?$|\[[^\]]*$|=[\"']?$|\]:\s*<?$")
# Within a word, `_` is a letter like others.
_MARK = re.compile(r"[*`~]|(?<![^\W_])_|_(?![^\W_])")
_LONGEST_TEXT = 300


def check(document: Document) -> Iterator[Finding]:
    tickets = [item.ticket for item in document.actions if item.ticket]
    for line in prose_lines(document):
        if "://" in line.value:
            for address in _bare(line):
                if not any(
                    cell.line == address.line and cell.column <= address.column < cell.end_column for cell in tickets
                ):
                    message = "this address has no words of its own; write [what it shows](...)"
                    yield Finding.at(address, ID, message, _fix(address, document))


def _bare(line: Text) -> Iterator[Text]:
    visible = without_code(line.value)
    for match in _ADDRESS.finditer(visible):
        if not _CLOTHED.search(visible, max(0, match.start() - _LONGEST_TEXT), match.start()):
            yield Text(match[0], line.line, match.start() + 1)


def _fix(address: Text, document: Document) -> Fix | None:
    if "[" in address.value:
        return None
    line, start, end = document.lines[address.line - 1], address.column - 1, address.end_column - 1
    is_in_brackets = line[start - 1 : start] == "<" and line[end : end + 1] == ">"
    old = Text(line[start - 1 : end + 1], address.line, address.column - 1) if is_in_brackets else address
    # What would be emphasis or code in the words is none in the address.
    words = _MARK.sub(r"\\\g<0>", re.split("[?#]", address.value.partition("://")[2])[0].rstrip("/"))
    return Fix((replace_text(old, f"[{words}]({address.value})"),))
