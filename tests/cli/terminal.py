"""Run commands at a pseudo-terminal."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def at_a_terminal(folder: Path, answers: Sequence[str], *arguments: str, status: int = 0) -> str:
    """Run `incident-docs`, answering each question when it has been asked, and give what is on the screen.

    An answer that ends with a control character is typed without Enter.
    """
    left = list(answers)
    leader, follower = pty.openpty()
    program = [sys.executable, "-c", "from incident_docs.cli import main; main()", *arguments]
    process = subprocess.Popen(
        program,
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        preexec_fn=_own_it,  # noqa: PLW1509 - the tests start no threads
    )
    os.close(follower)
    screen = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        ready, _, _ = select.select([leader], [], [], 0.2)
        try:
            screen += os.read(leader, 4096) if ready else b""
        except OSError:
            break  # the program has closed its terminal
        if left and screen.endswith(b": "):
            answer = left.pop(0)
            if answer[-1:] in CONTROLS:
                # Between the question and the waiting for its answer, Python would not see the signal.
                time.sleep(0.3)
            os.write(leader, f"{answer}{'' if answer[-1:] in CONTROLS else chr(10)}".encode())
    assert process.wait(10) == status, screen.decode()
    os.close(leader)
    return screen.decode().replace("\r\n", "\n")


INTERRUPT, END = "\x03", "\x04"
CONTROLS = {INTERRUPT, END}


def _own_it() -> None:
    """Make the terminal the one from which the program is controlled, so that Ctrl-C reaches it."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
