"""Make the page that a responder follows: what to do in each phase, and what the document needs by its end."""

import shlex
from typing import NamedTuple

from incident_docs.document.header import write_notification
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER
from incident_docs.format.definition import Format
from incident_docs.format.fields import FieldKind
from incident_docs.format.phases import PHASES, Phase
from incident_docs.format.samples import CLOCK_FORMS, TITLE
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import NOT_REQUIRED, Stage
from incident_docs.insight.phase_needs import Need, phase_needs
from incident_docs.site.pages import urls
from incident_docs.site.pages.guides import format_reference
from incident_docs.site.pages.guides.format_reference import stage_marks
from incident_docs.site.pages.guides.section_rules import rules_since
from incident_docs.site.pages.marks import StatusMark, status_mark
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "Response guide"
_NAME = "response-guide"
_MESSAGE = ("<what is wrong>", "<severity>", IMPACT_PLACEHOLDER)


class NeedView(NamedTuple):
    """What the document needs by the end of a phase, and the marks of the statuses until which the heading will do."""

    need: Need
    filled_from: list[StatusMark]


class GuidePhase(NamedTuple):
    """A phase of the response, as the page describes it."""

    id: str
    """`active`, `mitigating`, `resolved` or `postmortem`."""
    name: str
    aim: str
    ends_as: list[StatusMark]
    needs: list[NeedView]
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
        [NeedView(need, [status_mark(status) for status in need.filled_from]) for need in phase_needs(phase, format)],
        [] if phase.stage is Stage.ACTIVE else [rule.ID for rule in rules_since(phase, format)],
    )
