"""Read an organisation's configuration, and say on which line a mistake is.

Severities and statuses replace those of the format; strategies, fields and sections are added, or change the one of
their name.
"""

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.format.alerting import Alerting, read_alerting
from incident_docs.format.change_sources import ChangeSources, read_change_sources
from incident_docs.format.definition import DEFAULT, Format, Labels
from incident_docs.format.fields import Field, FieldKind
from incident_docs.format.linting import Linting, read_linting, read_rule_options
from incident_docs.format.notifying import Notifying, read_notifying
from incident_docs.format.publishing import Publishing, read_publishing
from incident_docs.format.sections import Column, FormatSection, Half
from incident_docs.format.toml_table import MistakeError, TomlTable, line_of, line_of_word
from incident_docs.format.triage import read_questions
from incident_docs.format.vocabulary import Severity, Stage, Status, Strategy

_FOLDER = "postmortems"
_STAGES = {stage.name.lower(): stage for stage in Stage}
_NEVER = "never"
_TABLES = (
    "folder",
    "severities",
    "severity-questions",
    "statuses",
    "strategies",
    "fields",
    "sections",
    "labels",
    "lint",
    "site",
    "alerts",
    "notify",
    "changes",
)


class Configuration(NamedTuple):
    """What an organisation can set."""

    format: Format = DEFAULT
    folder: str = _FOLDER
    """Where the incidents are, relative to the folder of the configuration file."""
    linting: Linting = Linting()
    publishing: Publishing = Publishing()
    alerting: Alerting = Alerting()
    notifying: Notifying = Notifying()
    changing: ChangeSources = ChangeSources()


def read_configuration(text: str, file: str) -> Configuration | None:
    """Read `incident-docs.toml`, or the table `tool.incident-docs` of `pyproject.toml`; None if there is no such table.

    Raises IncidentDocsError, with file and line, for a mistake in it.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IncidentDocsError(f"{file}: this is no TOML: {error}") from error
    settings = TomlTable(values)
    try:
        if file.endswith("pyproject.toml"):
            tool = values.get("tool")
            if not isinstance(tool, dict) or "incident-docs" not in tool:
                return None
            settings = settings.table("tool").table("incident-docs")
        return _configuration(settings)
    except MistakeError as mistake:
        raise _error(text, file, mistake.keys, mistake.word, str(mistake)) from mistake


def mistake(text: str, file: str, keys: tuple[str, ...], word: str, message: str) -> IncidentDocsError:
    """Make the error for a setting that turns out to be wrong only where it is used.

    The keys lead to it; a word is what is wrong in a list, empty if all of the setting is.
    """
    if file.endswith("pyproject.toml"):
        keys = ("tool", "incident-docs", *keys)
    return _error(text, file, keys, word, message)


def _error(text: str, file: str, keys: tuple[str, ...], word: str, message: str) -> IncidentDocsError:
    line = line_of_word(text, keys, word) if word else line_of(text, keys)
    return IncidentDocsError(f"{file}:{line}: {message}")


def _configuration(settings: TomlTable) -> Configuration:
    settings.only(*_TABLES)
    severities = tuple(_severities(settings)) or DEFAULT.severities
    format = Format(
        severities=severities,
        statuses=_statuses(settings),
        strategies=tuple({**DEFAULT.strategy, **dict(_strategies(settings))}.values()),
        fields=tuple({**DEFAULT.field, **dict(_fields(settings))}.values()),
        sections=_sections(settings),
        labels=_labels(settings.table("labels")),
        options=read_rule_options(settings.table("lint")),
        questions=read_questions(settings, severities),
    )
    return Configuration(
        format,
        settings.text("folder", _FOLDER),
        read_linting(settings.table("lint")),
        read_publishing(settings.table("site"), format),
        read_alerting(settings.table("alerts"), format),
        read_notifying(settings.table("notify")),
        read_change_sources(settings.table("changes")),
    )


def _severities(settings: TomlTable) -> Iterator[Severity]:
    for id, table in settings.tables("severities"):
        table.only("impact", "response", "actions-required")
        yield Severity(id, table.text("impact"), table.text("response", ""), table.flag("actions-required"))


def _statuses(settings: TomlTable) -> tuple[Status, ...]:
    statuses = tuple(_status(id, table) for id, table in settings.tables("statuses"))
    missing = [name for name, stage in _STAGES.items() if stage not in {status.stage for status in statuses}]
    if statuses and missing:
        keys = settings.table("statuses").keys
        raise MistakeError(keys, f"no status has the stage {missing[0]}; every stage needs one")
    return statuses or DEFAULT.statuses


def _status(id: str, table: TomlTable) -> Status:
    table.only("label", "emoji", "stage", "notification")
    stage = _STAGES[table.choice("stage", _STAGES)]
    usual = DEFAULT.status_at(stage)
    emoji, notification = table.text("emoji", usual.emoji), table.text("notification", usual.notification)
    return Status(id, table.text("label"), emoji, stage, notification)


def _strategies(settings: TomlTable) -> Iterator[tuple[str, Strategy]]:
    table = settings.table("strategies")
    for id in table:
        usual = DEFAULT.strategy.get(id, Strategy(id, ""))
        if table.is_table(id):
            its = table.table(id)
            its.only("use-when", "command")
            yield id, Strategy(id, its.text("use-when", usual.use_when or None), its.text("command", usual.command))
        else:
            yield id, usual._replace(use_when=table.text(id))


def _fields(settings: TomlTable) -> Iterator[tuple[str, Field]]:
    for key, table in settings.tables("fields"):
        known = DEFAULT.field.get(key)
        if known is None:
            known = _new_field(key, table)
        else:
            table.only("meaning", "required")
        meaning = table.text("meaning", known.meaning)
        yield key, known._replace(meaning=meaning, required_from=_stage(table, "required", known.required_from))


def _new_field(key: str, table: TomlTable) -> Field:
    table.only("type", "meaning", "required", "values")
    kind = FieldKind(table.choice("type", [kind.value for kind in FieldKind]))
    choices = table.texts("values")
    if (kind is FieldKind.CHOICE) != bool(choices):
        raise MistakeError(table.keys, f"{key} is a {kind}; a {FieldKind.CHOICE} has values, and nothing else has")
    return Field(key, kind, "", choices=choices)


def _sections(settings: TomlTable) -> tuple[FormatSection, ...]:
    sections = dict(DEFAULT.section)
    for id, table in settings.tables("sections"):
        table.only("heading", "half", "meaning", "required", "filled", "skeleton", "columns", "bullets")
        section = _changed(sections.get(id) or _new_section(id, table), table)
        sections[id] = section
        same = [other.id for other in sections.values() if _heading(other) == _heading(section)]
        if len(same) > 1:
            raise MistakeError((*table.keys, "heading"), f"{same[0]} and {same[1]} have one heading in one half")
    return tuple(sections.values())


def _heading(section: FormatSection) -> tuple[Half, str]:
    return section.half, section.heading.casefold()


def _new_section(id: str, table: TomlTable) -> FormatSection:
    half = Half(table.choice("half", [half.value for half in Half], Half.POSTMORTEM.value))
    return FormatSection(id, table.text("heading"), half, "<to be written>")


def _changed(section: FormatSection, table: TomlTable) -> FormatSection:
    return section._replace(
        heading=table.text("heading", section.heading),
        meaning=table.text("meaning", section.meaning),
        skeleton=table.text("skeleton", section.skeleton),
        demanded_from=_stage(table, "required", section.demanded_from),
        filled_from=_stage(table, "filled", section.filled_from),
        columns=_columns(table.table("columns"), section),
        bullets=table.texts("bullets", section.bullets),
    )


def _columns(headings: TomlTable, section: FormatSection) -> tuple[Column, ...]:
    columns = {column.id: column for column in section.columns}
    for id in headings:
        column = columns.get(id, Column(id, id, required=False))
        columns[id] = column._replace(heading=headings.text(id))
    return tuple(columns.values())


def _labels(table: TomlTable) -> Labels:
    names = {name.replace("_", "-"): name for name in Labels._fields}
    table.only(*names)
    return Labels(**{names[key]: table.text(key) for key in table})


def _stage(table: TomlTable, key: str, default: Stage | None) -> Stage | None:
    if key not in table:
        return default
    return _STAGES.get(table.choice(key, (*_STAGES, _NEVER)))
