"""Read alerts from the bytes of a payload: cleaned, in order, whatever service they are from."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from incident_docs.errors import IncidentDocsError
from incident_docs.format.alerting import AlertMapping
from incident_docs.format.wording import join_words
from incident_docs.intake.alerts.alert import Alert
from incident_docs.intake.alerts.clean_links import clean_links
from incident_docs.intake.alerts.clean_text import clean_body, clean_lines, clean_name, clean_title
from incident_docs.intake.alerts.decode import read_values
from incident_docs.intake.alerts.envelopes import payloads_in
from incident_docs.intake.alerts.sources import read_payload
from incident_docs.reading.blank_out import blank_out
from incident_docs.reading.clean_addresses import clean_addresses

_MOST_SERVICES = 20
_PLAIN = re.compile(r"[a-z][\w-]*:[A-Za-z0-9][\w.:/-]{0,80}")
_SHOWN_KEYS = 4


def read_alerts(content: bytes, mappings: Sequence[AlertMapping]) -> tuple[Alert, ...]:
    """Read the alerts of one payload or of several.

    Raises IncidentDocsError if it cannot be read, or is of a shape that nobody knows.
    """
    values = read_values(content)
    alerts: list[Alert] = []
    strangers: list[Mapping[str, object]] = []
    for payload in payloads_in(values):
        found = read_payload(payload, mappings)
        if found is None:
            strangers.append(payload)
        else:
            alerts += map(_cleaned, found)
    if not alerts:
        raise IncidentDocsError(_unknown(strangers))
    return tuple(alerts)


def _unknown(strangers: list[Mapping[str, object]]) -> str:
    if not strangers:
        return "there is no alert in it"
    keys = [name for name in map(clean_name, strangers[0]) if name]
    has = f"it has {join_words(keys[:_SHOWN_KEYS])}" if keys else "it has no keys"
    return f"the alert is of no service that is known: {has}; tell its shape in [alerts.mappings.NAME] of the configuration"


def _cleaned(alert: Alert) -> Alert:
    title, rest = clean_title(_harmless(alert.title))
    services = [name for name in map(clean_name, alert.services) if name]
    return alert._replace(
        title=title,
        body=clean_body("\n".join(_apart(title, rest, _harmless(alert.body)))),
        severity=clean_name(alert.severity),
        services=tuple(dict.fromkeys(services))[:_MOST_SERVICES],
        links=clean_links(alert.links),
        fingerprints=tuple(dict.fromkeys(_fingerprint(each) for each in alert.fingerprints)),
        what=clean_title(alert.what)[0],
    )


def _harmless(text: str) -> str:
    """The text without secrets and what belongs to a person. Marks within them would hide them, and go first."""
    return blank_out(clean_addresses(clean_lines(text))).text if text else ""


def _apart(title: str, *texts: str) -> Iterator[str]:
    """The lines of texts, without the title again and without any twice in a row."""
    seen = {title}
    for text in texts:
        for line in text.split("\n"):
            if line.strip() not in seen:
                yield line
                seen |= {line.strip()} - {""}


def _fingerprint(text: str) -> str:
    """Shorten what is long, and hide what may say more than that it is the same."""
    if _PLAIN.fullmatch(text):
        return text
    name = re.sub(r"[^a-z0-9-]", "-", text.partition(":")[0].casefold())
    return f"{name}:{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:16]}"
