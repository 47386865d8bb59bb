"""What the shells offer, and ids in the place of paths."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from incident_docs.rules.catalogue import ALL
from tests.conftest import Run
from tests.examples import BASE

CHECKOUT = "2026-03-04-checkout-errors"
SLOW = "2026-03-04-checkout-slow"
SEARCH = "2026-03-04-search-down"


@pytest.fixture
def incidents(project: Path) -> Path:
    """A project with three incidents and a folder."""
    for name in (CHECKOUT, SLOW, SEARCH):
        (project / "postmortems" / f"{name}.md").write_text(BASE, encoding="utf-8")
    (project / "postmortems" / "about.md").write_text("# About\n")
    return project


@pytest.fixture
def offered(run: Run, monkeypatch: pytest.MonkeyPatch):  # noqa: ANN201 - a function, as click answers it
    """What bash is offered after these words."""

    def call(words: str) -> list[str]:
        monkeypatch.setenv("_MAIN_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", f"incident-docs {words}")
        monkeypatch.setenv("COMP_CWORD", str(len(words.split(" "))))
        answer: str = run().output
        return answer.splitlines()

    return call


@pytest.mark.usefixtures("incidents")
def test_lint_is_offered_ids_and_files(offered) -> None:  # noqa: ANN001
    assert offered("lint ") == ["file,", f"plain,{CHECKOUT}", f"plain,{SLOW}", f"plain,{SEARCH}"]
    assert offered("lint 2026-03-04-c") == ["file,2026-03-04-c", f"plain,{CHECKOUT}", f"plain,{SLOW}"]
    assert offered("lint search") == ["file,search", f"plain,{SEARCH}"]
    assert offered("lint ./x") == ["file,./x"]


def test_rules_severities_forms_and_commands_are_offered(project: Path, offered) -> None:  # noqa: ANN001
    assert offered("rule ") == sorted(f"plain,{rule.ID}" for rule in ALL)
    assert offered("rule duplicate") == ["plain,duplicate-id"]
    assert offered("lint --output-format j") == ["plain,json", "plain,junit"]
    assert offered("new x -s p") == ["plain,P1", "plain,P2", "plain,P3", "plain,P4"]
    assert offered("completion ") == ["plain,bash", "plain,zsh", "plain,fish"]
    assert offered("lin") == ["plain,lint"]
    assert offered("--v") == ["plain,--version"]
    (project / "incident-docs.toml").write_text('[severities.SEV1]\nimpact = "All"\nresponse = "All"\n')
    assert offered("new x --severity s") == ["plain,SEV1"]


def test_a_mistake_in_the_configuration_offers_nothing(project: Path, offered) -> None:  # noqa: ANN001
    (project / "incident-docs.toml").write_text("x = 1\n")
    assert offered("new x -s p") == [""]
    assert offered("lint 2") == ["file,2"]


@pytest.mark.parametrize("words", ["lint 2026", "rule t", "new x -s P", ""])
def test_what_is_offered_waits_for_no_parser(incidents: Path, words: str) -> None:
    code = "import sys; sys.argv = ['incident-docs']\nfrom incident_docs.cli import main\ntry: main()\nexcept SystemExit: print('markdown_it' in sys.modules)"
    number = str(len(words.split(" ")))
    environment = {**os.environ, "_INCIDENT_DOCS_COMPLETE": "zsh_complete", "COMP_CWORD": number}
    environment["COMP_WORDS"] = f"incident-docs {words}"
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, cwd=incidents, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "False"


def test_the_scripts_are_those_of_the_program(run: Run) -> None:
    starts = {
        "bash": "_incident_docs_completion() {",
        "zsh": "#compdef incident-docs",
        "fish": "function _incident_docs",
    }
    for shell, start in starts.items():
        script = run("completion", shell).output
        assert script.strip().startswith(start)
        assert "_INCIDENT_DOCS_COMPLETE=" in script
    result = run("completion", "cmd")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: Invalid value for '{bash|zsh|fish}': 'cmd' is not one of 'bash', 'zsh', 'fish'."
    )


def test_bash_takes_the_script_and_completes(
    incidents: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = tmp_path_factory.mktemp("bin") / "incident-docs"
    program.write_text(f"#!{sys.executable}\nfrom incident_docs.cli import main\nmain()\n")
    program.chmod(0o755)
    script = (
        run("completion", "bash").output
        + 'COMP_WORDS=(incident-docs lint search) COMP_CWORD=2\n_incident_docs_completion incident-docs search lint 2>/dev/null\necho "${COMPREPLY[@]}"\n'
    )
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}
    bash = str(shutil.which("bash"))
    result = subprocess.run(
        [bash, "--norc"], cwd=incidents, env=environment, input=script, capture_output=True, text=True, check=True
    )
    assert result.stdout == f"{SEARCH}\n"


@pytest.mark.usefixtures("incidents")
def test_lint_takes_an_id_or_a_part_that_only_one_has(run: Run) -> None:
    for typed in (SEARCH, "search", f"postmortems/{SEARCH}.md"):
        assert run("lint", typed).output == "1 incident checked, nothing found\n"
    assert run("lint", "search", "errors").output == "2 incidents checked, nothing found\n"


@pytest.mark.usefixtures("incidents")
def test_a_part_that_several_have_is_a_wrong_call(run: Run) -> None:
    result = run("lint", "checkout")
    assert result.exit_code == 2
    assert result.output.splitlines()[-3:] == [
        "Error: checkout may be each of these, type more of the one you mean:",
        f"  postmortems/{CHECKOUT}.md",
        f"  postmortems/{SLOW}.md",
    ]


def test_a_whole_id_is_not_taken_for_a_part_of_a_longer_one(incidents: Path, run: Run) -> None:
    (incidents / "postmortems" / f"{SEARCH}-2.md").write_text(BASE, encoding="utf-8")
    assert run("lint", SEARCH).output == "1 incident checked, nothing found\n"


def test_a_path_that_is_there_comes_before_ids(incidents: Path, run: Run) -> None:
    (incidents / "search").mkdir()
    assert run("lint", "search").output == "0 incidents checked, nothing found\n"
    assert run("lint", "nothing").output == (
        "nothing:1:1: error[file-unreadable] there is no such file\n1 error in 1 of 1 incident\n"
    )
