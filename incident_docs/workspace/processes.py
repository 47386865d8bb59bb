"""Do work in several processes."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_Item = TypeVar("_Item")
_WORTH_PROCESSES = 100
"""Items; calling the function for fewer takes less time than starting processes."""
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
