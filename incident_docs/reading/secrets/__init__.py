"""Document to the keys, tokens and passwords in it. Most documents hold none, and that is seen at once."""

from collections.abc import Iterator

from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.reading.octets import octets
from incident_docs.reading.prose import prose_lines
from incident_docs.reading.secrets.named_secrets import find_named_secrets, may_have_named_secrets
from incident_docs.reading.secrets.secret import Secret
from incident_docs.reading.secrets.secret_needles import secret_signs_in

_PIECE = 2_000
"""Characters of a line that are searched at once: on very long ones some expressions would take for ever."""
_OVERLAP = 400


def find_secrets(document: Document) -> Iterator[Secret]:
    """In the order of the file; of two that overlap the one that begins first."""
    text = octets(document)
    needles, has_names = secret_signs_in(text), may_have_named_secrets(text)
    if not needles and not has_names:
        return
    in_prose = {line.line for line in prose_lines(document)}
    for number, line in enumerate(document.lines, 1):
        is_code = number not in in_prose
        found: list[Secret] = []
        for piece in _pieces(line, number):
            if any(needle in piece.value for needle in needles):
                found += _known(piece, document, is_code=is_code)
            if has_names and may_have_named_secrets(piece.value.encode(errors="replace")):
                found += find_named_secrets(piece, is_code=is_code)
        yield from _apart(found)


def _pieces(line: str, number: int) -> Iterator[Text]:
    for start in range(0, len(line), _PIECE):
        first = max(0, start - _OVERLAP)
        yield Text(line[first : start + _PIECE], number, first + 1)


def _known(piece: Text, document: Document, *, is_code: bool) -> Iterator[Secret]:
    # It brings a library with a client for the network, which takes half a second to load.
    from incident_docs.reading.secrets import known_secrets  # noqa: PLC0415
    from incident_docs.reading.secrets.known_secrets import find_known_secrets, find_random_texts  # noqa: PLC0415

    yield from find_known_secrets(piece, document.lines[piece.line : piece.line + known_secrets.KEY_BEGINS_WITHIN])
    if is_code:
        yield from find_random_texts(piece)


def _apart(found: list[Secret]) -> Iterator[Secret]:
    end = 0
    for secret in sorted(found, key=lambda each: (each.place.column, -each.place.end_column)):
        if secret.place.column >= end:
            yield secret
            end = secret.place.end_column
