"""Define the whole format in one value: what a document is made of, in an organisation's words."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from incident_docs.format.fields import FIELDS, Field
from incident_docs.format.sections import SECTIONS, FormatSection, Half
from incident_docs.format.triage import Question, usual_questions
from incident_docs.format.vocabulary import (
    SEVERITIES,
    STATUSES,
    STRATEGIES,
    Severity,
    Stage,
    Status,
    Strategy,
)


class Labels(NamedTuple):
    """The words of the body that are not a section's heading."""

    title: str = "Incident Response"
    status: str = "Status"
    severity: str = "Severity"
    impact: str = "Impact"
    duration: str = "Duration"
    ongoing: str = "ongoing"
    reopened: str = "reopened"
    """What a row of the timeline says of an incident that had been resolved."""
    postmortem: str = "Postmortem (after resolution)"
    not_published: str = "not published"
    alert: str = "Alert"
    hypothesis_mark: str = "?"
    """What the event of a timeline row begins with that is a hypothesis, and of one that is an action."""
    action_mark: str = "!"
    not_yet_known: str = "not yet known"
    """What a notification says of what is not written yet."""
    notified: str = "Notified"
    """What the event of a timeline row begins with that tells of a notification."""


LABELS = Labels()
OptionValue = int | tuple[str, ...]


@dataclass(frozen=True)
class Format:
    """What an incident document is. The defaults are version 1 of the format."""

    severities: tuple[Severity, ...] = SEVERITIES
    statuses: tuple[Status, ...] = STATUSES
    strategies: tuple[Strategy, ...] = STRATEGIES
    fields: tuple[Field, ...] = FIELDS
    sections: tuple[FormatSection, ...] = SECTIONS
    labels: Labels = LABELS
    options: tuple[tuple[str, str, OptionValue], ...] = ()
    """What is set for rules of the linter: the rule, the option, and its value."""
    questions: tuple[Question, ...] = usual_questions(SEVERITIES)
    """They tell how severe an incident is, if somebody is unsure."""

    @cached_property
    def severity(self) -> dict[str, Severity]:
        return {severity.id: severity for severity in self.severities}

    @cached_property
    def status(self) -> dict[str, Status]:
        return {status.id: status for status in self.statuses}

    @cached_property
    def strategy(self) -> dict[str, Strategy]:
        return {strategy.id: strategy for strategy in self.strategies}

    @cached_property
    def field(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}

    @cached_property
    def section(self) -> dict[str, FormatSection]:
        return {section.id: section for section in self.sections}

    @cached_property
    def section_by_heading(self) -> dict[tuple[Half, str], FormatSection]:
        """Sections by half and case-folded heading."""
        return {(section.half, section.heading.casefold()): section for section in self.sections}

    @cached_property
    def option(self) -> dict[tuple[str, str], OptionValue]:
        """Options by rule and name."""
        return {(rule, name): value for rule, name, value in self.options}

    def status_at(self, stage: Stage) -> Status:
        """Give the first status that stands for this stage."""
        return next(status for status in self.statuses if status.stage is stage)


DEFAULT = Format()
