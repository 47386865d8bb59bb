"""Read a time that somebody typed, and ask which one is meant in the hour that comes twice."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

import click

from incident_docs.cli.asking import can_ask, choose
from incident_docs.document.model import Document
from incident_docs.document.times import Moment, is_twice, read_clock, read_past_time, write_minute
from incident_docs.reading.timeline_rows import to_minute

_ORDER = (("started", "detected"), ("started", "mitigated"), ("started", "resolved"), ("mitigated", "resolved"))


def given_time(text: str | None, option: str, zone: tzinfo, now: datetime) -> Moment:
    """Read a past time in a zone: `14:07`, `5m` (that long ago), `yesterday 23:50`, `2026-03-04 14:07`; without a text it is now.

    Raises BadParameter, which names the option.
    """
    if text is None:
        return Moment(now.replace(second=0, microsecond=0))
    moment = read_past_time(text, now, zone)
    if moment is None:
        raise click.BadParameter(
            f"{text!r} is no time; write 14:07, 5m (that long ago), yesterday 23:50 or 2026-03-04 14:07",
            param_hint=option,
        )
    if moment.at > now:
        raise click.BadParameter(f"{moment} has not come yet", param_hint=option)
    return _meant(moment, text, option, zone, now)


def not_before_start(moment: Moment, document: Document) -> Moment:
    """Give a time that was typed to the minute, or the second of that minute in which the incident started."""
    started = document.times.get("started")
    is_same_minute = started is not None and to_minute(started.at) == moment.at
    return moment._replace(at=started.at) if started is not None and is_same_minute else moment


def check_order(times: Mapping[str, Moment], document: Document) -> None:
    """Raise BadParameter, which names the option, if one of these times contradicts another one or the document's."""
    known = {**document.times, **times}
    for earlier, later in _ORDER:
        if not times.keys() & {earlier, later} or not known.keys() >= {earlier, later}:
            continue
        if known[later].at < known[earlier].at:
            first, second = (write_minute(known[key].at, document.zone) for key in (earlier, later))
            hint = f"--{later if later in times else earlier}"
            raise click.BadParameter(f"{later} {second} is before {earlier} {first}", param_hint=hint)


def _meant(moment: Moment, text: str, option: str, zone: tzinfo, now: datetime) -> Moment:
    """The time itself, unless clocks showed it twice and it does not say which is meant."""
    written = read_clock(text.rpartition(" ")[2])
    first = moment.at.astimezone(zone)
    second = first.replace(fold=1)
    if written is None or written.zone or not is_twice(first) or second.astimezone(UTC) > now:
        return moment
    both = [f"{each:%H:%M %Z}" for each in (first, second)]
    if not can_ask():
        raise click.BadParameter(f"{text} came twice in that night; write {' or '.join(both)}", param_hint=option)
    chosen = (first, second)[choose(f"{text} came twice in that night. Which is it", both)]
    return moment._replace(at=chosen.astimezone(UTC))
