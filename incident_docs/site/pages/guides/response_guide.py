"""The format to the page that a responder follows: what to do in each phase, and what the document needs by its end."""

import shlex

from incident_docs.document.header import write_notification
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER
from incident_docs.format.definition import Format
from incident_docs.format.fields import FieldKind
from incident_docs.format.phases import PHASES, Phase
from incident_docs.format.samples import TITLE
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import NOT_REQUIRED, Stage
from incident_docs.site.pages.guides import format_reference, guide_parts
from incident_docs.site.pages.guides.checklist import checklist
from incident_docs.site.pages.guides.guide_parts import bold, code, paragraph
from incident_docs.site.pages.guides.section_rules import rules_since
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.page import Page, Settings

_TITLE = "Response guide"
_MESSAGE = ("<what is wrong>", "<severity>", IMPACT_PLACEHOLDER)


def page(settings: Settings) -> Page:
    """From the first sign to the last action item."""
    format = settings.format
    parts = (
        heading(1, _TITLE),
        block(_lead(settings), "idoc-lead"),
        *(_phase(phase, settings) for phase in PHASES),
        _part(2, "Status and messages", _messages(format)),
        _part(2, "Times", paragraph(format_reference.zone(format)) + format_reference.clock_times()),
    )
    return Page(settings.own(guide_parts.RESPONSE), _TITLE, "".join(parts), hide=("navigation",))


def _part(level: int, title: str, html: str) -> str:
    return heading(level, title) + block(html, "idoc-guide")


def _lead(settings: Settings) -> str:
    to_writing = guide_parts.link("writing guide", guide_parts.WRITING, guide_parts.RESPONSE, settings)
    return paragraph(
        "Users come first; the document only has to keep up. What it must hold grows with the status of the incident.",
        f"How to write it well is told in the {to_writing}.",
    )


def _phase(phase: Phase, settings: Settings) -> str:
    format = settings.format
    todo = checklist(phase, format)
    when = "As soon as" if phase.half is Half.POSTMORTEM else "By the time"
    needs = f"{when} it is {guide_parts.statuses(phase.stage, format)} the document needs:"
    before, after = _around(phase, settings)
    html = paragraph(escape(phase.aim)) + before + (paragraph(needs) + todo if todo else "") + _rules(phase, settings)
    return _part(2, phase.name, html) + after


def _rules(phase: Phase, settings: Settings) -> str:
    """From the first minute on there are too many to name."""
    if phase.stage is Stage.ACTIVE:
        return ""
    rules = [guide_parts.rule(rule.ID, guide_parts.RESPONSE, settings) for rule in rules_since(phase, settings.format)]
    return element("p", f"Rules that begin here: {', '.join(rules)}", class_="idoc-secondary") if rules else ""


def _around(phase: Phase, settings: Settings) -> tuple[str, str]:
    """What is to be said before the list of a phase, and after it."""
    if phase.half is Half.POSTMORTEM:
        return "", block(_afterwards(settings), "idoc-guide")
    return {
        Stage.ACTIVE: (_opening(settings.format), _part(3, "Severity", _severities(settings.format))),
        Stage.MITIGATING: ("", _strategies(settings.format)),
        Stage.RESOLVED: (paragraph(f"{code('incident-docs lint')} lists what is still to be written."), ""),
    }[phase.stage]


def _opening(format: Format) -> str:
    severity = shlex.quote(format.severities[0].id)
    return (
        paragraph("At a terminal you are asked for what you leave out:")
        + guide_parts.pre(f'incident-docs new "{TITLE}" -s {severity}')
        + paragraph(
            "It writes the document, and prints where it is and what to tell stakeholders. Write on in that file:",
            f"{code('incident-docs lint --watch')} beside it says at once what is missing or cannot be read.",
        )
    )


def _severities(format: Format) -> str:
    first = paragraph("The worst stands first: take the first that is true, and another one when you know more.")
    return first + format_reference.severities(format)


def _strategies(format: Format) -> str:
    if not format.strategies:
        return ""
    keys = [field.key for field in format.fields if field.kind is FieldKind.STRATEGIES]
    used = f"Those that were used go into {guide_parts.codes(keys)}." if keys else ""
    first = paragraph("Take what ends the impact soonest, even if it explains nothing.", used)
    return _part(3, "Strategies", first + format_reference.strategies(format))


def _afterwards(settings: Settings) -> str:
    """What the postmortem may hold besides, where there need be none, and where its promises are followed up."""
    format = settings.format
    more = [bold(each.heading) for each in format.sections if each.half is Half.POSTMORTEM and not each.demanded_from]
    waiver = [
        code(f"{field.key}: {{status: {NOT_REQUIRED}, reason: ...}}")
        for field in format.fields
        if field.kind is FieldKind.POSTMORTEM
    ]
    actions = guide_parts.link("Action items", "actions", guide_parts.RESPONSE, settings)
    return paragraph(
        f"Worth asking too: {', '.join(more)}." if more else "",
        f"If no postmortem is to be written, {' '.join(waiver)} says so and why." if waiver else "",
        f"{actions} lists what was promised in all incidents, and how late it is.",
    )


def _messages(format: Format) -> str:
    message = write_notification(*_MESSAGE, format.status_at(Stage.ACTIVE))
    return (
        paragraph(
            "A new status is written in the frontmatter.",
            f"{code('incident-docs lint --fix')} copies it into the heading {bold(format.labels.status)}.",
        )
        + format_reference.messages(format)
        + paragraph("With each change stakeholders get four lines, of which the last is from this table:")
        + guide_parts.pre(message.rstrip())
    )
