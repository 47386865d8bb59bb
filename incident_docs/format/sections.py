"""Define the sections of the body: heading, place, columns, and what each stage demands of them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.format.vocabulary import Stage

HALF_LEVEL = 3
"""The level of the two headings that open the halves of the body (`###`)."""
SECTION_LEVEL = 4
"""The level of the headings of sections (`####`)."""


class Half(StrEnum):
    """The two halves of the body: written while the incident runs, and written after it."""

    RESPONSE = "response"
    POSTMORTEM = "postmortem"


class Column(NamedTuple):
    """One column of a section's table."""

    id: str
    heading: str
    required: bool = True


class FormatSection(NamedTuple):
    """One section of the body."""

    id: str
    heading: str
    half: Half
    skeleton: str
    """What a new document holds under the heading; `<...>` is a placeholder."""
    demanded_from: Stage | None = None
    """The stage from which the heading must be there; None means the section is optional."""
    filled_from: Stage | None = None
    """The stage from which there must be something of substance under it."""
    columns: tuple[Column, ...] = ()
    bullets: tuple[str, ...] = ()
    """Labels of the bullets that it must hold, as in `- Services: ...`."""
    fenced: bool = False
    """Its substance is a fenced block."""
    meaning: str = ""
    """What belongs under it, in a sentence or two."""


TIMELINE = FormatSection(
    "timeline",
    "Timeline",
    Half.RESPONSE,
    "<event>",
    Stage.ACTIVE,
    Stage.ACTIVE,
    columns=(Column("time", "Time"), Column("event", "Event")),
    meaning="What was seen and done, and when, from the first sign to the end; what led nowhere too.",
)
ROOT_CAUSE = FormatSection(
    "root-cause",
    "Root Cause",
    Half.RESPONSE,
    "<explanation>",
    Stage.ACTIVE,
    Stage.RESOLVED,
    meaning="What broke. While the incident runs, the suspicion that is being followed.",
)
MITIGATION = FormatSection(
    "mitigation",
    "Mitigation Applied",
    Half.RESPONSE,
    "",
    Stage.ACTIVE,
    Stage.MITIGATING,
    columns=(Column("action", "Action"), Column("result", "Result")),
    meaning="Each step against the impact, and what it changed, even if that was nothing.",
)
SERVICES, AFFECTED_USERS = "Services", "Affected users"
CURRENT_STATUS = FormatSection(
    "current-status",
    "Current Status",
    Half.RESPONSE,
    "",
    Stage.ACTIVE,
    Stage.ACTIVE,
    bullets=(SERVICES, AFFECTED_USERS, "Monitoring"),
    meaning="A line each for whoever joins now: what works, who is affected, what to watch.",
)
VERIFICATION = FormatSection(
    "verification",
    "Verification",
    Half.RESPONSE,
    "<commands to verify resolution>",
    Stage.RESOLVED,
    Stage.RESOLVED,
    fenced=True,
    meaning="The commands that showed the end, so that anybody can run them again.",
)
ACTION_ITEMS = FormatSection(
    "action-items",
    "Action items",
    Half.POSTMORTEM,
    "",
    Stage.RESOLVED,
    columns=(
        Column("action", "Action"),
        Column("owner", "Owner"),
        Column("due", "Due"),
        Column("status", "Status", required=False),
        Column("ticket", "Ticket", required=False),
        Column("priority", "Priority", required=False),
    ),
    meaning="What will be different, each with one owner and one day. Where nothing is to be done, None: and the reason.",
)


def _narrative(id: str, heading: str, skeleton: str, meaning: str) -> FormatSection:
    return FormatSection(id, heading, Half.POSTMORTEM, skeleton, Stage.RESOLVED, Stage.RESOLVED, meaning=meaning)


def _known(id: str, heading: str, meaning: str) -> FormatSection:
    skeleton = f"- <{meaning[:1].lower()}{meaning[1:].rstrip('.')}>"
    return FormatSection(id, heading, Half.POSTMORTEM, skeleton, meaning=meaning)


WHAT_HAPPENED = _narrative(
    "what-happened",
    "What happened",
    "<the story, for somebody who was not there>",
    "The story from its beginning to its end, for somebody who was not there.",
)
POSTMORTEM_ROOT_CAUSE = _narrative(
    "postmortem-root-cause",
    "Root cause",
    "<why it was possible; several things may have come together>",
    "How it was possible, and why nothing caught it. Several things may have come together.",
)
WENT_WELL = _narrative("went-well", "What went well", "- <what helped>", "What helped, and can be done again.")
COULD_IMPROVE = _narrative(
    "could-improve",
    "What could improve",
    "- <what would have helped>",
    "What would have made it shorter, smaller or less likely.",
)

SECTIONS = (
    TIMELINE,
    ROOT_CAUSE,
    MITIGATION,
    CURRENT_STATUS,
    VERIFICATION,
    WHAT_HAPPENED,
    POSTMORTEM_ROOT_CAUSE,
    WENT_WELL,
    COULD_IMPROVE,
    ACTION_ITEMS,
    _known("contributing-factors", "Contributing factors", "What made it likelier or longer."),
    _known("surprises", "What surprised us", "What the responders did not expect."),
    _known("hard-to-understand", "What was hard to understand", "Where the responders were puzzled, and why."),
    _known("lucky", "Where we got lucky", "What kept it from being worse, by chance."),
)


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
