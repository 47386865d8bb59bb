"""Each file of `tests/cases/chats` becomes the timeline that `timelines.txt` has for it."""

from datetime import UTC, date
from pathlib import Path

import pytest

from incident_docs.format.definition import DEFAULT
from incident_docs.intake.chats.imported_rows import ImportedRow, imported_rows
from incident_docs.intake.chats.message import Setting
from incident_docs.intake.chats.read_chat import read_chat

FOLDER = Path("tests/cases/chats")
SETTING = Setting(UTC, date(2026, 3, 4))


def written(row: ImportedRow) -> str:
    return f"{row.message.at:%m-%d} {'~' * row.message.is_rough}{row.message.at:%H:%M} {row.event}"


def read(path: Path, channel: str = "") -> list[str]:
    return [written(row) for row in imported_rows(read_chat(path, SETTING, channel).messages, DEFAULT)]


def wanted() -> dict[str, list[str]]:
    parts = Path(__file__).with_name("timelines.txt").read_text(encoding="utf-8").split("\n## ")[1:]
    return {part.split("\n")[0]: part.strip().split("\n")[1:] for part in parts}


def test_every_file_has_its_timeline() -> None:
    assert sorted(wanted()) == sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", sorted(wanted()))
def test_the_timeline_of_a_file_is_the_right_one(name: str) -> None:
    assert read(FOLDER / name) == wanted()[name]
