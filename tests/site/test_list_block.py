"""The lists that stand in the place of blocks: of incidents, of action items, and of what is wrong with a block."""

from datetime import date

import pytest
from markdown import Markdown

from incident_docs.format.configuration import read_configuration as configured
from incident_docs.insight.archive import Subject
from incident_docs.site.engines.markdown.list_fences import Here, find_list_fences, write_lists
from incident_docs.site.engines.markdown.markdown_extension import IncidentDocsExtension
from incident_docs.site.pages.lists.list_block import Lists, listing
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document
from tests.site.reader import find, one, read, words
from tests.site.reader import rows as table_rows

TODAY = date(2026, 4, 10)
SETTINGS = Settings("incidents/index.md", "incidents/", files={"/p/run/book.md": "run/book.md"})
CHECKOUT = document(
    {"title": "Checkout <down>", "severity": "P1", "services": "[checkout, gateway]", "tags": "['a&b']"},
    [
        ("Alert on the `queue`", "@ana, @bo", "2026-04-01", "open", "[T-1](https://tracker.example.com/1)"),
        ("See [the runbook](../run/book.md)", "", "2026-04-12", "in progress", ""),
        ("Roll back", "@Ana", "2026-03-10", "done", ""),
    ],
)
SEARCH = document(
    {"title": "Search stale", "status": "mitigating", "started": "2026-04-09T10:00:00Z", "resolved": ""},
    path="2026-04-09-search.md",
)
REPORTED = document(
    {"title": "Somebody else's", "resolved": "not published", "started": "2024-01-01T10:00:00Z", **SOURCES},
    [("Test it", "not published", "not published", "not published")],
    ("Action", "Owner", "Due", "Status"),
    path="2024-01-01-reported.md",
)
LOST = document(
    {"title": "", "severity": "", "status": "", "started": "", "resolved": "", "services": ""},
    [("Find it", "Team", "", "")],
    ("Action", "Owner", "Due", "Status"),
    path="lost.md",
)
INCIDENTS = tuple(
    Incident(each, f"incidents/{each.id}.md", f"/p/incidents/{each.id}.md")
    for each in (REPORTED, LOST, CHECKOUT, SEARCH)
)
LISTS = Lists(INCIDENTS, SETTINGS, TODAY)
ALONE = Lists(INCIDENTS, SETTINGS, TODAY, is_alone=True)
INCIDENT_KIND, ACTION_KIND = Subject.INCIDENTS, Subject.ACTION_ITEMS


def html(text: str, subject: Subject = INCIDENT_KIND, lists: Lists = LISTS, here: str = "run/checkout.md") -> str:
    return listing(text.split("\n"), 1, subject, here, lists).html


def entries(html: str) -> list[str]:
    return [words(entry) for listed in find(read(html), class_="idoc-listed") for entry in find(listed, "li")]


def rows(html: str) -> list[list[str]]:
    return [row for listed in find(read(html), class_="idoc-listed") for row in table_rows(listed)]


def hrefs(html: str) -> list[str]:
    return [each.get("href", "") for each in find(read(html), "a", href="*")]


def foot(html: str) -> str:
    return " ".join(words(each) for each in find(read(html), class_="idoc-listed-foot"))


def test_incidents_are_a_plain_list() -> None:
    found = html("")
    assert entries(found) == [
        "P2 Major degradation Search stale Mitigating 2026-04-09 ongoing",
        "P1 Service down Checkout <down> 2026-03-04 1h 00m",
        "P2 Major degradation Somebody else's 2024-01-01 not published",
        "not recorded lost not recorded not recorded",
    ]
    assert hrefs(found) == [
        "../../incidents/2026-04-09-search/",
        "../../incidents/2026-03-04-checkout/",
        "../../incidents/2024-01-01-reported/",
        "../../incidents/lost/",
    ]
    [marks] = [find(entry, class_="idoc-mark") for entry in find(read(found), "li", having="Search stale")]
    assert [mark.get("class") for mark in marks] == ["idoc-mark idoc-severity-2", "idoc-mark idoc-stage-mitigating"]


def test_columns_make_a_table_of_them() -> None:
    found = html("columns: date, severity, title, duration, actions, postmortem, tags\nlimit: 2")
    assert rows(found) == [
        ["Date", "Severity", "Incident", "Duration", "Actions done", "Postmortem", "Tags"],
        [
            "2026-04-09",
            "P2 Major degradation",
            "Search stale Mitigating checkout",
            "ongoing",
            "none yet",
            "not yet",
            "",
        ],
        [
            "2026-03-04",
            "P1 Service down",
            "Checkout <down>checkout, gateway",
            "1h 00m",
            "1 of 3 1 overdue",
            "missing",
            "a&b",
        ],
    ]
    table = one(read(found), "table", class_="idoc-listed-incidents")
    assert [(cell.get("class"), cell.get("data-label")) for cell in find(table, "tr")[-1]] == [
        ("idoc-date", None),
        ("idoc-severity", None),
        ("idoc-title", None),
        ("idoc-duration", "Duration"),
        ("idoc-actions", "Actions done"),
        ("idoc-postmortem", "Postmortem"),
        ("idoc-field", "Tags"),
    ]
    assert foot(found) == "The first 2 of 4 incidents. As of 10 April 2026."


def test_a_column_that_shows_services_or_the_status_leaves_them_out_under_the_title() -> None:
    found = html("columns: title, services, status\nservice: checkout\nlimit: 1")
    assert rows(found)[1] == ["Search stale", "checkout", "Mitigating"]


def test_action_items_are_a_table_with_their_incidents() -> None:
    found = html("", ACTION_KIND)
    assert rows(found) == [
        ["State", "Action and incident", "Owner", "Due", "Ticket"],
        [
            "Open",
            "Alert on the queue P1 Service down Checkout <down>",
            "@ana, @bo",
            "2026-04-01 9 days late",
            "T-1",
        ],
        [
            "In progress",
            "See the runbook P1 Service down Checkout <down>",
            "nobody",
            "2026-04-12 in 2 days",
            "none",
        ],
        ["Open", "Find itlost", "Team", "no date", "none"],
        [
            "Unknown",
            "Test it P2 Major degradation Somebody else's",
            "not published",
            "not published",
            "none",
        ],
        ["Done", "Roll back P1 Service down Checkout <down>", "@Ana", "2026-03-10", "none"],
    ]
    assert hrefs(found) == [
        "../../incidents/2026-03-04-checkout/#action-1",
        "../../incidents/owners/ana/",
        "../../incidents/owners/bo/",
        "https://tracker.example.com/1",
        "../book/",
        "../../incidents/2026-03-04-checkout/#action-2",
        "../../incidents/lost/#action-1",
        "../../incidents/owners/team/",
        "../../incidents/2024-01-01-reported/#action-1",
        "../../incidents/2026-03-04-checkout/#action-3",
        "../../incidents/owners/ana/",
    ]
    # What the browser brings up to date.
    assert words(one(read(found), class_="idoc-bad", data_due="2026-04-01")) == "9 days late"
    assert foot(found) == ""


def test_tickets_have_a_column_only_where_there_are_any() -> None:
    assert rows(html("owner: Team", ACTION_KIND)) == [
        ["State", "Action and incident", "Owner", "Due"],
        ["Open", "Find itlost", "Team", "no date"],
    ]


@pytest.mark.parametrize(
    ("text", "subject", "expected", "links"),
    [
        ("limit: 9", INCIDENT_KIND, "", []),
        ("limit: 1", INCIDENT_KIND, "The first of 4 incidents.", ["../../incidents/"]),
        (
            "limit: 1\nseverity: P1, p2\ntag: a&b, c\nsort: oldest\nsearch: 'pay & go, Checkout'",
            INCIDENT_KIND,
            "",
            [],
        ),
        (
            "limit: 2\nseverity: P1, p2\nsort: oldest\nsearch: not a",
            INCIDENT_KIND,
            "",
            [],
        ),
        (
            "limit: 2\nseverity: P1, p2\nservice: checkout, dns x\nsort: oldest\nsearch: o",
            INCIDENT_KIND,
            "The first 2 of 3 incidents.",
            ["../../incidents/?search=o&severity=P1&severity=P2&service=checkout&service=dns+x&sort=oldest"],
        ),
        (
            "limit: 2",
            ACTION_KIND,
            "The first 2 of 5 action items. See also all action items.",
            ["../../incidents/actions/"],
        ),
        (
            "limit: 1\nstatus: open",
            ACTION_KIND,
            "The first of 2 action items. See also all action items. As of 10 April 2026.",
            ["../../incidents/actions/"],
        ),
        ("status: done", ACTION_KIND, "As of 10 April 2026.", []),
    ],
)
def test_a_list_says_what_it_leaves_out_and_of_which_day_it_is(
    text: str, subject: Subject, expected: str, links: list[str]
) -> None:
    found = html(text, subject)
    assert foot(found) == expected
    feet = find(read(found), class_="idoc-listed-foot")
    assert [each.get("href") for each in feet for each in find(each, "a")] == links


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("severity: P4", INCIDENT_KIND, "No incident matches."),
        (
            "service: <b>, mail",
            INCIDENT_KIND,
            "No incident matches. No incident has the service '<b>'. No incident has",
        ),
        ("status: won't do", ACTION_KIND, "No action item matches. As of 10 April 2026."),
        ("owner: eve", ACTION_KIND, "No action item matches. No action item has the owner 'eve'."),
    ],
)
def test_nothing_found_is_said_in_words(text: str, subject: Subject, expected: str) -> None:
    found = html(text, subject)
    assert words(found).startswith(expected)
    assert find(read(found), "b") == []


def test_where_there_is_no_incident_yet_it_is_said_so() -> None:
    assert words(html("", lists=Lists((), SETTINGS, TODAY))) == "No incidents yet."


def test_the_search_leaves_out_heads_states_and_what_is_true_on_one_day_only() -> None:
    page = read(html("", ACTION_KIND))
    left_out = find(page, data_pagefind_ignore="*", data_search_exclude="*")
    assert {" ".join(filter(None, (each.tag, each.get("class", "").split(" ")[0]))) for each in left_out} == {
        "thead",
        "td idoc-state",
        "span idoc-late",
    }
    assert len(left_out) == len(find(page, "thead") + find(page, class_="idoc-state") + find(page, class_="idoc-late"))


def test_mistakes_stand_in_the_place_of_the_list() -> None:
    made = listing(["severity: <P9>", "limit: x"], 7, INCIDENT_KIND, "a.md", LISTS)
    refused = one(read(made.html), class_="idoc-refused")
    assert words(one(refused, "p")) == "This list cannot be made."
    assert [words(each) for each in find(refused, "li")] == [
        "Line 7: there is no severity '<P9>'; there are P1, P2, P3, P4",
        "Line 8: limit is 'x'; write a whole number from 1 on",
    ]
    assert [each.line for each in made.mistakes] == [7, 8]


def test_without_pages_of_ours_links_lead_to_the_incidents_only() -> None:
    assert hrefs(html("limit: 1", lists=ALONE)) == ["../../incidents/2026-04-09-search/"]
    assert foot(html("limit: 2", lists=ALONE)) == "The first 2 of 4 incidents."
    found = html("limit: 2", ACTION_KIND, ALONE)
    assert rows(found)[1][2:4] == ["@ana, @bo", "2026-04-01 9 days late"]
    assert hrefs(found) == [
        "../../incidents/2026-03-04-checkout/",
        "https://tracker.example.com/1",
        "../book/",
        "../../incidents/2026-03-04-checkout/",
    ]
    # No script brings these words up to date.
    assert foot(found) == "The first 2 of 5 action items. As of 10 April 2026."
    assert foot(html("severity: P4", ACTION_KIND, ALONE)) == ""


def test_where_nobody_knows_the_page_links_lead_to_the_documents() -> None:
    assert hrefs(html("limit: 1", lists=ALONE, here="")) == ["incidents/2026-04-09-search.md"]
    assert hrefs(html("limit: 1", ACTION_KIND, ALONE, ""))[0] == "incidents/2026-03-04-checkout.md"


def test_an_incident_that_has_no_page_has_no_link() -> None:
    outside = [Incident(CHECKOUT, "../elsewhere/a.md", "/p/elsewhere/a.md")]
    lists = Lists(outside, SETTINGS, TODAY, is_alone=True)
    assert entries(html("", lists=lists)) == ["P1 Service down Checkout <down> 2026-03-04 1h 00m"]
    assert rows(html("columns: title", lists=lists))[1] == ["Checkout <down>checkout, gateway"]
    assert rows(html("status: done", ACTION_KIND, lists))[1][1] == "Roll back P1 Service down Checkout <down>"
    assert [
        hrefs(html(text, subject, lists))
        for text, subject in (("", INCIDENT_KIND), ("columns: title", INCIDENT_KIND), ("status: done", ACTION_KIND))
    ] == [[], [], []]


def test_an_organisation_s_words_and_fields_are_used() -> None:
    own = configured(
        '[severities.Kritisch]\nimpact = "Alles aus"\n[fields.team]\ntype = "text"\n', "incident-docs.toml"
    )
    assert own is not None
    made = document({"severity": "P1"})
    lists = Lists([Incident(made, "a.md")], Settings(format=own.format), TODAY)
    assert rows(html("columns: title, team, severity", lists=lists)) == [
        ["Incident", "Team", "Severity"],
        ["Checkout downcheckout", "", "P1 Service down"],
    ]


def test_two_documents_of_one_id_keep_their_own_pages() -> None:
    twins = [Incident(document({"title": title}, path="x.md"), f"{title}/x.md") for title in ("One", "Two")]
    lists = Lists(twins, Settings(), TODAY)
    assert sorted(hrefs(html("", lists=lists, here="index.md"))) == ["One/x/", "Two/x/"]


PAGE = """\
# Runbook

```incidents
severity: P1
```
> quote

- a

    ```action-items
    owner: eve
    ```
```incidents
severity: P9
```
~~~ incidents
severity: P9
~~~
end"""


def test_lists_take_the_place_of_their_blocks_in_a_page() -> None:
    lines = PAGE.split("\n")
    kept: list[str] = []

    def keep(html: str) -> str:
        kept.append(words(html))
        return f"<{len(kept)}>"

    text = f"---\ntitle: x\n---\n{PAGE}\r\n"
    written = write_lists(lines, list(find_list_fences(lines)), Here("a/b.md", "a/b.md", text, LISTS), keep)
    assert "\n".join(written.lines) == ("# Runbook\n\n\n<1>\n\n> quote\n\n- a\n\n\n    <2>\n\n\n<3>\n\n\n<4>\n\nend")
    assert kept == [
        "P1 Service down Checkout <down> 2026-03-04 1h 00m",
        "No action item matches. No action item has the owner 'eve'.",
        "This list cannot be made. Line 17: there is no severity 'P9'; there are P1, P2, P3, P4",
        "This list cannot be made. Line 20: there is no severity 'P9'; there are P1, P2, P3, P4",
    ]
    assert written.warnings == (
        "a/b.md:17: there is no severity 'P9'; there are P1, P2, P3, P4",
        "a/b.md:20: there is no severity 'P9'; there are P1, P2, P3, P4",
    )
    unknown = write_lists(lines, list(find_list_fences(lines)), Here("", "", "", LISTS), keep)
    assert unknown.warnings == (
        "line 14: there is no severity 'P9'; there are P1, P2, P3, P4",
        "line 17: there is no severity 'P9'; there are P1, P2, P3, P4",
    )


def test_the_extension_uses_what_a_plugin_tells_it() -> None:
    extension = IncidentDocsExtension()
    warnings: list[str] = []
    extension.warn = warnings.append
    extension.here = Here("a/b.md", "a/b.md", "```incidents\nlimit: 1\n```\n```incidents\nlimit: x\n```", LISTS)
    made = Markdown(extensions=[extension]).convert(extension.here.text)
    assert made.count("<div") == 2
    assert "<style>" not in made
    assert hrefs(made) == ["../../incidents/2026-04-09-search/", "../../incidents/"]
    assert warnings == ["a/b.md:5: limit is 'x'; write a whole number from 1 on"]
