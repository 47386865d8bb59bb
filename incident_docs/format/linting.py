"""Read the table `lint` of the configuration. Which rules there are, nobody knows here."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.format.definition import OptionValue
from incident_docs.format.toml_table import TomlTable

LEVELS = ("error", "warning", "off")
_PATTERN = frozenset("*?[")
Keys = tuple[str, ...]


class Linting(NamedTuple):
    """How the linter is set up. Rules are named, or matched by a pattern such as `timeline-*`."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    """By rule or pattern, in place of the rule's usual one; the first that matches counts."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By pattern of paths, rules or patterns."""
    baseline: str | None = None
    """The file, relative to the folder of the configuration."""

    def names(self) -> Iterator[tuple[str, Keys]]:
        """Give each name or pattern of rules, and the keys that lead to it in the configuration."""
        for key in ("select", "extend_select", "ignore"):
            for name in getattr(self, key):
                yield name, ("lint", key.replace("_", "-"))
        for name, _ in self.levels:
            yield name, ("lint", "levels", name)
        for path, names in self.per_file_ignores:
            for name in names:
                yield name, ("lint", "per-file-ignores", path)


def read_linting(table: TomlTable) -> Linting:
    """Read the table."""
    table.only("select", "extend-select", "ignore", "levels", "per-file-ignores", "baseline", "rules")
    levels, ignores = table.table("levels"), table.table("per-file-ignores")
    return Linting(
        select=table.texts("select"),
        extend_select=table.texts("extend-select"),
        ignore=table.texts("ignore"),
        levels=tuple((name, levels.choice(name, LEVELS)) for name in sorted(levels, key=_breadth)),
        per_file_ignores=tuple((path, ignores.texts(path)) for path in ignores),
        baseline=table.text("baseline") if "baseline" in table else None,
    )


def read_rule_options(table: TomlTable) -> tuple[tuple[str, str, OptionValue], ...]:
    """Read the tables `rules.NAME` in it."""
    return tuple(
        (rule, name, options.number_or_texts(name)) for rule, options in table.tables("rules") for name in options
    )


def _breadth(name: str) -> tuple[bool, int]:
    """Names come before patterns, and long patterns before short ones: what says more counts more."""
    return not _PATTERN.isdisjoint(name), -len(name)
