"""Which incidents are alike, and why."""

import random

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.insight.likeness import Alike, Likeness

SOURCES = "sources: [https://example.com/report]\n"


def made(
    id: str, title: str, cause: str = "", *, services: str = "", impact: str = "", more: str = "", after: str = ""
) -> Document:
    return parse(
        f"---\ntitle: {title}\nservices: [{services}]\n{more}---\n\n### Incident Response: x\n\n#### Severity: P2\n"
        f"**Impact**: {impact}\n\n#### Root Cause\n{cause}\n\n"
        f"### Postmortem (after resolution)\n\n#### Root cause\n{after}\n",
        f"postmortems/2026-01-{id}.md",
    )


def unlike() -> list[Document]:
    """Others, of which no two have anything in common."""
    topics = (
        "Search index corrupted|shards, merging",
        "Certificate expired overnight|renewal, calendar",
        "Invoices rounded wrongly|currency, decimals",
        "Password mails delayed|mailer, bounce",
        "Video uploads stuck|transcoding, bucket",
        "Maps rendered blank|tiles, geometry",
        "Payroll exports truncated|spreadsheet, encoding",
        "Translations missing|locale, fallback",
        "Printers offline|drivers, spooler",
        "Cameras unreachable|firmware, radio",
    )
    return [
        made(f"1{number}-{number}", title, services=services)
        for number, (title, services) in enumerate(topic.split("|") for topic in topics)
    ]


SERVICES = [service for document in unlike() for service in document.texts("services")]


def told(found: tuple[Alike, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.document.id, each.words) for each in found]


PROXY = made("01-a", "Proxy out of memory", "The Proxy leaked connections.", services="proxy, billing")
AGAIN = made("02-b", "Proxies restarted for want of memory", "Each one leaks memory.", services="proxy")


def test_those_are_alike_that_share_telling_words_and_services() -> None:
    others = unlike()
    found = Likeness().similar([PROXY, AGAIN, *others])
    assert told(found[PROXY]) == [("2026-01-02-b", ("proxy", "memory"))]
    assert told(found[AGAIN]) == [("2026-01-01-a", ("memory", "proxy"))]
    assert [found[document] for document in others] == [()] * len(others)
    assert 0 < found[PROXY][0].score < 1


def test_unlike_incidents_are_not_listed() -> None:
    documents = unlike()
    assert Likeness().similar(documents) == dict.fromkeys(documents, ())
    assert Likeness().similar([]) == {}
    empty = parse("", "x.md")
    assert Likeness().similar([empty]) == {empty: ()}


def test_one_thing_in_common_is_not_enough() -> None:
    one, two = made("01-a", "Proxy"), made("02-b", "Proxy")
    assert Likeness().similar([one, two, *unlike()])[one] == ()
    everything = made("03-c", "Outage", "Proxy", services=", ".join(SERVICES))
    assert Likeness().similar([one, two, everything, *unlike()])[one] == ()


def test_two_documents_with_the_same_id_are_two() -> None:
    one = made("01-a", "Proxy out of memory", services="proxy")
    two = made("01-a", "Proxy out of memory again", services="proxy")
    found = Likeness().similar([one, two, *unlike()])
    assert found[one][0].document is two
    assert found[two][0].document is one


def test_what_most_incidents_have_tells_nothing() -> None:
    documents = [made(f"0{number}-x", f"Topic{chr(97 + number)} broken", services="shop, web") for number in range(8)]
    assert set(Likeness().similar(documents).values()) == {()}


def test_among_few_incidents_no_word_is_rare() -> None:
    assert set(Likeness().similar([PROXY, AGAIN]).values()) == {()}
    assert set(Likeness().similar([PROXY, AGAIN, *unlike()[:2]]).values()) == {()}


def test_code_quotations_placeholders_and_what_was_not_published_do_not_count() -> None:
    silent = (
        ("```\nquota lease\n```", "", ""),
        ("> quota lease", "", ""),
        ("`quota` and `lease`", "", ""),
        ("<quota lease>", "", ""),
        ("[x](https://quota.example/lease)", "", ""),
        ("<!-- quota lease -->", "", ""),
    )
    for cause, impact, more in silent:
        pair = [made(f"0{number}-x", "Down", cause, impact=impact, more=more) for number in (1, 2)]
        assert set(Likeness().similar([*pair, *unlike()]).values()) == {()}, cause
    for label, expected in (("quota lease", 1), ("not published", 0)):
        pair = [made(f"0{number}-x", "Down", label, impact=label, more=SOURCES) for number in (1, 2)]
        assert len(Likeness().similar([*pair, *unlike()])[pair[0]]) == expected
    spoken = [made(f"0{number}-x", "Down", "The quota of the lease.", impact="quota, lease") for number in (1, 2)]
    assert told(Likeness().similar([*spoken, *unlike()])[spoken[0]]) == [("2026-01-02-x", ("lease", "quota"))]


def test_words_are_named_as_the_first_of_the_two_writes_them() -> None:
    one = made("01-a", "Kubernetes lost Nodes", "nodes vanished", services="US-EAST-1")
    two = made("02-b", "kubernetes and a node", services="us-east-1")
    found = Likeness().similar([one, two, *unlike()])
    assert told(found[one]) == [("2026-01-02-b", ("nodes", "Kubernetes", "US-EAST-1"))]
    assert told(found[two]) == [("2026-01-01-a", ("kubernetes", "node", "us-east-1"))]


def test_no_word_is_named_that_is_a_part_of_another() -> None:
    one, two = (made(f"0{number}-x", "Builds stuck in image-builds", services="image-builds") for number in (1, 2))
    assert told(Likeness().similar([one, two, *unlike()])[one]) == [("2026-01-02-x", ("image-builds", "stuck"))]


def test_at_most_three_are_named_the_most_alike_first() -> None:
    documents = [made(f"0{number}-x", "Proxy out of memory", "connections") for number in range(5)]
    near = made("09-y", "Proxy out of memory", "connections leaked", services="leases")
    nearest = made("08-y", "Proxy out of memory", "connections leaked", services="leases")
    found = Likeness().similar([*documents, near, nearest, *unlike(), *unlike()])
    assert [each.document.id for each in found[near]] == ["2026-01-08-y", "2026-01-00-x", "2026-01-01-x"]
    assert len(Likeness().similar([*documents, near, nearest, *unlike(), *unlike()], most=5)[near]) == 5


WORDS = ("proxy", "memory", "lease", "quota", "shard", "cache", "leader", "socket")


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=12), st.randoms())
def test_the_order_of_the_files_changes_nothing(titles: list[list[str]], chance: random.Random) -> None:
    documents = [made(f"{number:02}-x", " ".join(title)) for number, title in enumerate(titles)]
    shuffled = chance.sample(documents, len(documents))
    assert Likeness().similar(documents) == Likeness().similar(shuffled)
