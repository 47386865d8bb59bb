"""What was not done when it happened again, as the list of action items tells it."""

from datetime import date
from xml.etree.ElementTree import Element

from incident_docs.document.model import Document
from incident_docs.insight.likeness import Alike
from incident_docs.insight.unfinished_actions import unfinished_when_repeated
from incident_docs.site.pages.lists import actions_page
from incident_docs.site.pages.page import Incident, Settings
from tests.incidents import document
from tests.site.reader import find, links, one, read, words

TODAY = date(2026, 4, 20)
BEFORE = document(
    {"title": "Retries <doubled> the load"},
    [
        ("Cap `retries`", "@ana, @bo", "2026-03-10", "in progress", "[P-1](https://t.example/1)"),
        ("Tell [support](guide.md)", "", "", "open", ""),
        ("Alert", "ledger", "2026-04-10", "open", "none yet"),
        ("Roll back", "ledger", "2026-03-10", "done", ""),
    ],
)
AFTER = document({"title": "Writes & reads blocked", "severity": "P1", "started": "2026-04-11T10:00:00Z"}, path="b.md")
LATEST = document({"title": "", "severity": "", "started": "2026-04-15T10:00:00Z"}, path="c.md")


def page(*after: Document, alike_in: tuple[str, ...] = ("ledger", "a<b")) -> Element:
    documents = [BEFORE, *after]
    incidents = [Incident(each, f"incidents/{each.id}.md") for each in documents]
    alike = {BEFORE: tuple(Alike(each, 0.5, alike_in) for each in after)}
    settings = Settings(prefix="incidents/")
    return read(actions_page.page(incidents, settings, TODAY, unfinished_when_repeated(documents, alike)))


def test_each_says_how_late_it_was_and_what_came_before_and_after() -> None:
    section = one(page(AFTER, LATEST), id="again")
    promised = "Promised after P2 Major degradation Retries <doubled> the load 4 Mar 2026"
    again = (
        "Happened again P1 Service down Writes & reads blocked "
        "11 Apr 2026 · alike in ledger, a<b · and 1 more since, the last on 15 Apr 2026"
    )
    assert [words(each) for each in section if each.tag != "ul"] == [
        "Not done, and it happened again 3",
        "Each of these was still to be done when an incident like the one that it was promised after came about.",
    ]
    assert [words(entry) for entry in find(section, "li")] == [
        f"Cap retries@ana, @bo · due 2026-03-10 · 32 days late when it happened again · P-1 {promised} {again}",
        f"Alertledger · due 2026-04-10 · 1 day late when it happened again · none yet {promised} {again}",
        f"Tell supportnobody · no date · not done when it happened again {promised} {again}",
    ]
    assert [(entry.get("data-n"), entry.get("data-status")) for entry in find(section, "li")] == [
        ("0", "in progress"),
        ("0", "open"),
        ("0", "open"),
    ]
    assert list(dict.fromkeys(each.get("href") for each in find(section, "a"))) == [
        "../owners/ana/",
        "../owners/bo/",
        "https://t.example/1",
        "../2026-03-04-checkout/#action-1",
        "../b/",
        "../owners/ledger/",
        "../2026-03-04-checkout/#action-3",
        "guide.md",
        "../2026-03-04-checkout/#action-2",
    ]


def test_an_incident_that_followed_may_lack_everything_but_its_start() -> None:
    [_, again] = find(find(one(page(LATEST, alike_in=()), id="again"), "li")[0], "dd")
    assert (words(again), links(again)) == ("c 15 Apr 2026", {"c": "../c/"})


def test_it_is_left_out_where_nothing_happened_again() -> None:
    assert find(page(), class_="idoc-again") == []
