import pytest

from incident_docs.rules import root_cause_thin
from tests.rules.support import REPORT, messages


@pytest.mark.parametrize(
    ("text", "front", "message"),
    [
        ("Unknown.", "", "one word cannot explain a cause; write what broke, and how that was possible"),
        ("- a bad\n- deploy", "", "3 words cannot explain a cause; write what broke, and how that was possible"),
        ("<!-- ask the database team what they have found out about the pool so far -->\nA bad deploy", "", "3 words"),
        ("##### The trigger\n\nA bad deploy", "", "3 words"),
        ("See the analysis below.", "", None),
        ("The cause was not published.", REPORT, None),
        ("The cause was not published.", "", "5 words"),
        ("数据库连接池在发布后耗尽", "", None),
        ("A bad deploy of <service>", "", None),
        ("<explanation>", "", None),
        ("n/a", "postmortem: {status: not required, reason: the same as last week}", None),
    ],
)
def test_a_root_cause_of_few_words(text: str, front: str, message: str | None) -> None:
    found = messages(root_cause_thin, f"#### Root cause\n{text}", front)
    assert [each[: len(message or "")] for each in found] == ([message] if message else [])


def test_what_happened_may_be_short_but_no_copy() -> None:
    cause = (
        "Release 4.12 opened a database connection for every request and used up the connection pool within minutes."
    )
    assert messages(root_cause_thin, "#### What happened\nA bad deploy.") == []
    assert messages(root_cause_thin, f"#### What happened\n{cause}") == [
        "this says the same as Root Cause; write the story, of which that is a part"
    ]
