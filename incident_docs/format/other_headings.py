"""What people also call the sections of the format."""

from collections.abc import Mapping
from types import MappingProxyType

OTHER_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "timeline": ("chronology", "sequence of events", "incident timeline"),
        "root-cause": ("cause", "causes", "suspected cause", "probable cause"),
        "mitigation": ("mitigation", "mitigations", "resolution", "remediation", "fix"),
        "current-status": ("current state",),
        "verification": ("validation", "how it was verified"),
        "what-happened": ("summary", "overview", "narrative", "incident summary"),
        "postmortem-root-cause": ("cause", "causes", "five whys", "5 whys", "why it happened"),
        "went-well": ("what worked", "what worked well", "what helped"),
        "could-improve": (
            *("lessons", "lessons learned", "lessons learnt", "improvements"),
            *("what went wrong", "what went badly", "what went poorly", "what did not go well", "what didn't go well"),
        ),
        "action-items": (
            *("actions", "follow-up", "follow-ups", "follow up", "next steps"),
            *("action plan", "corrective actions", "to do"),
        ),
    }
)
"""By the section's id, in lower case."""
