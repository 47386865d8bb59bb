"""Show how far a long build is: one line on a terminal, nothing in a pipe."""

import time
from typing import TextIO

_PAUSE = 0.1
_CLEAR = "\r\x1b[K"


class Progress:
    """Write one line over and over, and take it away in the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._next = time.monotonic() + _PAUSE
        self._is_shown = False

    def show(self, what: str, done: int, total: int) -> None:
        """Show it, unless something was shown a moment ago: `Reading incidents: 320 of 1000`."""
        if self._stream is None or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        self._is_shown = True
        self._stream.write(f"{_CLEAR}{what}: {done} of {total}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away, before somebody else writes."""
        if self._stream is not None and self._is_shown:
            self._is_shown = False
            self._stream.write(_CLEAR)
            self._stream.flush()
