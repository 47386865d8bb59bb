"""How far a build is, on a terminal and elsewhere."""

import io

import pytest

from incident_docs.site.engines.mkdocs.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def test_a_terminal_has_one_line_that_is_gone_in_the_end(clock: list[float]) -> None:
    terminal = _Terminal()
    progress = Progress(terminal)
    for done in range(4):
        clock[0] += 0.06
        progress.show("Reading incidents", done, 4)
    progress.clear()
    progress.clear()
    assert terminal.getvalue() == ("\r\x1b[KReading incidents: 1 of 4\r\x1b[KReading incidents: 3 of 4\r\x1b[K")


def test_a_short_build_shows_nothing(clock: list[float]) -> None:
    terminal = _Terminal()
    progress = Progress(terminal)
    progress.show("Reading incidents", 1, 4)
    progress.clear()
    assert terminal.getvalue() == ""
    assert clock == [0.0]


def test_a_pipe_gets_nothing(clock: list[float]) -> None:
    pipe = io.StringIO()
    progress = Progress(pipe)
    clock[0] = 1.0
    progress.show("Reading incidents", 1, 4)
    progress.clear()
    assert pipe.getvalue() == ""
