"""A phase of the response to the list of what the format demands of the document by its end."""

from collections.abc import Iterator

from incident_docs.format.definition import Format
from incident_docs.format.phases import Phase
from incident_docs.format.sections import ACTION_ITEMS, FormatSection, Half
from incident_docs.format.vocabulary import Stage
from incident_docs.site.pages.guides.guide_parts import bold, code, statuses
from incident_docs.site.pages.html import element, escape


def checklist(phase: Phase, format: Format) -> str:
    """The list; empty where nothing is demanded."""
    found = [*_fields(phase, format), *_header(phase, format), *_sections(phase, format)]
    return element("ul", "".join(element("li", item) for item in found), class_="idoc-checklist") if found else ""


def _fields(phase: Phase, format: Format) -> Iterator[str]:
    for field in format.fields if phase.half is Half.RESPONSE else ():
        if field.required_from is phase.stage:
            yield _said(code(field.key), field.meaning)
        elif field.key == phase.moment and field.required_from is None:
            yield _said(f"{code(field.key)} (where it is known)", field.meaning)


def _header(phase: Phase, format: Format) -> Iterator[str]:
    if phase.stage is Stage.ACTIVE:
        yield _said(bold(format.labels.impact), "What users cannot do, and how many of them.")


def _sections(phase: Phase, format: Format) -> Iterator[str]:
    for section in format.sections:
        since = section.filled_from or section.demanded_from
        if section.half is not phase.half or section.demanded_from is None or since is None:
            continue
        # The postmortem has one phase, whatever an organisation demands of it earlier.
        if phase.half is Half.POSTMORTEM or since is phase.stage:
            yield _said(bold(section.heading), section.meaning) + _who_must(section, format)
        elif section.demanded_from is phase.stage:
            yield f"{bold(section.heading)}: only the heading; the rest can wait until {statuses(since, format)}"


def _who_must(section: FormatSection, format: Format) -> str:
    """The severities at which there must be an action item or a reason."""
    severities = [severity.id for severity in format.severities if severity.actions_required]
    if section.id != ACTION_ITEMS.id or not severities:
        return ""
    return f" Demanded at {escape(', '.join(severities))}."


def _said(name: str, meaning: str) -> str:
    return f"{name}: {escape(meaning)}" if meaning else name
