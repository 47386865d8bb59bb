"""A format to the two guides, and these to what a reader sees of them."""

import re
from dataclasses import replace
from html import unescape

from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.fields import FieldKind
from incident_docs.site.pages.guides import response_guide, writing_guide
from incident_docs.site.pages.page import Page, Settings
from tests.site.pages import words

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


def part(page: Page, title: str) -> str:
    """The HTML from one heading of a page to the next."""
    parts = re.split(r"^(#+ .*)\n\n", page.markdown, flags=re.MULTILINE)
    return parts[[unescape(each).lstrip("# ") for each in parts].index(title) + 1].replace("&#10;", "\n")


def read_words(html: str) -> str:
    """Without the spaces that only stand where an element begins or ends."""
    return re.sub(r" (\)?[.,:;)])(?!\.)", r"\1", words(html)).replace("( ", "(")
