"""Action items as files: CSV that spreadsheets and programs read alike, JSON, and calendars that are told apart by their ids."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

from incident_docs.document.model import Document
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document
from tests.site.data import made_files

SERVED = Settings(prefix="incidents/", name="Ours", address="https://ours.example/docs/")
MAILS = document(
    {"title": "Mails, late", "services": "[mail, queue]", "severity": "P3", "started": "2026-01-04T10:00:00Z"},
    [
        ('Ask "them", [now](guide.md)', "@ana", "2026-05-01", "In progress", "[M-1](https://t.example/1?a=b)"),
        ("=1+1", "-bo", "soon", "", "M-2"),
        ("Watch it", "<owner>", "2026-04-01", "done", "<https://t.example/3>"),
        ("Find it", "@ana, @cai", "2026-04-01", "open", "[M-4][t]"),
    ],
    path="2026-01-04-mails.md",
)
REPORTED = document(
    {"severity": "SEV9", **SOURCES},
    [("Test it", "not published", "not published", "Not published", "")],
)
INCIDENTS = [Incident(MAILS, "incidents/2026-01-04-mails.md"), Incident(REPORTED, "incidents/reported.md")]
COLUMNS = "id,incident,title,severity,services,action,owner,due,status,ticket,url\r\n"


def data(*documents: Document, settings: Settings = SERVED) -> dict[str, str]:
    incidents = [Incident(each, f"{each.id}.md") for each in documents]
    files = made_files(incidents, settings)
    return {path: content for path, content in files.items() if re.search(r"(^|/)(actions\.|owners/)", path)}


def calendar_files(incidents: list[Incident], settings: Settings = SERVED) -> dict[str, bytes]:
    files = made_files(incidents, settings)
    return {path: content.encode() for path, content in files.items() if path.endswith(".ics")}


def events(content: bytes) -> list[dict[str, str]]:
    """The events as RFC 5545 has them, read by nothing but its rules."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content) is None
    text = content.decode().replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.DOTALL)
    return [dict(line.split(":", 1) for line in event.removesuffix("\r\n").split("\r\n")) for event in found]


def test_csv_has_a_line_for_each_item_and_no_cell_that_is_a_formula() -> None:
    found = {path: content for path, content in made_files(INCIDENTS, SERVED).items() if path.endswith("csv")}
    reported = (
        "2026-03-04-checkout#1,2026-03-04-checkout,Checkout down,,checkout,Test it,not published,not published,"
        "Not published,,https://ours.example/docs/incidents/reported/#action-1\r\n"
    )
    page = "https://ours.example/docs/incidents/2026-01-04-mails/"
    mails = [
        f'2026-01-04-mails#{row},2026-01-04-mails,"Mails, late",P3,"mail, queue",{cells},{page}#action-{row}\r\n'
        for row, cells in enumerate(
            [
                '"Ask ""them"", now",\'@ana,2026-05-01,In progress,https://t.example/1?a=b',
                "'=1+1,'-bo,soon,,M-2",
                "Watch it,,2026-04-01,done,https://t.example/3",
                'Find it,"\'@ana, @cai",2026-04-01,open,[M-4][t]',
            ],
            1,
        )
    ]
    assert found == {
        "incidents/actions.csv": COLUMNS + reported + "".join(mails),
        "incidents/owners/bo-522e603c.csv": COLUMNS + mails[1],
        "incidents/owners/ana.csv": COLUMNS + mails[0] + mails[3],
        "incidents/owners/cai.csv": COLUMNS + mails[3],
    }


def test_json_has_the_same_items_in_the_same_order() -> None:
    found = {
        path: json.loads(content)
        for path, content in made_files(INCIDENTS, SERVED).items()
        if ("/owners/" in path and path.endswith("json")) or path.endswith("actions.json")
    }
    assert list(found) == [
        f"incidents/{name}.json" for name in ("actions", "owners/bo-522e603c", "owners/ana", "owners/cai")
    ]
    assert found["incidents/owners/bo-522e603c.json"] == {
        "version": 1,
        "built": "2026-04-10",
        "items": [
            {
                "id": "2026-01-04-mails#2",
                "incident": "2026-01-04-mails",
                "title": "Mails, late",
                "severity": "P3",
                "services": ["mail", "queue"],
                "action": "=1+1",
                "owner": "-bo",
                "due": "soon",
                "status": "",
                "ticket": "M-2",
                "url": "https://ours.example/docs/incidents/2026-01-04-mails/#action-2",
            }
        ],
    }
    assert [item["id"] for item in found["incidents/actions.json"]["items"]] == [
        "2026-03-04-checkout#1",
        *(f"2026-01-04-mails#{row}" for row in range(1, 5)),
    ]


def test_where_nobody_said_where_the_site_is_served_addresses_start_at_its_root() -> None:
    found = data(MAILS, settings=Settings(directory_urls=False))
    assert found["actions.csv"].splitlines()[1].endswith(",2026-01-04-mails.html#action-1")


def test_without_items_there_are_no_files() -> None:
    assert data(document()) == {}
    assert calendar_files([Incident(document(), "a.md")]) == {}


@given(st.lists(st.text(st.characters(exclude_characters="|\\<[*_`~!&\r\n")), min_size=1, max_size=3))
def test_a_spreadsheet_never_sees_a_formula_and_a_program_gets_the_words(actions: list[str]) -> None:
    found = data(document(actions=[(action, "@ana", "", "open", "") for action in actions]))
    assume(found)
    rows = list(csv.DictReader(io.StringIO(found["incidents/actions.csv"], newline="")))
    items = json.loads(found["incidents/actions.json"])["items"]
    assert [row["action"].removeprefix("'") for row in rows] == [item["action"].removeprefix("'") for item in items]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_a_calendar_has_what_is_still_to_be_done_on_a_date() -> None:
    found = calendar_files(INCIDENTS)
    ask = {
        "UID": "2026-01-04-mails%231@ours.example",
        "DTSTAMP": "20260304T000000Z",
        "DTSTART;VALUE=DATE": "20260501",
        "SUMMARY": 'Ask "them"\\, now (@ana)',
        "DESCRIPTION": (
            "Promised after: Mails\\, late\\nOwner: @ana\\nTicket: https://t.example/1?a=b"
            "\\nhttps://ours.example/docs/incidents/2026-01-04-mails/#action-1"
        ),
        "TRANSP": "TRANSPARENT",
        "URL": "https://ours.example/docs/incidents/2026-01-04-mails/#action-1",
    }
    find = {
        **ask,
        "UID": "2026-01-04-mails%234@ours.example",
        "DTSTART;VALUE=DATE": "20260401",
        "SUMMARY": "Find it (@ana\\, @cai)",
        "DESCRIPTION": (
            "Promised after: Mails\\, late\\nOwner: @ana\\, @cai\\nTicket: [M-4][t]"
            "\\nhttps://ours.example/docs/incidents/2026-01-04-mails/#action-4"
        ),
        "URL": "https://ours.example/docs/incidents/2026-01-04-mails/#action-4",
    }
    assert {path: events(content) for path, content in found.items()} == {
        "incidents/actions.ics": [ask, find],
        "incidents/owners/bo-522e603c.ics": [],
        "incidents/owners/ana.ics": [ask, find],
        "incidents/owners/cai.ics": [find],
    }


def test_another_reader_finds_the_same_days_and_the_calendars_names() -> None:
    found = {path: Calendar.from_ical(content) for path, content in calendar_files(INCIDENTS).items()}
    assert [
        (path, str(read["name"]), str(read["x-wr-calname"]), [event["dtstart"].dt for event in read.walk("vevent")])
        for path, read in found.items()
    ] == [
        (path, name, name, days)
        for path, name, days in [
            ("incidents/actions.ics", "Ours: Action items", [date(2026, 5, 1), date(2026, 4, 1)]),
            ("incidents/owners/bo-522e603c.ics", "Ours: Action items of -bo", []),
            ("incidents/owners/ana.ics", "Ours: Action items of @ana", [date(2026, 5, 1), date(2026, 4, 1)]),
            ("incidents/owners/cai.ics", "Ours: Action items of @cai", [date(2026, 4, 1)]),
        ]
    ]
    head = re.findall(
        rb"^(VERSION|PRODID|REFRESH-INTERVAL;VALUE=DURATION):(.*)\r$",
        calendar_files(INCIDENTS)["incidents/actions.ics"],
        re.MULTILINE,
    )
    assert sorted(head) == [
        (b"PRODID", b"-//incident-docs//action items//EN"),
        (b"REFRESH-INTERVAL;VALUE=DURATION", b"P1D"),
        (b"VERSION", b"2.0"),
    ]


def test_an_event_needs_neither_owner_nor_ticket_nor_a_site_that_is_served_somewhere() -> None:
    bare = document({"title": ""}, [("Fix it", "", "2026-05-01", "open", "")])
    twins = [Incident(bare, "a/x.md"), Incident(replace(bare), "b/x.md")]
    assert events(calendar_files(twins[:1], Settings())["actions.ics"]) == [
        {
            "UID": "2026-03-04-checkout%231@incident-docs",
            "DTSTAMP": "20260304T000000Z",
            "DTSTART;VALUE=DATE": "20260501",
            "SUMMARY": "Fix it",
            "DESCRIPTION": "Promised after: 2026-03-04-checkout\\na/x/#action-1",
            "TRANSP": "TRANSPARENT",
        }
    ]
    # Two incidents of the same id, until somebody heeds the linter.
    assert [event["UID"] for event in events(calendar_files(twins, Settings())["actions.ics"])] == [
        "a%2Fx.md%231@incident-docs",
        "b%2Fx.md%231@incident-docs",
    ]


@given(st.text(min_size=1), st.text())
def test_whatever_an_author_writes_is_a_sound_calendar(action: str, owner: str) -> None:
    written = document(actions=[(action, owner, "2026-05-01", "open", "")])
    for content in calendar_files([Incident(written, "a.md")]).values():
        assert len(events(content)) == len(Calendar.from_ical(content).walk("vevent"))
