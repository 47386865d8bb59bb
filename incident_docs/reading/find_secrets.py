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
# What stands in tokens that are known by their form, and in hardly any other text.
_BEGINNINGS = (
    b"AKIA ASIA AIza ATATT3 AccountKey= GR1348941 PuTTY-User-Key-File SG. T3BlbkFJ _authToken= api.telegram.org/bot "
    b"api/webhooks/ dop_v1_ eyJ gho_ ghp_ ghr_ ghs_ ghu_ github_pat_ glagent- glcbt- gldt- glft- glimt- gloas- "
    b"glpat- glptt- glrt- glsoat- hooks.slack.com/services/ hvs. k_live_ npm_ pypi-AgE sk-ant- sq0csp- "
    b"webhook.office.com/ xapp- xox"
)
_SIGNS = _BEGINNINGS.split()
_PIECE = 2_000
"""Characters of a line that are searched at once: on very long ones some expressions would take for ever."""
_OVERLAP = 400


def secret_signs_in(text: bytes) -> list[str]:
    """Find signs of tokens in the text: only lines with one of them may hold such a token."""
    # Tokens are long words, of which a text has few.
    long_words = b" ".join([word for word in text.split() if len(word) >= _SHORTEST])
    found = [sign for sign in _SIGNS if sign in long_words]
    found += [_PRIVATE_KEY] if _PRIVATE_KEY in text else []
    return [each.decode() for each in (*found, *_LOGIN.findall(text), *_QUOTED.findall(long_words))]


def find_secrets(document: Document) -> Iterator[Secret]:
    """Find secrets in the order of the file; of two that overlap the one that begins first."""
    text = document.content.encode(errors="replace")
    signs, has_names = secret_signs_in(text), may_have_named_secrets(text)
    if not signs and not has_names:
        return
    in_prose = {line.line for line in prose_lines(document)}
    for number, line in enumerate(document.lines, 1):
        is_code = number not in in_prose
        found: list[Secret] = []
        for piece in _pieces(line, number):
            if any(sign in piece.value for sign in signs):
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
