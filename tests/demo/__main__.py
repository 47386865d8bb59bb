"""Draw the README's picture anew: `python -m tests.demo`."""

import tempfile
from pathlib import Path

from tests.demo.picture import draw
from tests.demo.response import respond
from tests.demo.test_demo import PICTURE

with tempfile.TemporaryDirectory() as folder:
    PICTURE.write_text(draw(respond(Path(folder))), encoding="utf-8")
