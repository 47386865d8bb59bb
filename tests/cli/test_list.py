"""`incident-docs list`, through its entry point."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.terminal import at_a_terminal
from tests.conftest import Run
from tests.incidents import SOURCES, text

NOW = datetime(2026, 3, 9, 12, 5, tzinfo=UTC)
MINE = ("Add an alert", "@mira", "2026-04-01", "open", "")
OPEN = {
    "title": "支付失败 of cards",
    "severity": "P1",
    "status": "active",
    "started": "2026-03-09T09:00:00Z",
    "resolved": "",
}
TABLE = """\
ID                   Sev.  Status    Duration  Title
2026-03-09-payments  P1    Active    3h 05m+   支付失败 of cards
2026-03-04-checkout  P2    Resolved  1h 00m    Checkout down
2026-02-01-search    P3    Resolved  ~1h 30m   Search is slow
undated
"""


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def archive(project: Path) -> Path:
    folder = project / "postmortems"
    old = {
        "title": "Search is slow",
        "severity": "P3",
        "started": "~2026-01-31T23:30:00Z",
        "resolved": "2026-02-01T01:00:00Z",
        "timezone": "Europe/Berlin",
        "services": "[search, Index]",
        "tags": "[=slow, cache]",
        "strategy": "[rollback]",
        **SOURCES,
    }
    write(folder / "2026-03-04-checkout.md", text())
    write(folder / "2026-03-09-payments.md", text(OPEN, [MINE]))
    write(folder / "2026-02-01-search.md", text(old))
    write(folder / "undated.md", "---\nseverity: huge\n---\n### Incident Response: \x1b[31m\n")
    (folder / "2026-01-01-broken.md").write_bytes(b"\xff")
    (folder / "2026-01-02-gone.md").symlink_to("nowhere")
    return project


def write(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")


def test_it_lists_all_the_newest_first(run: Run, archive: Path) -> None:
    for _ in range(2):  # what was cached is shown as what was read
        result = run("list")
        assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "")
    write(archive / "postmortems" / "undated.md", text({"title": "A | B"}))
    assert "undated              P2    Resolved  1h 00m    A | B\n" in run("list").stdout


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--severity", "p1,P3"], ["2026-03-09-payments", "2026-02-01-search"]),
        (["--severity", "P1", "--severity", "P2"], ["2026-03-09-payments", "2026-03-04-checkout"]),
        (["--status", "Resolved", "--severity", "P2"], ["2026-03-04-checkout"]),
        (["--service", "INDEX"], ["2026-02-01-search"]),
        (["--tag", "cache"], ["2026-02-01-search"]),
        (["--strategy", "rollback"], ["2026-02-01-search"]),
        (["--owner", "Mira"], ["2026-03-09-payments"]),
        # In its own zone it began in February.
        (["--from", "2026-02", "--to", "2026-02-01"], ["2026-02-01-search"]),
        (["--from", "2026-03-05"], ["2026-03-09-payments"]),
        (["--to", "2026-03"], ["2026-03-09-payments", "2026-03-04-checkout", "2026-02-01-search"]),
        (["down", "CHECKOUT"], ["2026-03-04-checkout"]),
    ],
)
def test_it_selects(run: Run, archive: Path, arguments: list[str], ids: list[str]) -> None:
    del archive
    assert [record["id"] for record in json.loads(run("list", *arguments, "--json").stdout)] == ids


def test_it_says_that_there_are_none(run: Run, archive: Path) -> None:
    result = run("list", "--service", "unheard-of")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no incident is like that\n")
    assert run("list", "no such words", "--json").stdout == "[]\n"
    assert run("list", "no such words", "--csv").stdout == ""
    for path in (archive / "postmortems").glob("*.md"):
        path.unlink()
    assert run("list").stderr == "there are no incidents in postmortems\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--status", "resolvd"], "Error: --status: there is no status 'resolvd'; did you mean 'resolved'?\n"),
        (["--service", "serch"], "Error: --service: no incident has the service 'serch'; did you mean 'search'?\n"),
        (
            ["--from", "March"],
            "Error: Invalid value for --from: 'March' is no day; write 2026-03-04, 2026-03 or 2026\n",
        ),
    ],
)
def test_a_wrong_call_says_what_is_wrong(run: Run, archive: Path, arguments: list[str], message: str) -> None:
    del archive
    result = run("list", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(message)


def test_programs_read_what_the_site_says_too(run: Run, archive: Path) -> None:
    del archive
    lines = run("list", "--json").stdout.splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 6)
    payments = json.loads(lines[1].rstrip(","))
    assert payments["file"] == "postmortems/2026-03-09-payments.md"
    assert (payments["title"], payments["started"]) == ("支付失败 of cards", "2026-03-09T09:00:00Z")
    assert (payments["time_to_resolve"], payments["actions"][0]["owners"]) == (None, ["@mira"])


def test_spreadsheets_get_texts_and_no_formulas(run: Run, archive: Path) -> None:
    del archive
    head, checkout, search = run("list", "--csv", "--status", "resolved").stdout.splitlines()
    assert head == (
        "id,title,severity,status,stage,started,detected,mitigated,resolved,approximate,time_to_detect,time_to_mitigate,"
        "time_to_resolve,timezone,services,tags,strategy,authors,related,commander,impact,postmortem,actions,sources,file"
    )
    assert checkout == (
        "2026-03-04-checkout,Checkout down,P2,resolved,resolved,2026-03-04T10:00:00Z,,,2026-03-04T11:00:00Z,,,,3600,UTC,"
        "checkout,,,,,,Nobody could pay.,missing,0,,postmortems/2026-03-04-checkout.md"
    )
    assert 'started,,,5400,Europe/Berlin,"search, Index","\'=slow, cache",rollback' in search
    assert search.endswith(",0,https://example.com/report,postmortems/2026-02-01-search.md")


def test_nothing_of_a_document_acts_on_a_terminal(run: Run, project: Path) -> None:
    write(project / "postmortems" / "a.md", text({"title": r'"\x9bred \u202eturned \U0001F534 支"'}))
    assert '"title": "\\u009bred \\u202eturned 🔴 支"' in run("list", "--json").stdout
    assert '"title": "\\u009bred \\u202eturned 🔴 支"' in run("show", "a", "--json").stdout
    for arguments in (["list"], ["list", "--csv"], ["show", "a"]):
        assert " red  turned 🔴 支" in run(*arguments).stdout


def test_a_terminal_gets_rows_of_its_width(archive: Path) -> None:
    # Without a start, as its length would hang on the clock.
    long = {
        "title": "Every payment by card fails with 502, for everybody",
        "status": "active",
        "started": "",
        "resolved": "",
    }
    write(archive / "postmortems" / "every-payment-by-card-fails-with-502-for-everybody.md", text(long))
    lines = at_a_terminal(archive, [], "list", "--severity", "P2,P3").splitlines()
    assert lines == [
        "ID                    Sev.  Status    Duration  Title",
        "2026-03-04-checkout   P2    Resolved  1h 00m    Checkout down",
        "2026-02-01-search     P3    Resolved  ~1h 30m   Search is slow",
        "\x1b[1mevery-payment-by-ca…  P2    Active              Every payment by card fails wit…\x1b[0m",
    ]


def test_of_a_length_of_days_minutes_do_not_matter(run: Run, project: Path) -> None:
    write(project / "postmortems" / "2026-03-01-a.md", text({"resolved": "2026-03-06T11:05:00Z"}))
    assert "2026-03-01-a  P2    Resolved  2d 01h    Checkout down\n" in run("list").stdout


def test_an_incident_that_begins_later_has_no_duration_yet(run: Run, project: Path) -> None:
    write(project / "postmortems" / "2026-03-10-a.md", text({**OPEN, "started": "2026-03-10T09:00:00Z"}))
    assert "2026-03-10-a  P1    Active            支付失败 of cards\n" in run("list").stdout
