"""Tell what a document needs by the end of each phase of a response."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.format.definition import Format
from incident_docs.format.phases import Phase
from incident_docs.format.sections import ACTION_ITEMS, FormatSection, Half
from incident_docs.format.vocabulary import Stage, Status


class Need(NamedTuple):
    """What the document needs by the end of a phase."""

    name: str
    meaning: str = ""
    is_key: bool = False
    """The name is a key of the frontmatter, not a part of the body."""
    is_if_known: bool = False
    severities: tuple[str, ...] = ()
    """Those at which it is demanded; empty if at all."""
    filled_from: tuple[Status, ...] = ()
    """Until then the heading will do; empty if more is needed at once."""
    section: FormatSection | None = None
    """The one that it is."""


def phase_needs(phase: Phase, format: Format) -> list[Need]:
    """Give what begins to be needed in a phase, in the order of the document."""
    return [*_fields(phase, format), *_header(phase, format), *_sections(phase, format)]


def statuses_of(stage: Stage, format: Format) -> tuple[Status, ...]:
    """Give the statuses that stand for a stage."""
    return tuple(status for status in format.statuses if status.stage is stage)


def demanding_severities(section: FormatSection, format: Format) -> list[str]:
    """Give the severities at which there must be an action item, or a reason why not; none for other sections."""
    if section.id != ACTION_ITEMS.id:
        return []
    return [severity.id for severity in format.severities if severity.actions_required]


def _fields(phase: Phase, format: Format) -> Iterator[Need]:
    for field in format.fields if phase.half is Half.RESPONSE else ():
        if field.required_from is phase.stage:
            yield Need(field.key, field.meaning, is_key=True)
        elif field.key == phase.moment and field.required_from is None:
            yield Need(field.key, field.meaning, is_key=True, is_if_known=True)


def _header(phase: Phase, format: Format) -> Iterator[Need]:
    if phase.stage is Stage.ACTIVE:
        yield Need(format.labels.impact, "What users cannot do, and how many of them.")


def _sections(phase: Phase, format: Format) -> Iterator[Need]:
    for section in format.sections:
        since = section.filled_from or section.demanded_from
        if section.half is not phase.half or section.demanded_from is None or since is None:
            continue
        # The postmortem has one phase, whatever an organisation demands of it earlier.
        if phase.half is Half.POSTMORTEM or since is phase.stage:
            yield Need(
                section.heading,
                section.meaning,
                severities=tuple(demanding_severities(section, format)),
                section=section,
            )
        elif section.demanded_from is phase.stage:
            yield Need(section.heading, filled_from=statuses_of(since, format), section=section)
