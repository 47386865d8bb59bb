"""Titles, texts, names and addresses of alerts without what could do harm."""

import pytest

from incident_docs.intake.alerts.clean_links import clean_addresses, clean_url
from incident_docs.intake.alerts.clean_text import clean_body, clean_lines, clean_name, clean_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[FIRING:2]  Checkout (blue)", "Checkout (blue)"),
        ("[FIRING:1, RESOLVED:2] Checkout", "Checkout"),
        ("[P1] [Triggered on {service:checkout}] Checkout 5xx", "Checkout 5xx"),
        ("[#1042] Checkout", "Checkout"),
        ("[Checkout API] [🔴 Down] refused", "[Checkout API] [🔴 Down] refused"),
        ("%%%\n**Checkout** is `down`\n%%%", "Checkout is down"),
        ("## Checkout is down", "Checkout is down"),
        ("> - Checkout", "Checkout"),
        ("[Checkout](https://example.com/x) is ![down](x)", "Checkout is down"),
        ("<https://example.com/x|Checkout> is down", "Checkout is down"),
        ("<b>Checkout</b> &amp; &lt;i&gt;pay&lt;/i&gt;", "Checkout & pay"),
        ("p99 < 2 s and errors > 1 %", "p99 ‹ 2 s and errors › 1 %"),
        ("latency > 2 s", "latency > 2 s"),
        ("a --- b", "a - b"),
        ("---\nstatus: resolved", "status: resolved"),
        ("🔥🔥", ""),
        ("\n\n", ""),
        ("x" * 121, "x" * 119 + "…"),
    ],
)
def test_a_title_is_one_line_without_markup_and_states(text: str, title: str) -> None:
    assert clean_title(text)[0] == title


def test_what_a_title_does_not_say_stays() -> None:
    assert clean_title("one\ntwo") == ("one", "one\ntwo")
    assert clean_title("word " * 30) == (f"{'word ' * 22}word…", ("word " * 30).strip())
    assert clean_title("one") == ("one", "")


def test_texts_keep_their_lines_and_lose_what_a_terminal_acts_on() -> None:
    assert clean_lines("a\\nb\r\nc\x1b[31m\u202e\ud800\u2028d<br>e<script>f</script>") == "a\nb\nc [31m\nd\ne"
    assert clean_lines("👩‍💻") == "👩‍💻"


def test_a_text_has_an_end() -> None:
    assert clean_body("%%%\na\n\n\n\nb\n%%%") == "a\n\nb"
    assert clean_body("x" * 10_003) == f"{'x' * 10_000}… (3 more characters)"


@pytest.mark.parametrize(
    ("text", "name"),
    [("../../etc/passwd", "etc/passwd"), ("[a](b) | `c`\nd", "a (b) c d"), ("x" * 99, "x" * 60), ("---", "")],
)
def test_a_name_is_a_few_words(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://grafana.example.com/d/abc?orgId=1&viewPanel=7", "https://grafana.example.com/d/abc?orgId=1&viewPanel=7"),
        ("https://user:pw@example.com:8443/x", "https://example.com:8443/x"),
        ("https://example.com/x?a=1&token=2&b=3", "https://example.com/x?a=1&b=3"),
        ("https://s3.example.com/x?a=1&X-Amz-Signature=2", "https://s3.example.com/x"),
        ("https://files.example.com/x?t=xoxe-1-abc", "https://files.example.com/x"),
        ("https://example.com/x?q=aB3dE5gH7jK9mN1pQ3sT5vX7", "https://example.com/x"),
        ("https://example.com/x#access_token=abc", "https://example.com/x"),
        ("https://portal.example.com/#blade/x", "https://portal.example.com/#blade/x"),
        ("https://example.com/unsubscribe/abc", ""),
        ("https://example.com/eyJhbGciOi.abc/x", ""),
        ("https://[2001:db8::1]:90/x", "https://[2001:db8::1]:90/x"),
        ("https://example.com/a b)|<c>", "https://example.com/a%20b%29%7C%3Cc%3E"),
        ("https://example.com/x?q=" + "y" * 700, "https://example.com/x"),
        ("https://exa mple.com/", ""),
        ("https://[/", ""),
        ("https://example.com:99999/", ""),
        ("javascript:alert(1)", ""),
        ("/relative", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_an_address_loses_what_opens_doors(url: str, clean: str) -> None:
    assert clean_url(url) == clean


def test_addresses_in_a_text_lose_it_too() -> None:
    text = (
        "see https://example.com/x?a=1, https://u:p@example.com/y?sig=1 or https://example.com/invite/1 and https://[x"
    )
    assert (
        clean_addresses(text)
        == "see https://example.com/x?a=1, https://example.com/y or (address removed) and (address removed)"
    )
