"""What the search holds of a page: its words, a line about it, and what results can be narrowed to."""

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT
from incident_docs.site.search_records import Filter, Record, filters, record
from tests.incidents import document as made

P1 = "severity-4b5ff9264343"
P2 = "severity-ab2a86b7c7ba"
P3 = "severity-c645b64ca81c"
ACTIVE = "status-74c16d4549c0"
RESOLVED = "status-4b49dddfb094"
MAIL = "service-8351d93feeca"
DNS = "service-6d5e248aa965"
YEAR_2026 = "year-0156bee07c22"
YEAR_2024 = "year-4ccd7ab62d8e"


def lost() -> str:
    return "<p>Lost</p>"


def document(**facts: str) -> Document:
    return made(facts)


def test_an_incident_is_told_by_its_severity_day_and_services() -> None:
    found = document(severity="P2", started="2026-03-03T23:30:00Z", timezone="Europe/Berlin", services="[mail, dns]")
    assert record("incidents/mail/", "Mail", lost, found) == Record(
        "incidents/mail/",
        "Mail",
        lost,
        "P2 · 4 Mar 2026 · mail, dns",
        (P2, RESOLVED, MAIL, DNS, YEAR_2026),
    )


def test_an_incident_that_is_not_over_says_so() -> None:
    found = document(status="mitigating", resolved="", started="2026-03-04T10:00:00Z", severity="P1", services="[dns]")
    assert record("", "", lost, found).about == "P1 · Mitigating · 4 Mar 2026 · dns"


def test_a_service_that_is_named_twice_is_one_value() -> None:
    assert record("", "", lost, document(services="[dns, dns]")).choices == (P2, RESOLVED, DNS, YEAR_2026)


def test_an_incident_of_which_nothing_is_known_has_its_words() -> None:
    found = parse("### Incident Response: Mail\n", "2026-03-04-mail.md")
    assert record("mail/", "Mail", lost, found) == Record("mail/", "Mail", lost, "", ())


def test_another_page_has_nothing_to_be_narrowed_by() -> None:
    assert record("guide/", "Guide", lost) == Record("guide/", "Guide", lost, "", ())


def test_filters_offer_what_incidents_have_in_the_order_of_the_format() -> None:
    found = [
        document(severity="P3", started="2024-03-04T10:00:00Z", services="[mail]"),
        document(severity="P1", started="2026-03-04T10:00:00Z", services="[dns, mail]", status="active", resolved=""),
    ]
    assert filters(found, DEFAULT) == (
        Filter("severity", "Severity", ((P1, "P1"), (P3, "P3"))),
        Filter("status", "Status", ((ACTIVE, "Active"), (RESOLVED, "Resolved"))),
        Filter("service", "Service", ((DNS, "dns"), (MAIL, "mail"))),
        Filter("year", "Year", ((YEAR_2026, "2026"), (YEAR_2024, "2024"))),
    )


def test_a_filter_with_one_value_is_none() -> None:
    assert filters([document(), document()], DEFAULT) == ()
