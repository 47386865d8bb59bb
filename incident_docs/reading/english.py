"""Give the pieces of which patterns for English sentences are made; each is a group of its own.

A search that begins with a verb is many times as fast as one that begins with everybody who can be its subject.
"""

import re
from collections.abc import Iterable

# Words that also name programs are missing: an operator, a manager and a responder may be software.
SOMEBODY = (
    r"(?:(?<![\w-])(?:(?-i:I)|we|he|she|nobody|no\sone|somebody|someone|everybody|everyone|people|on-call|sres?"
    r"|(?:engineer|developer|programmer|administrator|technician|employee|contractor|colleague|intern|reviewer|author"
    r"|maintainer|team)s?|admins|operators|responders)(?![\w-]))"
)
"""A person or several whom the sentence does not name."""

SUBJECT = rf"(?:(?:\b(?:the|our|an?)\s(?:[\w-]+\s)?)?{SOMEBODY})"
"""The same, as a sentence begins: `The on-call engineer`."""

ADVERBS = r"(?:\s(?:\w+ly|also|just|never|still|then|even|both|all)\b){0,2}"
"""Room for such words before the next one."""

PARTICIPLE = (
    r"(?:(?:\w+ed|been|begun|broken|brought|built|caught|chosen|come|done|driven|found|given|gone|got|gotten|had|held"
    r"|kept|known|led|left|lost|made|meant|met|paid|put|run|said|seen|sent|shown|spoken|stood|taken|thought|told"
    r"|understood|woken|written)\b)"
)
"""As in `should have tested`."""

DENIAL = re.compile(r"\b(?:not?|never|nor|nobody|nothing|rather|instead|than)\b|n['’]t\b", re.IGNORECASE)
"""A sentence with one of these may say the contrary of its other words."""


def any_word(words: Iterable[str]) -> str:
    """A pattern for each of these words or phrases, in any case and not as a part of a longer word; without any, for nothing."""
    phrases = (r"\s+".join(map(re.escape, word.split())) for word in words)
    either = "|".join(phrase for phrase in phrases if phrase)
    return rf"(?i:(?<!\w)(?:{either})(?!\w))" if either else r"(?!)"
