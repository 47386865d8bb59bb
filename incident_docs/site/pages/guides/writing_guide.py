"""The format and the rules to the page for who writes: what belongs where, which words help, how all of it is written."""

from datetime import datetime

from incident_docs.document.scaffold import Facts, scaffold
from incident_docs.document.times import Moment
from incident_docs.format.definition import Format
from incident_docs.format.fields import UNPUBLISHABLE, FieldKind
from incident_docs.format.samples import STARTED, TITLE
from incident_docs.format.sections import ACTION_ITEMS, Column, FormatSection, Half
from incident_docs.format.vocabulary import ACTION_STATUSES, NOT_REQUIRED, Stage
from incident_docs.rules import placeholder_left, premature_postmortem
from incident_docs.site.pages import marks
from incident_docs.site.pages.guides import format_reference, guide_parts
from incident_docs.site.pages.guides.guide_parts import bold, code, paragraph
from incident_docs.site.pages.guides.section_rules import rules_about
from incident_docs.site.pages.guides.writing_examples import telling_rules
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.page import Page, Settings

_TITLE = "Writing guide"
_STATE = "status"
"""The column of the action items that says how far they are."""


def page(settings: Settings) -> Page:
    """What belongs where and how it is said first, then what to look up."""
    format = settings.format
    parts = (
        heading(1, _TITLE),
        block(_lead(settings), "idoc-lead"),
        _half("Incident response", Half.RESPONSE, settings),
        _half("Postmortem", Half.POSTMORTEM, settings),
        _part(2, "Words that help", _of_words()),
        telling_rules(guide_parts.WRITING, settings),
        _part(2, "Where there is nothing to say", _of_gaps(format)),
        heading(2, "Reference"),
        _part(3, "What each status demands", _of_demands(settings)),
        _part(3, "Frontmatter", _of_fields(format)),
        _part(3, "Times", _of_times(format)),
        _part(3, "An empty document", _empty(format)),
    )
    return Page(settings.own(guide_parts.WRITING), _TITLE, "".join(parts), hide=("navigation",))


def _part(level: int, title: str, html: str) -> str:
    return heading(level, title) + block(html, "idoc-guide")


def _lead(settings: Settings) -> str:
    to_response = guide_parts.link("response guide", guide_parts.RESPONSE, guide_parts.WRITING, settings)
    to_rules = guide_parts.link("rules", "rules", guide_parts.WRITING, settings)
    return paragraph(
        "An incident is one Markdown file: facts for programs in its frontmatter, the story for people in its body.",
        "Its first half is written while the incident runs, its second half afterwards.",
        f"What to do when is told in the {to_response}, and what {code('incident-docs lint')} looks at in the {to_rules}.",
    )


def _half(title: str, half: Half, settings: Settings) -> str:
    """The sections that are demanded, in their order, and then those that are known."""
    sections = [section for section in settings.format.sections if section.half is half]
    demanded = "".join(_section(section, settings) for section in sections if section.demanded_from is not None)
    more = "".join(f"<li>{_named(section)}</li>" for section in sections if section.demanded_from is None)
    return (
        _part(2, title, _of_response(settings) if half is Half.RESPONSE else _of_postmortem(settings))
        + demanded
        + (_part(3, f"{title}: sections to add", f"<ul>{more}</ul>") if more else "")
    )


def _named(section: FormatSection) -> str:
    return f"{bold(section.heading)}: {escape(section.meaning)}" if section.meaning else bold(section.heading)


def _section(section: FormatSection, settings: Settings) -> str:
    rules = [guide_parts.rule(rule.ID, guide_parts.WRITING, settings) for rule in rules_about(section)]
    html = (
        (paragraph(escape(section.meaning)) if section.meaning else "")
        + _optional_columns(section)
        + (element("p", f"Rules: {', '.join(rules)}", class_="idoc-secondary") if rules else "")
    )
    return heading(3, section.heading) + (block(html, "idoc-guide") if html else "")


def _optional_columns(section: FormatSection) -> str:
    columns = [column for column in section.columns if not column.required]
    if not columns:
        return ""
    names = ", ".join(bold(column.heading) for column in columns)
    return paragraph(f"Columns to add: {names}.", *(_states(column, section) for column in columns))


def _states(column: Column, section: FormatSection) -> str:
    """What may stand in the column that says how far an action item is."""
    if (section.id, column.id) != (ACTION_ITEMS.id, _STATE):
        return ""
    states = ", ".join(map(marks.action_state, ACTION_STATUSES))
    return f"{bold(column.heading)} is one of {states}; nothing means the first."


def _of_response(settings: Settings) -> str:
    resolved = guide_parts.statuses(Stage.RESOLVED, settings.format)
    rule = guide_parts.rule(placeholder_left.ID, guide_parts.WRITING, settings)
    return paragraph(
        f"Written while it runs. What nobody knows yet stays a placeholder in angle brackets until it is {resolved} ({rule})."
    )


def _of_postmortem(settings: Settings) -> str:
    resolved = guide_parts.statuses(Stage.RESOLVED, settings.format)
    rule = guide_parts.rule(premature_postmortem.ID, guide_parts.WRITING, settings)
    return paragraph(f"Written once it is {resolved}, and not before ({rule}).")


def _of_words() -> str:
    return paragraph("The rules that teach most. Not all are facts: where one is an opinion, it says whose.")


def _of_gaps(format: Format) -> str:
    """What to write where something is not written, and is not to be."""
    return "".join(
        {
            FieldKind.POSTMORTEM: _waiver(field.key),
            FieldKind.SOURCES: _unpublished(field.key, format),
        }.get(field.kind, "")
        for field in format.fields
    ) + paragraph(
        f"A rule that is wrong in one place is told so there: {code('<!-- incident-docs: allow NAME -- why -->')} on a line"
        " of its own, before what it is about."
    )


def _waiver(key: str) -> str:
    waiver = code(f"{key}: {{status: {NOT_REQUIRED}, reason: ...}}")
    return paragraph(f"No postmortem is to be written: {waiver} says so, and why. Its sections may then be empty.")


def _unpublished(key: str, format: Format) -> str:
    times = [field.key for field in format.fields if field.key in UNPUBLISHABLE]
    said = code(format.labels.not_published)
    return paragraph(
        f"A document with {code(key)} was made from a report that others published. Where the report is silent, {said}",
        f"stands for {guide_parts.codes(times)}," if times else "stands for",
        "a cell of the action items or the verification, and is never counted as missing or late.",
    )


def _of_demands(settings: Settings) -> str:
    return paragraph(
        "All that a status demands, the next one demands too. Columns in italics may be left out."
    ) + format_reference.demands(settings.format)


def _of_fields(format: Format) -> str:
    return paragraph(
        "Each fact stands here once; where the body repeats one,",
        f"{code('incident-docs lint --fix')} writes it there.",
        f"Keys that begin with {code('x-')} are free.",
    ) + format_reference.fields(format)


def _of_times(format: Format) -> str:
    return paragraph(format_reference.zone(format)) + format_reference.clock_times() + format_reference.moments()


def _empty(format: Format) -> str:
    facts = Facts(TITLE, format.severities[0], Moment(datetime.fromisoformat(STARTED)))
    return paragraph(f"{code('incident-docs new')} writes it like this:") + guide_parts.pre(
        scaffold(facts, format).rstrip()
    )
