"""An incident's moments to the phases between them, and what happened when."""

from dataclasses import dataclass
from datetime import datetime

from incident_docs.document.model import Document, TimelineEntry
from incident_docs.format.fields import TIMES
from incident_docs.site.pages.dates import minute


@dataclass(frozen=True, slots=True)
class Phases:
    """The moments that are known, each as the minute that it lies in."""

    moments: dict[str, datetime]

    def at(self, at: datetime) -> str | None:
        """The phase that holds this minute. What is not known is not guessed: no detection, no undetected phase."""
        started, resolved = self.moments.get("started"), self.moments.get("resolved")
        if started is None or at < started or (resolved is not None and at > resolved):
            return None
        detected, mitigated = self.moments.get("detected"), self.moments.get("mitigated")
        if mitigated is not None and at >= mitigated:
            return "recovering"
        return "undetected" if detected is not None and at < detected else "responding"


def phases(document: Document) -> Phases:
    """The phases of an incident."""
    return Phases({key: minute(moment.at.astimezone(document.zone)) for key, moment in document.times.items()})


def names(document: Document, known: Phases) -> dict[int, str]:
    """By the index of the timeline's row, the moments that it tells: `Started`, `Mitigated, resolved`."""
    found: dict[int, list[str]] = {}
    for key in TIMES:
        for index, entry in enumerate(document.timeline):
            if key in known.moments and _is_at(entry, known.moments[key]):
                found.setdefault(index, []).append(key)
                break
    return {index: ", ".join(keys).capitalize() for index, keys in found.items()}


def _is_at(entry: TimelineEntry, moment: datetime) -> bool:
    return entry.at is not None and not entry.is_day_only and minute(entry.at) == moment
