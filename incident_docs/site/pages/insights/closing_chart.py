"""Chart what became of the action items that fell due, by quarter."""

from collections import Counter
from collections.abc import Mapping, Sequence

from incident_docs.insight.action_outcomes import Outcome, Outcomes, Quarter, outcomes_by_quarter
from incident_docs.insight.months import month
from incident_docs.site.pages.insights.charts import Bar, Bars, Chart, ChartRow, Legend, Word, percent
from incident_docs.site.pages.insights.stretch import Stretch, counted_noun, not_drawn

_TITLE = "Action items closed"
_MOST = 12
_NARROW, _WIDE = 300, 740
"""Pixels of the longest bar, on a phone and beside its name."""
_ROOM, _DIGIT = 18, 9
"""Pixels that a part needs for its number on a phone, and for each of its digits elsewhere."""
_HEIGHT = 32
_PARTS = {
    Outcome.IN_TIME: ("in-time", "Done in time"),
    Outcome.LATE: ("late", "Done late"),
    Outcome.DONE: ("done", "Done"),
    Outcome.DROPPED: ("dropped", "Won't do"),
    Outcome.OVERDUE: ("overdue", "Still overdue"),
}
_DAY_UNKNOWN = "Done, day not known"


def closing_chart(stretch: Stretch) -> Chart:
    """Draw a bar for each quarter, cut into what was done, in time or late where git tells, decided against, and is overdue."""
    found = outcomes_by_quarter(stretch.items, stretch.today, stretch.since, stretch.rows)
    left_out = _left_out(found, stretch)
    if not found.quarters:
        return Chart(_TITLE, "No action item has fallen due.", note=left_out)
    totals = sum((Counter(each.outcomes) for each in found.quarters), Counter())
    are_timed = bool(totals[Outcome.IN_TIME] or totals[Outcome.LATE])
    labels = _labels(are_timed=are_timed)
    drawn = found.quarters[-_MOST:]
    most = max(quarter.total for quarter in drawn)
    return Chart(
        _TITLE,
        _finding(totals),
        [_row(quarter, most, stretch, are_timed=are_timed) for quarter in drawn],
        headings=("Quarter", "Fell due", *labels.values(), "Closed"),
        lines=[_line(each, tuple(labels), stretch) for each in found.quarters],
        note=" ".join(filter(None, (left_out, not_drawn(len(found.quarters), len(drawn))))),
        legend=Legend(parts=[(_PARTS[part][0], label) for part, label in labels.items()]),
    )


def _labels(*, are_timed: bool) -> dict[Outcome, str]:
    labels = {part: label for part, (_, label) in _PARTS.items()}
    if are_timed:
        return {**labels, Outcome.DONE: _DAY_UNKNOWN}
    return {part: label for part, label in labels.items() if part not in (Outcome.IN_TIME, Outcome.LATE)}


def _finding(totals: Mapping[Outcome, int]) -> str:
    in_time, late, unknown, dropped, overdue = (totals[part] for part in _PARTS)
    done = in_time + late + unknown
    total = counted_noun(sum(totals.values()), "action item")
    when = f", {in_time or 'none'} of them in time" if in_time or late else ""
    decided = f", {dropped} decided against" if dropped else ""
    return (
        f"Of {total} that fell due, {done or 'none'} {'is' if done == 1 else 'are'} done{when}{decided} "
        f"and {overdue or 'none'} still overdue."
    )


def _left_out(found: Outcomes, stretch: Stretch) -> str:
    undated = f"{found.undated} without a date" if found.undated else ""
    silent = f"{found.unpublished} {stretch.format.labels.not_published}" if found.unpublished else ""
    parts = ", ".join(filter(None, (undated, silent)))
    counts = f"Not counted: {parts}. " if parts else ""
    if any(stretch.rows.values()):
        return f"{counts}An item was closed on the day of the commit that says so."
    return f"{counts}On which day an item was closed is not recorded."


def _row(quarter: Quarter, most: int, stretch: Stretch, *, are_timed: bool) -> ChartRow:
    number, unit = (quarter.outcomes[Outcome.IN_TIME], "in time") if are_timed else (quarter.closed, "closed")
    return ChartRow(_name(quarter, stretch), _bar(quarter, most), number=_share(number, quarter), unit=unit)


def _bar(quarter: Quarter, most: int) -> Bars:
    bars, words, begin = [], [], 0
    for part, (key, _) in _PARTS.items():
        number = quarter.outcomes[part]
        if number:
            width = number / most
            bars.append(Bar(percent(begin / most), 9, percent(width), 14, f"idoc-part-{key}"))
            if width * _WIDE >= _DIGIT * len(str(number)):
                css_class = f"idoc-in-{key}" if width * _NARROW >= _ROOM else f"idoc-in-{key} idoc-chart-wide"
                words.append(Word(percent(begin / most + width / 2), 20, str(number), css_class=css_class))
            begin += number
    return Bars(bars, words, _HEIGHT)


def _line(quarter: Quarter, parts: Sequence[Outcome], stretch: Stretch) -> tuple[str, ...]:
    numbers = (str(quarter.outcomes[part]) for part in parts)
    return (_name(quarter, stretch), str(quarter.total), *numbers, _share(quarter.closed, quarter))


def _name(quarter: Quarter, stretch: Stretch) -> str:
    is_present = month(stretch.today) < quarter.period.first + quarter.period.months
    return f"{quarter.period.name}, so far" if is_present else quarter.period.name


def _share(number: int, quarter: Quarter) -> str:
    return f"{round(100 * number / quarter.total)}%"
