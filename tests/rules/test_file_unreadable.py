from pathlib import Path

from tests.conftest import Run


def test_what_cannot_be_read_is_reported_beside_the_findings_of_other_files(project: Path, run: Run) -> None:
    (project / "postmortems/2026-03-04-folder.md").mkdir()
    (project / "postmortems/2026-03-05-binary.md").write_bytes(b"a\n\n\0")
    (project / "postmortems/2026-03-06-empty.md").write_text("")
    assert run("lint", "--output-format", "concise").output.splitlines() == [
        "postmortems/2026-03-04-folder.md:1:1: error[file-unreadable] this is a folder, not a file",
        "postmortems/2026-03-05-binary.md:3:1: error[file-unreadable] this is no text: it holds a NUL byte",
        "postmortems/2026-03-06-empty.md:1:1: error[frontmatter-missing] there is no frontmatter; the first line must be ---",
    ]
