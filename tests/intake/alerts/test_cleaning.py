"""Titles, texts and names of alerts without what could do harm."""

import pytest

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
