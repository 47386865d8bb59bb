import subprocess
import sys
from pathlib import Path

from incident_docs.document.parse import parse
from incident_docs.lint.report import FORMS
from incident_docs.rules import secret_found
from tests.conftest import Run

WORD = "hunter" + "2x"


def test_the_finding_says_where_and_never_what() -> None:
    text = f"---\nstatus: active\n---\n\n```\nMYSQL_PASSWORD={WORD} mysql -p{WORD}\n```\n"
    [finding] = secret_found.check(parse(text))
    assert (finding.line, finding.column, finding.end_column) == (6, 16, 24)
    assert finding.message == (
        "this looks like a password; replace it where it is used, for git never forgets, and take it out here"
    )


def test_no_report_shows_the_line_of_a_secret_whatever_else_is_wrong_in_it(project: Path, run: Run) -> None:
    text = "---\ntitle: x\n---\n\n#### Verification\n```\nPGPASSWORD=" + WORD + " curl http://91.12.44.203/x\n```\n"
    (project / "postmortems/2026-03-04-x.md").write_text(text)
    for form in FORMS:
        output = run("lint", "--output-format", form).output
        assert "secret-found" in output
        assert WORD not in output
        assert "91.12.44" not in output


def test_the_library_is_loaded_only_where_something_looks_like_a_token() -> None:
    program = (
        "import sys\n"
        "from incident_docs.api import lint\n"
        "lint('---\\nstatus: active\\n---\\nThe token of https://checkout.example.net expired, `key: a`.\\n')\n"
        "print('detect_secrets' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
