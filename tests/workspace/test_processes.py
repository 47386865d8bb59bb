"""Work in several processes."""

import os
import signal
import sys
import threading
from functools import partial

import pytest

from incident_docs.workspace import processes

forks = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a process cannot begin as a copy")


def _squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@forks
def test_all_work_is_done_in_other_processes() -> None:
    done = [each for part in processes.results([partial(_squared, number) for number in range(50)]) for each in part]
    assert sorted(result for result, _ in done) == [number * number for number in range(50)]
    assert os.getpid() not in {process for _, process in done}


@forks
def test_what_the_work_raises_is_raised_here() -> None:
    def fail() -> None:
        raise LookupError("no")

    with pytest.raises(LookupError, match="no"):
        list(processes.results([fail]))


@forks
def test_a_process_that_the_system_ends_is_no_failure() -> None:
    work = [lambda: os.kill(os.getpid(), signal.SIGKILL)] * 50
    assert sum(map(len, processes.results(work))) < 50


def test_a_process_with_several_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert processes.can_be_copied()
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not processes.can_be_copied()


def test_a_platform_that_does_not_tell_which_processors_may_be_used_is_asked_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processes.processors() == 1


def test_a_process_leaves_interruptions_to_whoever_began_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_work", [partial(_squared, number) for number in range(10)])
    assert [result for result, _ in processes._part(1, 4)] == [1, 25, 81]
    before = signal.getsignal(signal.SIGINT)
    try:
        processes._begin()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
