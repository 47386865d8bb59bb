from incident_docs.rules import detection_unknown
from tests.rules.support import messages


def test_how_it_was_noticed_may_stand_in_the_story_or_be_unpublished() -> None:
    keys = "title: Checkout failed\nseverity: P1\nstatus: resolved\nstarted: 2026-03-04T09:50:00Z\nservices: [checkout]"
    rows = "#### Timeline\n| Time | Event |\n|---|---|\n| 09:50 | Release 4.12 goes out |\n"
    assert len(messages(detection_unknown, rows, keys)) == 1
    assert messages(detection_unknown, f"{rows}\n#### What happened\nA customer complained.", keys) == []
    assert messages(detection_unknown, rows, f"{keys}\ndetected: not published") == []
    assert messages(detection_unknown, rows, f"{keys}\ndetected:") == []
