"""Make documents with faults of any kind, for tests of what holds for every text."""

from hypothesis import strategies as st

from tests.examples import BASE

LINES = BASE.split("\n")
ODD = [
    "", "---", "```", "severity: sev1", "status: active", "started: 2026-03-04 09:50", "services: checkout", "titel: x",
    "#### Time line", "### Timeline", "#### Lessons", "| When | What |", "|---|---|", "| 9:05 AM | x |", "| 10.20 | |",
    "| a | the team | March 3, 2026 |", "- Service: x", "<event>", "TODO", "not published", "<!-- incident-docs: allow x -->",
    "\ufeff---", "\u2028", "\x0c", "> quote", "| `a | b` | c |",
]  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The clean document with some lines taken out, moved, repeated or replaced."""
    text = list(LINES)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text) - 1))
        change = draw(st.sampled_from(["drop", "swap", "repeat", "put", "cut"]))
        if change == "drop" and len(text) > 1:
            del text[at]
        elif change == "swap":
            other = draw(st.integers(0, len(text) - 1))
            text[at], text[other] = text[other], text[at]
        elif change == "repeat":
            text.insert(at, text[at])
        elif change == "put":
            text.insert(at, draw(st.sampled_from(ODD)))
        else:
            text[at] = text[at][: draw(st.integers(0, 12))]
    return draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])).join(text)
