"""Run a shell command that somebody asked for, with a time limit."""

import os
import signal
import subprocess

_LARGEST = 200_000


def run_command(command: str, seconds: float) -> tuple[int | None, str]:
    """Run a command in a shell, and give its exit status, None if it took too long, and the end of what it printed.

    It gets no input. When its time is up, or somebody interrupts us, all that it has started is stopped with it.
    """
    with subprocess.Popen(  # noqa: S602 - it is a shell command
        command,
        shell=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
            status: int | None = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, _ = process.communicate()
            status = None
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
    return status, output[-_LARGEST:].decode(errors="replace").strip()
