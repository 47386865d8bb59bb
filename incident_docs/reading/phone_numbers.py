"""Find the phone and payment-card numbers of a line; numbers reserved for films and tests are none."""

import re
from collections.abc import Iterator

from incident_docs.document.text import Text

_INTERNATIONAL = re.compile(r"(?<![\w+])\+[1-9]\d{0,2}(?:[ -]?\(?\d{1,5}\)?){2,6}(?!\w|[.:-]\d)")
_AMERICAN = re.compile(r"(?<![\w.+(/-])\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4}(?!\w|[.-]\d)")
_DATE = re.compile(r"\+\d{4}-\d\d")
_SAYS_PHONE = r"(?i)\b(?:phone|tel|call|mobile|cell|sms|texted|fax|whatsapp)"
# 555 in America, and what Ofcom keeps for drama.
_OF_FILMS = re.compile(r"1?\d{3}555\d{4}|44(?:7700900|1632960|20?7946|\d{3}496)\d*")

_CARD = re.compile(
    r"(?<![\w.+-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ -])\d{6}\2\d{5}|\d{15,16})(?!\w|[ .-]\d)"
)
_ISSUER = re.compile(r"4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}")
_SAYS_CARD = r"(?i)\bcards?\b"
_NEAR = 30
_CARDS_IN_MANUALS = (
    "371449635398431 378282246310005 4000056655665556 4012888888881881 4111111111111111 4242424242424242 "
    "5105105105105100 5200828282828210 5424000000000015 5555555555554444 6011000990139424 6011111111111117"
)
_TEST_CARDS = frozenset(_CARDS_IN_MANUALS.split())


def find_phones(line: Text) -> Iterator[Text]:
    """Find the phone numbers of a line, as far as their form or a word beside them shows that they are such."""
    for match in _INTERNATIONAL.finditer(line.value):
        # A line that begins with a plus was added to a file.
        is_number = _says(_SAYS_PHONE, line, match.start()) or not _may_be_amount(match[0])
        if match.start() > 0 and is_number and _is_dialled(match[0]):
            yield Text(match[0], line.line, match.start() + 1)
    for match in _AMERICAN.finditer(line.value):
        is_number = match[0].startswith("(") or _says(_SAYS_PHONE, line, match.start())
        if is_number and not _OF_FILMS.fullmatch(_digits(match[0])):
            yield Text(match[0], line.line, match.start() + 1)


def _is_dialled(number: str) -> bool:
    digits = _digits(number)
    if digits.startswith("1"):
        return re.fullmatch(r"1[2-9]\d\d[2-9]\d{6}", digits) is not None and not _OF_FILMS.fullmatch(digits)
    return 10 <= len(digits) <= 15 and not _OF_FILMS.fullmatch(digits) and not _DATE.match(number)


def _may_be_amount(number: str) -> bool:
    """Digits in threes, or a round number: so are growth and bytes written."""
    groups = re.findall(r"\d+", number)
    in_threes = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])
    return in_threes or number.endswith("0000")


def _says(words: str, line: Text, place: int) -> bool:
    """One of the words stands not far before the place."""
    return re.search(words, line.value[max(0, place - _NEAR) : place]) is not None


def find_cards(line: Text) -> Iterator[Text]:
    """Find the numbers of a line that payment cards may have; one without gaps only where the line speaks of cards."""
    for match in _CARD.finditer(line.value):
        digits = _digits(match[0])
        may_be = match[0] != digits or _says(_SAYS_CARD, line, match.start())
        if may_be and _ISSUER.fullmatch(digits) and digits not in _TEST_CARDS and _is_checked(digits):
            yield Text(match[0], line.line, match.start() + 1)


def _is_checked(digits: str) -> bool:
    """The last digit is the check digit of the others (Luhn)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
