"""What happened to the same service before and after, and which services had several incidents."""

from incident_docs.document.model import Document
from incident_docs.insight.months import dated_incidents
from incident_docs.insight.service_history import find_neighbours, services_with_repeats
from tests.incidents import document


def made(day: str, services: str, id: str = "") -> Document:
    started = f"2026-03-{day}T10:00:00Z" if day else ""
    return document({"started": started, "services": f"[{services}]"}, path=f"{id or day}.md")


def shown(documents: list[Document]) -> dict[str, tuple[str, str, str]]:
    found = find_neighbours(documents)
    return {
        each.id: (near.service, near.earlier.id if near.earlier else "", near.later.id if near.later else "")
        for each in documents
        if (near := found.get(each))
    }


def test_the_first_service_counts_that_has_any() -> None:
    documents = [
        made("09", "cache, web"),
        made("01", "web"),
        made("05", "lonely, web, web, cache"),
        made("07", "alone"),
    ]
    assert shown(documents) == {
        "01": ("web", "", "05"),
        "05": ("web", "01", "09"),
        "09": ("cache", "05", ""),
    }


def test_without_a_start_there_is_no_before() -> None:
    assert shown([made("01", "web"), made("", "web", "undated"), made("02", "")]) == {}
    assert find_neighbours([]) == {}


def test_the_order_of_the_files_does_not_matter() -> None:
    documents = [made("01", "web", "b"), made("01", "web", "a"), made("02", "web", "a")]
    first, second, third = (each for each in documents)
    for given in (documents, documents[::-1]):
        found = find_neighbours(given)
        assert (found[second].earlier, found[second].later) == (None, documents[0])
        assert (found[first].earlier, found[first].later) == (documents[1], documents[2])
        assert (found[third].earlier, found[third].later) == (documents[0], None)


def test_a_service_repeats_from_its_third_incident_on() -> None:
    days = ("2026-03-09", "2026-01-01", "2026-03-01", "2026-01-02")
    documents = [document({"started": f"{day}T10:00:00Z", "services": "[mail, checkout]"}) for day in days[:2]]
    documents += [document({"started": f"{day}T10:00:00Z", "services": "[mail]"}) for day in days[2:]]
    [found] = services_with_repeats(dated_incidents([*documents, document({"started": "", "services": "[checkout]"})]))
    assert (found.service, found.closest, found.last) == ("mail", 1, 8)
    assert [str(each.times["started"])[:10] for each in found.documents] == sorted(days)
