"""Do work in several processes."""

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

_T = TypeVar("_T")
_Item = TypeVar("_Item")
_WORTH_PROCESSES = 100
"""Items; calling the function for fewer takes less time than starting processes."""
_WORTH_COPIES = 25
"""Items, of which each takes longer than starting a copy of this process."""
_CHUNK = 25
"""Items that a process is given at once: few enough that all processes end at about the same time."""


def processors() -> int:
    """Count the processors that this process may use, where the platform says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each_result(function: Callable[[_Item], _T], items: Sequence[_Item], processes: int | None = None) -> Iterator[_T]:
    """Call a function with each item, and give the results in the order of the items.

    Many items are shared among processes, as many as there are processors unless another number is given; so the function,
    the items and the results must be such that `pickle` can copy them.
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


def results_of_copies(function: Callable[[_Item], _T], items: Sequence[_Item]) -> Iterator[tuple[_Item, _T]]:
    """Call a function with each item in copies of this process, and give the items with their results as they come.

    The copies share all that this process has in its memory, so that only the results are copied with `pickle`. Nothing is
    given where no copy can work, or where few items are not worth one, and less than all if a copy fails: whoever asks has
    to be able to do without.
    """
    # One of several threads may be a copy of their locks.
    can_be_copied = sys.platform == "linux" and threading.active_count() == 1 and processors() > 1
    if not can_be_copied or len(items) < _WORTH_COPIES:
        return
    # Imported here, as most runs need no process.
    from multiprocessing import connection, get_context  # noqa: PLC0415

    context = get_context("fork")
    next_item = context.Value("i")
    waiting: list[Any] = []
    for _ in range(processors()):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(function, items, next_item, there), daemon=True)
        with warnings.catch_warnings():
            # Of threads that a library has, and begins anew in a copy; of our own there are none.
            warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
            process.start()
        there.close()
        waiting.append(here)
    while waiting:
        found: list[Any] = connection.wait(waiting)
        for ready in found:
            try:
                number, result = ready.recv()
            except EOFError:
                waiting.remove(ready)
            else:
                yield items[number], result


def _work(function: Callable[[Any], Any], items: Sequence[Any], next_item: Any, results: Any) -> None:
    """Work on one item after the other that no other copy has begun."""
    # Whoever interrupts the work interrupts the first process too, which ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        with next_item.get_lock():
            number, next_item.value = next_item.value, next_item.value + 1
        if number >= len(items):
            break
        results.send((number, function(items[number])))
    results.close()
