"""The statuses of actions are read by their other names too."""

import pytest

from incident_docs.reading.lenient_status import status_in_format


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("closed", "done"),
        ("Complete", "done"),
        ("✅", "done"),
        ("✔️", "done"),
        ("☑️ Fixed", "done"),
        ("done (2026-03-04)", "done"),
        ("[x]", "done"),
        ("[ ]", "open"),
        ("TODO", "open"),
        ("in-progress", "in progress"),
        ("WIP", "in progress"),
        ("won’t do", "won't do"),
        ("Wont fix", "won't do"),
        ("soon", None),
        ("", None),
    ],
)
def test_a_status_is_told_by_its_other_names(written: str, status: str | None) -> None:
    assert status_in_format(written) == status
