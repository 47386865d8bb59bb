"""Made-up incidents to the pages of what they say together, and these to what a reader sees of a chart."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from xml.etree.ElementTree import Element

from incident_docs.document.model import Document
from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.page import Incident, Page, Settings
from tests.incidents import SOURCES, document
from tests.site.reader import below, find, one, read, rows, words

TODAY = date(2026, 4, 10)
OVER_TIME, TIMES, CLOSED = "Incidents over time", "Time to detect, mitigate and resolve", "Action items closed"
SERVICES, STRATEGIES, REPEATS = "Incidents by service", "Strategies and time to mitigate", "Services with repeats"


def pages(documents: Iterable[Document]) -> tuple[Page, ...]:
    incidents = [Incident(each, f"incidents/{each.id}.md") for each in documents]
    return insights_page.pages(incidents, Settings("incidents/index.md", "incidents/"), TODAY)


def took(day: str, minutes: int, **facts: str) -> Document:
    """An incident that was noticed after a minute, and mitigated and resolved after so many."""
    end = f"{day}T{10 + minutes // 60}:{minutes % 60:02}:00Z"
    known = {"started": f"{day}T10:00:00Z", "detected": f"{day}T10:01:00Z", "mitigated": end, "resolved": end}
    return document({**known, **facts}, path=f"{day}-outage.md")


MADE = (
    took("2026-03-01", 10, severity="P1", strategy="[rollback]", title="Checkout <b>down</b>"),
    took("2026-02-01", 20, strategy="[rollback, hotfix]"),
    took("2026-02-02", 40, services="[checkout, mail & more]", strategy="[rollback]"),
    took("2025-01-02", 80, severity="P4", services="[mail & more]", strategy="[rollback]"),
    took("2024-01-02", 160, severity="P3", services="[mail & more]"),
    document(
        {
            "title": "Running",
            "status": "active",
            "started": "2026-04-09T10:00:00Z",
            "resolved": "",
            "severity": "",
            "services": "",
        },
        path="2026-04-09-running.md",
    ),
    document({**SOURCES, "started": "", "resolved": "not published"}, path="2020-01-01-reported.md"),
)


@cache
def chart(page: Page, title: str) -> Element:
    return below(read(page), title)


def finding(page: Page, title: str) -> str:
    return words(one(chart(page, title), "p", class_="idoc-finding"))


def notes(page: Page, title: str) -> list[str]:
    return [words(each) for each in find(chart(page, title), "p", class_="idoc-chart-note")]


def lines(page: Page, title: str) -> list[str]:
    """The words of the rows of a drawing, and those of its axis."""
    return [words(each) for each in find(chart(page, title), class_="idoc-row")]


def numbers(page: Page, title: str) -> list[list[str]]:
    return rows(one(chart(page, title), "details"))


def drawings(page: Page, title: str, class_: str) -> list[Element]:
    return find(chart(page, title), class_=class_)


def attributes(element: Element, tag: str, *names: str) -> list[tuple[str, ...]]:
    """What the elements of this tag have under these names; empty where they have nothing."""
    return [tuple(each.get(name, "") for name in names) for each in find(element, tag)]
