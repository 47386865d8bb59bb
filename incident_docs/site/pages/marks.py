"""Draw the marks of severity, status and an action's state, beside which a word says the same.

Angular marks are severity, round marks are state, and the word beside them speaks.
"""

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity, Stage, Status

_SHAPES = (
    '<path d="M8 1.5 14.5 8 8 14.5 1.5 8z"/>',
    '<path d="M8 2 15 14H1z"/>',
    '<path d="M3 3h10v10H3z"/>',
    '<path d="M3 3h10v10H3z" fill="none" stroke="currentColor" stroke-width="2"/>',
)
_RING = '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>'
_HALF = f'{_RING}<path d="M8 4a4 4 0 0 1 0 8z"/>'
_TICK = (
    '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.3 3.6L7 8.9 4.8 6.7 3.4 8.1 7 11.7l5.7-5.7z"/>'
)
_ALERT = '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7 4h2v5H7zm0 6h2v2H7z"/>'
_STAGES = {
    Stage.ACTIVE: f'{_RING}<circle cx="8" cy="8" r="2.5"/>',
    Stage.MITIGATING: _HALF,
    Stage.RESOLVED: _TICK,
}
_STATES = {
    "open": _RING,
    "in progress": _HALF,
    "done": _TICK,
    "overdue": _ALERT,
    "won't do": f'{_RING}<path d="m4 12 8-8" stroke="currentColor" stroke-width="2"/>',
    "unknown": '<path d="M3 7h10v2H3z"/>',
}


class SeverityMark(NamedTuple):
    """What `macros/marks.html` shows of a severity."""

    rank: int
    """From 1, the worst."""
    id: str
    impact: str
    shape: Markup


class StatusMark(NamedTuple):
    """What it shows of an incident's status."""

    stage: str
    label: str
    shape: Markup


class StateMark(NamedTuple):
    """What it shows of an action item's state."""

    css_class: str
    label: str
    shape: Markup


def severity_mark(severity: Severity, format: Format) -> SeverityMark:
    """Give a severity its mark, by its rank in the format."""
    rank = format.severities.index(severity)
    return SeverityMark(rank + 1, severity.id, severity.impact, _drawn(_SHAPES[min(rank, 3)]))


def status_mark(status: Status) -> StatusMark:
    """Give an incident's status its mark."""
    return StatusMark(status.stage.name.lower(), status.label, _drawn(_STAGES[status.stage]))


def state_mark(state: str) -> StateMark:
    """Give an action item's state its mark: one of the statuses it can have, `overdue` or `unknown`."""
    return StateMark(state_class(state), state.capitalize(), _drawn(_STATES[state]))


def _drawn(shape: str) -> Markup:
    return Markup(shape)  # noqa: S704 - ours


def state_class(state: str) -> str:
    """Name the class by which the stylesheet knows the mark of a state."""
    return "idoc-state-" + state.replace(" ", "-").replace("'", "")


def shapes() -> str:
    """Write the shapes as a style for a list that has too many marks to draw each; the stylesheet puts them where they belong."""
    drawn = {f"severity-{rank}": shape for rank, shape in enumerate(_SHAPES, 1)}
    drawn |= {state_class(state).removeprefix("idoc-"): shape for state, shape in _STATES.items()}
    return ";".join(f"--idoc-shape-{name}:url('{_address(shape)}')" for name, shape in drawn.items())


def _address(shape: str) -> str:
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{shape}</svg>', safe="/:= "
    )
