"""A format to the two guides, and these to what a reader sees of them."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.fields import FieldKind
from incident_docs.site.pages.guides import response_guide, writing_guide
from incident_docs.site.pages.page import Page, Settings
from tests.site.reader import below, read, words

OWN = """
[severities.SEV1]
impact = "Alles steht"
response = "Alle"
actions-required = true
[severities.SEV2]
impact = "Etwas <b>klemmt</b>"

[statuses.offen]
label = "Offen"
stage = "active"
notification = "Wir suchen"
[statuses.erkannt]
label = "Erkannt"
stage = "active"
[statuses.wirkt]
label = "Wirkt"
stage = "mitigating"
[statuses.zu]
label = "Zu"
stage = "resolved"

[strategies]
neustart = "Etwas hängt."

[fields.tier]
type = "choice"
values = ["gold", "silver"]
meaning = "The customers' contract."
required = "mitigating"

[sections.timeline]
heading = "Verlauf"
meaning = "Was geschah."
columns = { time = "Zeit", event = "Ereignis" }
[sections.handover]
heading = "Übergabe"
half = "response"
required = "never"
[sections.lessons]
heading = "Lehren"
required = "resolved"

[labels]
title = "Vorfall"
status = "Stand"
severity = "Schwere"
impact = "Auswirkung"
duration = "Dauer"
not-published = "unbekannt"
"""


def own() -> Format:
    configuration = read_configuration(OWN, "incident-docs.toml")
    assert configuration is not None
    format = configuration.format
    kept = ("timeline", "mitigation", "handover", "lessons", "action-items", "lucky")
    return replace(
        format,
        strategies=format.strategies[-1:],
        fields=tuple(
            each for each in format.fields if each.kind not in {FieldKind.TEXTS, FieldKind.IDS, FieldKind.TEXT}
        ),
        sections=tuple(each for each in format.sections if each.id in kept),
    )


def pages(format: Format = DEFAULT) -> tuple[Page, Page]:
    settings = Settings(prefix="incidents/", format=format)
    return response_guide.page(settings), writing_guide.page(settings)


def part(page: Page, title: str) -> Element:
    """What stands between one heading of a page and the next."""
    return below(read(page), title)


def beside_tables(found: Element) -> str:
    """Its words without those of its tables."""
    return " ".join(words(each) for block in found for each in block if each.get("class") != "idoc-scroll")
