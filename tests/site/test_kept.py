"""What an earlier build has made of incidents: found again by all that it depends on."""

import json
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from incident_docs.document.parse import parse
from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.html import END, words_of_blocks
from incident_docs.site.pages.incident.related_facts import Around, Other
from incident_docs.site.pages.incident_outputs import Own
from incident_docs.site.pages.page import DataFile, Incident, Page, Settings
from incident_docs.site.pages.page_cache import Kept, _taken
from incident_docs.site.pages.page_parts import whole
from incident_docs.workspace.file_history import History
from incident_docs.workspace.store import Store
from tests.incidents import document, text

TODAY = date(2026, 3, 18)
_DUE = [("Fix it", "@ana", "2026-04-01", "open", "")]
_DONE = [("Fix it", "@ana", "2026-04-01", "done", "")]


class Memory(dict[str, str]):
    """A store that lasts as long as the test."""

    def put(self, key: str, text: str) -> None:
        self[key] = text

    def has(self, key: str) -> bool:
        return key in self

    def taken(self) -> dict[str, bytes]:
        raise NotImplementedError

    def give(self, taken: dict[str, bytes]) -> None:
        raise NotImplementedError


class _Maker:
    """Asks for an incident's own things, and says whether they are made anew."""

    def __init__(self) -> None:
        self.store = Memory()

    def own(
        self,
        incident: Incident,
        *,
        around: Around = Around(),  # noqa: B008 - it cannot be changed
        today: date = TODAY,
        stamp: str = "1",
        others: str = "b.md",
        settings: Settings = Settings(),  # noqa: B008
    ) -> Own:
        other = Incident(document(path=others), others)
        beside = {id(incident.document): around, id(other.document): Around()}
        return Own([incident, other], settings, today, beside, Kept(self.store, stamp))

    def is_new(self, incident: Incident, **circumstances: object) -> bool:
        before = set(self.store)
        self.own(incident, **circumstances).held(incident)  # type: ignore[arg-type]
        return set(self.store) != before


def test_a_page_is_made_once_and_comes_back_as_it_was() -> None:
    maker, incident = _Maker(), Incident(document(actions=_DUE), "a.md")
    made = Own([incident], Settings(), TODAY, {id(incident.document): Around()}, Kept()).held(incident)
    assert maker.is_new(incident)
    assert not maker.is_new(incident)
    assert whole(maker.own(incident).held(incident)) == whole(made)


def test_a_page_is_made_again_when_anything_on_it_may_have_changed() -> None:
    maker, incident = _Maker(), Incident(document(actions=_DONE), "a.md")
    assert maker.is_new(incident)
    assert maker.is_new(Incident(document({"title": "Other"}, _DONE), "a.md"))
    assert maker.is_new(Incident(document(actions=_DONE), "a.md", edit_url="https://example.com/edit"))
    assert maker.is_new(Incident(document(actions=_DONE), "a.md", history=History(TODAY, "Ana", 1, TODAY)))
    assert maker.is_new(incident, around=Around(alike=(Other("c", "c.md"),)))
    assert maker.is_new(incident, stamp="2")
    assert maker.is_new(incident, others="2026-03-04-checkout.md")
    assert maker.is_new(incident, settings=Settings(name="Ours"))
    assert not maker.is_new(incident)


LINK = "2026-01-01-x.md"


@pytest.mark.parametrize(
    ("link", "may_stay"),
    [
        (f"[there]({LINK})", True),
        (f"[there](\n<{LINK}>)", True),
        (f"![there]({LINK})", True),
        ("[there](2026-01-01-x)", True),
        ("[there](&#50;026-01-01-x)", True),
        (f"[there]\n\n[there]: {LINK}", True),
        (f"[there]\n\n[there]:\n{LINK}", True),
        ("[there](https://example.com) <https://example.com> https://example.com", False),
        ("[there](<mailto:a@example.com>) and [here](#there)", False),
        ("[there]\n\n[there]: https://example.com", False),
        ("2026-01-01-x.md", False),
    ],
)
def test_where_others_are_counts_only_where_a_link_may_lead_there(link: str, may_stay: bool) -> None:
    maker = _Maker()
    lines = (*document(actions=_DONE).lines, *link.split("\n"))
    incident = Incident(replace(document(actions=_DONE), lines=lines), "a.md", "/p/a.md")
    for circumstances in ({}, {"others": "c.md"}, {"settings": Settings(files={f"/p/{LINK}": LINK})}):
        is_first = not circumstances
        assert maker.is_new(incident, **circumstances) is (is_first or may_stay)


def test_a_text_is_known_by_its_digest_where_there_is_one() -> None:
    maker = _Maker()
    assert maker.is_new(Incident(document(actions=_DONE), "a.md", digest="1"))
    assert not maker.is_new(Incident(document(actions=_DONE), "a.md", digest="1"))
    assert maker.is_new(Incident(document(actions=_DONE), "a.md", digest="2"))


def test_the_day_counts_only_where_something_is_due() -> None:
    maker, tomorrow = _Maker(), date(2026, 3, 19)
    for actions, is_due in ((_DONE, False), (_DUE, True)):
        incident = Incident(document(actions=actions), "a.md")
        assert maker.is_new(incident)
        assert maker.is_new(incident, today=tomorrow) is is_due


def test_what_was_forgotten_of_an_incident_is_made_again() -> None:
    maker, incident = _Maker(), Incident(document(actions=_DUE), "a.md")
    before = whole(maker.own(incident).held(incident))
    for key in [key for key in maker.store if key.endswith((".blocks", ".data"))]:
        del maker.store[key]
    own = maker.own(incident)
    assert len(own.missing()) == 2
    assert whole(own.held(incident)) == before
    assert len(own.missing()) == 1


def test_pages_of_many_incidents_are_the_latest() -> None:
    kept, made = Kept(Memory(), "1"), []

    def make(title: str) -> list[Page]:
        made.append(title)
        return [Page("a.md", title, "# A\n", hide=("toc",), head="<meta>", is_listed=False)]

    for title in ("one", "one", "two", "one"):
        assert [whole(each).title for each in kept.pages("pages", title, partial(make, title))] == [title]
    assert made == ["one", "two", "one"]
    [page] = map(whole, kept.pages("pages", "one", list))
    assert page == replace(make("one")[0], markdown=page.markdown)
    assert page.markdown.strip() == "# A"


def test_what_cannot_be_read_any_more_is_made_again() -> None:
    store = Memory()
    page = Page("a.md", "A", "# A\n\n<p>one</p>\n")
    [held] = Kept(store, "1").pages("pages", "x", lambda: [page])
    [file] = Kept(store, "1").files("data", "x", lambda: [DataFile("a.json", "1")])
    store.clear()
    assert whole(held).markdown.split() == page.markdown.split()
    assert file.content() == "1"


def test_files_are_read_only_when_they_are_asked_for() -> None:
    store = Memory()
    made = [DataFile("a.json", json.dumps([1])), DataFile("b.json", "")]
    for _ in range(2):
        files = list(Kept(store, "1").files("data", "x", lambda: made))
        assert [(file.path, file.content()) for file in files] == made
    [first, _] = Kept(store, "1").files("data", "x", list)
    [other, _] = Kept(store, "1").files("data", "y", lambda: made)
    assert first.made_of != other.made_of
    del store["data a.json"]
    assert [file.content() for file in Kept(store, "1").files("data", "y", lambda: made)] == ["[1]", ""]


@pytest.mark.parametrize("can_be_copied", [True, False])
def test_much_is_made_ahead_where_other_processes_can_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_be_copied: bool
) -> None:
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("incident_docs.workspace.processes.can_be_copied", lambda: can_be_copied)
    store = Store(tmp_path, "pages", TODAY)
    kept = Kept(store, "1")
    done = list(kept.ahead([partial(kept.put, f"{number}", "made") for number in range(60)]))
    assert done[-1:] == ([60] if can_be_copied else [])
    assert [kept.get(f"{number}") for number in range(60)] == ["made" if can_be_copied else None] * 60
    assert list(kept.ahead([])) == []
    store.save()
    assert Store(tmp_path, "pages", TODAY).has("59") is can_be_copied


def test_the_words_of_a_page_end_where_others_begin() -> None:
    assert words_of_blocks(["<p>one</p>", f"<b>t</b>wo {END} three", "four"]) == ["<p>one</p>", "two "]
    assert words_of_blocks(["<p>one</p>", "two"]) == ["<p>one</p>", "two"]


def test_a_copy_of_the_process_hands_over_what_it_has_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path))
    store = Store(tmp_path, "pages", TODAY)
    assert list(_taken(store, partial(store.put, "a", "made"))) == ["a"]
    assert store.taken() == {}


def test_all_that_is_missing_is_made_ahead_and_what_tells_of_all_even_if_one_incident_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("incident_docs.workspace.processes.can_be_copied", lambda: True)
    store = Store(tmp_path, "pages", TODAY)
    facts = [{"title": f"Outage {number}", "services": f"[service-{number}]"} for number in range(60)]

    def made(story: str, number: int = 60) -> tuple[list[int], Site]:
        incidents = []
        for place, each in enumerate(facts[:number]):
            path = f"2026-03-04-{place:02}.md"
            written = parse(f"{text(each, _DUE)}\n#### What happened\n{story}\n", path)
            incidents.append(Incident(written, path, f"/p/{path}"))
        site = Site(incidents, Settings(), TODAY, Kept(store, "1"))
        return [known for _, known in site.ahead()][-1:], site

    assert made("One.")[0] == [62]
    assert made("One.")[0] == []
    assert made("Two.")[0] == [60]
    facts[7]["title"] = "Another"
    known, site = made("Two.")
    assert known == [3]
    assert "Another" in whole(next(site.pages())).markdown
    monkeypatch.setattr(
        "incident_docs.site.pages.lists.incident_list.page", lambda *_: pytest.fail("it was made ahead")
    )
    assert {file.path for file in site.files()} >= {"actions.csv", "actions.ics", "incidents.json"}
    assert len(list(site.pages())) > 3
    assert made("One.", number=49)[0] == []
