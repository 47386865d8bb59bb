"""Incidents as data: what the files say, where they are, and that their schemas say the same."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.data.feeds import head_links
from incident_docs.site.pages.data.incident_data import DataMaker
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document, text
from tests.site.data import TODAY, made_files
from tests.site.pages import made, with_front
from tests.site.reader import find, read
from tests.spoilt import documents

SERVED = Settings(prefix="incidents/", name="Ours", address="https://ours.example/docs/")
SEARCH = """\
---
title: Search is stale
severity: P3
status: mitigating
started: ~2026-03-04T23:50:00+01:00
detected: 2026-03-04T23:55:00.5Z
services: [search, queue]
timezone: Europe/Berlin
authors: [Ana, Bo]
commander: Cai
tags: [deploy]
strategy: [rollback]
related: [2026-01-01-other]
postmortem: {status: draft, owner: Ana, due: 2026-03-20}
x-team: {name: Find, size: 3}
---

### Incident Response: Search is stale

#### Severity: P3
**Impact**: Results were **hours** old,
and [some](https://example.com) were missing.

#### Timeline
| Time | Event |
|------|-------|
| 2026-03-03 | The index is *moved* |
| ~23:50 | Results get old |
| 00:10-00:30 | ! Rebuild |
| later | It is over |

### Postmortem (after resolution)

#### Action items
| Action | Owner | Due | Status | Ticket | Priority |
|--------|-------|-----|--------|--------|----------|
| Test `move` | @ana, @bo | 2026-05-01 | In progress | [S-1](https://t.example/1) | high |
| Watch it | <owner> | soon | waiting | S-2 | |
| <action> | <owner> | <due> | | | |
"""
SEARCH_SAID = {
    "id": "2026-03-04-search",
    "title": "Search is stale",
    "severity": "P3",
    "status": "mitigating",
    "stage": "mitigating",
    "started": "2026-03-04T22:50:00Z",
    "detected": "2026-03-04T23:55:00Z",
    "mitigated": None,
    "resolved": None,
    "approximate": ["started"],
    "time_to_detect": 3900,
    "time_to_mitigate": None,
    "time_to_resolve": None,
    "timezone": "Europe/Berlin",
    "services": ["search", "queue"],
    "tags": ["deploy"],
    "strategy": ["rollback"],
    "authors": ["Ana", "Bo"],
    "related": ["2026-01-01-other"],
    "commander": "Cai",
    "impact": "Results were hours old, and some were missing.",
    "postmortem": {"state": "draft", "is_owed": False, "owner": "Ana", "due": "2026-03-20", "reason": None},
    "actions": [
        {
            "id": "2026-03-04-search#1",
            "action": "Test move",
            "owner": "@ana, @bo",
            "owners": ["@ana", "@bo"],
            "due": "2026-05-01",
            "status": "in progress",
            "ticket": "https://t.example/1",
            "priority": "high",
            "not_published": [],
        },
        {
            "id": "2026-03-04-search#2",
            "action": "Watch it",
            "owner": None,
            "owners": [],
            "due": None,
            "status": "open",
            "ticket": "S-2",
            "priority": None,
            "not_published": [],
        },
    ],
    "sources": [],
    "fields": {"x-team": {"name": "Find", "size": 3}},
    "not_published": [],
    "path": "incidents/2026-03-04-search/",
    "data": "incidents/2026-03-04-search/incident.json",
    "url": "https://ours.example/docs/incidents/2026-03-04-search/",
}
NOTHING = {
    **dict.fromkeys(SEARCH_SAID),
    "approximate": [],
    "timezone": "UTC",
    **{
        key: [] for key in ("services", "tags", "strategy", "authors", "related", "actions", "sources", "not_published")
    },
    "postmortem": {"state": None, "is_owed": False, "owner": None, "due": None, "reason": None},
    "fields": {},
}


def incident(written: str, path: str = "incidents/2026-03-04-search.md", format: Format = DEFAULT) -> Incident:
    return Incident(parse(written, path, format), path)


def contents(files: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {path: json.loads(content, parse_constant=pytest.fail) for path, content in files}


def every(*incidents: Incident, settings: Settings = SERVED) -> dict[str, Any]:
    names = {"incidents.json", "incidents.schema.json", "incident.schema.json"}
    files = made_files(incidents, settings).items()
    return contents((path, content) for path, content in files if path.removeprefix(settings.prefix) in names)


def own(*incidents: Incident, settings: Settings = SERVED) -> dict[str, Any]:
    data = DataMaker(incidents, settings).data
    return contents(data(each).file for each in incidents)


def one(of: Incident) -> Any:
    [file] = own(of).values()
    return file["incident"]


def problems(schema: Any, said: Any) -> list[str]:
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(said)]


def test_all_incidents_are_in_one_file_the_newest_first_each_on_a_line() -> None:
    before = incident("", "incidents/before.md")
    content = made_files([before, incident(SEARCH)], SERVED)["incidents/incidents.json"]
    nothing = {
        **NOTHING,
        "id": "before",
        "path": "incidents/before/",
        "data": "incidents/before/incident.json",
        "url": "https://ours.example/docs/incidents/before/",
    }
    assert content == (
        '{"$schema": "incidents.schema.json", "version": 1, "site": "Ours", "address": "https://ours.example/docs/",'
        f' "built": "2026-04-10", "incidents": [\n{json.dumps(SEARCH_SAID)},\n{json.dumps(nothing)}\n]}}\n'
    )


def test_everybody_s_items_stand_at_their_incidents() -> None:
    other = Incident(document(actions=[("Do it", "@ana", "", "", "")]), "incidents/other.md")
    said = every(other, incident(SEARCH))["incidents/incidents.json"]["incidents"]
    assert said[0] == SEARCH_SAID
    assert [action["action"] for action in said[1]["actions"]] == ["Do it"]


def test_an_incident_s_own_file_has_the_timeline_too() -> None:
    found = own(incident(SEARCH))
    nothing = {"until": None, "is_approximate": False, "is_day_only": False, "kind": "observation"}
    rows = [
        {
            "time": "2026-03-03",
            "at": "2026-03-02T23:00:00Z",
            **nothing,
            "is_day_only": True,
            "event": "The index is moved",
        },
        {
            "time": "~23:50",
            "at": "2026-03-04T22:50:00Z",
            **nothing,
            "is_approximate": True,
            "event": "Results get old",
        },
        {
            "time": "00:10-00:30",
            "at": "2026-03-04T23:10:00Z",
            **nothing,
            "until": "2026-03-04T23:30:00Z",
            "kind": "action",
            "event": "Rebuild",
        },
        {"time": "later", "at": None, **nothing, "event": "It is over"},
    ]
    assert found == {
        "incidents/2026-03-04-search/incident.json": {
            "$schema": "../incident.schema.json",
            "version": 1,
            "site": "Ours",
            "address": "https://ours.example/docs/",
            "incident": {**SEARCH_SAID, "timeline": rows},
        }
    }


def test_what_a_report_does_not_publish_is_null_and_named() -> None:
    front = {
        **SOURCES,
        "sources": "[{title: Their report, url: 'https://example.com/report'}, 'https://example.com/more']",
        "detected": "not published",
        "resolved": "Not published",
        "commander": "not published",
        "authors": "[Ana, not published]",
        "x-cost": "not published",
        "postmortem": "{status: not required, reason: Theirs is enough}",
    }
    rows = [("Test it", "not published", "not published", "not published", "not published")]
    said = one(incident(text(front, rows, impact="not published")))
    assert {key: said[key] for key in (*front, "impact", "fields", "not_published", "actions") if key in said} == {
        "sources": [
            {"title": "Their report", "url": "https://example.com/report"},
            {"title": "https://example.com/more", "url": "https://example.com/more"},
        ],
        "detected": None,
        "resolved": None,
        "commander": None,
        "authors": ["Ana"],
        "postmortem": {
            "state": "not required",
            "is_owed": False,
            "owner": None,
            "due": None,
            "reason": "Theirs is enough",
        },
        "impact": None,
        "fields": {"x-cost": None},
        "not_published": ["resolved", "detected", "commander", "authors", "fields.x-cost", "impact"],
        "actions": [
            {
                "id": "2026-03-04-search#1",
                "action": "Test it",
                "owner": None,
                "owners": [],
                "due": None,
                "status": None,
                "ticket": None,
                "priority": None,
                "not_published": ["owner", "due", "status", "ticket"],
            }
        ],
    }


def test_elsewhere_the_same_words_are_left_out_and_nothing_is_named() -> None:
    front = {"resolved": "not published", "commander": "not published"}
    said = one(incident(text(front, [("Test it", "@ana", "", "open", "")], impact="not published")))
    assert (said["resolved"], said["commander"], said["impact"], said["not_published"]) == (None, None, None, [])
    assert said["actions"][0]["not_published"] == []


def test_an_organisation_s_words_and_fields_are_in_the_data_and_in_the_schema() -> None:
    configuration = read_configuration(
        '[severities.SEV1]\nimpact = "Alles steht"\n'
        '[statuses.offen]\nlabel = "Offen"\nstage = "active"\n[statuses.mildern]\nlabel = "M"\nstage = "mitigating"\n'
        '[statuses.zu]\nlabel = "Zu"\nstage = "resolved"\n'
        '[fields.tier]\ntype = "choice"\nvalues = ["gold"]\nmeaning = "Of the customers."\n',
        "incident-docs.toml",
    )
    assert configuration is not None
    format = configuration.format
    of = incident(text({"severity": "SEV1", "status": "zu", "tier": "gold", "other": "no"}), format=format)
    found = every(of, settings=replace(SERVED, format=format))
    [said] = found["incidents/incidents.json"]["incidents"]
    assert (said["severity"], said["status"], said["stage"], said["fields"]) == (
        "SEV1",
        "zu",
        "resolved",
        {"tier": "gold"},
    )
    known = found["incidents/incidents.schema.json"]["properties"]["incidents"]["items"]["properties"]
    assert {key: known[key] for key in ("severity", "status", "stage", "fields")} == {
        "severity": {"description": "How bad it is for users.", "enum": ["SEV1", None]},
        "status": {"description": "How far the response has come.", "enum": ["offen", "mildern", "zu", None]},
        "stage": {"description": "What its status stands for.", "enum": ["active", "mitigating", "resolved", None]},
        "fields": {
            "description": "An organisation's own fields, and those that begin with `x-`.",
            "type": "object",
            "properties": {"tier": {"description": "Of the customers."}},
        },
    }


def test_whatever_stands_in_a_field_is_data() -> None:
    bomb = "x-a: &a [1, 2]\nx-b: &b [" + ", ".join(["*a"] * 400) + "]\nx-c: [" + ", ".join(["*b"] * 400) + "]\n"
    front = text().replace(
        "services:",
        'x-end: "</script>"\nx-huge: 0x' + "f" * 5000 + "\nx-nan: .nan\nx-inf: [-.inf, 1.5, true, null]\n"
        f"{bomb}services:",
    )
    said = one(incident(front))["fields"]
    assert said == {
        "x-end": "</script>",
        "x-huge": "0x" + "f" * 5000,
        "x-nan": "nan",
        "x-inf": ["-inf", 1.5, True, None],
        "x-a": [1, 2],
        "x-b": None,
        "x-c": None,
    }


def test_half_a_character_is_none() -> None:
    # Readers of YAML that are written in Python let one pass.
    of = replace(incident(SEARCH).document, title="a\ud800", impact="b\udfff")
    said = one(Incident(of, "a.md"))
    assert (said["title"], said["impact"]) == ("a?", "b?")


def test_where_nobody_said_where_the_site_is_served_there_is_no_url() -> None:
    found = every(incident(SEARCH), settings=Settings())["incidents.json"]
    assert (found["site"], found["address"], found["incidents"][0]["url"]) == (None, None, None)


@pytest.mark.parametrize(
    ("path", "directory_urls", "page", "file", "schema"),
    [
        ("a/b.md", True, "a/b/", "a/b/incident.json", "../../incidents/incident.schema.json"),
        ("a/b.md", False, "a/b.html", "a/b.incident.json", "../incidents/incident.schema.json"),
        ("a/index.md", True, "a/", "a/incident.json", "../incidents/incident.schema.json"),
        ("index.md", True, "", "incident.json", "incidents/incident.schema.json"),
        ("a b/ü#.md", True, "a%20b/%C3%BC%23/", "a b/ü#/incident.json", "../../incidents/incident.schema.json"),
    ],
)
def test_an_incident_s_file_lies_beside_its_page(
    path: str, directory_urls: bool, page: str, file: str, schema: str
) -> None:
    of, settings = incident(SEARCH, path), replace(SERVED, directory_urls=directory_urls)
    [(place, said)] = own(of, settings=settings).items()
    assert (said["incident"]["path"], place, said["$schema"]) == (page, file, schema)
    name = "incident.json" if directory_urls else "b.incident.json"
    links = find(read(head_links(of.path, settings, of)), "link", type="application/json")
    assert [(each.get("rel"), each.get("href")) for each in links] == [("alternate ", name)]


def test_an_author_s_file_stays_in_its_place() -> None:
    theirs = {"/p/a.json": "incidents/incidents.json", "/p/b.json": "incidents/2026-03-04-search/incident.json"}
    settings = replace(SERVED, files=theirs)
    assert list(every(settings=settings)) == ["incidents/incidents.schema.json", "incidents/incident.schema.json"]
    made = {file.path for file in Site([incident(SEARCH)], settings, TODAY).files()}
    assert made.isdisjoint(theirs.values())
    assert "incidents/incidents.schema.json" in made


def test_without_incidents_there_is_an_empty_list() -> None:
    assert every(settings=Settings())["incidents.json"] == {
        "$schema": "incidents.schema.json",
        "version": 1,
        "site": None,
        "address": None,
        "built": "2026-04-10",
        "incidents": [],
    }


def test_the_schemas_say_what_each_key_means() -> None:
    found = every()
    for path, title, key in (
        ("incidents.schema.json", "Incidents", "incidents"),
        ("incident.schema.json", "An incident", "incident"),
    ):
        schema = found[f"incidents/{path}"]
        assert (schema["$schema"], schema["title"]) == ("https://json-schema.org/draft/2020-12/schema", title)
        whole = schema["properties"][key]
        keys = list(whole.get("items", whole)["properties"])
        assert keys == [*SEARCH_SAID, *(["timeline"] if key == "incident" else [])]
    assert _undescribed(found) == []


def _undescribed(schema: Any) -> list[str]:
    if not isinstance(schema, dict):
        return []
    properties = schema.get("properties", {})
    here = [key for key, value in properties.items() if isinstance(value, dict) and not value.get("description")]
    return here + [key for value in schema.values() for key in _undescribed(value)]


@given(documents() | st.text(max_size=300) | st.text(max_size=60).map(lambda said: with_front(title=json.dumps(said))))
def test_whatever_an_author_writes_both_files_are_as_their_schemas_say(written: str) -> None:
    of = made(written)
    found = every(of, settings=replace(SERVED, prefix=""))
    [said] = own(of).values()
    assert problems(found["incidents.schema.json"], found["incidents.json"]) == []
    assert problems(found["incident.schema.json"], said) == []


def test_the_real_incidents_are_as_their_schemas_say() -> None:
    folder = Path(__file__).parents[2] / "postmortems"
    incidents = [incident(path.read_text("utf-8"), path.name) for path in sorted(folder.glob("*.md"))]
    found = every(*incidents, settings=Settings())
    their_own = own(*incidents, settings=Settings())
    assert problems(found["incidents.schema.json"], found["incidents.json"]) == []
    for said in their_own.values():
        assert problems(found["incident.schema.json"], said) == []
        starts = [row["at"] for row in said["incident"]["timeline"] if row["at"]]
        assert all(datetime.fromisoformat(start).tzinfo for start in starts)
    assert len(their_own) == len(incidents) == len(found["incidents.json"]["incidents"])
