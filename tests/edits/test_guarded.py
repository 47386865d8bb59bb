"""Edits that would bring a finding are refused, unless a safe fix takes it away again."""

from collections.abc import Sequence

import pytest

from incident_docs.document.edit import Edit, Fix
from incident_docs.document.finding import Finding
from incident_docs.edits.guarded import guarded
from incident_docs.errors import CannotEdit

FIX = Fix((Edit(1, 1, 1, 2, "a"),))


def findings(text: str) -> Sequence[Finding]:
    """A finding for each letter: of rule b with a safe fix, of c with a guess, of d with none."""
    fixes = {"b": FIX, "c": FIX._replace(is_safe=False), "d": None}
    return [
        Finding(1, letter, f"{letter} at {place}", place, fix=fixes[letter])
        for place, letter in enumerate(text, 1)
        if letter in fixes
    ]


def put(text: str) -> list[Edit]:
    return [Edit(1, 2, 1, 2, text)]


@pytest.mark.parametrize("text", ["x", "", "b", "bxb"])
def test_an_edit_without_harm_is_made(text: str) -> None:
    assert guarded("ad", put(text), findings) == f"a{text}d"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("c", "line 1 would be wrong: c at 2"),
        ("xd", "line 1 would be wrong: d at 3"),
        ("d", "line 1 would be wrong: d at 3"),
    ],
)
def test_an_edit_that_brings_a_finding_is_refused_with_its_message(text: str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        guarded("ad", put(text), findings)
    assert str(refused.value) == reason


def test_what_was_wrong_before_may_move() -> None:
    assert guarded("adc", [Edit(1, 1, 1, 2, "xyz")], findings) == "xyzdc"
