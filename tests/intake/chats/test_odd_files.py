"""What single services and people write that the files of the corpus do not have."""

import json
import os
import zipfile
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from incident_docs.document.edit import apply_edits
from incident_docs.document.parse import parse
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT
from incident_docs.intake.chats import read_chat as reading
from incident_docs.intake.chats import slack_files
from incident_docs.intake.chats.chat_times import read_day, read_time, read_zone
from incident_docs.intake.chats.html_text import html_markdown
from incident_docs.intake.chats.imported_rows import imported_rows, write_rows
from incident_docs.intake.chats.message import Setting
from incident_docs.intake.chats.picks import read_picks
from incident_docs.intake.chats.read_chat import read_chat
from tests.examples import ACTIVE
from tests.intake.chats.test_timelines import FOLDER, SETTING, read, wanted, written

EXPORT = FOLDER / "slack-export"
CHANNEL = "inc-2026-03-04-checkout"


def rows(payload: object) -> list[str]:
    text = payload if isinstance(payload, str) else json.dumps(payload)
    return [
        written(row) for row in imported_rows(read_chat(Path("-"), SETTING, content=text.encode()).messages, DEFAULT)
    ]


def slack(**more: Any) -> list[str]:
    return rows([{"ts": "1772633160.000100", "user": "U1", "text": "", **more}])


def test_an_export_is_read_as_a_folder_a_zip_a_channel_and_a_day(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for path in EXPORT.rglob("*.json"):
            archive.write(path, f"Acme/{path.relative_to(EXPORT)}")
    assert read(tmp_path / "export.zip") == wanted()["slack-export"]
    assert read(EXPORT / CHANNEL) == wanted()["slack-export"]
    assert read(EXPORT / CHANNEL / "2026-03-04.json") == wanted()["slack-export"][:-2]


def test_of_several_channels_one_is_to_be_named(tmp_path: Path) -> None:
    for name in ("incident", "incident-2", *(f"c{number}" for number in range(9))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "2026-03-04.json").write_text(f'[{{"ts":"1772633160.0001","user":"a","text":"{name}"}}]')
    (tmp_path / "c0" / "canvas.json").write_text("{")
    assert read(tmp_path, "#incident") == ["03-04 14:06 a: incident"]
    assert read(tmp_path, "-2") == ["03-04 14:06 a: incident-2"]
    assert refused(tmp_path, "nothing") == (
        f"{tmp_path} has no channel nothing; choose one with --channel: c0, c1, c2, c3, c4, c5, c6, c7, …"
    )
    assert (
        refused(tmp_path, "inc") == f"{tmp_path} has several channels; choose one with --channel: incident, incident-2"
    )


def refused(path: Path, channel: str = "") -> str:
    with pytest.raises(IncidentDocsError) as error:
        read_chat(path, SETTING, channel)
    return str(error.value)


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = f"{tmp_path} has no messages of Slack: an export has a folder for each channel, with a file for each day"
    assert refused(tmp_path) == nothing
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    assert refused(tmp_path / "broken.zip") == f"{tmp_path}/broken.zip cannot be unpacked: File is not a zip file"
    with zipfile.ZipFile(tmp_path / "large.zip", "w") as archive:
        archive.writestr("a/b.json", "[1, 2]")
    (tmp_path / "a.json").write_text("[1, 2]")
    monkeypatch.setattr(slack_files, "_LARGEST", 5)
    monkeypatch.setattr(reading, "_LARGEST", 5)
    too_large = "is too large unpacked; unpack it, and name the folder of one channel"
    with pytest.raises(IncidentDocsError, match=too_large):
        read_chat(Path("x"), SETTING, content=(tmp_path / "large.zip").read_bytes())
    assert refused(tmp_path) == f"{tmp_path} is too large; name the folder of one channel"
    assert refused(tmp_path / "a.json") == f"{tmp_path}/a.json is too large: more than 0 MB"


def test_a_file_that_nobody_may_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text("[]")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, os.strerror(13), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refused(tmp_path) == f"{tmp_path}/a.json cannot be read: Permission denied"


def test_messages_of_slack_in_all_their_forms() -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "*Status*: ok"}, "fields": [{"text": "a"}]}
    assert slack(blocks=[block]) == ["03-04 14:06 U1: **Status**: ok / a"]
    assert slack(attachments=[{"blocks": [block]}]) == ["03-04 14:06 U1: **Status**: ok / a"]
    assert slack(text="<mailto:x|me> <https://u:p@h.example/a?token=1> <https://x/bot1:a|label>") == [
        "03-04 14:06 U1: me https://h.example/a label"
    ]
    assert slack(text="`curl <https://a.example>` ~no~ <#C1> <!subteam^S1> <@U2|sam>") == [
        "03-04 14:06 U1: `curl https://a.example` ~~no~~ #C1 @subteam @sam"
    ]
    assert slack(text="<https://x/bot1:a>") == ["03-04 14:06 U1: (address removed)"]
    assert slack(text="> quoted\n<https://a.example/x_(y)|[y]>\n`` odd ` ``") == [
        "03-04 14:06 U1: quoted / [(y)](https://a.example/x_%28y%29) / `` odd ` ``"
    ]
    assert slack(text="```sh\nls `x`\n```") == ["03-04 14:06 U1: `` ls `x` ``"]
    assert slack(text="<eu-1>", file={"title": "log"}) == ["03-04 14:06 U1: &lt;eu-1> / file log"]
    assert slack(username="Bot", bot_id="B1", user="", text="x") == ["03-04 14:06 Bot: x"]
    assert rows([{"ts": "99999999999.1", "text": "no time"}, {"ts": "1772633160.1", "text": "x"}]) == ["03-04 14:06 x"]


def test_a_long_message_is_cut_where_a_word_ends_and_not_in_a_link() -> None:
    words = "word " * 200
    assert slack(text=words)[0] == f"03-04 14:06 U1: {words[:499].rsplit(' ', 1)[0]}…"
    assert (
        slack(text=f"{'x ' * 240}<https://a.example/{'y' * 90}|see>")[0] == f"03-04 14:06 U1: {('x ' * 240).strip()}…"
    )
    assert slack(text="word " * 2_000)[0].endswith("word…")


def test_messages_of_discord_in_all_their_forms() -> None:
    author = {"id": "1", "global_name": "Robin"}
    message = {"id": "9", "timestamp": "2026-03-04T14:06:00+00:00", "type": 0, "author": author, "content": ""}
    assert rows(
        [{**message, "content": "<@1> <@!2> <#3> see https://a.example", "embeds": [{"url": "https://a.example"}]}]
    ) == ["03-04 14:06 Robin: @Robin @2 #3 see https://a.example"]
    assert rows({"messages": [message | {"timestamp": "never"}, message | {"content": "x", "pinned": True}]}) == [
        "03-04 14:06 Robin: x"
    ]


def test_html_becomes_plain_words() -> None:
    message = {"id": 1, "timestamp": 1772633160, "sender_full_name": "R", "content_type": "text/html"}
    html = (
        "<script>x()</script><style>y</style></style><img alt='🚨'><a>b</a></a> <code>c|d</code><ul><li>e</ul>&amp;lt;"
    )
    assert rows([{**message, "content": html}]) == ["03-04 14:06 R: 🚨b `c\\|d` / e / &lt;"]
    assert rows([{**message, "content": "**a** :fire:", "content_type": "text/x-markdown"}]) == [
        "03-04 14:06 R: **a** 🔥"
    ]
    assert rows([{**message, "content": "<pre>a<pre>b</pre></pre>"}]) == ["03-04 14:06 R: `a` / `b`"]
    assert rows([{**message, "timestamp": "x"}, {**message, "content": "y"}]) == ["03-04 14:06 R: y"]


def test_entries_without_a_time_are_left_out() -> None:
    teams = {"createdDateTime": "2026-03-04T14:06:00Z", "body": {"contentType": "text", "content": "<x> & y"}}
    assert rows([teams, {**teams, "createdDateTime": "x"}, {**teams, "deletedDateTime": "x"}]) == [
        "03-04 14:06 &lt;x> & y"
    ]
    assert rows([{"create_at": 1772633160000, "message": "x", "user_id": "u"}, {"create_at": 0, "message": "y"}]) == [
        "03-04 14:06 u: x"
    ]
    entry = {"type": "annotate_log_entry", "created_at": "2026-03-04T14:06:00Z", "channel": {"summary": "tried x"}}
    assert rows([entry, {**entry, "created_at": None}]) == ["03-04 14:06 PagerDuty: tried x"]
    update = {"incident_id": "1", "created_at": "2026-03-04T14:06:00Z", "message": "x"}
    assert rows([update, {**update, "created_at": 1}]) == ["03-04 14:06 x"]
    assert rows(
        {
            "events": [
                {"Time": "14:06", "What": "x", "who": {"name": "R"}},
                {"time": "14:07"},
                {"time": "?", "text": "x"},
            ]
        }
    ) == ["03-04 14:06 R: x"]
    users = {
        "posts": {"p": {"create_at": 1772633160000, "message": "x", "user_id": "u"}},
        "users": {"u": {"id": "u", "username": "robin"}},
    }
    assert rows(users) == ["03-04 14:06 robin: x"]


def test_tables_in_all_their_forms() -> None:
    assert rows("Timeline of today\n\nDate;What\n04.03.2026 14:06;x;y\n;nothing\n") == ["03-04 14:06 x,y"]
    # Of a cell that no reader of tables takes, the lines are read one by one.
    text = f'time,event\n2026-03-04 14:06,"{"x" * 200_000}\n\n14:07 y'
    assert [row[:20] for row in rows(text)] == ['03-04 14:06 "xxxxxxx', "03-04 14:07 y"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("14:06", "14:06"), ("2:06 pm", "14:06"), ("12:06 a.m.", "00:06"), ("2 PM", "14:00"), ("14:06 Uhr", "14:06"),
        ("25:00", None), ("14:06 XYZ", None), ("31.02.2026 14:06", None), ("", None), ("x" * 70, None), ("noon", None),
    ],
)  # fmt: skip
def test_clock_times(text: str, wanted: str | None) -> None:
    found = read_time(text, SETTING)
    assert (found and found.clock and f"{found.clock:%H:%M}") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3/4/2026", (2026, 3, 4)), ("04/03/26", (2026, 3, 4)), ("13/3", (2026, 3, 13)), ("March 4th, 2026", (2026, 3, 4)),
        ("Mittwoch, 4. März 2026", (2026, 3, 4)), ("4 Mar", (2026, 3, 4)), ("31.12.", (2025, 12, 31)), ("2026-03-04", (2026, 3, 4)),
        ("4 Foo", None), ("2026/99/99", None), ("x" * 70, None),
    ],
)  # fmt: skip
def test_days(text: str, wanted: tuple[int, int, int] | None) -> None:
    assert read_day(text, SETTING.day) == (wanted and date(*wanted))


def test_zones() -> None:
    assert str(read_zone("Europe/Berlin")) == "Europe/Berlin"
    assert [str(read_zone(text)) for text in ("UTC-3", "(+0530)", "EST", "Berlin", "+99:00")] == [
        "UTC-03:00", "UTC+05:30", "UTC-05:00", "None", "None"
    ]  # fmt: skip


def test_text_without_a_byte_order_mark() -> None:
    content = "14:06 Alert fired".encode("utf-16-le")
    assert [message.text for message in read_chat(Path("-"), SETTING, content=content).messages] == ["Alert fired"]


def test_picks() -> None:
    assert [read_picks(text, 9) for text in ("1-3, 7", "2 4-5", "1 - 2", "", "ALL", "none", "3-1", "0", "x", "10")] == [
        [1, 2, 3, 7], [2, 4, 5], [1, 2], list(range(1, 10)), list(range(1, 10)), [], None, None, None, None
    ]  # fmt: skip


def test_pasted_text_in_all_its_forms() -> None:
    assert rows("[14:06] Alert fired\n[14:07] Sam\nlooking\n[2026-03-04 14:08] <kim> ok\n") == [
        "03-04 14:06 Alert fired", "03-04 14:07 Sam: looking", "03-04 14:08 kim: ok"
    ]  # fmt: skip
    assert rows("Robin\n14:06\nI see\nSam\n14:07\nlooking\nRobin\n14:08\nthanks\n99/99/2026, 2:06 PM - x\n") == [
        "03-04 14:06 Robin: I see / Sam",
        "03-04 14:07 Robin: looking",
        "03-04 14:08 Robin: thanks / 99/99/2026, 2:06 PM - x",
    ]
    assert rows("Robin, Mar 4, 2:06 PM\nI see\n--- Today ---\nSam [2:07 PM]\nok\n[2:07 PM] more\nkim [2:08 PM]\nyes\n[04-Mar-26 02:08 PM] kim\nthanks\n") == [
        "03-04 14:06 Robin: I see", "03-04 14:07 Sam: ok", "03-04 14:07 more", "03-04 14:08 kim: yes", "03-04 14:08 kim: thanks"
    ]  # fmt: skip
    assert rows("[04.03.26, 14:06:00] +49 15128417735: call\n+49 15128417736\n") == [
        "03-04 14:06 (phone number removed): call / (phone number removed)"
    ]
    assert rows("Robin  11:58 AM\na\n12:02\nb\n1:02\nc\n") == [
        "03-04 11:58 Robin: a", "03-04 12:02 Robin: b", "03-04 13:02 Robin: c"
    ]  # fmt: skip


def test_a_row_that_somebody_added_meanwhile_is_left_alone() -> None:
    row = imported_rows(read_chat(Path("-"), Setting(UTC, date(2026, 3, 4)), content=b"14:06 x").messages, DEFAULT)[0]
    document = parse(ACTIVE.replace("| 09:50 |", "| 14:06 | x |\n| 09:50 |").replace("09:50", "14:06"))
    assert write_rows(document, [row]) == ()


def test_words_that_are_said_again_in_one_minute_are_rows_too() -> None:
    found = imported_rows(
        read_chat(Path("-"), Setting(UTC, date(2026, 3, 4)), content=b"14:06 +1\n14:06 +1\n14:06 +1\n").messages,
        DEFAULT,
    )
    text = apply_edits(ACTIVE, write_rows(parse(ACTIVE), found))
    assert [entry.event.value[:2] for entry in parse(text).timeline] == ["Re", "+1", "+1", "+1"]
    assert write_rows(parse(text), found) == ()


def test_a_name_above_a_full_date_is_the_author() -> None:
    assert rows("Robin\n04/03/2026 14:06\nI see\nSam Sample\n04/03/2026 14:12\nrolling back\n") == [
        "03-04 14:06 Robin: I see",
        "03-04 14:12 Sam Sample: rolling back",
    ]


def test_notes_of_an_incident_are_read() -> None:
    note = {"id": "N", "user": {"summary": "Sam"}, "content": "rolled back", "created_at": "2026-03-04T14:15:00Z"}
    assert rows(json.dumps({"notes": [note]})) == ["03-04 14:15 Sam: rolled back"]


def test_cells_of_a_table_stay_apart() -> None:
    assert html_markdown("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>") == "a b\n1 2"
