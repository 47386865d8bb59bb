"""Telling which services a change touches by its files."""

import pytest

from incident_docs.format.change_sources import ChangeSources
from incident_docs.intake.changes.touched_services import touched_services


@pytest.mark.parametrize(
    ("pattern", "name", "touches"),
    [
        ("services/checkout/**", "services/checkout/a/b.py", True),
        ("services/checkout/**", "services/checkout-old/b.py", False),
        ("services/checkout", "services/checkout/b.py", True),
        ("services/checkout/", "services/checkout/b.py", True),
        ("services/checkout", "services/checkout", True),
        ("services/checkout", "services/checkouts", False),
        ("**/checkout.tf", "checkout.tf", True),
        ("**/checkout.tf", "infra/eu/checkout.tf", True),
        ("*.tf", "infra/eu/checkout.tf", True),
        ("Checkout/**", "checkout/a", False),
    ],
)
def test_a_pattern_matches_as_people_expect(pattern: str, name: str, touches: bool) -> None:
    sources = ChangeSources(paths=(("Checkout", (pattern,)), ("ledger", ("x",))))
    assert list(touched_services([name], ["checkout", "ledger", "other"], sources)) == ["checkout"] * touches
