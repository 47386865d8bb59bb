"""Files beside an incident are never written over, whoever keeps one at the same time."""

import subprocess
import sys
from pathlib import Path

KEEP = """
import sys
from pathlib import Path

from incident_docs.workspace.kept_files import keep_file

for number in range(10):
    print(keep_file(Path(sys.argv[1]), "graph.png", f"{sys.argv[2]}.{number}".encode()))
"""


def test_files_of_one_name_that_several_programs_keep_are_all_there(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    processes = [
        subprocess.Popen([sys.executable, "-c", KEEP, path, str(who)], stdout=subprocess.PIPE, text=True)
        for who in range(4)
    ]
    names = [process.communicate()[0].splitlines() for process in processes]
    found = [[(tmp_path / name).read_text() for name in each] for each in names]
    assert found == [[f"{who}.{number}" for number in range(10)] for who in range(4)]
    assert len(list((tmp_path / "a").iterdir())) == 40
