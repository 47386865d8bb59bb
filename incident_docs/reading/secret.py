"""Define a secret that was found, and know the texts that look like one and are none."""

import re
from typing import NamedTuple

from incident_docs.document.text import Text

_OF_VARIABLES = frozenset("<>{}$*…[]()%\\")
_STANDS_FOR_ONE = (
    r"(?i)example|sample|dummy|fake|placeholder|redact|removed|hidden|mask|censor|change.?me|your|x{4}|\.{3}"
    r"|1234567|abcdef|0{8}|eyJzdWIiOiIxMjM0NTY3ODkw"
    r"|^(?:[a-z]+[-_])?(?:my)?(?:user(?:name)?|pass|pw|passw(?:or)?d|secret|token|credentials?|(?:api)?key)[-_]?\d*$"
)
_FEWEST = 5
"""Different characters; a row of one or two is a mask."""
_NAME_LENGTH = 40


class Secret(NamedTuple):
    """A secret in the document."""

    kind: str
    """What it looks like, with its article: a GitHub token."""
    place: Text


def is_sample(value: str, before: str = "") -> bool:
    """Tell whether the text only stands for a secret: a variable, a mask, what manuals show, or its name once more."""
    is_mask = len(set(value.casefold())) < _FEWEST
    is_variable = not _OF_VARIABLES.isdisjoint(value)
    is_repeated = value.casefold() in before[-_NAME_LENGTH:].casefold()
    return is_mask or is_variable or is_repeated or re.search(_STANDS_FOR_ONE, value) is not None
