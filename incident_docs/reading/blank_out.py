"""Blank out of a text what must not be in a document: secrets, and what belongs to a person."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from incident_docs.document.edit import apply_edits, replace_text
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.reading.contact_addresses import find_emails, find_public_ips
from incident_docs.reading.find_secrets import find_secrets
from incident_docs.reading.phone_numbers import find_cards, find_phones

_FENCE = "~~~~~~~~"
_SECRET = "(secret removed)"  # noqa: S105 - what stands where one was


class Blanked(NamedTuple):
    """A text that may be written, and what is not in it any more."""

    text: str
    kinds: tuple[str, ...]
    """With their articles, in the order of the text."""


class _Personal(NamedTuple):
    kind: str
    find: Callable[[Text], Iterator[Text]]
    mask: str


_PERSONAL = (
    _Personal("an e-mail address", lambda line: find_emails(line, ()), "(e-mail address removed)"),
    _Personal("a payment card", find_cards, "(card number removed)"),
    _Personal("a phone number", find_phones, "(phone number removed)"),
    _Personal("a public IP address", find_public_ips, "(IP address removed)"),
)


def blank_out(text: str) -> Blanked:
    """Write a mask in place of each secret and of what belongs to a person."""
    # As code, texts are searched for more forms of secrets than as prose.
    document = parse("\n".join([_FENCE, *text.split("\n"), _FENCE]))
    found = [(secret.place, secret.kind, _SECRET) for secret in find_secrets(document)]
    for number, line in enumerate(text.split("\n"), 2):
        for personal in _PERSONAL:
            found += [(place, personal.kind, personal.mask) for place in personal.find(Text(line, number))]
    apart = list(_apart(found))
    blanked = apply_edits("\n".join(document.lines), [replace_text(place, mask) for place, _, mask in apart])
    return Blanked("\n".join(blanked.split("\n")[1:-1]), tuple(dict.fromkeys(kind for _, kind, _ in apart)))


def _apart(found: list[tuple[Text, str, str]]) -> Iterator[tuple[Text, str, str]]:
    """Of two that overlap the one that begins first."""
    line, end = 0, 0
    for each in sorted(found, key=lambda item: (item[0].line, item[0].column)):
        if each[0].line > line or each[0].column >= end:
            yield each
            line, end = each[0].line, each[0].end_column
