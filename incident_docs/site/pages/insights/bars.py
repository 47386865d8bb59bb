"""Numbers by period to rows of bars on one axis and one scale."""

from collections.abc import Iterable, Sequence

from incident_docs.insight.months import Calendar
from incident_docs.site.pages.insights.axes import percent, word
from incident_docs.site.pages.insights.chart_parts import row, summed, svg

_LOW, _HIGH = 20, 32
_NUMBER = 12
"""The height of a number above a bar; a bar two pixels higher has room for it inside."""
_WIDTH = 0.76
_MOST_NUMBERED_ON_PHONE = 24
_OUTLINED = 4


def bars(lines: Iterable[tuple[str, int, Sequence[int]]], calendar: Calendar) -> str:
    """Rows, each with its name, the rank of the severity that lends it a colour, counted from 1, and its numbers."""
    lines = tuple(lines)
    highest = max(number for _, _, numbers in lines for number in numbers)
    full = _LOW if highest <= 2 else _HIGH
    unit = full / max(highest, 2)
    on_phone = len(calendar.periods) <= _MOST_NUMBERED_ON_PHONE
    return "".join(
        row(
            name,
            svg(_row(numbers, rank, unit, full + _NUMBER, on_phone=on_phone), full + _NUMBER, "idoc-bars"),
            summed(sum(numbers), "in all"),
        )
        for name, rank, numbers in lines
    )


def _row(numbers: Sequence[int], rank: int, unit: float, height: int, *, on_phone: bool) -> str:
    bars = texts = ""
    for index, number in enumerate(numbers):
        if number:
            middle, high = (index + 0.5) / len(numbers), round(max(number * unit, 2))
            width = _WIDTH / len(numbers)
            bars += (
                f'<rect x="{percent(middle - width / 2)}" y="{height - high}"'
                f' width="{percent(width)}" height="{high}"/>'
            )
            texts += "" if number == 1 else _number(number, middle, high, height, is_outlined=rank >= _OUTLINED)
    outline = ' fill="none" stroke="currentColor" stroke-width="2"' if rank >= _OUTLINED else ""
    wide = "" if on_phone else ' class="idoc-chart-wide"'
    return (
        f'<g class="idoc-severity-{rank}"><g{outline}>{bars}</g><g{wide}>{texts}</g></g>'
        '<line class="idoc-base" x2="100%" y1="100%" y2="100%"/>'
    )


def _number(number: int, middle: float, high: int, height: int, *, is_outlined: bool) -> str:
    """In the bar, or above one that is too low for it."""
    if high < _NUMBER + 2:
        return word(middle, str(number), height - high - 2)
    return word(middle, str(number), height - high // 2 + 4, "" if is_outlined else "idoc-inside")
