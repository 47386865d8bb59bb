import pytest

from incident_docs.rules import affected_users_unmeasured
from tests.rules.support import REPORT, messages


@pytest.mark.parametrize(
    ("text", "front", "is_measured"),
    [
        ("many customers", "", False),
        ("not known", "", False),
        ("\n  - some in Europe", "", False),
        ("\n  - 1,900 customers\n  - some partners", "", True),
        ("**all**", "", True),
        ("not measured because the proxy keeps no logs", "", True),
        ("<count/description>", "", True),
        ("about <n>", "", True),
        ("not published; several customers", REPORT, True),
        ("not published; several customers", "", False),
    ],
)
def test_affected_users_are_measured(text: str, front: str, is_measured: bool) -> None:
    body = f"#### Current Status\n- Services: normal\n- Affected users: {text}\n- Monitoring: the pool"
    shown = " ".join(text.removeprefix("\n").split())
    advice = "write a number, a share, all or none, or unknown and why"
    expected = [] if is_measured else [f"{shown} is no measure; {advice}"]
    assert messages(affected_users_unmeasured, body, front) == expected
