"""Define the phases of a response: what each is for, and what is written in it."""

from typing import NamedTuple

from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import Stage


class Phase(NamedTuple):
    """One phase."""

    name: str
    aim: str
    """What is done in it, in a sentence or two."""
    stage: Stage
    """What its end brings the document to; it then holds what this stage demands of the half."""
    half: Half
    """The half of the body that is written in it."""
    moment: str = ""
    """The key of the time that ends it; empty if none does."""


PHASES = (
    Phase(
        "Detect",
        "Find out that users are affected, and how badly. Open the incident even if you are not sure.",
        Stage.ACTIVE,
        Half.RESPONSE,
        "detected",
    ),
    Phase(
        "Mitigate",
        "Make the impact stop, or make it bearable. Its cause can wait.",
        Stage.MITIGATING,
        Half.RESPONSE,
        "mitigated",
    ),
    Phase(
        "Resolve",
        "Bring service back to normal, and show that it is.",
        Stage.RESOLVED,
        Half.RESPONSE,
        "resolved",
    ),
    Phase(
        "Learn",
        "Tell what happened and how it was possible, and settle what will be different.",
        Stage.RESOLVED,
        Half.POSTMORTEM,
    ),
)

RESOLUTION_CHECKS = (
    "the fix is holding",
    "regressions are watched for",
    "the backlog is cleared",
    "all systems are nominal",
)
"""What is looked at before an incident is called resolved."""
