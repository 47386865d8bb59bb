"""An organisation's words become the format; a mistake is one line with its place and the mend."""

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.format.configuration import Configuration, read_configuration
from incident_docs.format.definition import DEFAULT
from incident_docs.format.fields import Field, FieldKind
from incident_docs.format.publishing import Publishing
from incident_docs.format.sections import Column, FormatSection, Half
from incident_docs.format.vocabulary import Severity, Stage, Status, Strategy

FULL = """
folder = "incidents"

[severities.SEV1]
impact = "Everything is down"
response = "Everybody"
actions-required = true

[severities.SEV2]
impact = "Something is slow"

[statuses]
open = { label = "Open", stage = "active" }
watching = { label = "Watching", stage = "mitigating", emoji = "🟠", notification = "Monitoring" }
closed = { label = "Closed", stage = "resolved" }

[strategies]
restart = "It is stuck."

[fields.tier]
type = "choice"
values = ["gold", "silver"]
meaning = "The customers' contract."
required = "resolved"

[fields.detected]
required = "resolved"

[sections.timeline]
heading = "Verlauf"
columns = { time = "Zeit", event = "Ereignis", who = "Wer" }

[sections.went-well]
required = "never"

[sections.lessons]
heading = "Lessons"
required = "resolved"
filled = "resolved"

[labels]
impact = "Auswirkung"
not-published = "unbekannt"

[site]
columns = ["severity", "title", "tier", "detected"]
"""


def test_every_table_changes_the_format() -> None:
    configuration = read_configuration(FULL, "incident-docs.toml")
    assert configuration is not None
    format = configuration.format
    assert configuration.folder == "incidents"
    assert format.severities == (
        Severity("SEV1", "Everything is down", "Everybody", True),
        Severity("SEV2", "Something is slow", ""),
    )
    assert format.statuses == (
        Status("open", "Open", "🔴", Stage.ACTIVE, "Investigating"),
        Status("watching", "Watching", "🟠", Stage.MITIGATING, "Monitoring"),
        Status("closed", "Closed", "🟢", Stage.RESOLVED, "Resolved"),
    )
    assert format.strategies == (*DEFAULT.strategies, Strategy("restart", "It is stuck."))
    assert format.field["tier"] == Field(
        "tier", FieldKind.CHOICE, "The customers' contract.", Stage.RESOLVED, ("gold", "silver")
    )
    assert format.field["detected"].required_from is Stage.RESOLVED
    assert format.section["timeline"].heading == "Verlauf"
    assert format.section["timeline"].columns == (
        Column("time", "Zeit"),
        Column("event", "Ereignis"),
        Column("who", "Wer", required=False),
    )
    assert format.section["went-well"].demanded_from is None
    assert format.section["lessons"] == FormatSection(
        "lessons", "Lessons", Half.POSTMORTEM, "<to be written>", Stage.RESOLVED, Stage.RESOLVED
    )
    assert (format.labels.impact, format.labels.not_published, format.labels.title) == (
        "Auswirkung",
        "unbekannt",
        "Incident Response",
    )
    assert configuration.publishing == Publishing(("severity", "title", "tier", "detected"))


def test_without_settings_it_is_the_format_of_the_documentation() -> None:
    assert read_configuration("", "incident-docs.toml") == Configuration()
    assert read_configuration("[project]\nname = 'x'\n", "pyproject.toml") is None
    assert read_configuration("tool = 3\n", "pyproject.toml") is None
    assert read_configuration("[tool.incident-docs]\nfolder = 'x'\n", "pyproject.toml") == Configuration(folder="x")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("folder = ", "c.toml: this is no TOML: Invalid value (at end of document)"),
        ("\nfoldr = 'x'", "c.toml:2: there is no setting 'foldr'; did you mean 'folder'?"),
        ("folder = 3", "c.toml:1: folder is 3; write a text in quotes"),
        ("severities = 3", "c.toml:1: severities is 3; write a table, as in [severities]"),
        ("[severities]\nP1 = 3", "c.toml:2: P1 is 3; write a table, as in [severities.P1]"),
        ("[severities.P1]\nresponse = ''", "c.toml:1: impact is missing in severities.P1"),
        (
            "[severities.P1]\nimpact = ''\nactions-required = 'yes'",
            "c.toml:3: actions-required is 'yes'; write true or false",
        ),
        ("[statuses]\na = {label='A', stage='activ'}", "c.toml:2: stage is 'activ'; did you mean 'active'?"),
        (
            "[statuses]\na = {label='A', stage='active'}",
            "c.toml:1: no status has the stage mitigating; every stage needs one",
        ),
        (
            "[fields.x]\ntype = 'colour'",
            "c.toml:2: type is 'colour'; there are text, texts, time, severity, status, strategies, zone, ids, sources, postmortem, choice, number, boolean, date",
        ),
        ("[fields.x]\ntype = 'choice'", "c.toml:1: x is a choice; a choice has values, and nothing else has"),
        ("[fields.x]\ntype = 'text'\nvalues = 'a'", "c.toml:3: values is 'a'; write a list of texts"),
        ("[fields.title]\ntype = 'text'", "c.toml:2: there is no setting 'type'; there are meaning, required"),
        ("[sections.timeline]\nhading = 'x'", "c.toml:2: there is no setting 'hading'; did you mean 'heading'?"),
        ("[sections.x]\nhalf = 'response'", "c.toml:1: heading is missing in sections.x"),
        (
            "[sections.x]\n# why\nheading = 'timeline'\nhalf = 'response'",
            "c.toml:3: timeline and x have one heading in one half",
        ),
        ("[labels]\nimpct = 'x'", "c.toml:2: there is no setting 'impct'; did you mean 'impact'?"),
        ("[site]\ncolums = []", "c.toml:2: there is no setting 'colums'; did you mean 'columns'?"),
        ("[site]\ncolumns = 'title'", "c.toml:2: columns is 'title'; write a list of texts"),
        (
            "[site]\ncolumns = [\n  'title',\n  'durration',\n]",
            "c.toml:4: there is no column 'durration'; did you mean 'duration'?",
        ),
        (
            "[site]\ncolumns = ['title', 'customer-tiers']\n[fields.customer-tier]\ntype = 'text'",
            "c.toml:2: there is no column 'customer-tiers'; did you mean 'customer-tier'?",
        ),
        ("[site]\ncolumns = ['title',\n'date', 'date']", "c.toml:3: the column 'date' is there twice"),
        ("site.columns = ['date']", "c.toml:1: the column 'title' is missing, which leads to the incident"),
    ],
)
def test_a_mistake_has_its_place_and_the_mend(text: str, message: str) -> None:
    with pytest.raises(IncidentDocsError) as raised:
        read_configuration(text, "c.toml")
    assert str(raised.value) == message


def test_in_pyproject_the_line_is_that_of_the_whole_file() -> None:
    with pytest.raises(IncidentDocsError) as raised:
        read_configuration(
            "[project]\nname = 'x'\n\n[tool.incident-docs.sections.timeline]\nhading = 'x'\n", "a/pyproject.toml"
        )
    assert str(raised.value) == "a/pyproject.toml:5: there is no setting 'hading'; did you mean 'heading'?"
    with pytest.raises(IncidentDocsError) as raised:
        read_configuration("[tool]\nincident-docs = 3\n", "pyproject.toml")
    assert str(raised.value) == "pyproject.toml:2: incident-docs is 3; write a table, as in [tool.incident-docs]"
    with pytest.raises(IncidentDocsError) as raised:
        read_configuration("[tool.incident-docs.site]\ncolumns = [\n'title',\n'tag']\n", "pyproject.toml")
    assert str(raised.value) == "pyproject.toml:4: there is no column 'tag'; did you mean 'tags'?"
