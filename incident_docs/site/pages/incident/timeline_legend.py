"""What the drawn timeline is to be read with: the zone of its times, its phases and how long they are, what is not drawn."""

from incident_docs.document.model import Document
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.incident.timeline_course import Course

_SWATCH = '<span class="idoc-swatch" aria-hidden="true"></span>'


def zone(document: Document) -> str:
    """The zone in which the document's clock times are."""
    started = document.times.get("started")
    name = document.text("timezone")
    short = started.at.astimezone(document.zone).strftime("%Z") if started else name or "UTC"
    return element(
        "p", f"Times in {escape(f'{name} ({short})' if name and name != short else short)}", class_="idoc-zone"
    )


def legend(document: Document, course: Course) -> str:
    """In words what the drawing shows, as it is hidden from those who listen."""
    phases = (
        element("li", f"{_SWATCH}{phase.title} {element('b', escape(phase.length))}", class_=f"idoc-{phase.texture}")
        for phase in course.phases
    )
    notes = (element("li", escape(note), class_="idoc-secondary") for note in course.notes)
    listed = element("ul", "".join((*phases, *notes)), class_="idoc-phases")
    return element("div", zone(document) + listed, class_="idoc-course-legend")
