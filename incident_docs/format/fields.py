"""Define the fields of the frontmatter: key, kind of value, and the stage from which it is required."""

from enum import StrEnum
from typing import NamedTuple

from incident_docs.format.vocabulary import Stage


class FieldKind(StrEnum):
    """What a field holds. The format uses the first eleven, and an organisation's fields may use all."""

    TEXT = "text"
    TEXTS = "texts"
    TIME = "time"
    SEVERITY = "severity"
    STATUS = "status"
    STRATEGIES = "strategies"
    ZONE = "zone"
    IDS = "ids"
    SOURCES = "sources"
    POSTMORTEM = "postmortem"
    CHOICE = "choice"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


class Field(NamedTuple):
    """One key of the frontmatter."""

    key: str
    kind: FieldKind
    meaning: str
    required_from: Stage | None = None
    """The stage from which it must be there; None means it is optional."""
    choices: tuple[str, ...] = ()
    """The values of a CHOICE."""


TIMES = ("started", "detected", "mitigated", "resolved")
"""The moments of an incident, in the only order that they can have."""
UNPUBLISHABLE = ("detected", "mitigated", "resolved")
"""Those of which a report may be silent: `not published` is a value of theirs in a document with sources."""
CUSTOM_KEY_PREFIX = "x-"
"""What keys that authors add begin with."""
AUDIENCE = "audience"
INTERNAL, PUBLIC = "internal", "public"
AUDIENCES = (INTERNAL, PUBLIC)
"""Who a site, or one incident, is for: the team only, or everybody."""
SPREAD = "spread"
SPREADING, CONTAINED = "spreading", "contained"

FIELDS = (
    Field("title", FieldKind.TEXT, "One line that says what users lost, without markup.", Stage.ACTIVE),
    Field("severity", FieldKind.SEVERITY, "How bad it is for users.", Stage.ACTIVE),
    Field("status", FieldKind.STATUS, "How far the response has come.", Stage.ACTIVE),
    Field("started", FieldKind.TIME, "When the impact began.", Stage.ACTIVE),
    Field("detected", FieldKind.TIME, "When the team first knew."),
    Field("mitigated", FieldKind.TIME, "When the impact on users ended or was bearable."),
    Field("resolved", FieldKind.TIME, "When service was normal again.", Stage.RESOLVED),
    Field("services", FieldKind.TEXTS, "The services that were affected.", Stage.ACTIVE),
    Field("regions", FieldKind.TEXTS, "The regions, sites or tenants that were affected."),
    Field(
        SPREAD,
        FieldKind.CHOICE,
        "Whether it still reached more users when that was last looked at.",
        choices=(SPREADING, CONTAINED),
    ),
    Field("timezone", FieldKind.ZONE, "IANA name of the zone of the body's clock times; UTC when absent."),
    Field("authors", FieldKind.TEXTS, "Who wrote the document."),
    Field("commander", FieldKind.TEXT, "Who led the response."),
    Field("tags", FieldKind.TEXTS, "Free tags."),
    Field("related", FieldKind.IDS, "Ids of related incidents."),
    Field("alerts", FieldKind.TEXTS, "Fingerprints of the alerts that it was opened from."),
    Field("sources", FieldKind.SOURCES, "Published reports that the document was reconstructed from."),
    Field("postmortem", FieldKind.POSTMORTEM, "How far the writing of the postmortem is."),
    Field("strategy", FieldKind.STRATEGIES, "The mitigation strategies that were used."),
    Field(
        AUDIENCE,
        FieldKind.CHOICE,
        "Who a public site shows it to: nobody if internal, everybody when absent.",
        choices=AUDIENCES,
    ),
)
