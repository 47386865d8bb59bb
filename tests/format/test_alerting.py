"""The tables `alerts` and `severity-questions` of the configuration, and their mistakes."""

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.format.alerting import Alerting, AlertMapping
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.triage import Answer, Question, worst_severity
from incident_docs.format.vocabulary import Severity

FULL = """
[alerts]
unknown-severity = "P3"

[alerts.severities]
Rot = "P1"
critical = "P2"

[alerts.mappings.monitor]
title = "check.name"
state = "state"
recovered = ["gut"]
when = "check"
timezone = "Europe/Berlin"

[alerts.mappings.other]
title = "name"

[severity-questions.data]
question = "Is patient data concerned"

[severity-questions.ward]
question = "Is a ward without service"
answers = {"yes" = "P1", "no" = "P4"}
"""


def test_an_organisation_tells_how_alerts_are_read_and_what_is_asked() -> None:
    configuration = read_configuration(FULL, "incident-docs.toml")
    assert configuration is not None
    mapping = AlertMapping(
        "monitor", (("title", "check.name"), ("state", "state")), "check", ("gut",), timezone="Europe/Berlin"
    )
    assert configuration.alerting == Alerting(
        (("Rot", "P1"), ("critical", "P2")), "P3", (mapping, AlertMapping("other", (("title", "name"),)))
    )
    questions = {question.id: question for question in configuration.format.questions}
    assert list(questions) == ["core-flow", "reach", "data", "way-round", "ward"]
    assert questions["data"] == Question("data", "Is patient data concerned", (Answer("yes", "P1"), Answer("no", "P4")))
    assert questions["ward"].answers == (Answer("yes", "P1"), Answer("no", "P4"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[alerts]\nseverity = 'P1'", "2: there is no setting 'severity'; did you mean 'severities'?"),
        ("[alerts]\nunknown-severity = 'P9'", "2: there is no severity 'P9'; there are P1, P2, P3, P4"),
        ("[alerts.severities]\nhigh = 'bad'", "2: there is no severity 'bad'; there are P1, P2, P3, P4"),
        ("[alerts.mappings.x]\nbody = 'b'", "1: title is missing in alerts.mappings.x"),
        ("[alerts.mappings.x]\ntitel = 'b'", "2: there is no setting 'titel'; did you mean 'title'?"),
        ("[alerts.mappings.x]\ntitle = 't'\ntimezone = 'Mars'", "3: there is no time zone 'Mars'; write it as in Europe/Berlin"),
        ("[severity-questions.x]\nanswers = {yes = 'P1'}", "1: question is missing in severity-questions.x"),
        ("[severity-questions.x]\nquestion = 'Is it'", "1: answers is missing in severity-questions.x"),
        ("[severity-questions.data]\nanswers = {yes = 'P7'}", "2: there is no severity 'P7'; there are P1, P2, P3, P4"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(IncidentDocsError) as error:
        read_configuration(text, "incident-docs.toml")
    assert str(error.value) == f"incident-docs.toml:{message}"


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("critical", "P1"),
        ("Disaster", "P1"),
        ("SEV-0", "P1"),
        ("sev 1", "P1"),
        ("p1", "P1"),
        ("high", "P2"),
        ("error", "P2"),
        ("Sev2", "P2"),
        ("Average", "P3"),
        ("WARNING", "P3"),
        ("degraded_performance", "P3"),
        ("info", "P4"),
        ("P5", "P4"),
    ],
)
def test_the_words_of_services_are_known(word: str, severity: str) -> None:
    assert Alerting().severity(word, DEFAULT) == DEFAULT.severity[severity]


def test_few_severities_take_the_words_of_many() -> None:
    format = Format(severities=(Severity("major", "Down", ""), Severity("minor", "Slow", "")))
    assert Alerting().severity("p4", format) == format.severities[1]
    assert Alerting().severity("MINOR", format) == format.severities[1]
    assert Alerting((("page", "minor"),)).severity("Page!", format) == format.severities[1]
    assert Alerting().severity("purple", format) is None
    assert Alerting().assumed(format).id == "minor"


def test_the_worst_answer_wins_and_none_says_nothing() -> None:
    answers = [Answer("yes", "P3"), Answer("no", "P2"), Answer("no", "P4")]
    assert worst_severity(answers, DEFAULT.severities) == DEFAULT.severity["P2"]
    assert worst_severity([], DEFAULT.severities) is None
