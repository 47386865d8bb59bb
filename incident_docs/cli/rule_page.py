"""Show the page of a rule in the terminal, the list of all rules, or JSON."""

import json
import shutil
from collections.abc import Iterator, Sequence
from typing import Any

import click

from incident_docs.cli.reporting import paint
from incident_docs.document.finding import Level
from incident_docs.errors import IncidentDocsError
from incident_docs.format.vocabulary import Stage
from incident_docs.lint.report.view import Part
from incident_docs.lint.rule_docs import Example, RulePage, option_default, read_rule_page
from incident_docs.lint.rule_settings import unknown_rule
from incident_docs.rules.catalogue import ALL

_VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys may come at any time."""
_LEVELS = {
    Level.ERROR: "An error",
    Level.WARNING: "A warning, which fails only with --strict",
    Level.OFF: "Off unless it is selected",
}
_SINCE = {
    Stage.ACTIVE: "in every incident",
    Stage.MITIGATING: "once an incident is being mitigated",
    Stage.RESOLVED: "once an incident is resolved",
}
_WIDEST = 100
_INDENT = "    "


def show(name: str | None, form: str) -> Iterator[str]:
    """Write the page of this rule, or without a name the list of all.

    Raises IncidentDocsError for a name that is none.
    """
    pages = [read_rule_page(rule) for rule in ALL if name in {None, rule.ID}]
    if not pages:
        raise IncidentDocsError(unknown_rule(str(name)))
    if form == "json":
        data: Any = {"version": _VERSION, "rules": [_json(page) for page in pages]}
        yield json.dumps(data, indent=2, ensure_ascii=False)
    else:
        yield from _list(pages) if name is None else _page(pages[0])


def _list(pages: Sequence[RulePage]) -> Iterator[str]:
    width = max(len(page.id) for page in pages)
    for page in pages:
        # Padding comes before colours, which have no width.
        level = paint(f"{page.level:7}", _part(page.level))
        yield f"{page.id:{width}}  {level}  {page.summary}"


def _page(page: RulePage) -> Iterator[str]:
    yield paint(page.id, Part.PLACE)
    yield ""
    yield _wrapped(page.summary)
    yield ""
    yield _wrapped(f"{_LEVELS[page.level]}, {_SINCE[page.since]}.")
    for text in (f"Why: {page.why}", *page.notes, f"Fix: {page.fix or 'By hand.'}"):
        yield ""
        yield _wrapped(text)
    for example in page.examples:
        yield ""
        yield from _example(example, _part(page.level))
    yield ""
    yield from _to_change(page)


def _wrapped(text: str, indent: str = "", next_indent: str = "") -> str:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    return click.wrap_text(text, width, indent, next_indent)


def _example(example: Example, part: Part) -> Iterator[str]:
    if example.words:
        yield _wrapped(f"{example.heading}: {example.words}")
        return
    yield paint(f"{example.heading}:", Part.PLACE)
    yield ""
    for line in example.lines:
        yield f"{_INDENT}{line.text}".rstrip()
        if line.message:
            yield paint(_wrapped(f"^ {line.message}", _INDENT, f"{_INDENT}  "), part)


def _to_change(page: RulePage) -> Iterator[str]:
    yield _wrapped("In [tool.incident-docs.lint] of pyproject.toml, or [lint] of incident-docs.toml:")
    yield ""
    if page.level is Level.OFF:
        yield f'{_INDENT}extend-select = ["{page.id}"]'
    else:
        other = Level.WARNING if page.level is Level.ERROR else Level.ERROR
        yield f'{_INDENT}ignore = ["{page.id}"]'
        yield f'{_INDENT}levels = {{ {page.id} = "{other}" }}'
    if page.options:
        yield ""
        yield _wrapped(f"In [tool.incident-docs.lint.rules.{page.id}] or [lint.rules.{page.id}]:")
        yield ""
        for option in page.options:
            yield f"{_INDENT}{option.name} = {option_default(option)}"
            yield _wrapped(option.meaning, f"{_INDENT}  ", f"{_INDENT}  ")
    if any(example.lines for example in page.examples):
        yield ""
        yield "In a document, right before what it is about:"
        yield ""
        yield f"{_INDENT}<!-- incident-docs: allow {page.id} -->"


def _part(level: Level) -> Part:
    return Part.MARGIN if level is Level.OFF else Part(level.value)


def _json(page: RulePage) -> dict[str, Any]:
    return {
        "id": page.id,
        "level": page.level.value,
        "since": page.since.name.lower(),
        "summary": page.summary,
        "why": page.why,
        "notes": page.notes,
        "fix": page.fix,
        "examples": [_json_example(example) for example in page.examples],
        "options": [
            {"name": option.name, "default": option.default, "meaning": option.meaning} for option in page.options
        ],
    }


def _json_example(example: Example) -> dict[str, Any]:
    return {
        "kind": "bad" if example.is_bad else "good",
        "title": example.title,
        "words": example.words,
        "lines": [line._asdict() for line in example.lines],
    }
