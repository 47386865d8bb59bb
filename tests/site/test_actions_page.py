"""The list of all action items: its groups, its rows, and what the reader's own day makes of them."""

import re
from datetime import date
from html import unescape

from incident_docs.document.parse import parse
from incident_docs.site.pages import actions
from incident_docs.site.pages.page import Incident, Settings
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
    return actions.page(INCIDENTS, settings, TODAY).markdown


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
        "# Action items As of 10 April 2026, when this page was built. "
        "1 Overdue 1 Due this week 1 Open, later 1 No date 1 Unknown 2 Done "
        "Owner Everyone @ana @Bo Service All services checkout mail queue "
        "Status Any status Open In progress Done Won't do Unknown"
    )


def test_a_row_leads_to_its_row_on_the_incidents_page_and_so_do_the_links_in_it() -> None:
    assert re.findall(r'href="([^"#]*#[^"]*|\.\.[^"]*)"', markdown().partition("</ul>")[2]) == [
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


def test_references_find_what_they_refer_to() -> None:
    written = text(actions=[("Test [it][t]", "@ana", "2026-05-01", "open", "[t]")])
    incident = Incident(parse(f"{written}\n[t]: https://t.example/1\n", "a.md"), "a.md")
    html = actions.page([incident], Settings(), TODAY).markdown
    assert html.count('<a href="https://t.example/1">') == 2


def test_without_items_the_page_says_so() -> None:
    page = actions.page([Incident(document(), "a.md")], Settings(actions_path="x/actions.md"), TODAY)
    assert page.markdown == '# Action items\n\n<div class="idoc"><p>No action items.</p></div>\n\n'
    assert (page.path, page.title, page.hide) == ("x/actions.md", "Action items", ("navigation", "toc"))


def test_empty_groups_are_not_shown_except_that_nothing_is_overdue() -> None:
    done = document(actions=[("Test it", "@ana", "2026-03-01", "done", "")])
    html = actions.page([Incident(done, "a.md")], Settings(), TODAY).markdown
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
    html = actions.page(incidents, Settings(), TODAY).markdown
    assert sorted(re.findall(r'href="([^"]*#action-1)"', html)) == ["../a/x/#action-1", "../b/x/#action-1"]
