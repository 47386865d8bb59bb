"""Define the questions that tell how severe an incident is, for whoever is unsure, and read an organisation's own."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incident_docs.format.toml_table import MistakeError, TomlTable
from incident_docs.format.vocabulary import Severity
from incident_docs.format.wording import suggest_quoted


class Answer(NamedTuple):
    """One answer to a question."""

    words: str
    severity: str
    """The id of the severity that an incident has at least."""


class Question(NamedTuple):
    """A question about users."""

    id: str
    text: str
    answers: tuple[Answer, ...]
    """The worst first."""


class _Usual(NamedTuple):
    id: str
    text: str
    answers: tuple[tuple[str, int], ...]
    """The words, and the place of the severity among those of the format."""


_USUAL = (
    _Usual("core-flow", "Can users do what they come for", (("no", 0), ("only partly or slowly", 1), ("yes", 3))),
    _Usual("reach", "How many users notice it", (("most or all", 1), ("some", 2), ("none", 3))),
    _Usual("data", "Is data lost, wrong or exposed", (("yes", 0), ("no", 3))),
    _Usual("way-round", "Is there a way round for them", (("no", 2), ("yes", 3))),
)


def usual_questions(severities: Sequence[Severity]) -> tuple[Question, ...]:
    """Give the questions of the format, for these severities: the first is the worst."""
    return tuple(
        Question(
            id, text, tuple(Answer(words, severities[min(rank, len(severities) - 1)].id) for words, rank in answers)
        )
        for id, text, answers in _USUAL
    )


def read_questions(table: TomlTable, severities: Sequence[Severity]) -> tuple[Question, ...]:
    """Read the table `severity-questions`: those of the format with an organisation's changes, and its own."""
    questions = {question.id: question for question in usual_questions(severities)}
    ids = [severity.id for severity in severities]
    for id, settings in table.tables("severity-questions"):
        settings.only("question", "answers")
        usual = questions.get(id)
        text = settings.text("question", usual.text if usual else None)
        questions[id] = Question(id, text, _answers(settings, ids) or (usual.answers if usual else ()))
        if not questions[id].answers:
            raise MistakeError(settings.keys, f"answers is missing in {'.'.join(settings.keys)}")
    return tuple(questions.values())


def _answers(settings: TomlTable, ids: Sequence[str]) -> tuple[Answer, ...]:
    answers = settings.table("answers")
    for words in answers:
        if answers.text(words) not in ids:
            message = f"there is no severity {answers.text(words)!r}; {suggest_quoted(answers.text(words), ids)}"
            raise MistakeError((*answers.keys, words), message)
    return tuple(Answer(words, answers.text(words)) for words in answers)


def worst_severity(answers: Iterable[Answer], severities: Sequence[Severity]) -> Severity | None:
    """Find the worst severity that any answer asks for; None if there is no answer."""
    asked = {answer.severity for answer in answers}
    return next((severity for severity in severities if severity.id in asked), None)
