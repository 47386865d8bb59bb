"""Commands to how long they take and how much memory they need."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One command that is timed."""

    name: str
    command: Sequence[str]
    runs: int = 5
    before: Callable[[], object] = lambda: None
    """What has to be done before each run."""


class Result(NamedTuple):
    """The median of some runs."""

    name: str
    seconds: float
    megabytes: float
    """Of the largest process."""


def measured(case: Case, folder: Path) -> Result:
    """Run it in a folder."""
    seconds, most = [], 0.0
    # The first run only warms up, where there is more than one.
    for number in range(case.runs + (case.runs > 1)):
        case.before()
        began = time.perf_counter()
        with Path(os.devnull).open("w") as nowhere:
            process = subprocess.Popen(case.command, cwd=folder, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if number or case.runs == 1:
            seconds.append(time.perf_counter() - began)
        most = max(most, usage.ru_maxrss / 1024)
    return Result(case.name, statistics.median(seconds), most)


def show(title: str, results: Sequence[Result], base: str) -> None:
    """Print them beside one of them."""
    unit = next(result.seconds for result in results if result.name == base)
    print(f"\n{title}, median seconds; ratio to {base}")
    for result in results:
        print(f"  {result.name:36} {result.seconds:8.3f} {result.seconds / unit:8.2f} {result.megabytes:8.0f} MB")
