"""Do work in several processes."""

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

_T = TypeVar("_T")
_Item = TypeVar("_Item")
_AT_A_TIME = 8
_WORTH_PROCESSES = 100
"""Items; calling the function for fewer takes less time than starting processes."""
_CHUNK = 25
"""Items that a process is given at once: few enough that all processes end at about the same time."""
_work: Sequence[Callable[[], Any]] = ()


def processors() -> int:
    """Count the processors that this process may use, where the platform tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_be_copied() -> bool:
    """A copy of this process works, and is worth something. One of several threads may be a copy of their locks."""
    return sys.platform == "linux" and threading.active_count() == 1 and processors() > 1


def each_result(function: Callable[[_Item], _T], items: Sequence[_Item], processes: int | None = None) -> Iterator[_T]:
    """Call a function with each item, and give the results in the order of the items.

    Many items are shared among processes, as many as there are processors unless told otherwise; so the function, the
    items and the results must be such that `pickle` can copy them.
    """
    count = processes or processors()
    if count == 1 or len(items) < _WORTH_PROCESSES:
        yield from map(function, items)
        return
    # Imported here, as most runs need no process.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(count, context) as pool:
        yield from pool.map(function, items, chunksize=_CHUNK)


def results(work: Sequence[Callable[[], _T]]) -> Iterator[list[_T]]:
    """What each gives, some at a time as they are ready; less than all if the system ends a process.

    Raises whatever the work raises.
    """
    global _work  # noqa: PLW0603 - the copies find it here
    # Imported here, as most runs need no process.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    _work = work
    parts = max(processors(), -(-len(work) // _AT_A_TIME))
    pool = ProcessPoolExecutor(processors(), multiprocessing.get_context("fork"), _begin)
    try:
        with suppress(BrokenProcessPool):
            with warnings.catch_warnings():
                # Of threads that a library has, and begins anew in a copy; of our own there are none.
                warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
                # What holds them all would hold all results.
                made = as_completed([pool.submit(_part, start, parts) for start in range(parts)])
            for done in made:
                yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)
        _work = ()


def _begin() -> None:
    # Whoever interrupts the work interrupts this process too, which ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _part(start: int, parts: int) -> list[Any]:
    # What stands beside each other takes about as long, so it is not left to one process.
    return [work() for work in _work[start::parts]]
