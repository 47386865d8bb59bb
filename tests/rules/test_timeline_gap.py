from incident_docs.rules import timeline_gap
from tests.rules.support import messages, timeline


def test_a_gap_is_measured_within_the_incident_from_the_end_of_a_span() -> None:
    front = "started: 2026-03-04T09:00:00Z\nresolved: 2026-03-05T12:00:00Z"
    rows = "| 09:00-11:00 | a |\n| 09:30 | b |\n| 12:00 | c |\n| 2026-03-05 | d |\n| 2026-03-06 09:00 | e |"
    advice = "add what was tried or found, even if it led nowhere"
    assert messages(timeline_gap, timeline(rows), front) == [f"no row between 12:00 and 2026-03-05 (12h 00m); {advice}"]
    assert messages(timeline_gap, timeline(rows), f"{front}\nseverity: P3") == []
    assert messages(timeline_gap, timeline(rows), "started: 2026-03-04T09:00:00Z\nresolved:") == []
    assert messages(timeline_gap, timeline("| 09:50 | a |\n| soon | b |\n| 10:58 | c |")) == []
