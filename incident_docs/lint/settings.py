"""Which rules run, and how much their findings weigh: the configuration and the command line, as one."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from incident_docs.document.finding import Level
from incident_docs.format.linting import Linting
from incident_docs.rules import Named

_PATTERN = frozenset("*?[")


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
        """Each name or pattern, and the option that it was given to."""
        for option, names in zip(("--select", "--extend-select", "--ignore"), self, strict=True):
            for name in names:
                yield name, option


class Settings(NamedTuple):
    """What a project and a call of `lint` ask for."""

    select: tuple[str, ...] = ()
    """Only these run; without any, all that are not off by themselves."""
    extend_select: tuple[str, ...] = ()
    """These run too."""
    ignore: tuple[str, ...] = ()
    """These do not, whatever else is said."""
    levels: tuple[tuple[str, Level], ...] = ()
    """By rule or pattern, in place of the rule's own; the first that matches counts."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By pattern of paths, what is not reported there."""


DEFAULT = Settings()


def effective(linting: Linting, selection: Selection) -> Settings:
    """What the configuration says, changed by the command line.

    Whoever selects in the command line wants to see just that: it takes the place of all that the configuration
    selects, ignores and switches off.
    """
    levels = sorted(linting.levels, key=_breadth)
    if selection.select:
        linting = Linting(per_file_ignores=linting.per_file_ignores)
        levels = [(name, level) for name, level in levels if level != Level.OFF]
    return Settings(
        select=selection.select or linting.select,
        extend_select=linting.extend_select + selection.extend_select,
        ignore=linting.ignore + selection.ignore,
        levels=tuple((name, Level(level)) for name, level in levels),
        per_file_ignores=linting.per_file_ignores,
    )


def _breadth(named: tuple[str, str]) -> tuple[bool, int]:
    """Names come before patterns, and long patterns before short ones: what says more counts more."""
    name, _ = named
    return not _PATTERN.isdisjoint(name), -len(name)


def level_of(rule: Named, settings: Settings) -> Level:
    """The level at which a rule speaks; OFF if it does not run."""
    if settings.select and not matches(rule.ID, settings.select + settings.extend_select):
        return Level.OFF
    if matches(rule.ID, settings.ignore):
        return Level.OFF
    for name, level in settings.levels:
        if fnmatchcase(rule.ID, name):
            return level
    is_asked_for = rule.LEVEL is Level.OFF and matches(rule.ID, settings.extend_select + settings.select)
    # Whoever names a rule that is off by itself wants to see what it says.
    return Level.WARNING if is_asked_for else rule.LEVEL


def matches(rule: str, patterns: Iterable[str]) -> bool:
    """The rule is named by one of the patterns."""
    return any(fnmatchcase(rule, pattern) for pattern in patterns)


def is_ignored(rule: str, path: str, settings: Settings) -> bool:
    """The rule is not reported in this file."""
    return any(fnmatchcase(path, pattern) and matches(rule, names) for pattern, names in settings.per_file_ignores)
