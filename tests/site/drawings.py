"""Made-up timelines, and what their drawings show."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.site.pages.author_markdown import Prose
from incident_docs.site.pages.incident.timeline_table import show_timeline
from incident_docs.site.pages.templating import fill
from tests.site.pages import PATH, with_front, with_section
from tests.site.reader import find, one, read, words

FORMS = ("wide", "middle", "narrow")


class Drawn(NamedTuple):
    """One form of a drawing."""

    phases: list[tuple[str, float, float]]
    """Each with where it begins and how long it is, in per cent."""
    names: list[str]
    pills: list[str]
    axis: list[str]
    """The labels; those of days have a `*`."""
    title: str
    """Of the enlarged strip."""


def timeline(*times: str, **front: str | None) -> str:
    """Write a document with these rows."""
    table = "| Time | Event |\n|---|---|\n" + "".join(f"| {time} | x |\n" for time in times)
    return with_section("Timeline", table, with_front(**front))


def html(text: str, format: Format = DEFAULT) -> str:
    """Make the timeline of a document."""
    return fill("timeline.html", timeline=show_timeline(parse(text, PATH, format), (), Prose((), str)))


def drawing(*times: str, **front: str | None) -> Element:
    """Draw a timeline with these rows."""
    return one(read(html(timeline(*times, **front))), class_="idoc-course")


def legend(drawing: Element) -> list[str]:
    return [words(item) for item in find(one(drawing, "ul", class_="idoc-phases"), "li")]


def form(drawing: Element, name: str = "wide") -> Element:
    """The drawing for a width: its SVG, and the links over it."""
    return one(drawing, class_=f"idoc-course-{name}")


def drawn(drawing: Element, name: str = "wide") -> Drawn:
    shown = form(drawing, name)
    return Drawn(
        [
            (each.get("class", "").removeprefix("idoc-is-"), percent(each, "x"), percent(each, "width"))
            for each in find(shown, "rect")
            if each.get("class", "").startswith("idoc-is-")
        ],
        [words(each) for each in find(shown, class_="idoc-name")],
        [words(each) for each in find(shown, "a")],
        [words(each) + "*" * (each.get("class") == "idoc-midnight") for each in find(shown, "text", y="5.333em")],
        "".join(words(each) for each in find(shown, class_="idoc-closer")),
    )


def percent(element: Element, attribute: str) -> float:
    return float(element.get(attribute, "").removesuffix("%"))


def uprights(drawing: Element, classes: str) -> list[float]:
    """Where lines of a kind stand, in per cent."""
    lines = [line for group in find(drawing, "g", class_=classes) for line in find(group, "line")]
    return [percent(line, "x1") for line in lines if line.get("x1") == line.get("x2")]


def levels(drawing: Element, y: str) -> list[tuple[float, float]]:
    """Where lines begin and end that lie so far down."""
    return [(percent(line, "x1"), percent(line, "x2")) for line in find(drawing, "line", y1=y) if line.get("y2") == y]
