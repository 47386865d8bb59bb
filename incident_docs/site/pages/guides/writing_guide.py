"""Make the page for who writes: what belongs where, which words help, and how all of it is written."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from incident_docs.document.scaffold import Facts, scaffold
from incident_docs.document.times import Moment
from incident_docs.format.definition import Format
from incident_docs.format.fields import UNPUBLISHABLE, FieldKind
from incident_docs.format.samples import CLOCK_FORMS, MOMENT_FORMS, STARTED, TITLE
from incident_docs.format.sections import ACTION_ITEMS, FormatSection, Half
from incident_docs.format.vocabulary import ACTION_STATUSES, NOT_REQUIRED, Stage
from incident_docs.rules import placeholder_left, premature_postmortem
from incident_docs.site.pages import urls
from incident_docs.site.pages.guides import format_reference
from incident_docs.site.pages.guides.bad_good_pairs import pairs
from incident_docs.site.pages.guides.section_rules import rules_about
from incident_docs.site.pages.marks import state_mark
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "Writing guide"
_NAME = "writing-guide"
_STATE = "status"
"""The column of the action items that says how far they are."""


class GuideSection(NamedTuple):
    """A section that is demanded, or that may be added."""

    heading: str
    meaning: str
    more_columns: list[str]
    """Those that its table may have besides."""
    state_column: str
    """The one of these that says how far an action item is; empty if there is none."""
    rules: list[str]


class GuideHalf(NamedTuple):
    """One of the two halves of the body."""

    title: str
    is_response: bool
    rule: str
    """Reports what was written too late, or too early."""
    sections: list[GuideSection]
    more: list[GuideSection]
    """Those that may be added."""


class Gap(NamedTuple):
    """A field that says why something is not written."""

    key: str
    waiver: str
    """How it is waived; empty for the field that names published reports."""


def page(settings: Settings) -> Page:
    """Make the page: what belongs where and how it is said first, then what to look up."""
    format = settings.format
    resolved = format_reference.stage_marks(Stage.RESOLVED, format)
    body = fill_page(
        "writing-guide.html",
        settings.template_folders,
        title=_TITLE,
        addresses={name: _address(name, settings) for name in ("response-guide", "rules")},
        resolved=resolved,
        halves=[
            _half("Incident response", Half.RESPONSE, format),
            _half("Postmortem", Half.POSTMORTEM, format),
        ],
        action_states=[state_mark(state) for state in ACTION_STATUSES],
        pairs=pairs(),
        gaps=list(_gaps(format)),
        not_published=format.labels.not_published,
        unpublishable=[field.key for field in format.fields if field.key in UNPUBLISHABLE],
        status_labels=[" / ".join(each.label for each in format.statuses if each.stage is stage) for stage in Stage],
        parts=format_reference.part_rows(format),
        fields=format_reference.field_rows(format),
        zone=format_reference.zone_field(format),
        clock_forms=CLOCK_FORMS,
        moment_forms=MOMENT_FORMS,
        empty_document=_empty_document(format),
    )
    return Page(settings.generated_path(_NAME), _TITLE, body, hide=("navigation",))


def _address(name: str, settings: Settings) -> str:
    return urls.url(settings.generated_path(_NAME), settings.generated_path(name), settings.directory_urls)


def _half(title: str, half: Half, format: Format) -> GuideHalf:
    is_response = half is Half.RESPONSE
    sections = [section for section in format.sections if section.half is half]
    return GuideHalf(
        title,
        is_response,
        (placeholder_left if is_response else premature_postmortem).ID,
        [_section(section) for section in sections if section.demanded_from is not None],
        [_section(section) for section in sections if section.demanded_from is None],
    )


def _section(section: FormatSection) -> GuideSection:
    more = [column for column in section.columns if not column.required]
    states = (column.heading for column in more if (section.id, column.id) == (ACTION_ITEMS.id, _STATE))
    return GuideSection(
        section.heading,
        section.meaning,
        [column.heading for column in more],
        next(states, ""),
        [rule.ID for rule in rules_about(section)],
    )


def _gaps(format: Format) -> Iterator[Gap]:
    for field in format.fields:
        if field.kind is FieldKind.POSTMORTEM:
            yield Gap(field.key, f"{field.key}: {{status: {NOT_REQUIRED}, reason: ...}}")
        elif field.kind is FieldKind.SOURCES:
            yield Gap(field.key, "")


def _empty_document(format: Format) -> str:
    facts = Facts(TITLE, format.severities[0], Moment(datetime.fromisoformat(STARTED)))
    return scaffold(facts, format).rstrip()
