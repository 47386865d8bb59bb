"""The format to the tables that say what it is made of, in the organisation's own words."""

from collections.abc import Iterator

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, FieldKind
from incident_docs.format.samples import sample_field
from incident_docs.format.sections import ACTION_ITEMS, FormatSection, Half
from incident_docs.format.time_forms import CLOCK_FORMS, MOMENT_FORMS
from incident_docs.format.vocabulary import NOT_REQUIRED, POSTMORTEM_STATUSES, Stage
from incident_docs.site.pages import marks
from incident_docs.site.pages.guides.guide_parts import code, codes, statuses, table
from incident_docs.site.pages.html import escape


def severities(format: Format) -> str:
    """The levels, worst first."""
    follow = {True: "An action item, or the reason why there is none", False: "What the team decides"}
    lines = (
        (marks.severity(severity, format), escape(severity.response), follow[severity.actions_required])
        for severity in format.severities
    )
    return table(("Users notice", "Who responds", "What must follow"), lines)


def strategies(format: Format) -> str:
    """The ways to make the impact stop."""
    lines = ((code(strategy.id), escape(strategy.use_when)) for strategy in format.strategies)
    return table(("Strategy", "Use it when"), lines)


def messages(format: Format) -> str:
    """What each status is called in the document, and to stakeholders."""
    lines = (
        (marks.status(status), code(f"status: {status.id}"), escape(status.notification)) for status in format.statuses
    )
    return table(("Status", "In the frontmatter", "To stakeholders"), lines)


def zone(format: Format) -> str:
    """Where the clock hangs that the times of the body are read from, in a sentence."""
    keys = (f"{code(field.key)}: {escape(field.meaning)}" for field in format.fields if field.kind is FieldKind.ZONE)
    return next(keys, "Clock times are in UTC.")


def clock_times() -> str:
    """How the times of the timeline are written."""
    return table(("Timeline", "What it says"), ((code(form.example), escape(form.meaning)) for form in CLOCK_FORMS))


def moments() -> str:
    """How the times of the frontmatter are written."""
    return table(("Frontmatter", "What it says"), ((code(form.example), escape(form.meaning)) for form in MOMENT_FORMS))


def fields(format: Format) -> str:
    """The frontmatter, key by key."""
    lines = (
        (
            code(sample_field(field, format)),
            " ".join(filter(None, (escape(field.meaning), _choices(field, format)))),
            "if you like" if field.required_from is None else statuses(field.required_from, format),
        )
        for field in format.fields
    )
    return table(("Key, as in", "What it says", "Demanded from"), lines)


def _choices(field: Field, format: Format) -> str:
    """The values that it can have, where they are few."""
    if field.kind is FieldKind.POSTMORTEM:
        return f"Its status is one of {codes(POSTMORTEM_STATUSES)}; {code(NOT_REQUIRED)} has a reason."
    few = {
        FieldKind.SEVERITY: tuple(format.severity),
        FieldKind.STATUS: tuple(format.status),
        FieldKind.STRATEGIES: tuple(format.strategy),
        FieldKind.CHOICE: field.choices,
    }
    values = few.get(field.kind, ())
    return f"{'Any' if field.kind is FieldKind.STRATEGIES else 'One'} of {codes(values)}." if values else ""


def demands(format: Format) -> str:
    """The body part by part, and what each status demands of it."""
    labels = format.labels
    header = f"{labels.title}, {labels.status}, {labels.severity}, {labels.impact}, {labels.duration}"
    lines = [(escape(header), "", *("yes" for _ in Stage))]
    lines += [
        (escape(section.heading), "; ".join(_parts(section)), *(_demand(section, stage, format) for stage in Stage))
        for section in format.sections
    ]
    heads = (" / ".join(each.label for each in format.statuses if each.stage is stage) for stage in Stage)
    return table(("Part", "Made of", *heads), lines)


def _parts(section: FormatSection) -> Iterator[str]:
    if section.columns:
        yield "a table: " + ", ".join(
            escape(column.heading) if column.required else f"<i>{escape(column.heading)}</i>"
            for column in section.columns
        )
    if section.bullets:
        yield f"bullets: {escape(', '.join(section.bullets))}"
    if section.fenced:
        yield "a fenced block"


def _demand(section: FormatSection, stage: Stage, format: Format) -> str:
    """What must stand there at a stage."""
    if section.demanded_from is None or section.demanded_from > stage:
        return "not yet" if section.half is Half.POSTMORTEM and stage < Stage.RESOLVED else "if you like"
    required = [severity.id for severity in format.severities if severity.actions_required]
    if section.id == ACTION_ITEMS.id and stage is Stage.RESOLVED and required:
        return f"at {escape(', '.join(required))} a row or a reason"
    if section.filled_from is None or section.filled_from > stage:
        return "heading"
    if section.columns:
        return "a row"
    return "all bullets" if section.bullets else "a command" if section.fenced else "a text"
