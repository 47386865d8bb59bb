"""The day to what a printed page says of it.

It is no text of the page, so that no search finds it: the stylesheet for print shows it, and the browser, which knows on
which day it is printed, changes it before.
"""

from datetime import date

from incident_docs.document.model import Document
from incident_docs.insight.actions import action_items
from incident_docs.site.pages.dates import short_day
from incident_docs.site.pages.html import element


def printed(document: Document, today: date) -> str:
    """The element for it; without a browser's help it speaks only where something can be late."""
    can_be_late = any(item.is_open and item.action.due_on for item in action_items([document]))
    said = f"Overdue is counted to {short_day(today)}." if can_be_late else ""
    return element("span", class_="idoc-printed", data_printed=said)
