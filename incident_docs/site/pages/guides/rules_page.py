"""Make the page that explains the linter's rules, grouped by what they look at."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.finding import Level
from incident_docs.format.vocabulary import Stage
from incident_docs.lint.rule_docs import Example, Line, RulePage, option_default, read_rule_page
from incident_docs.rules.catalogue import ALL
from incident_docs.site.pages.guides.bad_good_pairs import inline_html
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "Rules"
_OTHERS = "Others"
_LEVELS = {Level.ERROR: "Error", Level.WARNING: "Warning", Level.OFF: "Off unless it is selected"}
_SINCE = {
    Stage.ACTIVE: "in every incident",
    Stage.MITIGATING: "once an incident is being mitigated",
    Stage.RESOLVED: "once an incident is resolved",
}
# The theme names the part of the contents after the title, and has a header of its own.
_TITLES = {"header": "Header of the body"}


class RuleExample(NamedTuple):
    """A piece of a document, or words where none can be shown."""

    heading: str
    words: Markup
    lines: Sequence[Line]


class RuleOption(NamedTuple):
    """An option of a rule, with its default."""

    setting: str
    meaning: Markup


class RuleView(NamedTuple):
    """What the page says of a rule."""

    id: str
    level: Level
    level_words: str
    since: str
    summary: Markup
    why: Markup
    notes: list[Markup]
    fix: Markup
    options: list[RuleOption]
    examples: list[RuleExample]


class RuleGroup(NamedTuple):
    """Rules that begin with one word."""

    title: str
    rules: list[RuleView]


def page(settings: Settings) -> Page:
    """Make the page of all rules, each under its name."""
    groups = _groups([_view(read_rule_page(rule)) for rule in ALL])
    body = fill_page("rules.html", settings.template_folders, title=_TITLE, groups=groups)
    return Page(settings.generated_path("rules"), _TITLE, body, hide=("navigation",))


def _groups(rules: Iterable[RuleView]) -> list[RuleGroup]:
    """Group the rules by the word that they begin with; at the end stand those that are alone."""
    order: dict[str, list[RuleView]] = {}
    for rule in rules:
        order.setdefault(rule.id.partition("-")[0], []).append(rule)
    alone = [group[0] for group in order.values() if len(group) == 1]
    groups = [RuleGroup(_TITLES.get(word, word.capitalize()), each) for word, each in order.items() if len(each) > 1]
    return [*groups, RuleGroup(_OTHERS, alone)]


def _view(page: RulePage) -> RuleView:
    return RuleView(
        page.id,
        page.level,
        _LEVELS[page.level],
        _SINCE[page.since],
        inline_html(page.summary),
        inline_html(page.why),
        [inline_html(note) for note in page.notes],
        inline_html(page.fix),
        [RuleOption(f"{each.name} = {option_default(each)}", inline_html(each.meaning)) for each in page.options],
        [_example(example) for example in page.examples],
    )


def _example(example: Example) -> RuleExample:
    return RuleExample(example.heading, inline_html(example.words), example.lines)
