"""Make the page that a responder follows: what to do in each phase, and what the document needs by its end."""

import shlex
from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.document.header import write_notification
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER
from incident_docs.format.definition import Format
from incident_docs.format.fields import FieldKind
from incident_docs.format.phases import PHASES, Phase
from incident_docs.format.samples import CLOCK_FORMS, TITLE
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import NOT_REQUIRED, Stage
from incident_docs.site.pages import urls
from incident_docs.site.pages.guides import format_reference
from incident_docs.site.pages.guides.format_reference import demanding_severities, stage_marks
from incident_docs.site.pages.guides.section_rules import rules_since
from incident_docs.site.pages.marks import StatusMark
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "Response guide"
_NAME = "response-guide"
_MESSAGE = ("<what is wrong>", "<severity>", IMPACT_PLACEHOLDER)


class Need(NamedTuple):
    """What the document needs by the end of a phase."""

    name: str
    meaning: str = ""
    is_key: bool = False
    """The name is a key of the frontmatter, not a part of the body."""
    is_if_known: bool = False
    severities: tuple[str, ...] = ()
    """Those at which it is demanded; empty if at all."""
    filled_from: tuple[StatusMark, ...] = ()
    """Until then the heading will do; empty if more is needed at once."""


class GuidePhase(NamedTuple):
    """A phase of the response, as the page describes it."""

    id: str
    """`active`, `mitigating`, `resolved` or `postmortem`."""
    name: str
    aim: str
    ends_as: list[StatusMark]
    needs: list[Need]
    rules: list[str]
    """Those that begin here; none in the first phase, as there are too many to name."""


def page(settings: Settings) -> Page:
    """Make the page, from the first sign to the last action item."""
    format = settings.format
    body = fill_page(
        "response-guide.html",
        settings.template_folders,
        title=_TITLE,
        addresses={name: _address(name, settings) for name in ("writing-guide", "rules", "actions")},
        phases=[_phase(phase, format) for phase in PHASES],
        command=f'incident-docs new "{TITLE}" -s {shlex.quote(format.severities[0].id)}',
        severities=format_reference.severity_rows(format),
        strategies=format.strategies,
        strategy_keys=_keys(FieldKind.STRATEGIES, format),
        more_sections=[
            each.heading for each in format.sections if each.half is Half.POSTMORTEM and not each.demanded_from
        ],
        waivers=[f"{key}: {{status: {NOT_REQUIRED}, reason: ...}}" for key in _keys(FieldKind.POSTMORTEM, format)],
        statuses=format_reference.status_rows(format),
        status_label=format.labels.status,
        message=write_notification(*_MESSAGE, format.status_at(Stage.ACTIVE)).rstrip(),
        zone=format_reference.zone_field(format),
        clock_forms=CLOCK_FORMS,
    )
    return Page(settings.generated_path(_NAME), _TITLE, body, hide=("navigation",))


def _address(name: str, settings: Settings) -> str:
    return urls.url(settings.generated_path(_NAME), settings.generated_path(name), settings.directory_urls)


def _keys(kind: FieldKind, format: Format) -> list[str]:
    return [field.key for field in format.fields if field.kind is kind]


def _phase(phase: Phase, format: Format) -> GuidePhase:
    return GuidePhase(
        "postmortem" if phase.half is Half.POSTMORTEM else phase.stage.name.lower(),
        phase.name,
        phase.aim,
        stage_marks(phase.stage, format),
        [*_fields(phase, format), *_header(phase, format), *_sections(phase, format)],
        [] if phase.stage is Stage.ACTIVE else [rule.ID for rule in rules_since(phase, format)],
    )


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
            yield Need(section.heading, section.meaning, severities=tuple(demanding_severities(section, format)))
        elif section.demanded_from is phase.stage:
            yield Need(section.heading, filled_from=tuple(stage_marks(since, format)))
