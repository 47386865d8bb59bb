"""A text to a file, whole or not at all: whoever reads it meanwhile, or kills us, finds the old one or the new one."""

import os
import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile


def replace(path: Path, text: str, *, is_precious: bool = True) -> None:
    """Write a file anew, with the mode that it has; a link stays a link.

    What is not precious is not forced onto the disk: after a power cut it may be gone.
    """
    target = path.resolve()
    with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=target.parent, delete=False) as beside:
        try:
            beside.write(text)
            beside.flush()
            if is_precious:
                os.fsync(beside.fileno())
            if target.exists():
                shutil.copymode(target, beside.name)
            Path(beside.name).replace(target)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise
