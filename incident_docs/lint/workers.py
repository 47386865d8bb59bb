"""Documents to records, in this process or in several: starting one pays only where there is much to read."""

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from incident_docs.format.definition import Format
from incident_docs.lint.settings import Settings
from incident_docs.workspace.processes import processors

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_WORTH_PROCESSES = 100
"""Documents; reading fewer takes less time than starting processes."""
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""A parser makes many objects and few cycles: Python's 700 spend a tenth of the time on looking for them."""


class Task(NamedTuple):
    """A document to be examined."""

    path: str
    """Relative to the project's root."""
    text: str


class Workers:
    """Whoever examines documents. Its state is the processes, which are started when there is work for them."""

    def __init__(self, format: Format, settings: Settings, expected: int, processes: int | None = None) -> None:
        self._setup = (format, settings)
        count = processes or processors()
        self._count = count if expected >= _WORTH_PROCESSES else 1
        self._pool: ProcessPoolExecutor | None = None

    def examine(self, tasks: Sequence[Task]) -> Callable[[], list[Any]]:
        """Begin with these documents; what is returned waits for their records, as lists."""
        if self._count > 1:
            return self._processes().submit(_examine_all, tasks).result
        _prepare(*self._setup)
        records = _examine_all(tasks)
        return lambda: records

    def _processes(self) -> "ProcessPoolExecutor":
        if self._pool is None:
            # Imported here, as most runs need no process.
            import multiprocessing  # noqa: PLC0415
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

            # Where a process can begin as a copy of this one, what is imported now need not be imported there.
            _prepare(*self._setup)
            context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
            self._pool = ProcessPoolExecutor(self._count, context, _prepare, self._setup)
        return self._pool

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


_prepared: Any = None


def _prepare(format: Format, settings: Settings) -> None:
    global _prepared  # noqa: PLW0603 - a process has one setup, and its tasks should not carry it
    # Imported here, as a run that finds everything in the cache needs no parser.
    from incident_docs.lint.check import plan  # noqa: PLC0415

    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    if _prepared is None or _prepared[:2] != (format, settings):
        _prepared = (format, settings, plan(settings))


def _examine_all(tasks: Sequence[Task]) -> list[Any]:
    from incident_docs.lint.check import examine  # noqa: PLC0415
    from incident_docs.lint.record import to_json  # noqa: PLC0415

    format, _, plan = _prepared
    return [to_json(examine(task.text, task.path, format, plan)) for task in tasks]
