"""The header is written from the facts of the frontmatter."""

from datetime import UTC

import pytest

from incident_docs.document import header
from incident_docs.document.times import read_moment
from incident_docs.format.definition import DEFAULT


@pytest.mark.parametrize(
    ("started", "resolved", "is_unpublished", "expected"),
    [
        ("2026-03-04T09:50:59Z", "2026-03-04T10:58:00Z", False, "2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 07m)"),
        ("2026-03-04T09:50:00Z", "", False, "2026-03-04 09:50 UTC - ongoing"),
        ("~2026-03-04T09:50:00Z", "", True, "~2026-03-04 09:50 UTC - not published"),
        (
            "~2026-03-04T09:50:00Z",
            "2026-03-06T10:58:00Z",
            False,
            "~2026-03-04 09:50 UTC - 2026-03-06 10:58 UTC (~2d 01h 08m)",
        ),
        (
            "2026-03-04T09:50:00Z",
            "~2026-03-04T12:02:00+02:00",
            False,
            "2026-03-04 09:50 UTC - ~2026-03-04 10:02 UTC (~12m)",
        ),
    ],
)
def test_the_duration_is_written_from_the_times(
    started: str, resolved: str, is_unpublished: bool, expected: str
) -> None:
    read = {"started": read_moment(started), "resolved": read_moment(resolved)}
    moments = {key: moment for key, moment in read.items() if moment is not None}
    assert header.duration_text(moments, DEFAULT, UTC, is_unpublished=is_unpublished) == expected


def test_the_headings_are_written_from_the_facts() -> None:
    assert header.title_text(" Checkout\n down ", DEFAULT) == "Incident Response: Checkout down"
    assert header.status_text(DEFAULT.statuses[0], DEFAULT) == "Status: 🔴 Active"
    assert header.severity_text(DEFAULT.severities[1], DEFAULT) == "Severity: P2"
