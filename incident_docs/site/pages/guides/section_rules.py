"""The sections of the format, and the phases of a response, to the rules that look at what is written there."""

from collections.abc import Iterator

from incident_docs.document.finding import Level
from incident_docs.format import sections
from incident_docs.format.definition import Format
from incident_docs.format.phases import Phase
from incident_docs.format.sections import SECTIONS, FormatSection, Half
from incident_docs.rules import Named
from incident_docs.rules.catalogue import ALL

_BEGINNINGS = {
    sections.TIMELINE.id: ("timeline-",),
    sections.ROOT_CAUSE.id: ("root-cause-",),
    sections.MITIGATION.id: ("mitigation-",),
    sections.CURRENT_STATUS.id: ("current-status-", "affected-users-"),
    sections.VERIFICATION.id: ("verification-",),
    sections.WHAT_HAPPENED.id: ("language-",),
    sections.POSTMORTEM_ROOT_CAUSE.id: ("root-cause-", "language-"),
    sections.WENT_WELL.id: ("went-well-",),
    sections.COULD_IMPROVE.id: ("improve-",),
    sections.ACTION_ITEMS.id: ("action-", "ticket-"),
}
"""What the names of the rules begin with."""


def rules_about(section: FormatSection) -> Iterator[Named]:
    """Those that run unless somebody says otherwise."""
    beginnings = _BEGINNINGS.get(section.id, ())
    return (rule for rule in ALL if rule.LEVEL is not Level.OFF and rule.ID.startswith(beginnings))


def rules_since(phase: Phase, format: Format) -> Iterator[Named]:
    """Those that fail a document from the end of this phase on, and not before."""
    for rule in ALL:
        if rule.SINCE is phase.stage and rule.LEVEL is Level.ERROR:
            section = next((each for each in SECTIONS if rule.ID.startswith(_BEGINNINGS.get(each.id, ()))), None)
            half = section.half if section else Half.RESPONSE
            if half is phase.half and (section is None or section.id in format.section):
                yield rule
