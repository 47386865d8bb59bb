"""The list of all action items: its groups, its rows, and what the reader's own day makes of them."""

from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.insight.actions import action_items
from incident_docs.site.pages.action_view import Cell, PageLinks, action_view
from incident_docs.site.pages.author_markdown import Prose
from incident_docs.site.pages.lists import actions_page
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import SOURCES, document, text
from tests.site.reader import choices, find, headings, links, one, read, rows, words

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


def shown() -> Element:
    settings = Settings(files={incident.source: incident.path for incident in INCIDENTS})
    return read(actions_page.page(INCIDENTS, settings, TODAY))


def top(page: Element) -> list[Element]:
    """What stands above the groups."""
    return [each for each in one(page, class_="idoc-rollup") if each.tag != "section"]


def addresses(elements: Iterable[Element]) -> list[str]:
    return [each.get("href", "") for element in elements for each in element.iter("a") if each.get("href")]


def sections(page: Element) -> dict[str, list[list[str]]]:
    return {
        " ".join(filter(None, (words(each) for each in section if each.tag != "table"))): rows(section)[1:]
        for section in find(page, "section")
    }


def test_items_stand_in_groups_the_most_pressing_first() -> None:
    mails, checkout = "P3 Minor impact Mails late", "P2 Major degradation Checkout <b>down</b>"
    assert sections(shown()) == {
        "Overdue 1": [
            ["Open", f"Ask a friend, see [more] and there{mails}", "@ana", "2025-03-01 13 months late", "M-1"]
        ],
        "Due this week 1": [["In progress", f"Watch the queue{mails}", "nobody", "2026-04-10 today", "none"]],
        "Open, due later 1": [["Open", f"Test it again{checkout}", "@ana", "2026-06-01 in 52 days", "none"]],
        "No date 1 An action without a date is never late, so nobody is reminded of it. "
        "Give it one in the incident's table.": [["Open", f"Find a date{mails}", "nobody", "no date", "none"]],
        "Unknown 1 The published reports do not say how far these are.": [
            ["Unknown", f"Test it{checkout}", "Not published", "2026-01-09", "none"]
        ],
        "Done 2": [
            ["Done", f"Say it{checkout}", "@ana", "not published", "none"],
            ["Won't do", f"Drop the queue{mails}", "@Bo", "2026-03-01", "none"],
        ],
    }


def test_the_top_says_the_day_of_the_build_and_how_many_there_are() -> None:
    page = shown()
    assert headings(page)[0] == (1, "Action items")
    assert " ".join(filter(None, map(words, top(page)))) == (
        "Download CSV JSON Calendar As of 10 April 2026, when this page was built. "
        "1 Overdue 1 Due this week 1 Open, later 1 No date 1 Unknown 2 Done"
    )
    assert "hidden" in one(page, class_="idoc-selects").attrib
    assert choices(page) == {
        "owner": ["Everyone", "@ana", "@Bo"],
        "service": ["All services", "checkout", "mail", "queue"],
        "incident": ["All incidents", "Checkout <b>down</b>", "Mails late"],
        "age": [
            "At any time",
            "Up to 30 days ago",
            "31 to 90 days ago",
            "91 days to a year ago",
            "More than a year ago",
        ],
        "status": ["Any status", "Open", "In progress", "Done", "Won't do", "Unknown"],
    }


def test_a_row_leads_to_its_row_on_the_incidents_page_and_so_do_the_links_in_it() -> None:
    found = addresses(find(shown(), "section"))
    assert [address for address in found if address.startswith("..") and "/owners/" not in address] == [
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
    page = shown()
    downloads = ["../actions.csv", "../actions.json", "../actions.ics"]
    assert addresses(find(page, "p", class_="idoc-downloads")) == downloads
    assert [each.get("href") for each in find(page, "a", download="")] == downloads
    groups = ["#overdue", "#this-week", "#later", "#no-date", "#unknown", "#closed"]
    assert addresses(top(page)) == downloads + groups
    assert [f"#{each.get('id')}" for each in find(page, "section")] == groups


def test_an_owner_leads_to_the_page_of_all_that_they_own() -> None:
    found = [(each.get("href", ""), words(each)) for each in find(shown(), "a", href="*")]
    assert [each for each in found if "/owners/" in each[0]] == [
        ("../owners/ana/", "@ana"),
        ("../owners/ana/", "@ana"),
        ("../owners/ana/", "@ana"),
        ("../owners/bo/", "@Bo"),
    ]


def test_the_filters_know_each_incident_and_rows_say_which_is_theirs() -> None:
    page = shown()
    options = find(page, "option", data_services="*")
    assert [(each.get("value"), each.get("data-services"), each.get("data-started")) for each in options] == [
        ("2026-03-04-checkout", "checkout", "2026-03-04"),
        ("2026-01-04-mails", "mail\nqueue", "2026-01-04"),
    ]
    assert [(row.get("data-n"), row[0].get("class")) for row in find(page, "tr", data_n="*")] == [
        ("1", "idoc-state-open"),
        ("1", "idoc-state-in-progress"),
        ("0", "idoc-state-open"),
        ("1", "idoc-state-open"),
        ("0", "idoc-state-unknown"),
        ("0", "idoc-state-done"),
        ("1", "idoc-state-wont-do"),
    ]


def test_every_mark_of_the_rows_has_its_shape_in_the_list() -> None:
    style = one(shown(), class_="idoc-rollup").get("style", "")
    shapes = dict(each.split(":", 1) for each in style.split(";"))
    assert [name.removeprefix("--idoc-shape-") for name in shapes] == [
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
    assert all(each.startswith("url('data:image/svg+xml,%3Csvg xmlns") for each in shapes.values())
    assert all(each.endswith("%3C/svg%3E')") for each in shapes.values())


def test_an_incident_that_lacks_a_start_a_title_and_a_severity_is_named_by_its_id() -> None:
    bare = document({"title": "", "severity": "", "started": ""}, [("Test it", "@ana", "2026-05-01", "open", "")])
    page = read(actions_page.page([Incident(bare, "a.md")], Settings(), TODAY))
    option = one(page, "option", value="2026-03-04-checkout")
    assert (sorted(option.attrib), words(option)) == (["data-services", "value"], "2026-03-04-checkout")
    assert words(one(page, "td", having="Test it")) == "Test it2026-03-04-checkout"
    assert links(page)["2026-03-04-checkout"] == "../a/#action-1"


def test_a_view_says_who_when_and_where() -> None:
    [item, unowned] = action_items(
        [document(actions=[("Test it", "@ana, @bo", "2026-04-01", "open", "T-1"), ("Say it", "", "soon", "open", "")])]
    )
    links = PageLinks("a/x.md", Settings(directory_urls=False))
    view, other = (action_view(each, Prose([], str).inline, links, TODAY) for each in (item, unowned))
    assert (view.due, view.lateness, view.is_late) == ("2026-04-01", "9 days late", True)
    assert view.owners == (("@ana", "../owners/ana.html"), ("@bo", "../owners/bo.html"))
    assert (other.due, other.no_date, other.lateness, other.is_late) == ("", Cell("soon"), "", False)
    assert (other.owners, other.no_owner) == ((), Cell("", nothing="nobody"))


TICKETS = st.from_regex(
    r"\[[A-Za-z0-9.#/-]{1,6}\]\(https?://[a-z0-9.-]{1,9}(/[A-Za-z0-9./#?=_-]{0,9})?\)", fullmatch=True
)


@given(TICKETS)
def test_a_ticket_that_needs_no_parser_reads_as_if_it_had_been_parsed(ticket: str) -> None:
    [item] = action_items([document(actions=[("Test it", "@ana", "", "open", ticket)])])
    found = action_view(item, Prose([], str).inline, PageLinks("a.md", Settings()), TODAY).ticket
    assert f'<a href="{found.address}">{found.text}</a>' == Prose([], str).inline(ticket)


def test_references_find_what_they_refer_to() -> None:
    written = text(actions=[("Test [it][t]", "@ana", "2026-05-01", "open", "[t]")])
    incident = Incident(parse(f"{written}\n[t]: https://t.example/1\n", "a.md"), "a.md")
    page = read(actions_page.page([incident], Settings(), TODAY))
    assert [words(each) for each in find(page, "a", href="https://t.example/1")] == ["it", "t"]


def test_without_items_the_page_says_so() -> None:
    page = actions_page.page([Incident(document(), "a.md")], Settings(prefix="x/"), TODAY)
    assert words(read(page)) == "Action items No action items."
    assert (page.path, page.title, page.hide) == ("x/actions.md", "Action items", ("navigation", "toc"))


def test_empty_groups_are_not_shown_except_that_nothing_is_overdue() -> None:
    done = document(actions=[("Test it", "@ana", "2026-03-01", "done", "")])
    page = read(actions_page.page([Incident(done, "a.md")], Settings(), TODAY))
    assert [each.get("id") for each in find(page, "section", hidden="")] == ["this-week", "later", "no-date"]
    assert words(one(page, "section", id="overdue")) == "Overdue 0 Nothing is overdue."
    assert [each.get("aria-label") for each in find(page, "table", hidden="")] == [
        "Overdue",
        "Due this week",
        "Open, due later",
        "No date",
    ]
    assert [address for address in addresses(top(page)) if address.startswith("#")] == ["#closed"]


def test_incidents_of_the_same_id_keep_their_own_pages() -> None:
    twins = [document(actions=[("Test it", "@ana", "2026-05-01", "open", "")]) for _ in range(2)]
    incidents = [Incident(twin, f"{folder}/x.md") for folder, twin in zip("ab", twins, strict=True)]
    found = find(read(actions_page.page(incidents, Settings(), TODAY)), "a", having="Checkout down")
    assert sorted(each.get("href", "") for each in found) == ["../a/x/#action-1", "../b/x/#action-1"]
