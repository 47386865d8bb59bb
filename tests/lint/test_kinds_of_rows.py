"""A row of the timeline may be a hypothesis or an action, anywhere and in an organisation's own marks."""

import re

import pytest

from incident_docs.document.model import RowKind
from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.lint.lint_text import lint_text
from tests.edits.styles import CLEAN
from tests.examples import BASE, PATH

ROW = re.compile(r"^(\| ~?[0-9][^|]*\| )", re.MULTILINE)


@pytest.mark.parametrize("mark", ["? ", "! "])
@pytest.mark.parametrize("text", CLEAN)
def test_no_rule_minds_a_mark_before_any_event(text: str, mark: str) -> None:
    marked = ROW.sub(rf"\g<1>{mark}", text)
    kinds = {entry.kind for entry in parse(marked).timeline}
    assert kinds == {RowKind.HYPOTHESIS if mark == "? " else RowKind.ACTION}
    assert lint_text(marked, PATH) == lint_text(text, PATH)


def test_an_organisation_has_its_own_marks() -> None:
    read = read_configuration('[labels]\nhypothesis-mark = "Idea:"\naction-mark = "->"\n', "incident-docs.toml")
    assert read is not None
    text = BASE.replace("| Release 4.12 of", "| Idea: release 4.12 of").replace("| Release 4.12 is", "| -> release is")
    entries = parse(text, format=read.format).timeline
    assert [entry.kind.value for entry in entries] == ["hypothesis", "observation", "action", "observation"]
    assert entries[2].words == "release is rolled back; errors stop"
