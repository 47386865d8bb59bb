"""Show past incidents that are like another one, and what mitigated each."""

from collections.abc import Iterable, Iterator

from incident_docs.cli.paragraphs import paragraph
from incident_docs.insight.past_incidents import Past


def past_lines(found: Iterable[Past]) -> Iterator[str]:
    """Give the lines that show them, the likest first."""
    for number, past in enumerate(found):
        yield from [""] if number else []
        yield f"{past.id}  {past.score:.0%} alike"
        day = f" ({past.started:%Y-%m-%d})" if past.started else ""
        yield from paragraph(f"{past.title or 'without a title'}{day}", "  ")
        yield from paragraph(f"Both have: {', '.join(past.words)}", "  ", "    ")
        yield from paragraph(f"Mitigated by: {_what(past)}", "  ", "    ")
        for action, result in past.mitigations:
            yield from paragraph(f"- {action}{f': {result}' if result else ''}", "    ", "      ")


def _what(past: Past) -> str:
    if past.strategies:
        return ", ".join(past.strategies)
    return "" if past.mitigations else "nothing that is written down"
