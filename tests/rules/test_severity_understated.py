from dataclasses import replace

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT
from incident_docs.format.vocabulary import SEVERITIES
from incident_docs.rules import severity_understated
from tests.examples import weave
from tests.rules.support import messages, section


def found(impact: str, severity: str = "P3") -> list[str]:
    return messages(
        severity_understated, section(f"Severity: {severity}", f"**Impact**: {impact}"), f"severity: {severity}"
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("All of our customers were unable to log in.", "All of our customers were unable to log in"),
        ("No one\ncould check out.", "No one could check out"),
        ("Permanent data loss for two customers.", "data loss"),
        ("Some records have been permanently lost.", "records have been permanently lost"),
        ("Our whole site was down.", "Our whole site was down"),
        ("A complete outage of checkout. Nobody could pay.", "complete outage"),
        ("Nobody could pay by voucher, or log in from the old app.", None),
        ("All users saw a wrong logo.", None),
        ("There was no data loss. Data loss was avoided.", None),
        ("No customer could pay, except in Europe.", None),
        ("A complete outage of the staging environment.", None),
        ("The service was down.", None),
    ],
)
def test_what_is_more_than_a_low_severity(text: str, claim: str | None) -> None:
    advice = "raise the severity, or write who was spared"
    assert found(text) == ([f'"{claim}" is more than a P3 (Minor impact); {advice}'] if claim else [])
    assert found(text, "P2") == []


def test_the_lower_half_of_an_organisations_severities_is_read() -> None:
    text = weave("---\nseverity: P2\n---\n\n#### Severity: P2\n**Impact**: Nobody could pay.\n")
    document = parse(text, "", replace(DEFAULT, severities=SEVERITIES[:2]))
    [finding] = severity_understated.check(document)
    assert finding.message.startswith('"Nobody could pay" is more than a P2 (Major degradation)')
