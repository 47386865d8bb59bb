"""What an incident's page shows of the others, and its last line."""

from dataclasses import replace
from datetime import date

from incident_docs.insight.likeness import Likeness
from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import Around, around
from incident_docs.site.pages.page import Incident, Page
from incident_docs.workspace.file_history import History
from tests.examples import BASE
from tests.site.pages import PATH, SETTINGS, TODAY, made, shown, with_front
from tests.site.reader import below, find, headings, one, read, words

EDIT = "https://github.com/example/pm/edit/main/postmortems/a.md"


def at(name: str, **front: str | None) -> Incident:
    return made(with_front(**{"title": f"The case {name}", "services": "[none]", **front}), f"incidents/{name}.md")


def listed(page: Page) -> list[str]:
    return [words(item) for item in find(below(read(page), "Related incidents"), "li")]


def test_those_that_name_this_one_are_listed_after_those_that_it_names() -> None:
    both = at("2026-01-02-both", related="[2026-03-04-checkout-errors]")
    naming = at("2026-01-03-naming", related="[2026-03-04-checkout-errors, 2026-03-04-checkout-errors]")
    page = shown(with_front(related="[2026-01-02-both, 2026-03-04-checkout-errors]"), [naming, both])
    assert listed(page) == [
        "P1 Service down The case 2026-01-02-both 4 Mar 2026 · 1h 08m · Named by the authors",
        "P1 Service down The case 2026-01-03-naming 4 Mar 2026 · 1h 08m · Names this one",
    ]


def test_those_that_are_alike_come_last_with_the_reason() -> None:
    others = [
        made(f"---\ntitle: {title}\nservices: [{services}]\n---\n", f"incidents/{number}.md")
        for number, (title, services) in enumerate(
            [
                ("Cache & memory exhausted", "proxy"),
                ("Cache grew into all memory", "proxy"),
                *((f"Other{letter} trouble", f"service-{letter}") for letter in "abcdefghij"),
            ]
        )
    ]
    [page] = [
        incident_page.page(
            others[0], {}, SETTINGS, TODAY, around(others, Likeness().similar(each.document for each in others))[one]
        )
        for one in [others[0].document]
    ]
    assert listed(page) == ["Cache grew into all memory Alike: Cache, memory, proxy"]
    named = replace(others[1], document=made("---\ntitle: x\nrelated: ['0']\n---\n", "1.md").document)
    alike = Likeness().similar(each.document for each in others)
    assert around([others[0], named, *others[2:]], {})[others[0].document].naming[0].title == "x"
    assert [each.id for each in around(others, alike)[others[1].document].alike] == ["0"]


def test_nobody_is_listed_twice() -> None:
    one = at("1", related="['2']", services="[proxy]", title="Cache memory exhausted")
    two = at("2", related="['1']", services="[proxy]", title="Cache memory exhausted")
    everything = [one, two, *(at(f"x{number}", title=f"Topic{number}", services=f"[s{number}]") for number in range(9))]
    beside = around(everything, Likeness().similar(each.document for each in everything))
    for document, other in ((one.document, "2"), (two.document, "1")):
        found = beside[document]
        assert ([each.id for each in found.named], found.naming, found.alike) == ([other], (), ())


def test_the_value_is_the_same_whatever_the_order_of_the_files() -> None:
    everything = [at(name, services="[web]", related="['2', gone]") for name in ("3", "1", "2")]
    values = [
        [repr(around(given, Likeness().similar(each.document for each in given))[each.document]) for each in everything]
        for given in (everything, everything[::-1])
    ]
    assert values[0] == values[1]


def test_earlier_and_later_incidents_of_the_same_service_end_the_page() -> None:
    earlier = at("2026-03-01-a", started="2026-03-01T10:00:00Z", services="[R&D / checkout]")
    later = at("2026-03-09-b", started="2026-03-09T23:30:00-02:00", services="[R&D / checkout]", title="A <b> & c")
    page = shown(with_front(services="[lonely, R&D / checkout]"), [later, earlier])
    assert headings(read(page))[-1] == (3, "Action items")
    found = one(read(page), "nav", class_="idoc-neighbours")
    assert words(found) == (
        "Other incidents of R&D / checkout ← Earlier · 1 Mar 2026 The case 2026-03-01-a Later · 10 Mar 2026 → A <b> & c"
    )
    assert found.get("aria-label") == "Other incidents of R&D / checkout"
    assert [each.get("href") for each in find(found, "a")] == [
        "../?service=R%26D%20%2F%20checkout",
        "../2026-03-01-a/",
        "../2026-03-09-b/",
    ]
    for others, expected in (([earlier], "idoc-earlier"), ([later], "idoc-later")):
        found = one(read(shown(with_front(services="[R&D / checkout]"), others)), "nav")
        assert [each.get("class") for each in find(found, "div")] == [expected]


def test_the_last_line_says_who_changed_the_page_and_where_to() -> None:
    def foot(history: History | None, edit_url: str) -> list[tuple[str, list[str | None]]]:
        one = replace(made(BASE), edit_url=edit_url, history=history)
        page = incident_page.page(one, {}, SETTINGS, TODAY, Around())
        return [
            (words(each), [link.get("href") for link in find(each, "a")])
            for each in find(read(page), class_="idoc-foot")
        ]

    changed = History(date(2026, 3, 9), "Ana & Bo", 4, date(2026, 3, 4))
    addresses = [
        "https://github.com/example/pm/commits/main/postmortems/a.md",
        "https://github.com/example/pm/blob/main/postmortems/a.md?plain=1",
        EDIT,
    ]
    said = "Last changed 9 Mar 2026 by Ana & Bo · 4 changes since 4 Mar 2026"
    assert foot(changed, EDIT) == [(f"{said} · History · Source · Edit this page", addresses)]
    assert foot(changed, "") == [(said, [])]
    assert foot(changed, "https://example.com/edit") == [(f"{said} · Edit this page", ["https://example.com/edit"])]
    assert foot(None, EDIT) == [("History · Source · Edit this page", addresses)]
    assert foot(None, "https://example.com/edit") == []
    assert foot(None, "") == []
    once = History(date(2026, 3, 9), "Ana", 1, date(2026, 3, 9))
    assert foot(once, "") == [("Added 9 Mar 2026 by Ana", [])]


def test_a_document_that_says_nothing_has_a_page_among_others() -> None:
    page = shown("", [made("", "incidents/b.md"), made("---\nrelated: 3\nservices: {a: b}\n---\n", "incidents/c.md")])
    assert (page.path, headings(read(page))) == (PATH, [(1, "2026-03-04-checkout-errors")])
