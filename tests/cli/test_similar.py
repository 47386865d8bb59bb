"""`incident-docs similar`, through the entry point."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("archive")

TOPICS = (
    "Search index corrupted|shards, merging",
    "Certificate expired overnight|renewal, calendar",
    "Invoices rounded wrongly|currency, decimals",
    "Password mails delayed|mailer, bounce",
    "Video uploads stuck|transcoding, bucket",
    "Maps rendered blank|tiles, geometry",
    "Payroll exports truncated|spreadsheet, encoding",
)
PROXY = "2026-01-01-proxy-out-of-memory"
AGAIN = "2026-02-02-proxies-restarted"


def write(project: Path, id: str, title: str, services: str, *, more: str = "", rows: str = "") -> Path:
    path = project / f"postmortems/{id}.md"
    path.write_text(
        f"---\ntitle: {title}\nstatus: resolved\nservices: [{services}]\n{more}---\n\n### Incident Response: {title}\n\n"
        f"#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n{rows}"
    )
    return path


@pytest.fixture
def archive(project: Path) -> Path:
    """Two incidents that are alike, among others that are not."""
    for number, (title, services) in enumerate(topic.split("|") for topic in TOPICS):
        write(project, f"2025-01-0{number}-{title.split()[0].lower()}", title, services)
    write(
        project,
        PROXY,
        "Proxy out of memory",
        "proxy, billing",
        more="started: 2026-01-01T23:30:00-05:00\ntimezone: America/New_York\n",
    )
    write(
        project,
        AGAIN,
        "Proxies restarted for want of memory",
        "proxy",
        more="strategy: [rollback, scale-up]\n",
        rows="| Rolled `proxy` back to 4.11 | Restarts stop |\n| Added 2 \\| 3 replicas | |\n| <action> | <outcome> |\n",
    )
    return project


FOUND = (
    f"{AGAIN}  95% alike\n"
    "  Proxies restarted for want of memory\n"
    "  Both have: proxy, memory\n"
    "  Mitigated by: rollback, scale-up\n"
    "    - Rolled proxy back to 4.11: Restarts stop\n"
    "    - Added 2 | 3 replicas\n"
)


@pytest.mark.parametrize("name", [PROXY, "out-of-mem", f"postmortems/{PROXY}.md"])
def test_what_is_like_an_incident_is_shown_with_what_mitigated_it(run: Run, name: str) -> None:
    for _ in ("made", "from the cache"):
        result = run("similar", name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, FOUND, "")


def test_a_text_is_compared_as_a_title(run: Run) -> None:
    result = run("similar", "the proxy", "has no memory")
    assert [line for line in result.stdout.splitlines() if line and not line.startswith(" ")] == [
        f"{AGAIN}  100% alike",
        f"{PROXY}  99% alike",
    ]
    assert (
        "  Proxy out of memory (2026-01-01)\n  Both have: memory, proxy\n  Mitigated by: nothing that is written down\n"
        in result.stdout
    )
    assert run("similar", "-n", "1", "Proxies").stdout.splitlines()[:3] == [
        f"{AGAIN}  61% alike",
        "  Proxies restarted for want of memory",
        "  Both have: Proxies",
    ]


def test_it_is_there_for_programs(run: Run) -> None:
    found = json.loads(run("similar", PROXY, "--json").stdout)
    assert [each.pop("score") for each in found] == [pytest.approx(0.95, abs=0.01)]
    assert found == [
        {
            "id": AGAIN,
            "path": f"postmortems/{AGAIN}.md",
            "title": "Proxies restarted for want of memory",
            "started": None,
            "words": ["proxy", "memory"],
            "strategy": ["rollback", "scale-up"],
            "mitigations": [
                {"action": "Rolled proxy back to 4.11", "result": "Restarts stop"},
                {"action": "Added 2 | 3 replicas", "result": ""},
            ],
        }
    ]
    assert json.loads(run("similar", AGAIN, "--json").stdout)[0]["started"] == "2026-01-01T23:30:00-05:00"


def test_without_a_name_it_is_the_open_incident(run: Run, archive: Path) -> None:
    path = archive / f"postmortems/{PROXY}.md"
    path.write_text(path.read_text().replace("resolved", "active"))
    assert run("similar").stdout == FOUND


def test_what_is_like_nothing_is_said(run: Run) -> None:
    result = run("similar", "2025-01-00-search")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no incident has enough in common with 2025-01-00-search\n"
    assert run("similar", "the thing").stderr == 'no incident has enough in common with "the thing"\n'


def test_files_that_cannot_be_read_are_left_out(run: Run, archive: Path) -> None:
    broken = archive / "postmortems/2026-03-01-broken.md"
    broken.write_bytes(b"\xff\xfe")
    (archive / "postmortems/2026-03-02-folder.md").mkdir()
    assert run("similar", PROXY).stdout == FOUND
    assert run("similar", str(broken)).stderr == "no incident has enough in common with 2026-03-01-broken\n"


def test_an_incident_without_a_title_is_shown_too(run: Run, archive: Path) -> None:
    write(archive, AGAIN, "''", "proxy, memory, billing", rows="| Waited | |\n")
    assert run("similar", PROXY).stdout.splitlines()[1:] == [
        "  without a title",
        "  Both have: proxy, billing, memory",
        "  Mitigated by:",
        "    - Waited",
    ]
