"""Place months and lengths of time from left to right, and choose the words under them."""

from datetime import date, timedelta
from math import log
from typing import NamedTuple

from incident_docs.insight.months import Calendar
from incident_docs.site.pages.insights.charts import Word, percent

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_SHORT = (
    (_MINUTE, "≤ 1m"),
    (5 * _MINUTE, "5m"),
    (15 * _MINUTE, "15m"),
    (_HOUR, "1h"),
    (4 * _HOUR, "4h"),
    (_DAY, "1d"),
    (3 * _DAY, "3d"),
)
_LONG = (*_SHORT[:-1], (7 * _DAY, "7d"), (30 * _DAY, "≥ 30d"))
_INSET = 0.015
_WORDS_BELOW = 14
"""Pixels from the top of the axis to the line that its words stand on."""
# Shares of the width that a label takes: of a wide screen's, and of a phone's.
_LABEL, _PHONE_LABEL = 0.085, 0.23
_YEAR = 0.05
_HALF_ON_PHONE = 0.11
_MONTHS_BETWEEN = 4


class LengthScale(NamedTuple):
    """A logarithmic axis from a minute to some days; what is shorter or longer stands at its ends."""

    end: timedelta
    ticks: tuple[tuple[timedelta, str], ...]

    def share(self, length: timedelta) -> float:
        """Tell how far to the right a length stands, from 0 to 1."""
        minutes = max(length, _MINUTE) / _MINUTE
        return _INSET + (1 - 2 * _INSET) * min(log(minutes) / log(self.end / _MINUTE), 1)

    @property
    def grid(self) -> list[str]:
        """The places of the ticks."""
        return [percent(self.share(length)) for length, _ in self.ticks]

    @property
    def words(self) -> list[Word]:
        """The words under the ticks."""
        return [Word(percent(self.share(length)), _WORDS_BELOW, text) for length, text in self.ticks]


def scale(longest: timedelta) -> LengthScale:
    """Choose the axis on which the longest of some lengths has its place."""
    return LengthScale(4 * _DAY, _SHORT) if longest <= 4 * _DAY else LengthScale(30 * _DAY, _LONG)


def month_words(calendar: Calendar) -> list[Word]:
    """Choose the words under a drawing of months: the first one and Januaries, and some between where there is room."""
    words: list[Word] = []
    on_phone = -1.0
    number = calendar.end - calendar.first
    for month, is_main in _labelled(calendar):
        share = (month - calendar.first + min(calendar.length, number) / 2) / number
        place = min(max(share, _HALF_ON_PHONE), 1 - _HALF_ON_PHONE)
        is_on_phone = is_main and place - on_phone >= _PHONE_LABEL
        on_phone = place if is_on_phone else on_phone
        classes = (("idoc-main", is_main), ("idoc-chart-wide", not is_on_phone))
        css_class = " ".join(name for name, holds in classes if holds)
        first = month == calendar.first
        share, anchor = (0, "start") if first else (share, "middle") if share < 1 - _LABEL / 2 else (1, "end")
        text = _month(calendar, month, is_main=is_main)
        words.append(Word(percent(share), _WORDS_BELOW, text, anchor, css_class))
    return words


def _labelled(calendar: Calendar) -> list[tuple[int, bool]]:
    """Give the months that have room for a label, in the order of time, and whether they are the first or a January."""
    least = _LABEL * (calendar.end - calendar.first)
    width = (_YEAR if calendar.length >= 12 else _LABEL) * (calendar.end - calendar.first)

    def middle(month: int) -> float:
        """Give the middle of its label: the first one begins where the axis does, and none ends behind it."""
        place = month + min(calendar.length, calendar.end - calendar.first) / 2
        return min(max(place, calendar.first + width / 2), calendar.end - width / 2)

    found = [calendar.first]
    next_january = calendar.first - calendar.first % 12 + 12
    first, step = (next_january, 12) if calendar.length < 12 else (calendar.first + calendar.length, calendar.length)
    for month in range(first, calendar.end, step):
        if middle(month) - middle(found[-1]) >= least:
            found.append(month)
    between = [
        month
        for month in range(calendar.first, calendar.end, calendar.length)
        if month % _MONTHS_BETWEEN == 0 and all(abs(middle(month) - middle(other)) >= least for other in found)
    ]
    main = set(found)
    return sorted((month, month in main) for month in (*found, *between))


def _month(calendar: Calendar, month: int, *, is_main: bool) -> str:
    year, index = divmod(month, 12)
    if calendar.length >= 12:
        return f"{year:04}"
    name = f"{date(2000, index + 1, 1):%b}"
    return f"{name} {year:04}" if is_main else name
