"""Find the keys, tokens and passwords in a document. Most documents hold none, and that is seen at once."""

import re
from collections.abc import Iterator

from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.reading.named_secrets import find_named_secrets, may_have_named_secrets
from incident_docs.reading.prose import prose_lines
from incident_docs.reading.secret import Secret

_LOGIN = re.compile(rb"://[^\s/@:\"'<>]{0,80}:[^\s/@\"'<>]{1,80}@")
_QUOTED = re.compile(rb"[\"'][A-Za-z0-9+/_=-]{20,}[\"']")
_PRIVATE_KEY = b"PRIVATE KEY"
_SHORTEST = 20
_NEEDLES = (
    b"AKIA",
    b"ASIA",
    b"AIza",
    b"ATATT3",
    b"AccountKey=",
    b"GR1348941",
    b"PuTTY-User-Key-File",
    b"SG.",
    b"T3BlbkFJ",
    b"_authToken=",
    b"api.telegram.org/bot",
    b"api/webhooks/",
    b"dop_v1_",
    b"eyJ",
    b"gho_",
    b"ghp_",
    b"ghr_",
    b"ghs_",
    b"ghu_",
    b"github_pat_",
    b"glagent-",
    b"glcbt-",
    b"gldt-",
    b"glft-",
    b"glimt-",
    b"gloas-",
    b"glpat-",
    b"glptt-",
    b"glrt-",
    b"glsoat-",
    b"hooks.slack.com/services/",
    b"hvs.",
    b"k_live_",
    b"npm_",
    b"pypi-AgE",
    b"sk-ant-",
    b"sq0csp-",
    b"webhook.office.com/",
    b"xapp-",
    b"xox",
)
_PIECE = 2_000
"""Characters of a line that are searched at once: on very long ones some expressions would take for ever."""
_OVERLAP = 400


def secret_signs_in(text: bytes) -> list[str]:
    """Those that the text holds: only lines with one of them may hold such a token."""
    # Tokens are long words, of which a text has few.
    long_words = b" ".join([word for word in text.split() if len(word) >= _SHORTEST])
    found = [needle for needle in _NEEDLES if needle in long_words]
    found += [_PRIVATE_KEY] if _PRIVATE_KEY in text else []
    return [each.decode() for each in (*found, *_LOGIN.findall(text), *_QUOTED.findall(long_words))]


def find_secrets(document: Document) -> Iterator[Secret]:
    """In the order of the file; of two that overlap the one that begins first."""
    text = document.content.encode(errors="replace")
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
    from incident_docs.reading import known_secrets  # noqa: PLC0415

    following = document.lines[piece.line : piece.line + known_secrets.KEY_BEGINS_WITHIN]
    yield from known_secrets.find_known_secrets(piece, following)
    if is_code:
        yield from known_secrets.find_random_texts(piece)


def _apart(found: list[Secret]) -> Iterator[Secret]:
    end = 0
    for secret in sorted(found, key=lambda each: (each.place.column, -each.place.end_column)):
        if secret.place.column >= end:
            yield secret
            end = secret.place.end_column
