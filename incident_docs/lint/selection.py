"""Decide which rules run, how much their findings weigh, and where they are not reported."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple, TypeVar

from incident_docs.document.finding import Level
from incident_docs.format.linting import Linting
from incident_docs.rules import Named

_Rule = TypeVar("_Rule", bound=Named)


class Selection(NamedTuple):
    """What a call of `lint` asks for. Rules are named, or matched by a pattern such as `timeline-*`."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """The configuration alone decides."""
        return self == Selection()

    def names(self) -> Iterator[tuple[str, str]]:
        """Give each name or pattern, and the option that it was given to."""
        for option, names in zip(("--select", "--extend-select", "--ignore"), self, strict=True):
            for name in names:
                yield name, option


def select_rules(linting: Linting, selection: Selection) -> Linting:
    """Change what the configuration says by the options of the command line.

    Whoever selects in the command line wants to see just that: it takes the place of all that the configuration
    selects, ignores and switches off.
    """
    if selection.select:
        levels = tuple((name, level) for name, level in linting.levels if level != Level.OFF)
        linting = linting._replace(select=selection.select, extend_select=(), ignore=(), levels=levels)
    return linting._replace(
        extend_select=linting.extend_select + selection.extend_select, ignore=linting.ignore + selection.ignore
    )


def running(rules: Iterable[_Rule], linting: Linting) -> Iterator[tuple[_Rule, Level]]:
    """Choose the rules that run, each with its level."""
    levels = ((rule, level_of(rule, linting)) for rule in rules)
    return ((rule, level) for rule, level in levels if level is not Level.OFF)


def level_of(rule: Named, linting: Linting) -> Level:
    """Decide the level at which a rule reports; OFF if it does not run."""
    if linting.select and not matches(rule.ID, linting.select + linting.extend_select):
        return Level.OFF
    if matches(rule.ID, linting.ignore):
        return Level.OFF
    for name, level in linting.levels:
        if fnmatchcase(rule.ID, name):
            return Level(level)
    is_asked_for = rule.TRAITS.level is Level.OFF and matches(rule.ID, linting.extend_select + linting.select)
    # Whoever names a rule that is off by itself wants to see what it says.
    return Level.WARNING if is_asked_for else rule.TRAITS.level


def matches(rule: str, patterns: Iterable[str]) -> bool:
    """Say whether a rule is named by one of the patterns."""
    return any(fnmatchcase(rule, pattern) for pattern in patterns)


def is_ignored(rule: str, path: str, linting: Linting) -> bool:
    """Say whether a rule is not to be reported in this file."""
    return any(fnmatchcase(path, pattern) and matches(rule, names) for pattern, names in linting.per_file_ignores)
