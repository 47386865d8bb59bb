import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import frontmatter_order_of_times


@pytest.mark.parametrize(
    ("times", "message"),
    [
        (
            ("10:00", "09:00", "11:00", "12:00"),
            "detected 2026-03-04T09:00:00Z is before started 2026-03-04T10:00:00Z; correct one of them",
        ),
        (
            ("10:00", "13:00", "11:00", "12:00"),
            "mitigated 2026-03-04T11:00:00Z is before detected 2026-03-04T13:00:00Z; correct one of them",
        ),
        (
            ("10:00", "10:00", "11:00", "09:00"),
            "resolved 2026-03-04T09:00:00Z is before mitigated 2026-03-04T11:00:00Z; correct one of them",
        ),
    ],
)
def test_one_slip_of_a_time_is_one_finding(times: tuple[str, ...], message: str) -> None:
    keys = ("started", "detected", "mitigated", "resolved")
    lines = [f"{key}: 2026-03-04T{time}:00Z" for key, time in zip(keys, times, strict=True)]
    document = parse("\n".join(["---", *lines, "---", ""]))
    assert [found.message for found in frontmatter_order_of_times.check(document)] == [message]
