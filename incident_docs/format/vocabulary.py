"""Define the words of an incident: how bad it is, how far the response has come, and how the impact is stopped."""

from enum import IntEnum
from typing import NamedTuple


class Stage(IntEnum):
    """How far the response has come. Every status, those of an organisation too, stands for one of these."""

    ACTIVE = 1
    MITIGATING = 2
    RESOLVED = 3


class Severity(NamedTuple):
    """One level of severity. The levels are ordered: the first is the worst."""

    id: str
    impact: str
    """What users notice."""
    response: str
    """Who responds, and how soon."""
    actions_required: bool = False
    """A resolved incident of this level needs an action item, or `None: <reason>`."""


class Status(NamedTuple):
    """One status of an incident."""

    id: str
    label: str
    """As the body's heading writes it."""
    emoji: str
    stage: Stage
    notification: str
    """As the last line of the stakeholder notification writes it."""


class Strategy(NamedTuple):
    """One way to make the impact stop."""

    id: str
    use_when: str
    command: str = ""
    """What is mostly run for it, shown and never run; `<...>` is to be filled in."""


SEVERITIES = (
    Severity("P1", "Service down", "All hands, at once", actions_required=True),
    Severity("P2", "Major degradation", "On-call and backup, at once", actions_required=True),
    Severity("P3", "Minor impact", "On-call, in working hours"),
    Severity("P4", "No user impact", "Normal priority"),
)

STATUSES = (
    Status("active", "Active", "🔴", Stage.ACTIVE, "Investigating"),
    Status("mitigating", "Mitigating", "🟡", Stage.MITIGATING, "Mitigating"),
    Status("resolved", "Resolved", "🟢", Stage.RESOLVED, "Resolved"),
)

STRATEGIES = (
    Strategy(
        "rollback",
        "A recent change is the likely cause and the version before it was sound.",
        "git revert <commit> --no-edit",
    ),
    Strategy("feature-flag", "The fault sits behind a switch and the service does without that part."),
    Strategy("scale-up", "Demand exceeds capacity and more instances or larger ones can carry it."),
    Strategy("failover", "One zone, region or replica is at fault and a healthy one can take over."),
    Strategy("hotfix", "The cause is known, the change is small, and going back is no option."),
    Strategy("other", "None of the above; say in the mitigation table what it was."),
)

ACTION_STATUSES = ("open", "in progress", "done", "won't do")
"""What an action item's Status column may say; no Status means the first."""

NOT_REQUIRED = "not required"
POSTMORTEM_STATUSES = ("draft", "in review", "complete", NOT_REQUIRED)
"""How far the writing of the postmortem is."""
