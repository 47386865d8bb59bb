"""Bare web addresses in prose to links, where GitHub would make them links too."""

import re
from typing import NamedTuple

_ADDRESS = re.compile(r"https?://[^\s<>|`]+", re.IGNORECASE)
_END_OF_SENTENCE = "?!.,:;*_~'\""


class Address(NamedTuple):
    """An address found in a text."""

    url: str


class Autolink:
    """What markdown-it asks for addresses; it calls this its `linkify`."""

    def match_at_start(self, text: str) -> Address | None:
        """The address with which the text begins."""
        match = _ADDRESS.match(text)
        return Address(_without_sentence(match[0])) if match else None


def _without_sentence(address: str) -> str:
    """Punctuation and closing brackets behind an address belong to the sentence around it."""
    while True:
        shorter = address.rstrip(_END_OF_SENTENCE)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
