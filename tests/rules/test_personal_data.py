import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import personal_data
from tests.rules.support import fixed, story

ADVICE = "take it out, or write an id that only your own systems know"


def says(line: str, front: str = "", code: bool = False) -> list[str]:
    fence = "```\n" if code else ""
    text = f"---\nstatus: active\n{front}---\n\n#### What happened\n{fence}{line}\n{fence}"
    return [finding.message.removesuffix(f"; {ADVICE}") for finding in personal_data.check(parse(text))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from maria@mailbox.org", "m…@….org looks like the e-mail address of a person"),
        ('{"email":"max.muster@gmx.de"}', "m…@….de looks like the e-mail address of a person"),
        ("<jo@hotmail.com>", "j…@….com looks like the e-mail address of a person"),
        ("mailto:jo@hotmail.com", "j…@….com looks like the e-mail address of a person"),
        ("https://checkout.example.net/?email=joe@yahoo.com", "j…@….com looks like the e-mail address of a person"),
        ("client=84.190.13.207,", "84… is a public IP address, perhaps a customer's"),
        ("[84.190.13.207]:443", "84… is a public IP address, perhaps a customer's"),
        ("http://84.190.13.207/x", "84… is a public IP address, perhaps a customer's"),
        ("client=2a02:8109:9440:1::7", "2a02… is a public IP address, perhaps a customer's"),
        ("We rang +49 30 90182 0417.", "+49… looks like a phone number"),
        ("To: +12024561111", "+12… looks like a phone number"),
        ("(202) 456-1111", "(20… looks like a phone number"),
        ("phone 202-456-1111", "202… looks like a phone number"),
        ("tel. +250 788 123 456", "+25… looks like a phone number"),
        ("4929 3851 7264 0034", "…34 looks like the number of a payment card"),
        ("4929-3851-7264-0034", "…34 looks like the number of a payment card"),
        ("Card no. 4929385172640034", "…34 looks like the number of a payment card"),
    ],
)
def test_what_may_be_a_customers_is_found_in_prose_and_in_code(line: str, found: str) -> None:
    assert says(line) == [found]
    assert says(f"10:01 {line}", code=True) == [found]


@pytest.mark.parametrize(
    "line",
    [
        "jane@example.com jane@mail.example.org user@domain.com you@yourcompany.com jo@shop.test jane.doe@gmail.com",
        "support@shop.io on-call@shop.io no-reply@shop.io checkout-team@googlegroups.com git@github.com:example/shop",
        "m***@gmail.com xxx@gmail.com x@p.iam.gserviceaccount.com 12+ana@users.noreply.github.com",
        "ssh deploy@db-1.shop.io and postgres://shop@db.shop.io:5432/x and app@1.service and icon@2x.png",
        "actions/checkout@v4 lodash@4.17.21 image@sha256:abcd HTTP/web1@REALM.COM jo@prod.svc.cluster.local",
    ],
)
def test_addresses_that_no_customer_has_are_passed_over(line: str) -> None:
    assert says(line) == []


def test_colleagues_are_no_customers() -> None:
    front = "authors: [Ana <ana@shop.io>]\ncommander: bo@shop-ops.io\n"
    assert says("cai@shop.io and dev@shop-ops.io answered", front) == []
    table = (
        "\n#### Action items\n| Action | Owner | Due |\n|---|---|---|\n| Test the load | <eli@shop.de> | 2026-03-20 |"
    )
    assert says(f"fay@shop.de answered\n{table}") == []


@pytest.mark.parametrize(
    "line",
    [
        "10.0.0.1 172.16.4.200 192.168.1.100 169.254.169.254 127.0.0.1 100.64.0.123 224.0.0.251 203.0.113.190 999.1.1.1",
        "8.8.8.8 1.1.1.1 149.112.112.112 2001:4860:4860::8888 2001:db8::1 fd00::23 fe80::1 ::1",
        "the networks 52.95.0.0/16, 84.190.13.128/25 and 84.190.13.0, the object 1.3.6.1.4.1.311",
        "PostgreSQL 14.12.0.99, nginx/1.20.1.100, Chrome/120.0.6099.109; upgraded from 12.95.110.1 to 12.95.110.2",
        "std::find(a::b) at 10:05:30, 2026:abcd:10:30 and 2001:zz, from aa:bb:cc:dd:ee:ff",
    ],
)
def test_ip_addresses_of_nobody_and_versions_are_passed_over(line: str) -> None:
    assert says(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "+1234567 requests, +10 000 000 000 rows, +500 000 000 bytes, up by +50000000000, +20 %, +12345678901234 ns",
        "call +1 202 555 0143, (202) 555-0123, +44 20 7946 0958 or +44 7700 900123",
        "202-456-1111 123-456-7890 2026-03-04 10:00:00, 800-123-4567, call it 123-45-6789",
        "+2026-03-04 10:00:00,123 a line that was added",
        "from +2026-03-04 10:00 on",
        "orders 4929385172640034 and 1700000000000000, and of the card 4111 1111 1111 1111 and 4242-4242-4242-4242",
        "1234 5678 9012 3456, 4929 3851 7264 0035, 4929385172640034-aaaa, 550e8400-e29b-41d4-a716-446655440000",
    ],
)
def test_numbers_that_may_be_anything_are_passed_over(line: str) -> None:
    assert says(line) == []
    assert says(line, code=True) == []


def test_the_frontmatter_is_passed_over() -> None:
    assert says("", "x-reported-by: maria@mailbox.org\n") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from maria.k@mailbox.org at 09:58", "from (e-mail address removed) at 09:58"),
        ("We rang +49 30 90182 0417.", "We rang (phone number removed)."),
        ("The card 4929 3851 7264 0034", "The card (card number removed)"),
        ("`client=84.190.13.207`, 84.190.13.207", "`client=(IP address removed)`, (IP address removed)"),
    ],
)
def test_what_may_be_a_customers_is_taken_out(before: str, after: str) -> None:
    assert fixed(story(before), unsafe=True) == story(after)
    assert fixed(story(before)) == story(before)
