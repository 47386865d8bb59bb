"""Much work is shared among processes, little is not."""

import os

import pytest

from incident_docs.workspace.processes import each_result, processors


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
