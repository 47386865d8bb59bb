"""Made-up timelines to what their drawing shows."""

import re
from typing import NamedTuple

from incident_docs.document.parse import parse
from incident_docs.site.pages.incident.timeline_drawing import drawing
from tests.site.pages import PATH, with_front, with_section, words

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
    """A document with these rows."""
    table = "| Time | Event |\n|---|---|\n" + "".join(f"| {time} | x |\n" for time in times)
    return with_section("Timeline", table, with_front(**front))


def html(*times: str, **front: str | None) -> str:
    return drawing(parse(timeline(*times, **front), PATH))


def legend(html: str) -> list[str]:
    [found] = re.findall(r'<ul class="idoc-phases">(.*?)</ul>', html)
    return [words(item) for item in re.findall(r"<li.*?</li>", found)]


def form(html: str, name: str = "wide") -> str:
    """What stands in a form: its SVG, and the links over it."""
    after = html.partition(f"idoc-course-{name}")[2]
    return after.partition('<div class="idoc-course-strip')[0]


def drawn(html: str, name: str = "wide") -> Drawn:
    svg = form(html, name)
    return Drawn(
        [
            (texture, float(x), float(width))
            for texture, x, width in re.findall(r'"idoc-is-(\w+)" x="([\d.]+)%" y="1.5em" width="([\d.]+)%"', svg)
        ],
        re.findall(r'class="idoc-name"[^>]*>(.*?)<', svg),
        re.findall(r'href="#entry-\d+"[^>]*>(.*?)<', svg),
        [text + "*" * ("midnight" in more) for more, text in re.findall(r'y="5.333em"([^>]*)>(.*?)<', svg)],
        "".join(re.findall(r'class="idoc-closer"[^>]*>(.*?)<', svg)),
    )


def uprights(svg: str, classes: str) -> list[float]:
    """Where lines of a kind stand, in per cent."""
    groups = re.findall(rf'<g class="{classes}">(.*?)</g>', svg)
    return [float(x) for lines in groups for x in re.findall(r'x1="([\d.]+)%" x2="\1%"', lines)]
