"""What the builds of a served site remember: found again by all that it depends on, and forgotten when nobody asks."""

from dataclasses import replace
from datetime import date

import pytest

from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.incident.related_facts import Around, Other
from incident_docs.site.pages.incident_outputs import IncidentOutputs
from incident_docs.site.pages.memory import Memory
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.workspace.file_history import History
from tests.incidents import document
from tests.site.reader import read, words

TODAY = date(2026, 3, 18)
_DUE = [("Fix it", "@ana", "2026-04-01", "open", "")]
_DONE = [("Fix it", "@ana", "2026-04-01", "done", "")]
LINK = "2026-01-01-x.md"


def outputs(
    incident: Incident,
    *,
    around: Around = Around(),  # noqa: B008 - it cannot be changed
    today: date = TODAY,
    others: str = "b.md",
    settings: Settings = Settings(),  # noqa: B008
    memory: Memory | None = None,
) -> IncidentOutputs:
    other = Incident(document(path=others), others)
    beside = {incident.document: around, other.document: Around()}
    return IncidentOutputs([incident, other], settings, today, beside, memory or Memory())


def key(incident: Incident, **circumstances: object) -> str:
    return outputs(incident, **circumstances).key(incident)  # type: ignore[arg-type]


def test_what_is_made_is_made_once_and_forgotten_when_a_build_does_not_ask_for_it() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("x")
        return "x"

    first = Memory()
    assert [first.get("page", "1", make), first.get("page", "1", make), first.get("data", "1", make)] == ["x"] * 3
    second = Memory(first)
    second.get("page", "1", make)
    assert len(made) == 2
    third = Memory(second)
    third.get("data", "1", make)
    assert len(made) == 3
    third.get("page", "", make)
    third.get("page", "", make)
    assert len(made) == 5


def test_an_incident_is_another_when_anything_that_is_made_of_it_may_have_changed() -> None:
    incident = Incident(document(actions=_DONE), "a.md")
    keys = [
        key(incident),
        key(Incident(document({"title": "Other"}, _DONE), "a.md")),
        key(replace(incident, edit_url="https://example.com/edit")),
        key(replace(incident, history=History(TODAY, "Ana", 1, TODAY))),
        key(incident, around=Around(alike=(Other("c", "c.md"),))),
        key(incident, others="2026-03-04-checkout.md"),
        key(incident, settings=Settings(name="Ours")),
    ]
    assert len(set(keys)) == len(keys)
    assert key(incident) == keys[0]


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
    lines = (*document(actions=_DONE).lines, *link.split("\n"))
    incident = Incident(replace(document(actions=_DONE), lines=lines), "a.md", "/p/a.md")
    first = key(incident)
    for circumstances in ({"others": "c.md"}, {"settings": Settings(files={f"/p/{LINK}": LINK})}):
        assert (key(incident, **circumstances) != first) is may_stay


def test_a_text_is_known_by_its_digest_where_there_is_one() -> None:
    one, again, other = (Incident(document(actions=_DONE), "a.md", digest=digest) for digest in ("1", "1", "2"))
    assert key(one) == key(again) != key(other)


def test_the_day_counts_only_where_something_is_due() -> None:
    tomorrow = date(2026, 3, 19)
    for actions, is_due in ((_DONE, False), (_DUE, True)):
        incident = Incident(document(actions=actions), "a.md")
        assert (key(incident, today=tomorrow) != key(incident)) is is_due


def test_a_site_makes_again_only_what_has_changed() -> None:
    one, two = (Incident(document(actions=_DUE, path=f"{name}.md"), f"{name}.md") for name in "ab")
    first = Memory()
    before = Site([one, two], Settings(), TODAY, first)
    pages, files = before.pages(), list(before.files())
    second = Memory(first)
    again = Site([one, two], Settings(), TODAY, second)
    assert again.pages() is pages
    made = list(again.files())
    assert made == files
    assert all(made[place] is files[place] for place in range(2))  # Those of the incidents; others are put together.
    changed = Site(
        [one, Incident(document({"title": "Other"}, _DUE, "b.md"), "b.md")], Settings(), TODAY, Memory(second)
    )
    assert changed.pages() is not pages
    assert sum(file in files for file in changed.files()) < len(files)


def test_without_a_memory_nothing_is_remembered() -> None:
    incident = Incident(document(actions=_DUE), "a.md")
    site = Site([incident], Settings(), TODAY)
    assert site.pages() is not site.pages()
    assert site.of_incidents.key(incident) == ""


def test_what_was_not_done_when_it_happened_again_is_part_of_what_pages_are_made_of() -> None:
    before = document(
        {"title": "Ledger retries double the load", "services": "[ledger]", "tags": "[retries]"},
        [("Cap retries", "@ana", "2026-03-10", "open", "")],
    )
    again = document(
        {
            "title": "Ledger retries again",
            "services": "[ledger]",
            "tags": "[retries]",
            "started": "2026-03-15T10:00:00Z",
        },
        path="again.md",
    )
    others = [
        document({"title": f"No {name}", "services": f"[{name}]", "started": "2026-01-11T10:00:00Z"}, path=f"{name}.md")
        for name in ("mail", "search", "chat", "video")
    ]
    incidents = [Incident(each, f"{each.id}.md") for each in (before, again, *others)]
    memory = Memory()
    pages = Site(incidents, Settings(), TODAY, memory).pages()
    assert "happened again" in words(read(next(page for page in pages if page.path == "actions.md")))
    assert Site(incidents, Settings(), TODAY, Memory(memory)).pages() is pages
