"""Tell what somebody still has to write in an incident's document: now, and by its next status."""

from collections.abc import Iterable
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.phases import PHASES, Phase
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import Status
from incident_docs.insight.phase_needs import Need, phase_needs, statuses_of
from incident_docs.reading.unwritten import is_only_template, is_unwritten


class Owed(NamedTuple):
    """What is not written yet, in the order of the document."""

    now: tuple[Need, ...]
    """By the status that it has."""
    next: tuple[Need, ...]
    """By the next one."""
    status: Status | None
    """The next one; None if there is none."""


def owed_next(document: Document) -> Owed:
    """Find what is owed. Nobody owes a postmortem that the team decided against, or that others published."""
    phases = [phase for phase in PHASES if phase.half is Half.RESPONSE]
    ended = [phase for phase in phases if phase.stage <= document.stage]
    to_come = phases[len(ended) :][:1]
    if document.is_resolved and not document.waives_postmortem and not document.is_reconstructed:
        ended += [phase for phase in PHASES if phase.half is Half.POSTMORTEM]
    status = next((status for phase in to_come for status in statuses_of(phase.stage, document.format)), None)
    return Owed(_unwritten(ended, document), _unwritten(to_come, document), status)


def _unwritten(phases: Iterable[Phase], document: Document) -> tuple[Need, ...]:
    needs = (need for phase in phases for need in phase_needs(phase, document.format))
    return tuple(need for need in needs if not need.is_if_known and not need.filled_from and _is_owed(need, document))


def _is_owed(need: Need, document: Document) -> bool:
    if need.is_key:
        value, texts = document.value(need.name), document.texts(need.name)
        is_unknown = bool(texts) and all(is_unwritten(text, document) for text in texts)
        return value is None or value.is_empty or is_unknown
    if need.section is None:
        return is_unwritten(document.impact, document)
    if need.severities and (document.severity is None or document.severity.id not in need.severities):
        return False
    section = document.section(need.section.id)
    return section is None or is_only_template(section, document)
