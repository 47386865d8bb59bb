"""Find the rules that look at what is written in a section, or in a phase of a response."""

from collections.abc import Iterator

from incident_docs.document.finding import Level
from incident_docs.format.definition import Format
from incident_docs.format.phases import Phase
from incident_docs.format.sections import FormatSection, Half
from incident_docs.rules import Named
from incident_docs.rules.catalogue import ALL


def rules_about(section: FormatSection) -> Iterator[Named]:
    """Find the rules that are about a section and run unless somebody says otherwise."""
    return (
        rule
        for rule in ALL
        if rule.TRAITS.level is not Level.OFF and section.id in {each.id for each in rule.TRAITS.sections}
    )


def rules_since(phase: Phase, format: Format) -> Iterator[Named]:
    """Find the rules that fail a document from the end of this phase on, and not before."""
    for rule in ALL:
        if rule.TRAITS.since is phase.stage and rule.TRAITS.level is Level.ERROR:
            section = next(iter(rule.TRAITS.sections), None)
            half = section.half if section else Half.RESPONSE
            if half is phase.half and (section is None or section.id in format.section):
                yield rule
