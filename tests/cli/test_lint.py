"""`incident-docs lint`, through its entry point: what it prints, in each form, and how it exits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from incident_docs.api import lint
from incident_docs.cli import _COMMANDS
from tests.conftest import Run
from tests.examples import BASE

NAME = "postmortems/2026-03-04-checkout-errors.md"
SWAPPED = BASE.replace("| 10:20 | Release", "| 09:52 | Release")
WARNED = BASE.replace("services:", "sevices: [a]\nservices:")


def write(project: Path, text: str, name: str = NAME) -> None:
    (project / name).write_text(text, encoding="utf-8", newline="")


def test_a_clean_tree_is_said_to_be_clean(project: Path, run: Run) -> None:
    write(project, BASE)
    result = run("lint")
    assert (result.output, result.exit_code) == ("1 incident checked, nothing found\n", 0)


def test_text_shows_the_line_with_a_caret_under_the_place(project: Path, run: Run) -> None:
    write(project, SWAPPED)
    result = run("lint")
    assert result.output == (
        f"{NAME}:27:3: error[timeline-order] 09:52 stands after 09:56\n"
        "   |\n"
        "27 | | 09:52 | Release 4.12 is rolled back; errors stop |\n"
        "   |   ^^^^^\n"
        "   = --fix writes:\n"
        "   - | 09:56 | The error-rate alert pages the on-call engineer |\n"
        "   - | 09:52 | Release 4.12 is rolled back; errors stop |\n"
        "   + | 09:52 | Release 4.12 is rolled back; errors stop |\n"
        "   + | 09:56 | The error-rate alert pages the on-call engineer |\n"
        "\n"
        "1 error in 1 of 1 incident; can be fixed: 1 with --fix\n"
    )
    assert result.exit_code == 1


def test_colours_are_for_terminals_that_want_them(project: Path, run: Run) -> None:
    write(project, SWAPPED)
    coloured = run("lint", color=True).output
    assert coloured.startswith(f"\x1b[1m{NAME}:27:3:\x1b[0m \x1b[31merror[timeline-order]\x1b[0m 09:52")
    assert "\x1b" not in run("lint").output


def test_no_color_is_heeded(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, SWAPPED)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("lint", color=True).output


def test_a_file_that_cannot_be_read_has_no_excerpt(run: Run) -> None:
    assert run("lint", "none.md").output == (
        "none.md:1:1: error[file-unreadable] there is no such file\n1 error in 1 of 1 incident\n"
    )


def test_json_is_one_object_with_a_version(project: Path, run: Run) -> None:
    write(project, BASE.replace("@ana", "the team"))
    assert json.loads(run("lint", "--output-format", "json").output) == {
        "version": 1,
        "findings": [
            {
                "path": NAME,
                "line": 69,
                "column": 61,
                "end": {"line": 69, "column": 69},
                "rule": "action-owner",
                "level": "error",
                "message": "the team is nobody in particular; name one person or one team, as in @ana",
            }
        ],
    }


def test_github_gets_workflow_commands(project: Path, run: Run) -> None:
    write(project, SWAPPED)
    assert run("lint", "--output-format", "github").output == (
        f"::error file={NAME},line=27,col=3,endColumn=8,title=timeline-order::09:52 stands after 09:56\n"
    )


def test_warnings_fail_only_when_asked(project: Path, run: Run) -> None:
    write(project, WARNED)
    plain, strict = run("lint"), run("lint", "--strict")
    assert plain.output == strict.output
    assert plain.output.endswith("1 warning in 1 of 1 incident\n")
    assert (plain.exit_code, strict.exit_code) == (0, 1)


def test_bad_files_get_one_line_each_and_the_others_are_linted(project: Path, run: Run) -> None:
    folder = project / "postmortems"
    for number, content in enumerate(
        [b"", b"a\0b", b"---\n\xff", b"\xef\xbb\xbf", b"no frontmatter\n", b"---\ntitle: x\n", b"---\n- a\n---\n"], 1
    ):
        (folder / f"2026-01-0{number}-bad.md").write_bytes(content)
    (folder / "x.md").mkdir()
    (folder / "2026-01-08-link.md").symlink_to("nowhere")
    write(project, BASE)
    before = sorted((path, path.lstat().st_mtime_ns) for path in folder.iterdir())
    result = run("lint", "postmortems", "none.md", "--output-format", "github")
    shown = [line.removeprefix("::error file=") for line in result.output.splitlines()]
    assert [line.replace(",endColumn=", " ").replace("postmortems/", "") for line in shown] == [
        "2026-01-01-bad.md,line=1,col=1 1,title=frontmatter-missing::there is no frontmatter; the first line must be ---",
        "2026-01-02-bad.md,line=1,col=2 2,title=file-unreadable::this is no text: it holds a NUL byte",
        "2026-01-03-bad.md,line=2,col=1 1,title=file-unreadable::this is not UTF-8: the byte 0xff; save the file as UTF-8",
        "2026-01-04-bad.md,line=1,col=1 2,title=frontmatter-missing::there is no frontmatter; the first line must be ---",
        "2026-01-05-bad.md,line=1,col=1 15,title=frontmatter-missing::there is no frontmatter; the first line must be ---",
        "2026-01-06-bad.md,line=1,col=1 4,title=frontmatter-missing::the frontmatter is not closed; put a line --- after its last key",
        "2026-01-07-bad.md,line=2,col=1 4,title=frontmatter-syntax::the frontmatter is a list; it must be keys with values, as in title: ...",
        "2026-01-08-link.md,line=1,col=1 1,title=file-unreadable::the link leads to nothing",
        "x.md,line=1,col=1 1,title=file-unreadable::this is a folder, not a file",
        "none.md,line=1,col=1 1,title=file-unreadable::there is no such file",
    ]
    assert result.exit_code == 1
    assert sorted((path, path.lstat().st_mtime_ns) for path in folder.iterdir()) == before


def test_line_ends_and_a_missing_last_one_change_no_finding(project: Path, run: Run) -> None:
    for text in (BASE.replace("\n", "\r\n"), BASE.rstrip("\n")):
        write(project, text)
        assert run("lint").output == "1 incident checked, nothing found\n"


def test_an_excerpt_is_cut_to_the_place_and_cannot_write_to_the_terminal(project: Path, run: Run) -> None:
    row = "| 09:5\t2 \x1b[31m | " + "日本" * 60 + " |"
    write(project, BASE.replace("| 10:20 | Release 4.12 is rolled back; errors stop |", row))
    lines = run("lint").output.splitlines()
    assert lines[2] == "27 | | 09:5 2 \ufffd[31m | " + "日本" * 46 + "日…"
    assert lines[3] == "   |   ^^^^^^^^^^^^"


def test_a_place_far_to_the_right_is_shown(project: Path, run: Run) -> None:
    long = "x" * 200
    write(
        project, BASE.replace("| Rolled checkout back to 4.11 | Errors stopped within two minutes |", f"| {long} | |")
    )
    lines = run("lint").output.splitlines()
    assert lines[2].startswith("36 | …xxx")
    assert lines[3] == "   | " + " " * 41 + "^"


def test_without_a_folder_of_incidents_the_command_says_so(project: Path, run: Run) -> None:
    (project / "postmortems").rmdir()
    result = run("lint")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: there is no folder postmortems; name the paths, or set `folder` in the configuration"
    )


def test_a_mistake_in_the_configuration_is_one_line(project: Path, run: Run) -> None:
    (project / "incident-docs.toml").write_text("foldr = 'x'\n")
    for command in (["lint"], ["new", "x"], ["schema"]):
        result = run(*command)
        assert result.exit_code == 2
        assert (
            result.output
            == f"Error: {project}/incident-docs.toml:1: there is no setting 'foldr'; did you mean 'folder'?\n"
        )


def test_the_library_lints_a_text() -> None:
    [finding] = lint(SWAPPED, NAME)
    assert (finding.line, finding.column, finding.rule, finding.message) == (
        27,
        3,
        "timeline-order",
        "09:52 stands after 09:56",
    )


def test_the_program_itself_starts_exits_and_imports_no_engine(project: Path) -> None:
    write(project, SWAPPED)
    code = "import sys; sys.argv = ['incident-docs', 'lint']\nfrom incident_docs.cli import main\ntry: main()\nexcept SystemExit as end: print(end.code, 'mkdocs' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "1 False"
    assert result.stderr == ""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["lint", "--help"], ["new", "-h"]])
def test_help_and_version_exit_cleanly(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 0


def test_the_shell_is_told_the_commands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_MAIN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "incident-docs ")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert run().output == "".join(f"plain,{name}\n" for name in _COMMANDS)


def test_an_unknown_command_is_refused(run: Run) -> None:
    result = run("lnt")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1].startswith("Error: No such command 'lnt'.")
