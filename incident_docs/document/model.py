"""Define what a document says, and where each part of it stands.

Lines and columns are 1-based, and count in the file.  Whatever could not be read is None or empty; the rules say why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Any, NamedTuple

from incident_docs.document.frontmatter_model import Frontmatter, Value
from incident_docs.document.table import Table
from incident_docs.document.text import Text
from incident_docs.document.times import Clock, Moment
from incident_docs.format import definition, sections, vocabulary
from incident_docs.format.sections import FormatSection


class Block(NamedTuple):
    """A block of Markdown directly under a section's heading."""

    kind: str
    """As markdown-it names it: paragraph, bullet_list, ordered_list, fence, code_block, heading, html_block, hr, blockquote."""
    first: int
    last: int
    heading: str = ""
    """The words of a heading."""


class Section(NamedTuple):
    """A heading and what stands under it."""

    known: FormatSection | None
    """The section of the format that it is; None for one that an author added."""
    half: sections.Half
    heading: Text
    level: int
    last: int
    """The last line that belongs to it."""
    blocks: tuple[Block, ...]
    table: Table | None
    """The first table in it."""

    @property
    def column_ids(self) -> tuple[str | None, ...]:
        """The format's id of each of the table's columns; None for one that an author added. Empty without a table."""
        if self.table is None or self.known is None:
            return ()
        ids = {column.heading.casefold(): column.id for column in self.known.columns}
        return tuple(ids.get(heading.value.casefold().strip("*_ ")) for heading in self.table.headings)

    def has_columns(self, ids: Sequence[str | None]) -> bool:
        """Say whether every required column is among these of the table, and none of the format's columns twice."""
        named = {id for id in ids if id is not None}
        required = [column.id for column in self.known.columns if column.required] if self.known else [""]
        return len(named) == len(ids) - ids.count(None) and named.issuperset(required)


class Heading(NamedTuple):
    """A heading of the header, such as `#### Status: ...`."""

    text: Text
    """All of the heading."""
    value: Text
    """What stands after the colon."""
    level: int


class Header(NamedTuple):
    """What stands before the first section."""

    title: Heading | None = None
    status: Heading | None = None
    severity: Heading | None = None
    impact: Text | None = None
    """The first line of it; `Document.impact` has all of it."""
    impact_lines: tuple[Text, ...] = ()
    duration: Text | None = None


class RowKind(StrEnum):
    """What a row of the timeline tells."""

    OBSERVATION = "observation"
    HYPOTHESIS = "hypothesis"
    ACTION = "action"
    """What somebody did."""
    NOTIFICATION = "notification"
    """Stakeholders were told."""


class TimelineEntry(NamedTuple):
    """A row of the timeline."""

    time: Text
    event: Text
    clock: Clock | None
    """None if the time cannot be read."""
    at: datetime | None
    """The instant, with a zone; midnight where only the day is known; None too if `started` is unknown."""
    until: datetime | None
    """The end of a span."""
    kind: RowKind = RowKind.OBSERVATION
    """By the mark that its event begins with."""
    words: str = ""
    """The event without that mark."""

    @property
    def is_day_only(self) -> bool:
        """The row says the day and no time."""
        return self.clock is not None and self.clock.start is None

    @property
    def latest(self) -> datetime | None:
        """The latest instant at which it can have begun."""
        return self.at + timedelta(days=1) if self.at is not None and self.is_day_only else self.at


class Mitigation(NamedTuple):
    """A row of the mitigation table."""

    action: Text
    result: Text


class ActionItem(NamedTuple):
    """A row of the action items."""

    row: int
    """1-based; `<id>#<row>` is its address."""
    action: Text
    owner: Text
    due: Text
    status: Text | None
    """None where there is no such column."""
    ticket: Text | None
    priority: Text | None
    due_on: date | None
    """None if there is no ISO date."""


class Source(NamedTuple):
    """A published report that a document was reconstructed from."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An incident document. It is equal to itself only, and hashed so: to compare all that it says would take long."""

    id: str
    """The file's stem."""
    format: definition.Format
    lines: tuple[str, ...]
    """The file, without line ends."""
    frontmatter: Frontmatter
    header: Header
    halves: tuple[Text, ...]
    """The headings of the postmortem half; one in a sound document."""
    sections: tuple[Section, ...]
    """In the order of the file."""
    sections_by_id: dict[str, Section]
    """Those of the format; of one that stands twice, the first."""
    timeline: tuple[TimelineEntry, ...]
    mitigations: tuple[Mitigation, ...]
    actions: tuple[ActionItem, ...]

    title: str
    severity: vocabulary.Severity | None
    status: vocabulary.Status | None
    zone: tzinfo
    """Of the body's clock times."""
    times: dict[str, Moment]
    """The frontmatter's times that can be read, by key."""
    impact: str
    sources: tuple[Source, ...]
    readings: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    """What `read_once` remembers of it."""

    @property
    def content(self) -> str:
        r"""The lines in one text, each but the last ended by `\n`: what a rule looks into before it looks closer."""
        return "\n".join(self.lines)

    @property
    def stage(self) -> vocabulary.Stage:
        """Give the stage of the status; of an unknown status the one that demands least."""
        return self.status.stage if self.status else vocabulary.Stage.ACTIVE

    @property
    def is_resolved(self) -> bool:
        return self.stage is vocabulary.Stage.RESOLVED

    @property
    def is_reconstructed(self) -> bool:
        """Tell whether it was written from somebody else's report: then `not published` is an honest value."""
        return bool(self.sources)

    @property
    def waives_postmortem(self) -> bool:
        """Tell whether the team decided that no postmortem is to be written; `postmortem` says why."""
        value = self.value("postmortem")
        status = value.data.get("status") if value is not None and isinstance(value.data, dict) else None
        return status is not None and status.data == vocabulary.NOT_REQUIRED

    def is_unpublished(self, text: str) -> bool:
        """Tell whether the text says that the report is silent, in a document that may say so."""
        return self.is_reconstructed and text.casefold() == self.format.labels.not_published.casefold()

    @property
    def duration(self) -> timedelta | None:
        """Give the time from `started` to `resolved`."""
        return self.time_to("resolved")

    def time_to(self, key: str) -> timedelta | None:
        """Give the time from `started` to another one; None if either is unknown or they contradict each other."""
        start, end = self.times.get("started"), self.times.get(key)
        if start is None or end is None or end.at < start.at:
            return None
        return end.at - start.at

    def section(self, id: str) -> Section | None:
        """Find the first section of this kind."""
        return self.sections_by_id.get(id)

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the texts in a list of the frontmatter, such as services or tags; a single text is a list of one."""
        value = self.frontmatter.values.get(key)
        if value is None:
            return ()
        items = value.data if isinstance(value.data, list) else [value]
        return tuple(item.data for item in items if isinstance(item.data, str) and item.data)

    def text(self, key: str) -> str:
        """Give a text of the frontmatter; empty if there is none."""
        value = self.frontmatter.values.get(key)
        return value.data if value is not None and isinstance(value.data, str) else ""

    def value(self, key: str) -> Value | None:
        """Give a value of the frontmatter with its place."""
        return self.frontmatter.values.get(key)
