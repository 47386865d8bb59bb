"""Pages of incidents that an earlier build has made."""

from datetime import date

import pytest

from incident_docs.site.pages.kept import Kept
from incident_docs.site.pages.page import Incident, Page, Settings
from tests.incidents import document

TODAY = date(2026, 3, 18)
_DUE = [("Fix it", "@ana", "2026-04-01", "open", "")]
_DONE = [("Fix it", "@ana", "2026-04-01", "done", "")]


class _Store(dict[str, str]):
    def put(self, key: str, text: str) -> None:
        self[key] = text


class _Maker:
    """Makes pages, and counts them."""

    def __init__(self) -> None:
        self.made = 0
        self.store = _Store()

    def page(
        self, incident: Incident, around: object = "", today: date = TODAY, stamp: str = "1", others: str = "b.md"
    ) -> Page:
        kept = Kept(self.store, stamp)
        shared = kept.shared([incident, Incident(document(path=others), others)], Settings())
        return kept.page(incident, shared, around, today, self._make)

    def _make(self) -> Page:
        self.made += 1
        return Page("a.md", f"Number {self.made}", "# A\n", hide=("toc",), head="<meta>", is_listed=False)


@pytest.fixture
def maker() -> _Maker:
    return _Maker()


def test_a_page_is_made_once(maker: _Maker) -> None:
    incident = Incident(document(actions=_DONE), "a.md")
    first = maker.page(incident)
    assert (
        maker.page(incident)
        == first
        == Page("a.md", "Number 1", "# A\n", hide=("toc",), head="<meta>", is_listed=False)
    )
    assert maker.made == 1


def test_a_page_is_made_again_when_anything_on_it_may_have_changed(maker: _Maker) -> None:
    incident = Incident(document(actions=_DONE), "a.md")
    maker.page(incident)
    maker.page(Incident(document({"title": "Other"}, _DONE), "a.md"))
    maker.page(Incident(document(actions=_DONE), "a.md", edit_url="https://example.com/edit"))
    maker.page(incident, around="another incident is related")
    maker.page(incident, stamp="2")
    maker.page(incident, others="c.md")
    assert maker.made == 6


def test_the_day_counts_only_where_something_is_due(maker: _Maker) -> None:
    tomorrow = date(2026, 3, 19)
    for actions in (_DONE, _DUE):
        incident = Incident(document(actions=actions), "a.md")
        maker.page(incident)
        maker.page(incident, today=tomorrow)
    assert maker.made == 3
