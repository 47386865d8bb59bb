"""A program at a terminal, and somebody who answers its questions."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

END = "\x04"
"""The end of the input, as Ctrl-D makes it."""
STOP = "\x03"
"""Ctrl-C."""


def at_a_terminal(
    folder: Path, answers: list[str], *arguments: str, status: int = 0, variables: Mapping[str, str] | None = None
) -> str:
    """Run `incident-docs` on a pseudo-terminal, answering each question when it has been asked; give what the screen shows."""
    leader, follower = pty.openpty()
    program = [sys.executable, "-c", "from incident_docs.cli import main; main()", *arguments]
    process = subprocess.Popen(
        program,
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, **(variables or {})},
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
        if answers and screen.endswith(b": "):
            answer = answers.pop(0)
            if answer == STOP:
                process.send_signal(signal.SIGINT)
            else:
                os.write(leader, answer.encode() if answer == END else f"{answer}\n".encode())
    assert process.wait(10) == status
    os.close(leader)
    return screen.decode().replace("\r\n", "\n")
