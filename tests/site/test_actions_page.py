"""The list of all action items: its groups, its rows, and what the reader's own day makes of them."""

import re
from datetime import date
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.insight.actions import action_items
from incident_docs.site.pages.lists import action_cells, actions_page
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.prose import Prose
from tests.incidents import SOURCES, document, text

TODAY = date(2026, 4, 10)
INCIDENTS = [
    Incident(
        document(
            {"title": "Mails late", "services": "[mail, queue]", "severity": "P3", "started": "2026-01-04T10:00:00Z"},
            [
                ("Ask [a *friend*](2026-03-04-checkout.md), see [more] and [there](#entry-1)", "[@ana](/ana)", "2025-03-01", "open", "[M-1](https://t.example/1)"),
                ("Drop the queue", "@Bo", "2026-03-01", "won't do", ""),
                ("Watch the queue", "<owner>", "2026-04-10", "in progress", "<ticket>"),
                ("Find a date", "", "<date>", "open", ""),
            ],
            path="2026-01-04-mails.md",
        ),
        "2026-01-04-mails.md",
        source="/docs/2026-01-04-mails.md",
    ),
    Incident(
        document(
            {"title": "Checkout <b>down</b>", **SOURCES},
            [
                ("Test it", "Not published", "2026-01-09", "not published"),
                ("Test it again", "@ana", "2026-06-01", "open"),
                ("Say it", "@ana", "not published", "done"),
            ],
            columns=("Action", "Owner", "Due", "Status"),
        ),
        "2026-03-04-checkout.md",
        source="/docs/2026-03-04-checkout.md",
    ),
]  # fmt: skip


def markdown() -> str:
    settings = Settings(files={incident.source: incident.path for incident in INCIDENTS})
    return actions_page.page(INCIDENTS, settings, TODAY).markdown


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def sections(html: str) -> dict[str, list[list[str]]]:
    found = {}
    for section in re.findall(r"<section.*?</section>", html):
        title, _, body = section.partition("<tbody")
        cells = [[words(cell) for cell in re.findall(r"<td.*?</td>", row)] for row in re.findall(r"<tr.*?</tr>", body)]
        found[words(title.partition("<table")[0])] = cells
    return found


def test_items_stand_in_groups_the_most_pressing_first() -> None:
    mails, checkout = "P3 Minor impact Mails late", "P2 Major degradation Checkout <b>down</b>"
    assert sections(markdown()) == {
        "Overdue 1 Nothing is overdue.": [
            ["Open", f"Ask a friend , see [more] and there {mails}", "@ana", "2025-03-01 13 months late", "M-1"]
        ],
        "Due this week 1": [["In progress", f"Watch the queue {mails}", "nobody", "2026-04-10 today", "none"]],
        "Open, due later 1": [["Open", f"Test it again {checkout}", "@ana", "2026-06-01 in 52 days", "none"]],
        "No date 1 An action without a date is never late, so nobody is reminded of it. "
        "Give it one in the incident's table.": [["Open", f"Find a date {mails}", "nobody", "no date", "none"]],
        "Unknown 1 The published reports do not say how far these are.": [
            ["Unknown", f"Test it {checkout}", "Not published", "2026-01-09", "none"]
        ],
        "Done 2": [
            ["Done", f"Say it {checkout}", "@ana", "not published", "none"],
            ["Won't do", f"Drop the queue {mails}", "@Bo", "2026-03-01", "none"],
        ],
    }


def test_the_top_says_the_day_of_the_build_and_how_many_there_are() -> None:
    top = words(markdown().partition("<section")[0])
    assert top == (
        "# Action items Download CSV JSON Calendar As of 10 April 2026, when this page was built. "
        "1 Overdue 1 Due this week 1 Open, later 1 No date 1 Unknown 2 Done "
        "Owner Everyone @ana @Bo Service All services checkout mail queue "
        "Incident All incidents Checkout <b>down</b> Mails late "
        "Incident was At any time Up to 30 days ago 31 to 90 days ago 91 days to a year ago More than a year ago "
        "Status Any status Open In progress Done Won't do Unknown"
    )


def test_a_row_leads_to_its_row_on_the_incidents_page_and_so_do_the_links_in_it() -> None:
    found = re.findall(r'href="([^"#]*#[^"]*|\.\.[^"]*)"', markdown().partition("</ul>")[2])
    assert [address for address in found if "/owners/" not in address] == [
        "../2026-03-04-checkout/",
        "../2026-01-04-mails/#entry-1",
        "../2026-01-04-mails/#action-1",
        "../2026-01-04-mails/#action-3",
        "../2026-03-04-checkout/#action-2",
        "../2026-01-04-mails/#action-4",
        "../2026-03-04-checkout/#action-1",
        "../2026-03-04-checkout/#action-3",
        "../2026-01-04-mails/#action-2",
    ]


def test_the_links_in_the_top_lead_to_files_and_groups() -> None:
    top = markdown().partition("</ul>")[0]
    assert re.findall(r'href="([^"]*)"( download="")?', top) == [
        ("../actions.csv", ' download=""'),
        ("../actions.json", ' download=""'),
        ("../actions.ics", ' download=""'),
        ("#overdue", ""),
        ("#this-week", ""),
        ("#later", ""),
        ("#no-date", ""),
        ("#unknown", ""),
        ("#closed", ""),
    ]


def test_an_owner_leads_to_the_page_of_all_that_they_own() -> None:
    assert re.findall(r'<a href="([^"]*/owners/[^"]*)">(.*?)</a>', markdown()) == [
        ("../owners/ana/", "@ana"),
        ("../owners/ana/", "@ana"),
        ("../owners/ana/", "@ana"),
        ("../owners/bo/", "@Bo"),
    ]


def test_the_filters_know_each_incident_and_rows_say_which_is_theirs() -> None:
    html = markdown()
    assert re.findall(
        r'<option value="([^"]*)" data-services="([^"]*)" data-started="([^"]*)">(.*?)</option>', html
    ) == [
        ("2026-03-04-checkout", "checkout", "2026-03-04", "Checkout &lt;b&gt;down&lt;/b&gt;"),
        ("2026-01-04-mails", "mail&#10;queue", "2026-01-04", "Mails late"),
    ]
    assert re.findall(r'<tr data-n="(\d+)"><td class="([^"]*)">', html) == [
        ("1", "idoc-state-open"),
        ("1", "idoc-state-in-progress"),
        ("0", "idoc-state-open"),
        ("1", "idoc-state-open"),
        ("0", "idoc-state-unknown"),
        ("0", "idoc-state-done"),
        ("1", "idoc-state-wont-do"),
    ]


def test_every_mark_of_the_rows_has_its_shape_in_the_list() -> None:
    [style] = re.findall(r'class="idoc-rollup" style="(.*?)">', markdown())
    assert re.findall(
        r"--idoc-shape-([\w-]+):url\(&#x27;data:image/svg\+xml,%3Csvg xmlns[^;]*?%3C/svg%3E&#x27;\)", style
    ) == [
        "severity-1",
        "severity-2",
        "severity-3",
        "severity-4",
        "state-open",
        "state-in-progress",
        "state-done",
        "state-overdue",
        "state-wont-do",
        "state-unknown",
    ]


def test_an_incident_that_lacks_a_start_a_title_and_a_severity_is_named_by_its_id() -> None:
    bare = document({"title": "", "severity": "", "started": ""}, [("Test it", "@ana", "2026-05-01", "open", "")])
    html = actions_page.page([Incident(bare, "a.md")], Settings(), TODAY).markdown
    assert '<option value="2026-03-04-checkout" data-services="checkout">2026-03-04-checkout</option>' in html
    assert '<td>Test it<small><a href="../a/#action-1">2026-03-04-checkout</a></small></td>' in html


def test_the_table_of_an_incident_has_the_same_cells() -> None:
    [item, unowned] = action_items(
        [document(actions=[("Test it", "@ana, @bo", "2026-04-01", "open", "T-1"), ("Say it", "", "soon", "open", "")])]
    )
    inline, address = Prose([], str).inline, action_cells.addresses("a/x.md", Settings(directory_urls=False))
    assert action_cells.due(item, inline, TODAY) == (
        '<time datetime="2026-04-01">2026-04-01</time> '
        '<span class="idoc-late idoc-bad" data-due="2026-04-01">9 days late</span>'
    )
    assert action_cells.owner(item, inline, address) == (
        '<a href="../owners/ana.html">@ana</a>, <a href="../owners/bo.html">@bo</a>'
    )
    assert action_cells.due(unowned, inline, TODAY) == "soon"
    assert action_cells.owner(unowned, inline, address) == '<span class="idoc-secondary">nobody</span>'


TICKETS = st.from_regex(
    r"\[[A-Za-z0-9.#/-]{1,6}\]\(https?://[a-z0-9.-]{1,9}(/[A-Za-z0-9./#?=_-]{0,9})?\)", fullmatch=True
)


@given(TICKETS)
def test_a_ticket_that_needs_no_parser_reads_as_if_it_had_been_parsed(ticket: str) -> None:
    [item] = action_items([document(actions=[("Test it", "@ana", "", "open", ticket)])])
    assert action_cells.ticket(item, Prose([], str).inline) == Prose([], str).inline(ticket)


def test_references_find_what_they_refer_to() -> None:
    written = text(actions=[("Test [it][t]", "@ana", "2026-05-01", "open", "[t]")])
    incident = Incident(parse(f"{written}\n[t]: https://t.example/1\n", "a.md"), "a.md")
    html = actions_page.page([incident], Settings(), TODAY).markdown
    assert html.count('<a href="https://t.example/1">') == 2


def test_without_items_the_page_says_so() -> None:
    page = actions_page.page([Incident(document(), "a.md")], Settings(prefix="x/"), TODAY)
    assert page.markdown == '# Action items\n\n<div class="idoc"><p class="idoc-empty">No action items.</p></div>\n\n'
    assert (page.path, page.title, page.hide) == ("x/actions.md", "Action items", ("navigation", "toc"))


def test_empty_groups_are_not_shown_except_that_nothing_is_overdue() -> None:
    done = document(actions=[("Test it", "@ana", "2026-03-01", "done", "")])
    html = actions_page.page([Incident(done, "a.md")], Settings(), TODAY).markdown
    assert re.findall(r'<section id="([^"]*)"[^>]*? hidden', html) == ["this-week", "later", "no-date"]
    assert '<p class="idoc-note">Nothing is overdue.</p><table' in html
    assert re.findall(r'aria-label="([^"]*)" hidden', html) == [
        "Overdue",
        "Due this week",
        "Open, due later",
        "No date",
    ]
    assert re.findall(r'href="#([^"]*)"', html) == ["closed"]


def test_incidents_of_the_same_id_keep_their_own_pages() -> None:
    twins = [document(actions=[("Test it", "@ana", "2026-05-01", "open", "")]) for _ in range(2)]
    incidents = [Incident(twin, f"{folder}/x.md") for folder, twin in zip("ab", twins, strict=True)]
    html = actions_page.page(incidents, Settings(), TODAY).markdown
    assert sorted(re.findall(r'href="([^"]*#action-1)"', html)) == ["../a/x/#action-1", "../b/x/#action-1"]
