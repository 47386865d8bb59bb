"""Read the table `alerts` of the configuration: what services call a severity, and the shape of alerts that nobody else sends."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.format.definition import Format
from incident_docs.format.toml_table import MistakeError, TomlTable
from incident_docs.format.vocabulary import Severity
from incident_docs.format.wording import only_letters, suggest_quoted

_WORST = (
    "critical crit disaster fatal emergency emerg panic blocker severe urgent highest page down outage downtime "
    "majoroutage p0 p1 s0 s1 sev0 sev1 severity0 severity1 prio1 priority1"
)
_BAD = "high error err major partialoutage serious important p2 s2 sev2 severity2 prio2 priority2"
_MINOR = "warning warn medium moderate average minor degraded degradedperformance low ticket p3 s3 sev3 severity3 prio3 priority3"
_NO_IMPACT = (
    "info information informational notice none notclassified debug verbose ok normal success lowest cosmetic trivial "
    "p4 p5 s4 s5 sev4 sev5 severity4 severity5 prio4 prio5 priority4 priority5"
)
_RANKS = {word: rank for rank, words in enumerate((_WORST, _BAD, _MINOR, _NO_IMPACT)) for word in words.split()}
"""What services call the first four levels, without spaces and marks."""
_PATHS = ("title", "body", "severity", "started", "ended", "state", "services", "link", "fingerprint")


class AlertMapping(NamedTuple):
    """The shape of alerts that an organisation has told us."""

    name: str
    paths: tuple[tuple[str, str], ...]
    """What is to be found, and the keys that lead there, with dots between them."""
    when: str = ""
    """The keys that only such an alert has; without them other shapes are tried first."""
    recovered: tuple[str, ...] = ("resolved", "recovered", "ok", "closed", "up")
    """The states in which all is well again."""
    timezone: str = ""
    """Of times that are written without a zone."""


class Alerting(NamedTuple):
    """How alerts are read."""

    severities: tuple[tuple[str, str], ...] = ()
    """A service's word for a severity, and the id of the severity it is."""
    fallback: str = ""
    """The id of the severity of an alert that names none, or one that nobody knows; empty for the second level."""
    mappings: tuple[AlertMapping, ...] = ()

    def severity(self, word: str, format: Format) -> Severity | None:
        """Find the severity that a service means by a word; None if that is not known."""
        known = {only_letters(name): id for name, id in self.severities}
        letters = only_letters(word)
        own = {only_letters(severity.id): severity for severity in format.severities}
        if letters in known:
            return format.severity[known[letters]]
        if letters in own:
            return own[letters]
        rank = _RANKS.get(letters)
        return None if rank is None else format.severities[min(rank, len(format.severities) - 1)]

    def assumed(self, format: Format) -> Severity:
        """Give the severity where an alert does not tell one."""
        return (
            format.severity[self.fallback] if self.fallback else format.severities[min(1, len(format.severities) - 1)]
        )


def read_alerting(table: TomlTable, format: Format) -> Alerting:
    """Read the table."""
    table.only("severities", "unknown-severity", "mappings")
    words = table.table("severities")
    return Alerting(
        tuple((word, _severity(words, word, format)) for word in words),
        _severity(table, "unknown-severity", format) if "unknown-severity" in table else "",
        tuple(_mappings(table)),
    )


def _severity(table: TomlTable, key: str, format: Format) -> str:
    id = table.text(key)
    if id not in format.severity:
        raise MistakeError((*table.keys, key), f"there is no severity {id!r}; {suggest_quoted(id, format.severity)}")
    return id


def _mappings(table: TomlTable) -> Iterator[AlertMapping]:
    usual = AlertMapping("", ())
    for name, mapping in table.tables("mappings"):
        mapping.only(*_PATHS, "when", "recovered", "timezone")
        mapping.text("title")
        yield AlertMapping(
            name,
            tuple((key, mapping.text(key)) for key in _PATHS if key in mapping),
            mapping.text("when", ""),
            mapping.texts("recovered", usual.recovered),
            _zone(mapping),
        )


def _zone(mapping: TomlTable) -> str:
    name = mapping.text("timezone", "")
    if not name:
        return ""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - most configurations name none

    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        message = f"there is no time zone {name!r}; write it as in Europe/Berlin"
        raise MistakeError((*mapping.keys, "timezone"), message) from error
    return name
