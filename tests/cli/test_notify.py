"""`incident-docs notify`, through its entry point, with channels on this machine."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.test_new import DOCUMENT
from tests.conftest import Run
from tests.outreach.web_service import SECRET, WebService, web_service

ID = "2026-03-04-checkout"
LINES = "Incident: Checkout returns errors\nSeverity: P1\nImpact: No one can pay.\nStatus: Investigating\n"
NOW = datetime(2026, 3, 4, 14, 20, 30, tzinfo=UTC)
CHANNELS = '[notify.channels]\nincidents = {url-env = "INCIDENTS_URL"}\nstatus = {url-env = "STATUS_URL"}\n'
TEXT = DOCUMENT.replace("| 14:02 | <event> |", "| 14:02 | Alert: 5xx rate above 2 %  |")


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebService]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with web_service() as running:
        monkeypatch.setenv("INCIDENTS_URL", running.address)
        monkeypatch.setenv("STATUS_URL", running.address)
        yield running


@pytest.fixture
def incident(project: Path) -> Path:
    (project / "incident-docs.toml").write_text(CHANNELS, encoding="utf-8")
    path = project / "postmortems" / f"{ID}.md"
    path.write_bytes(TEXT.encode())
    return path


def test_it_prints_the_lines_and_changes_nothing(run: Run, incident: Path) -> None:
    result = run("notify")
    assert (result.exit_code, result.stdout, result.stderr) == (0, LINES, "")
    assert run("notify", ID, "--update", "Rolling back").stdout == f"{LINES}Update: Rolling back\n"
    assert incident.read_bytes() == TEXT.encode()


def test_it_sends_them_to_one_channel_and_writes_a_row(run: Run, incident: Path, service: WebService) -> None:
    result = run("notify", ID, "--send", "incidents")
    assert (result.exit_code, result.stdout, result.stderr) == (0, LINES, "incidents: sent\n")
    assert [message["message"] for message in service.messages] == [LINES.rstrip()]
    row = "| 14:20 | Notified incidents: Investigating |\n"
    before = "| 14:02 | Alert: 5xx rate above 2 %  |\n"
    assert incident.read_bytes() == TEXT.replace(before, before + row).encode()
    assert run("lint").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize("names", [["--send"], ["--send", "status", "--send", "incidents"]])
def test_it_sends_them_to_all_channels_with_an_update(
    run: Run, incident: Path, service: WebService, names: list[str]
) -> None:
    result = run("notify", ID, "--update", "Rolling back | soon", *names)
    assert (result.exit_code, result.stderr) == (0, "incidents: sent\nstatus: sent\n")
    assert len(service.messages) == 2
    assert "| 14:20 | Notified incidents and status: Investigating. Rolling back \\| soon |\n" in incident.read_text()


def test_an_incident_may_stand_behind_the_option(run: Run, incident: Path, service: WebService) -> None:
    assert run("notify", "--send", ID).stderr == "incidents: sent\nstatus: sent\n"
    assert len(service.messages) == 2
    assert "| 14:20 | Notified incidents and status: Investigating |\n" in incident.read_text()


def test_a_channel_that_fails_is_named_and_the_others_are_written_down(
    run: Run, incident: Path, service: WebService, monkeypatch: pytest.MonkeyPatch
) -> None:
    with web_service() as other:
        other.code, other.headers = 302, {"Location": f"/login/{SECRET}"}
        monkeypatch.setenv("INCIDENTS_URL", other.address)
        result = run("notify", "--send")
    assert (result.exit_code, result.stdout) == (1, LINES)
    assert result.stderr == (
        "incidents: not sent: it answered 302 Found, which leads elsewhere, as to a login\nstatus: sent\n"
    )
    assert "| 14:20 | Notified status: Investigating |\n" in incident.read_text()
    assert len(service.messages) == 1


def test_where_nothing_was_sent_nothing_is_written(run: Run, incident: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INCIDENTS_URL", raising=False)
    monkeypatch.setenv("STATUS_URL", SECRET)
    result = run("notify", "--send")
    assert result.exit_code == 1
    assert result.stderr == (
        "incidents: not sent: the environment variable INCIDENTS_URL is not set\n"
        "status: not sent: what STATUS_URL holds is no address of a service that Apprise knows\n"
    )
    assert incident.read_bytes() == TEXT.encode()


def test_a_row_that_cannot_be_written_is_printed(run: Run, incident: Path, service: WebService) -> None:
    text = TEXT.replace("#### Timeline\n", "#### Course\n")
    incident.write_bytes(text.encode())
    result = run("notify", "--send", "status")
    assert (result.exit_code, result.stdout) == (1, LINES)
    assert result.stderr == (
        "status: sent\n"
        "Error: there is no section Timeline\n"
        "nothing was written to postmortems/2026-03-04-checkout.md; it was to have:\n\n"
        "| 14:20 | Notified status: Investigating |\n"
    )
    assert len(service.messages) == 1
    assert incident.read_bytes() == text.encode()


def test_a_secret_is_neither_sent_nor_printed(run: Run, incident: Path, service: WebService) -> None:
    result = run("notify", "--send", "status", "--update", "ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: the update has what looks like a GitHub token; take it out, then notify\n"
    assert not service.messages
    assert incident.read_bytes() == TEXT.encode()


def test_an_internal_incident_is_printed_and_not_sent(run: Run, incident: Path, service: WebService) -> None:
    incident.write_text(TEXT.replace("severity: P1\n", "severity: P1\naudience: internal\n"), encoding="utf-8")
    assert run("notify").stdout == LINES
    result = run("notify", "--send")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: postmortems/{ID}.md is internal, so nothing of it is sent; without --send, the lines are printed\n"
    )
    assert not service.messages


def test_an_unknown_channel_is_told_with_the_nearest(run: Run, incident: Path) -> None:
    result = run("notify", "--send", "incident")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "Error: Invalid value for --send: there is no channel 'incident'; did you mean incidents?\n"
    )
    assert incident.read_bytes() == TEXT.encode()


def test_without_channels_it_is_said_how_to_have_one(run: Run, incident: Path, project: Path) -> None:
    (project / "incident-docs.toml").write_text("", encoding="utf-8")
    result = run("notify", ID, "--send")
    assert result.exit_code == 2
    assert result.stderr == (
        'Error: there are no channels; write one in incident-docs.toml: [notify.channels] NAME = {url-env = "SLACK_URL"}\n'
    )
    assert incident.exists()


def test_after_the_end_the_row_says_its_day(run: Run, incident: Path, service: WebService) -> None:
    text = TEXT.replace("status: active\n", "status: resolved\n")
    text = text.replace("T14:02:00Z\n", "T14:02:00Z\nresolved: 2026-03-04T14:10:00Z\n")
    incident.write_text(text, encoding="utf-8")
    assert run("notify", ID, "--send", "status").exit_code == 0
    assert "| 2026-03-04 14:20 | Notified status: Resolved |\n" in incident.read_text()
    assert len(service.messages) == 1
    assert "Notified" not in run("lint").output


def test_in_a_file_with_windows_ends_only_the_row_is_new(run: Run, incident: Path, service: WebService) -> None:
    text = TEXT.replace("\n", "\r\n").replace("status: active", "status:   active  # since 14:02")
    incident.write_bytes(text.encode())
    assert run("notify", "--send", "status").exit_code == 0
    before = "| 14:02 | Alert: 5xx rate above 2 %  |\r\n"
    row = "| 14:20 | Notified status: Investigating |\r\n"
    assert incident.read_bytes() == text.replace(before, before + row).encode()
    assert len(service.messages) == 1
