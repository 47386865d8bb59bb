from incident_docs.rules import action_due_before_incident
from tests.rules.support import actions, messages


def test_a_due_date_is_compared_with_the_day_in_the_documents_zone() -> None:
    front = "timezone: Asia/Tokyo\nstarted: 2026-03-04T16:50:00Z\nresolved: 2026-03-04T17:58:00Z"
    rows = "| Alert when the pool is 80 % used | @bo | 2026-03-04 |\n| Test it at the peak | @bo | soon |"
    assert messages(action_due_before_incident, actions(rows), front) == [
        "2026-03-04 is before the incident began on 2026-03-05; correct the date"
    ]
