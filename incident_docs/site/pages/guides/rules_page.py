"""The linter's rules to the page that explains them, grouped by what they look at."""

from collections.abc import Iterable, Iterator

from incident_docs.document.finding import Level
from incident_docs.format.vocabulary import Stage
from incident_docs.lint.rule_docs import Example, Line, RulePage, option_default
from incident_docs.lint.rule_docs import page as page_of
from incident_docs.rules.catalogue import ALL
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.prose import Prose

_TITLE = "Rules"
_OTHERS = "Others"
_INTRODUCTION = (
    "What `incident-docs lint` looks for. `incident-docs rule NAME` shows the same in the terminal. A rule is switched"
    " off, on, or to another level in the configuration; `<!-- incident-docs: allow NAME -->` in a document allows what"
    " comes next."
)
_LEVELS = {Level.ERROR: "Error", Level.WARNING: "Warning", Level.OFF: "Off unless it is selected"}
_SINCE = {
    Stage.ACTIVE: "in every incident",
    Stage.MITIGATING: "once an incident is being mitigated",
    Stage.RESOLVED: "once an incident is resolved",
}

# The theme names the part of the contents after the title, and has a header of its own.
_TITLES = {"header": "Header of the body"}


def page(settings: Settings) -> Page:
    """All rules, each under its name."""
    groups = _groups([page_of(rule) for rule in ALL])
    sections = (heading(2, title) + "".join(map(_rule, pages)) for title, pages in groups)
    introduction = block(element("p", _inline(_INTRODUCTION)), "idoc-lead")
    return Page(
        settings.own("rules"), _TITLE, heading(1, _TITLE) + introduction + "".join(sections), hide=("navigation",)
    )


def _groups(pages: Iterable[RulePage]) -> Iterator[tuple[str, list[RulePage]]]:
    """The rules that begin with one word, by this word, and at the end those that are alone."""
    order: dict[str, list[RulePage]] = {}
    for each in pages:
        order.setdefault(each.id.partition("-")[0], []).append(each)
    alone = [group[0] for group in order.values() if len(group) == 1]
    yield from ((_TITLES.get(word, word.capitalize()), group) for word, group in order.items() if len(group) > 1)
    yield _OTHERS, alone


def _rule(page: RulePage) -> str:
    facts = f'<span class="idoc-level-{page.level}">{_LEVELS[page.level]}</span>, {_SINCE[page.since]}'
    options = ((f"`{option.name} = {option_default(option)}`", option.meaning) for option in page.options)
    texts = [
        ("Why:", page.why),
        *(("", note) for note in page.notes),
        *([("Fix:", page.fix)] if page.fix else []),
        *(("Option:", f"{setting}. {meaning}") for setting, meaning in options),
    ]
    html = (
        element("p", _inline(page.summary))
        + element("p", facts, class_="idoc-secondary")
        + "".join(element("p", f"<b>{label}</b> {_inline(text)}" if label else _inline(text)) for label, text in texts)
        + "".join(map(_example, page.examples))
    )
    # Nobody copies an example with a mistake, and the theme's buttons for it are landmarks without names.
    return heading(3, page.id) + block(html, "idoc-rule no-copy")


def _example(example: Example) -> str:
    if example.words:
        return element("p", f"<b>{escape(example.heading)}:</b> {_inline(example.words)}")
    lines = "\n".join(map(_line, example.lines))
    caption = element("p", f"<b>{escape(example.heading)}:</b>", class_="idoc-caption")
    return caption + element("pre", element("code", lines), tabindex="0")


def _line(line: Line) -> str:
    if not line.message:
        return escape(line.text)
    message = element("span", escape(f"^ {line.message}"), class_="idoc-message")
    return f"{element('mark', escape(line.text) or ' ')}\n{message}"


def _inline(text: str) -> str:
    return Prose((), str).inline(text)
