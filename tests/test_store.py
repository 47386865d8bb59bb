"""What earlier builds have made: kept for as long as it is used, and never in the way."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from incident_docs.workspace.store import Store

TODAY = date(2026, 3, 4)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def store(day: int = 0, purpose: str = "pages") -> Store:
    return Store(Path("/project"), purpose, TODAY + timedelta(days=day))


def kept(key: str, text: str, day: int = 0) -> None:
    first = store(day)
    first.put(key, text)
    first.save()


def test_a_text_is_there_for_the_next_build_of_the_same_folder_and_purpose() -> None:
    kept("a", "Ünïcode\r\n" * 1000)
    assert store().get("a") == "Ünïcode\r\n" * 1000
    assert store(purpose="other").get("a") is None
    assert Store(Path("/other"), "pages", TODAY).get("a") is None
    assert store().get("b") is None


def test_one_build_sees_what_it_has_put_before_it_saves() -> None:
    one = store()
    one.put("a", "x")
    assert one.get("a") == "x"
    assert store().get("a") is None


def test_what_nobody_asks_for_in_a_week_is_forgotten() -> None:
    kept("used", "1")
    kept("unused", "2")
    later = store(day=5)
    assert later.get("used") == "1"
    later.save()
    kept("new", "3", day=8)
    last = store(day=8)
    assert [last.get(key) for key in ("used", "unused", "new")] == ["1", None, "3"]


def test_a_build_that_makes_nothing_new_writes_nothing(folder: Path) -> None:
    kept("a", "x")
    [file] = folder.rglob("*.db")
    before = file.stat().st_mtime_ns
    again = store()
    again.get("a")
    again.save()
    assert file.stat().st_mtime_ns == before


def test_two_builds_at_once_lose_nothing_of_each_other() -> None:
    one, two = store(), store()
    one.put("a", "1")
    two.put("b", "2")
    one.save()
    two.save()
    last = store()
    assert (last.get("a"), last.get("b")) == ("1", "2")


def test_a_broken_store_is_none_and_gives_way_to_a_new_one(folder: Path) -> None:
    kept("a", "x")
    [file] = folder.rglob("*.db")
    file.write_bytes(b"not a database" * 100)
    broken = store()
    assert broken.get("a") is None
    broken.put("a", "y")
    broken.save()
    assert store().get("a") == "y"


def test_a_store_that_another_process_holds_is_waited_for_and_then_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_docs.workspace.store._PATIENCE", 0.01)
    kept("a", "x")
    [file] = folder.rglob("*.db")
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    waiting = store()
    waiting.put("b", "y")
    waiting.save()
    other.rollback()
    other.close()
    assert store().get("b") is None
    assert store().get("a") == "x"


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(folder: Path) -> None:
    folder.write_text("a file in the way")
    nowhere = store()
    nowhere.put("a", "x")
    nowhere.save()
    assert nowhere.get("a") == "x"


def test_what_a_copy_of_the_process_has_made_is_kept_here() -> None:
    copy, own = store(), store()
    copy.put("a", "made there")
    own.give(copy.taken())
    assert own.get("a") == "made there"
    assert copy.taken() == {}
    own.save()
    assert store().get("a") == "made there"


def test_much_that_copies_have_made_is_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incident_docs.workspace.store._MUCH", 0)
    copy, own = store(), store()
    copy.put("a", "made there")
    own.give(copy.taken())
    assert store().get("a") == own.get("a") == "made there"


def test_what_cannot_be_read_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    kept("a", "x")
    one = store()

    def busy(_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(Store, "_connection", busy)
    assert one.get("a") is None
