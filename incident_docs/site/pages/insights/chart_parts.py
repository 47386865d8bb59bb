"""The parts that all charts have: a finding in numbers, rows of a drawing, and the numbers as a table."""

from collections.abc import Iterable, Sequence

from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity
from incident_docs.site.pages import marks
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.incident import table_parts
from incident_docs.site.pages.incident.table_parts import cell

_WORDS = ("One", "Two", "Three", "Four")
NO_SEVERITY = "No severity"
_DASH = (
    '<svg class="idoc-icon" viewBox="0 0 16 16" width="12" height="12" fill="currentColor" aria-hidden="true">'
    '<path d="M1 7h14v2H1z"/></svg>'
)


def chart(title: str, finding: str, drawing: str = "", table: str = "", note: str = "") -> str:
    """A chart under its heading, in Markdown. Without a drawing the finding says that there is nothing to draw."""
    html = element("p", escape(finding), class_="idoc-finding")
    if note:
        html += element("p", escape(note), class_="idoc-chart-note")
    if drawing:
        html += element("div", drawing, class_="idoc-chart-drawing", aria_hidden="true")
    if table:
        hidden = element("span", f": {escape(title)}", class_="idoc-hidden")
        html += f'<details class="idoc-numbers"><summary>Numbers as a table{hidden}</summary>{table}</details>'
    return heading(2, title) + block(html, "idoc-chart")


def row(name: str, drawing: str, number: str = "") -> str:
    """A line of a drawing: what it is, finished HTML, and at its end a number with its words."""
    name, number = element("span", name, class_="idoc-row-name"), element("span", number, class_="idoc-row-number")
    return element("div", name + drawing + number, class_="idoc-row")


def svg(content: str, height: int, classes: str) -> str:
    """A drawing as wide as there is room."""
    return f'<svg class="{classes}" width="100%" height="{height}" fill="currentColor">{content}</svg>'


def strip(content: str, over: str, height: int, narrow_height: int) -> str:
    """A drawing with HTML over it, which has another height on narrow screens."""
    drawing = f'<svg width="100%" height="{height}" fill="currentColor" style="--h:{narrow_height}px">{content}</svg>'
    return element("div", drawing + over, class_="idoc-chart-strip")


def table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """The numbers; the first cell of a line, finished HTML as all of them, says what it is."""
    body = "".join(element("tr", _head(line[0]) + "".join(map(cell, line[1:])), role="row") for line in lines)
    return table_parts.table(headings, element("tbody", body, role="rowgroup"), "idoc-number-table")


def _head(html: str) -> str:
    return element("th", html, scope="row")


def severity(severity: Severity | None, format: Format) -> str:
    """Its mark and its words."""
    return (
        marks.severity(severity, format)
        if severity
        else element("span", f"{_DASH}<b>{NO_SEVERITY}</b>", class_="idoc-mark")
    )


def severity_name(severity: Severity | None) -> str:
    """Its name where there is room for one word."""
    return severity.id if severity else NO_SEVERITY


def summed(number: int, words: str) -> str:
    """A number at the end of a row, with what it counts."""
    return f'<b>{number}</b> <span class="idoc-secondary">{escape(words)}</span>'


def not_drawn(number: int, drawn: int) -> str:
    """What a drawing leaves out; empty if nothing."""
    return f"{drawn} rows are drawn; the table has all {number}." if number > drawn else ""


def counted(number: int, noun: str) -> str:
    """`1 incident`, `12 incidents`, `No incidents`."""
    return f"{number or 'No'} {noun}{'' if number == 1 else 's'}"


def too_few(number: int, measure: str) -> str:
    """`Three incidents are too few for a median.`"""
    return f"{_WORDS[number - 1]} incident{' is' if number == 1 else 's are'} too few for a {measure}."
