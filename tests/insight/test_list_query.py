"""What a block on any page asks for: its keys and values, its mistakes, and what it finds."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import incident_docs
from incident_docs.document.model import Document
from incident_docs.format.configuration import read_configuration as configured
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.insight.archive import Archive, Query, Subject, select_listables
from incident_docs.insight.facets import FACETS
from incident_docs.insight.list_query import Mistake, read_query
from incident_docs.insight.orders import ORDERS
from tests.incidents import SOURCES, Row, document

TODAY = date(2026, 4, 10)
INCIDENTS, ACTIONS = Subject.INCIDENTS, Subject.ACTION_ITEMS


def made(name: str, facts: Mapping[str, str], *actions: Row) -> Document:
    return document(facts, actions, path=f"{name}.md")


CHECKOUT = made(
    "2026-03-04-checkout",
    {
        "title": "Checkout down",
        "severity": "P1",
        "services": "[checkout, gateway]",
        "tags": "[deploy]",
        "strategy": "[rollback]",
        "postmortem": "{status: draft, owner: '@cai'}",
        "commander": "Dana",
    },
    ("Alert on the queue", "@ana", "2026-04-01", "open", ""),
    ("Split it", "@bo", "2026-04-12", "in progress", ""),
    ("Tell support", "", "", "", ""),
    ("Roll back", "@Ana", "2026-03-10", "done", ""),
)
SEARCH = made(
    "2026-04-09-search",
    {
        "title": "Zoë's search was stale",
        "status": "mitigating",
        "started": "2026-04-09T10:00:00Z",
        "resolved": "",
        "services": "[search]",
    },
)
MAIL = made(
    "2025-06-01-mail",
    {
        "title": "mail delayed",
        "severity": "P3",
        "started": "2025-06-01T10:00:00Z",
        "resolved": "2025-06-01T13:00:00Z",
        "services": "[mail]",
        "tags": "[deploy, dns]",
    },
    ("Watch it", "@bo", "2025-07-01", "in progress", ""),
)
REPORTED = made(
    "2024-01-01-reported",
    {"started": "2024-01-01T10:00:00Z", "resolved": "not published", "services": "[dns]", **SOURCES},
    ("Test it", "not published", "not published", "not published", ""),
)
LOST = made("lost", {"title": "", "severity": "", "status": "", "started": "", "resolved": "", "services": ""})
ALL = (MAIL, LOST, CHECKOUT, REPORTED, SEARCH)


def archive(*documents: Document, format: Format = DEFAULT) -> Archive:
    return Archive(documents, format, TODAY)


def found(text: str, subject: Subject = INCIDENTS, *documents: Document) -> str:
    """The names of what is found."""
    known = archive(*(documents or ALL))
    query = read_query(text.split("\n"), 1, subject, known)
    assert isinstance(query, Query), query
    listables = select_listables(query, known)
    if subject is ACTIONS:
        return ", ".join(each.item.action.action.value for each in listables if each.item)
    return " ".join(each.document.id.rpartition("-")[2] for each in listables)


def mistakes(text: str, subject: Subject = INCIDENTS, known: Archive | None = None) -> list[tuple[int, str]]:
    """Lines and messages; the block begins in the line 10."""
    answer = read_query(text.split("\n"), 10, subject, known or archive(*ALL))
    return [] if isinstance(answer, Query) else [tuple(each) for each in answer]


def query(text: str, subject: Subject = INCIDENTS) -> Query:
    answer = read_query(text.split("\n"), 1, subject, archive(*ALL))
    assert isinstance(answer, Query), answer
    return answer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "search checkout mail reported lost"),
        ("severity: P1", "checkout"),
        ("severity: P1, p3", "checkout mail"),
        ("severity: [P1, P3]", "checkout mail"),
        ("severity: P1\ntag: dns", ""),
        ("tag: deploy", "checkout mail"),
        ("TAG: Deploy", "checkout mail"),
        ("tag: deploy\nyear: 2026", "checkout"),
        ("year: 2025, 2024", "mail reported"),
        ("status: mitigating", "search"),
        ("status: Mitigating", "search"),
        ("strategy: rollback", "checkout"),
        ("strategy: failover", ""),
        ("owner: ana", "checkout"),
        ("owner: \"@bo\", '@cai'", "checkout mail"),
        ("service: 'gateway',search,", "search checkout"),
        ("search: zoe STALE", "search"),
        ("search: dana", "checkout"),
        ("search: pay down", "checkout reported"),
        ("search: 2025-06", "mail"),
        ("# all of one service\n\n  service : mail   # and no other", "mail"),
        ("search: nobody", "search checkout mail reported lost"),
        ("search: kafka", ""),
    ],
)
def test_values_of_a_key_add_up_and_keys_narrow(text: str, names: str) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("newest", "search checkout mail reported lost"),
        ("Oldest", "reported mail checkout search lost"),
        ("worst", "checkout search reported mail lost"),
        ("mildest", "mail search reported checkout lost"),
        ("a-z", "checkout reported lost mail search"),
        ("z-a", "search mail lost checkout reported"),
        ("longest", "mail checkout search reported lost"),
        ("shortest", "checkout mail search reported lost"),
        ("least-done", "mail checkout search reported lost"),
        ("most-done", "checkout mail search reported lost"),
        ("owed", "mail checkout search reported lost"),
        ("written", "checkout mail search reported lost"),
    ],
)
def test_incidents_are_sorted_as_in_their_list(order: str, names: str) -> None:
    assert found(f"sort: {order}") == names


def test_orders_and_filters_have_the_names_that_the_list_has_in_its_address() -> None:
    script = (Path(incident_docs.__file__).parent / "site/assets/js/list.js").read_text(encoding="utf-8")
    own = script.partition("const ownOrders = {")[2].partition("};")[0]
    assert re.findall(r'^ {2}"?([\w-]+)"?: \{', own, re.MULTILINE) == list(ORDERS)
    [keys] = re.findall(r"const facetKeys = \[(.*)\];", script)
    assert re.findall(r'"(\w+)"', keys) == [facet.key for facet in FACETS]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "Watch it, Alert on the queue, Split it, Tell support, Test it, Roll back"),
        ("status: open", "Alert on the queue, Tell support"),
        ("status: overdue", "Watch it, Alert on the queue"),
        ("status: open, overdue", "Watch it, Alert on the queue, Tell support"),
        ("status: in progress", "Watch it, Split it"),
        ("status: won’t do", ""),
        ("status: unknown", "Test it"),
        ("owner: @ana", "Alert on the queue, Roll back"),
        ("owner: @ana\nstatus: done", "Roll back"),
        ("service: mail, search", "Watch it"),
        ("service: search", ""),
        ("incident: 2025-06-01-mail", "Watch it"),
        ("incident: lost", ""),
        ("group: this week, no date", "Split it, Tell support"),
        ("group: closed", "Roll back"),
        ("severity: P1\nstatus: done", "Roll back"),
        ("tag: dns", "Watch it"),
        ("year: 2024", "Test it"),
        ("strategy: rollback\ngroup: later", ""),
    ],
)
def test_action_items_are_found_by_what_they_are_and_by_their_incidents(text: str, names: str) -> None:
    assert found(text, ACTIONS) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("severty: P1", "there is no key 'severty'; did you mean 'severity'?"),
        (
            "x: 1",
            (
                "there is no key 'x'; there are severity, status, service, owner, tag, strategy, year, search, sort, limit,"
                " columns"
            ),
        ),
        ("P1", "'P1' is no filter; write a key, a colon and what to look for"),
        ("severity:  # none", "severity has no value"),
        ("severity: ''", "severity has no value"),
        ("severity: P9", "there is no severity 'P9'; there are P1, P2, P3, P4"),
        ("status: resolvd", "there is no status 'resolvd'; did you mean 'resolved'?"),
        (
            "strategy: prayer",
            "there is no strategy 'prayer'; there are rollback, feature-flag, scale-up, failover, hotfix, other",
        ),
        ("service: chekout", "no incident has the service 'chekout'; did you mean 'checkout'?"),
        ("owner: '@cais'", "no incident has the owner '@cais'; did you mean '@cai'?"),
        ("tag: deploys", "no incident has the tag 'deploys'; did you mean 'deploy'?"),
        ("limit: many", "limit is 'many'; write a whole number from 1 on"),
        ("limit: 0", "limit is '0'; write a whole number from 1 on"),
        ("limit: 5, 6", "limit is '5, 6'; write a whole number from 1 on"),
        (f"limit: {'9' * 5000}", f"limit is '{'9' * 5000}'; write a whole number from 1 on"),
        (
            "sort: latest",
            (
                "there is no order 'latest'; there are newest, oldest, worst, mildest, a-z, z-a, longest, shortest,"
                " least-done, most-done, owed, written"
            ),
        ),
        ("columns: title, dat", "there is no column 'dat'; did you mean 'date'?"),
        ("columns: title, date, title", "the column 'title' is there twice"),
        ("columns: date", "the column 'title' is missing, which leads to the incident"),
    ],
)
def test_a_mistake_says_what_is_there_and_what_was_expected(text: str, expected: str) -> None:
    assert mistakes(f"# one\n{text}") == [(11, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "status: active",
            "there is no status 'active'; there are overdue, open, in progress, done, won't do, unknown",
        ),
        ("incident: 2025-06-01-mial", "there is no incident '2025-06-01-mial'; did you mean '2025-06-01-mail'?"),
        ("group: late", "there is no group 'late'; did you mean 'later'?"),
        ("service: chekout", "no action item has the service 'chekout'; did you mean 'checkout'?"),
        (
            "columns: due",
            (
                "there is no key 'columns'; there are severity, status, service, owner, tag, strategy, year, group,"
                " incident, limit"
            ),
        ),
    ],
)
def test_action_items_have_keys_and_values_of_their_own(text: str, expected: str) -> None:
    assert mistakes(text, ACTIONS) == [(10, expected)]


def test_all_mistakes_are_told_in_the_order_of_the_lines() -> None:
    assert mistakes("limit: x\n\nno\nseverity: P8, P1, P9\nseverity: P1") == [
        (10, "limit is 'x'; write a whole number from 1 on"),
        (12, "'no' is no filter; write a key, a colon and what to look for"),
        (13, "there is no severity 'P8'; there are P1, P2, P3, P4"),
        (13, "there is no severity 'P9'; there are P1, P2, P3, P4"),
        (14, "severity is there twice; write its values on one line, with commas between them"),
    ]


def test_of_many_incidents_only_the_nearest_is_named() -> None:
    many = archive(*(made(f"2026-01-{day:02d}-outage", {}) for day in range(1, 29)))
    assert mistakes("incident: zzz", ACTIONS, many) == [(10, "there is no incident 'zzz'")]
    assert mistakes("incident: 2026-01-01-outag", ACTIONS, many) == [
        (10, "there is no incident '2026-01-01-outag'; did you mean '2026-01-01-outage'?")
    ]


def test_a_service_without_an_incident_is_no_mistake() -> None:
    """Its runbook is there before its first incident."""
    assert query("service: payments, mail").unknown == ("no incident has the service 'payments'.",)
    assert query("owner: eve", ACTIONS).unknown == ("no action item has the owner 'eve'.",)
    assert found("service: payments") == ""
    assert found("service: payments, mail") == "mail"


def test_names_that_differ_in_their_numbers_are_two_names() -> None:
    known = archive(made("a", {"services": "[database-10]"}))
    assert mistakes("service: database-11", known=known) == []
    assert mistakes("service: datbase-10", known=known) == [
        (10, "no incident has the service 'datbase-10'; did you mean 'database-10'?")
    ]


def test_an_organisation_has_its_own_words() -> None:
    own = configured(
        '[severities.Kritisch]\nimpact = "a"\n[severities.Gering]\nimpact = "b"\n'
        '[statuses.offen]\nlabel = "Noch offen"\nstage = "active"\n'
        '[statuses.daran]\nlabel = "In Arbeit"\nstage = "mitigating"\n'
        '[statuses.aus]\nlabel = "Vorbei"\nstage = "resolved"\n[fields.team]\ntype = "text"\n',
        "incident-docs.toml",
    )
    assert own is not None
    known = archive(format=own.format)
    assert mistakes("severity: kritisch\nstatus: noch offen, aus\ncolumns: title, team", known=known) == []
    assert mistakes("severity: P1\nstatus: Vorbie", known=known) == [
        (10, "there is no severity 'P1'; there are Kritisch, Gering"),
        (11, "there is no status 'Vorbie'; there are offen, daran, aus"),
    ]


def test_a_query_has_what_was_written_in_the_documents_words() -> None:
    asked = query('severity: p1\nowner: ANA\nsearch: "mail, dns"\nsort: Worst\nlimit: 7\ncolumns: title,date')
    assert asked == Query(
        INCIDENTS, {"severity": ("P1",), "owner": ("@ana", "@Ana")}, "mail, dns", "worst", 7, ("title", "date"), ()
    )
    assert query("") == Query(INCIDENTS, {}, "", "newest", None, (), ())


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("", INCIDENTS, False),
        ("status: active", INCIDENTS, False),
        ("columns: title, actions", INCIDENTS, True),
        ("owner: @ana", ACTIONS, False),
        ("status: overdue", ACTIONS, True),
        ("group: later", ACTIONS, True),
    ],
)
def test_what_hangs_on_the_day_is_known(text: str, subject: Subject, expected: bool) -> None:
    assert query(text, subject).hangs_on_the_day is expected


def test_documents_of_one_id_are_two_incidents() -> None:
    twins = made("a", {"title": "One"}), made("a", {"title": "Two"})
    assert found("sort: a-z", INCIDENTS, *twins) == "a a"


_LINES = st.lists(
    st.text(max_size=20)
    | st.builds(
        "{}: {}".format,
        st.sampled_from(["severity", "service", "owner", "status", "search", "sort", "limit", "columns", "group"]),
        st.text(max_size=15) | st.sampled_from(["P1", "newest", "title", "open", "3", '"@ana"', "[a, b]"]),
    ),
    max_size=6,
)


@given(_LINES, st.sampled_from(Subject))
def test_whatever_an_author_writes_is_a_query_or_mistakes_in_its_lines(lines: list[str], subject: Subject) -> None:
    known = archive(*ALL)
    answer = read_query(lines, 5, subject, known)
    if isinstance(answer, Query):
        everything = {id(each) for each in select_listables(query("", subject), known)}
        assert everything >= {id(each) for each in select_listables(answer, known)}
    else:
        assert answer
        assert all(isinstance(each, Mistake) and 5 <= each.line < 5 + len(lines) for each in answer)
