"""Chart how many incidents there were in each month, by severity and by service."""

from collections.abc import Sequence

from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Severity
from incident_docs.insight.months import counts_by_service, counts_by_severity, last_two_years
from incident_docs.site.pages.insights.axes import month_words
from incident_docs.site.pages.insights.charts import Bar, Bars, Chart, ChartRow, Word, percent
from incident_docs.site.pages.insights.stretch import Stretch, counted_noun

_PERIODS = {1: "Month", 3: "Quarter", 12: "Year"}
_COMPARED = 2
"""Severities."""
_MOST_SERVICES = 8
_QUIET_RANK = 3
"""Lends the services' bars its colour."""
_OUTLINED = 4
"""From this rank on bars are not filled."""
_LOW, _HIGH = 20, 32
"""Pixels of the highest bar: where it stands for two at most, and elsewhere."""
_NUMBER = 12
"""The height of a number above a bar; a bar two pixels higher has room for it inside."""
_WIDTH = 0.76
_MOST_NUMBERED_ON_PHONE = 24

_Numbers = Sequence[int]


def severity_chart(stretch: Stretch) -> Chart:
    """Draw a row of bars for each severity."""
    counts = counts_by_severity(stretch.incidents, stretch.calendar)
    severities = stretch.format.severities
    highest = max(map(max, counts.values()))
    rows = []
    for severity, numbers in counts.items():
        rank = severities.index(severity) + 1 if severity else len(severities) + 1
        rows.append(_row("", numbers, rank, highest)._replace(mark=stretch.mark(severity)))
    columns = [(stretch.mark(severity).id, numbers) for severity, numbers in counts.items()]
    return _chart("Incidents over time", _recently(stretch), rows, columns, stretch)


def service_chart(stretch: Stretch) -> Chart:
    """Draw a row of bars for each of the services with the most incidents."""
    title, counts = "Incidents by service", counts_by_service(stretch.incidents, stretch.calendar)
    if not counts:
        return Chart(title, "No incident names a service.")
    drawn = list(counts.items())[:_MOST_SERVICES]
    highest = max(max(numbers) for _, numbers in drawn)
    rows = [
        _row(name, numbers, _QUIET_RANK, highest)._replace(address=stretch.service_address(name))
        for name, numbers in drawn
    ]
    most, numbers = drawn[0]
    finding = (
        f"{counted_noun(len(counts), 'service')} had incidents."
        f" {most} had the most, {sum(numbers)} of {len(stretch.incidents)}."
    )
    return _chart(title, finding, rows, drawn, stretch)._replace(note=_others(len(counts) - len(drawn)))


def _chart(
    title: str, finding: str, rows: Sequence[ChartRow], columns: Sequence[tuple[str, _Numbers]], stretch: Stretch
) -> Chart:
    calendar = stretch.calendar
    lines = [
        (period.name, *(str(numbers[index]) for _, numbers in columns)) for index, period in enumerate(calendar.periods)
    ]
    headings = (_PERIODS.get(calendar.length, "Years"), *(name for name, _ in columns))
    in_all = ("In all", *(str(sum(numbers)) for _, numbers in columns))
    return Chart(title, finding, rows, month_words(calendar), headings, [*lines, in_all])


def _row(name: str, numbers: _Numbers, rank: int, highest: int) -> ChartRow:
    return ChartRow(name, _bars(numbers, rank, highest), number=str(sum(numbers)), unit="in all")


def _bars(numbers: _Numbers, rank: int, highest: int) -> Bars:
    """Draw bars on the scale on which the highest of several rows has its place."""
    full = _LOW if highest <= 2 else _HIGH
    bottom, unit, width = full + _NUMBER, full / max(highest, 2), _WIDTH / len(numbers)
    bars, words = [], []
    for index, number in enumerate(numbers):
        if number:
            middle, high = (index + 0.5) / len(numbers), round(max(number * unit, 2))
            bars.append(Bar(percent(middle - width / 2), bottom - high, percent(width), high))
            if number > 1:
                words.append(_number(number, percent(middle), high, bottom, is_outlined=rank >= _OUTLINED))
    is_numbered_on_phone = len(numbers) <= _MOST_NUMBERED_ON_PHONE
    return Bars(bars, words, bottom, rank, rank >= _OUTLINED, is_numbered_on_phone)


def _number(number: int, x: str, high: int, bottom: int, *, is_outlined: bool) -> Word:
    """Place a number in its bar, or above one that is too low for it."""
    if high < _NUMBER + 2:
        return Word(x, bottom - high - 2, str(number))
    return Word(x, bottom - high // 2 + 4, str(number), css_class="" if is_outlined else "idoc-inside")


def _recently(stretch: Stretch) -> str:
    """Write `16 incidents in the last 12 months, 10 in the 12 before. P1: 2, was 3. P2: 5, was 2.`"""
    recent = last_two_years(stretch.everything, stretch.today)
    now = f"{counted_noun(len(recent.now), 'incident')} in the last 12 months"
    worst = stretch.format.severities[:_COMPARED]
    if recent.before is None:
        parts = (f"{each.id}: {_of(recent.now, each)}." for each in worst)
        return f"{now}. {' '.join(parts)}"
    before = recent.before
    parts = (f"{each.id}: {_of(recent.now, each)}, was {_of(before, each)}." for each in worst)
    return f"{now}, {len(before) or 'none'} in the 12 before. {' '.join(parts)}"


def _of(documents: Sequence[Document], severity: Severity) -> int:
    return sum(document.severity == severity for document in documents)


def _others(number: int) -> str:
    if number <= 0:
        return ""
    return f"The {_MOST_SERVICES} with the most are drawn, {number} {'is' if number == 1 else 'are'} not."
