"""What a public site has of many incidents, which files it keeps back, and what is found where it must not stand."""

import gzip
from pathlib import Path

import pytest

from incident_docs.audience.leaks import find_leaks, report_leaks
from incident_docs.audience.public_incidents import PublicIncidents, redact_incidents, withheld_media
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT
from incident_docs.format.publishing import Publishing
from incident_docs.workspace.files import folder_texts

HUSH = "2026-03-01-acme-lost"
OPEN, CLOSE = "<!-- internal -->", "<!-- /internal -->"
SETTINGS = Publishing(audience="public", internal_fields=("x-customer",), hides_owners=True)
A = f"""---
title: Checkout down
x-customer: Acme Corp
related: [{HUSH}]
---
#### What happened
Nobody could pay. @zoe looked.
{OPEN}
- They **called** our [sales desk](a.md) within the hour
- Sorry
| Time | Event | Who |
|---|---|---|
| 10:00 | Their lawyers wrote to us | x |
#### What went well
One two three four five six seven eight nine ten eleven twelve.
![bill](img/bill.png) [log](b.log)
{CLOSE}
![seen](img/seen.png)
"""
B = f"---\ntitle: Acme lost all its orders\naudience: internal\n---\n#### Action items\n| Action | Owner |\n|---|---|\n| x | @zoe |\n![]({HUSH}/c.png)\n"
C = "---\ntitle: Search down\n---\nSorry, the time, event, who: Time Event Who. [log](b.log)\n"


def made(publishing: Publishing = SETTINGS) -> PublicIncidents:
    return redact_incidents({"p/a.md": A, f"p/{HUSH}.md": B, "p/c.md": C}, publishing, DEFAULT)


def found(*files: tuple[str, str]) -> list[str]:
    return [str(leak) for leak in find_leaks(files, made().forbidden_texts)]


def test_what_is_internal_in_one_incident_is_not_in_another() -> None:
    site = made()
    assert site.confidential == {f"p/{HUSH}.md"}
    assert site.texts == {
        "p/a.md": "---\ntitle: Checkout down\n---\n#### What happened\nNobody could pay. @… looked.\n\n![seen](img/seen.png)\n",
        "p/c.md": C,
    }
    assert "zoe" in made(SETTINGS._replace(hides_owners=False)).texts["p/a.md"]


def test_an_incident_that_is_not_plain_stops_all() -> None:
    with pytest.raises(IncidentDocsError) as raised:
        redact_incidents({"p/a.md": "---\ntitle: x\n---\n<!-- internal -->\n"}, SETTINGS, DEFAULT)
    assert str(raised.value) == "p/a.md:4:1: this internal part never ends; close it with <!-- /internal -->"


def test_files_that_only_internal_text_shows_are_withheld() -> None:
    files = ["p/img/bill.png", "p/img/seen.png", "p/b.log", f"p/{HUSH}/c.png", f"p/{HUSH}/d.txt", "p/e.png", "p/a.md"]
    hidden = {"p/img/bill.png", f"p/{HUSH}/c.png", f"p/{HUSH}/d.txt"}
    assert withheld_media(files, made(), {}) == hidden
    other = {
        "guide.md": '<img src="p/img/bill.png"> [c](<p/2026-03-01-acme-lost/c.png>)\n\n[d]: p/2026-03-01-acme-lost/d.txt#x\n'
    }
    assert withheld_media(files, made(), other) == set()
    assert withheld_media(["p/e.png"], made(), {}) == set()


def test_a_file_of_the_same_name_elsewhere_is_another_file() -> None:
    assert withheld_media(["p/seen.png", "q/bill.png", "p/img/bill.png"], made(), {"x.md": "![](q/bill.png)"}) == {
        "p/img/bill.png"
    }
    spaced = redact_incidents({"a.md": f"---\ntitle: x\n---\n{OPEN}![](a%20b.png){CLOSE}\n"}, SETTINGS, DEFAULT)
    assert withheld_media(["a b.png"], spaced, {}) == {"a b.png"}


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("a/index.html", "<p>They <b>called</b>\nour <a href='x'>sales desk</a> within&#32;the hour</p>", "p/a.md:9:3"),
        ("a.html", '<meta content="They called our sales desk within the hour">', "p/a.md:9:3"),
        ("a.md", "- They **called** our [sales desk](a.md) within the hour", "p/a.md:9:3"),
        ("a.json", '{"a": "THEIR lawyers\\nwrote\\u0020to us"}', "p/a.md:13:11"),
        ("a.ics", "DESCRIPTION:Their lawyers wr\r\n ote to us", "p/a.md:13:11"),
        ("a.csv", "x,One two three four five six seven eight …", "p/a.md:15:1"),
        ("a.csv", "nine ten eleven twelve", "p/a.md:15:1"),
        ("a.xml", "<a>Acme &quot;Corp&quot;</a>", "p/a.md:3:13"),
        ("sitemap.xml", f"https://example.com/{HUSH}/", f"p/{HUSH}.md:1:1"),
        ("a.js", 'x="acme lost all its orders"', f"p/{HUSH}.md:2:8"),
        ("a.txt", "ask (@zoe)", "p/2026-03-01-acme-lost.md:1:1"),
    ],
)
def test_what_is_internal_is_found_in_whatever_form(path: str, text: str, place: str) -> None:
    assert found((path, text)) == [f"{path} says what is internal in {place}"]


@pytest.mark.parametrize(
    "text",
    [
        "Sorry",
        "Time Event Who",
        "What went well",
        "Their lawyers wrote to Umbra",
        "the Acme Corporation",
        "write to ask@zoe.example or zoe",
        "bill img",
        "",
    ],
)
def test_common_words_give_no_alarm(text: str) -> None:
    assert found(("a.html", text)) == []


def test_a_word_of_the_theme_gives_no_alarm() -> None:
    incidents = {"a.md": "---\ntitle: x\nx-customer: Search\n---\n"}
    forbidden = redact_incidents(incidents, SETTINGS, DEFAULT).forbidden_texts
    pages = [("a.html", "Search"), ("b.html", "the search"), ("a.json", "search")]
    assert find_leaks(pages, forbidden) == []
    assert report_leaks(find_leaks([*pages, ("c.html", "")], forbidden)) == "\n".join(
        f"{file} says what is internal in a.md:3:13" for file in ("a.html", "a.json", "b.html")
    )
    assert find_leaks([("a.html", "Search")], forbidden) != []


def test_where_nothing_is_internal_no_file_is_read() -> None:
    files = iter([("a.html", "x")])
    assert find_leaks(files, redact_incidents({"p/c.md": C}, SETTINGS, DEFAULT).forbidden_texts) == []
    assert next(files) == ("a.html", "x")


def test_what_the_site_says_without_incidents_gives_no_alarm() -> None:
    pages = [("rules.html", "@zoe"), ("a.html", "Acme Corp")]
    assert (
        report_leaks(find_leaks(pages, made().forbidden_texts, ["| <b>Fix</b> it | @zoe |"]))
        == "a.html says what is internal in p/a.md:3:13"
    )


def test_a_value_of_three_letters_is_looked_for_by_nobody() -> None:
    assert (
        redact_incidents(
            {"a.md": "---\ntitle: x\nx-customer: [Umbra, abc, 12]\n---\n"}, SETTINGS, DEFAULT
        ).forbidden_texts[1:]
        == ()
    )


def test_the_report_of_many_leaks_is_short() -> None:
    many = find_leaks([(f"{number:02}.txt", "acme corp") for number in range(23)], made().forbidden_texts)
    assert report_leaks(many).split("\n")[-2:] == ["19.txt says what is internal in p/a.md:3:13", "and 3 more"]
    assert report_leaks([]) == ""


def test_what_an_incident_says_itself_is_no_leak_but_what_its_field_hides_is() -> None:
    text = f"---\ntitle: x\nx-customer: Acme\n---\nAcme is down for all users.\n{OPEN}\nAcme is down for all users.\n{CLOSE}\n"
    forbidden = redact_incidents({"a.md": text}, SETTINGS, DEFAULT).forbidden_texts
    assert (
        report_leaks(find_leaks([("a.json", "Acme is down for all users.")], forbidden))
        == "a.json says what is internal in a.md:3:13"
    )


def test_the_texts_of_a_folder_are_read_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.html").write_text("ä", encoding="utf-8")
    (tmp_path / "c.gz").write_bytes(gzip.compress(b"packed"))
    (tmp_path / "d.gz").write_bytes(b"\x1f\x8bx")
    (tmp_path / "e.png").write_bytes(b"\x89PNG\0")
    assert list(folder_texts(tmp_path)) == [("a/b.html", "ä"), ("c.gz", "packed"), ("d.gz", "\x1f\ufffdx")]
