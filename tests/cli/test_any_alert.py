"""Whatever an alert says, the document that it opens is sound: nothing in it is read as something else."""

import json
from typing import Any

from click.testing import CliRunner
from hypothesis import given

from incident_docs.api import lint
from incident_docs.cli import main
from incident_docs.document.parse import parse
from tests.intake.alerts.test_any_payload import ANYTHING, spoilt_payloads

HEADINGS = 5 + 5 + 1
"""Of the response, of the postmortem, and that of the alert."""


@given(payload=spoilt_payloads() | ANYTHING)
def test_the_document_of_any_alert_is_sound(payload: Any) -> None:
    result = CliRunner().invoke(
        main, ["new", "--from-alert", "-", "--dry-run"], input=json.dumps(payload), catch_exceptions=False
    )
    if result.exit_code:
        assert result.stderr.startswith("Error: ")
        assert result.stderr.count("\n") == 1
        return
    document = parse(result.stdout)
    assert len(document.sections) == HEADINGS
    assert document.header.title is not None
    assert document.header.title.value.value.endswith(document.title)
    assert all(document.text(key) for key in ("title", "severity", "status"))
    assert lint(result.stdout) == []
