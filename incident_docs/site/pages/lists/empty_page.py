"""Pages that have nothing to tell yet, to the sentence that says so."""

from incident_docs.site.pages.html import element


def empty(html: str) -> str:
    """The sentence, under a title like that of all other pages."""
    return element("p", html, class_="idoc-empty")


NO_INCIDENTS = empty("No incidents yet. <code>incident-docs new</code> writes the first one.")
