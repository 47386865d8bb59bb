"""Made-up incidents and their pages."""

import re
from collections.abc import Iterable
from datetime import date

from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.insight.likeness import Likeness
from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import around
from incident_docs.site.pages.page import Incident, Page, Settings
from tests.examples import BASE

TODAY = date(2026, 3, 18)
PATH = "incidents/2026-03-04-checkout-errors.md"
SETTINGS = Settings(
    "incidents/index.md",
    "incidents/",
    files={
        "/p/incidents/other.md": "incidents/other.md",
        "/p/incidents/a b.png": "incidents/a b.png",
        "/p/guide/README.md": "guide/README.md",
    },
)


def made(text: str, path: str = PATH, format: Format = DEFAULT) -> Incident:
    return Incident(parse(text, path, format), path, f"/p/{path}")


def shown(text: str, others: Iterable[Incident] = (), format: Format = DEFAULT, settings: Settings = SETTINGS) -> Page:
    one = made(text, format=format)
    everything = [one, *others]
    beside = around(everything, Likeness().similar(each.document for each in everything))[one.document]
    return incident_page.page(one, {each.document.id: each for each in everything}, settings, TODAY, beside)


def with_front(**values: str | None) -> str:
    """The clean document with other keys in its frontmatter; None leaves one out."""
    front, _, body = BASE.removeprefix("---\n").partition("---\n")
    keys = {**dict(line.split(": ", 1) for line in front.splitlines()), **values}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None) + "---\n" + body


def with_section(heading: str, content: str, text: str = BASE) -> str:
    """The document with something else under a heading."""
    under = rf"(#### {heading}\n).*?(?=\n---|\n###|\Z)"
    return re.sub(under, lambda match: f"{match[1]}{content}\n", text, count=1, flags=re.DOTALL)


def reconstructed(text: str) -> str:
    """The document as one that was written from a published report."""
    return text.replace("services:", "sources: [https://example.com]\nservices:", 1)
