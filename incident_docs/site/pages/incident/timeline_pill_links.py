"""The pills of a strip to links that lie over its drawing.

They are no part of the picture: a theme that loads pages itself writes the address of each link anew, which one within
an SVG refuses.
"""

from collections.abc import Iterable, Iterator

from incident_docs.site.pages.incident.timeline_pills import Pill
from incident_docs.site.pages.incident.timeline_scale import Scale
from incident_docs.site.pages.incident.timeline_strip import PILL, TEXT_SIZE, across, em

_HIGH = 20


def pill_links(pills: Iterable[Pill], scale: Scale, top: float, whole: Scale) -> Iterator[str]:
    """A link to its first row for each, where the strip begins so far down the middle of the drawing."""
    inset = (whole.width - scale.width) / 2
    for pill in pills:
        style = (
            f"left:{across(inset + pill.left + pill.width / 2, whole)};top:{em(top + PILL - _HIGH / 2, TEXT_SIZE)};"
            f"width:{em(pill.width + 1, TEXT_SIZE)}"
        )
        yield f'<a class="idoc-pill" href="#entry-{pill.low}" tabindex="-1" style="{style}">{pill.text}</a>'
