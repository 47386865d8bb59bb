"""Much work is shared among processes, little is not."""

import multiprocessing
import os
import signal
import threading

import pytest

from incident_docs.workspace import processes
from incident_docs.workspace.processes import each_result, processors, results_of_copies


def _squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def _fail(number: int) -> None:
    raise LookupError(number)


def test_much_work_is_done_in_other_processes_and_comes_in_order() -> None:
    done = list(each_result(_squared, range(200), 2))
    assert [square for square, _ in done] == [number * number for number in range(200)]
    assert os.getpid() not in {process for _, process in done}


@pytest.mark.parametrize(("count", "processes"), [(10, 2), (200, 1)])
def test_little_work_and_that_of_one_process_is_done_here(count: int, processes: int) -> None:
    done = list(each_result(_squared, range(count), processes))
    assert done == [(number * number, os.getpid()) for number in range(count)]


@pytest.mark.parametrize("count", [1, 200])
def test_what_the_work_raises_is_raised_here(count: int) -> None:
    with pytest.raises(LookupError):
        list(each_result(_fail, range(count), 2))


def test_a_platform_that_does_not_say_which_processors_may_be_used_is_asked_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1


def test_copies_of_this_process_share_its_memory_and_give_results_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    here = {number: (lambda number=number: number * number) for number in range(200)}  # nothing that pickle could copy
    found = dict(results_of_copies(lambda number: (here[number](), os.getpid()), range(200)))
    assert {number: square for number, (square, _) in found.items()} == {
        number: number * number for number in range(200)
    }
    assert os.getpid() not in {process for _, process in found.values()}


def test_a_copy_that_fails_gives_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)

    def work(number: int) -> int:
        if number > 150:
            os._exit(1)
        return number

    found = dict(results_of_copies(work, range(200)))
    assert found.items() <= {(number, number) for number in range(151)}


@pytest.mark.parametrize(("count", "processors"), [(10, 2), (200, 1)])
def test_little_work_is_left_to_whoever_asks(count: int, processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: processors)
    assert list(results_of_copies(_squared, range(count))) == []


def test_one_of_several_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert list(results_of_copies(_squared, range(200))) == []
    stop.set()
    thread.join()


def test_a_copy_works_on_what_no_other_has_begun() -> None:
    before = signal.getsignal(signal.SIGINT)
    next_item, (here, there) = multiprocessing.Value("i", 1), multiprocessing.Pipe(duplex=False)
    processes._work(lambda number: number * 10, [1, 2, 3], next_item, there)
    signal.signal(signal.SIGINT, before)
    assert [here.recv(), here.recv()] == [(1, 20), (2, 30)]
    with pytest.raises(EOFError):
        here.recv()
