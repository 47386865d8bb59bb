"""The text of a list's block to what it asks for, or to its mistakes with their lines.

Values of a key add up, keys narrow: what is listed has one of the values of every key.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from incident_docs.format.publishing import COLUMNS
from incident_docs.format.toml_values import nearest
from incident_docs.insight.archive import Archive, Listable, Values, compared
from incident_docs.insight.orders import NEWEST, ORDERS, in_order
from incident_docs.insight.query_lines import Mistake, Setting, settings
from incident_docs.insight.search_text import finds

_OPEN = ("service", "owner", "tag", "year")
"""Values of these may well be right although nothing has them: a service has no incident before its first."""
_TYPO = 0.85
_MOST_NAMED = 20
_TITLE = "title"
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


class Subject(StrEnum):
    """What a list is of: the word of its block."""

    INCIDENTS = "incidents"
    ACTION_ITEMS = "action-items"


@dataclass(frozen=True, slots=True)
class Query:
    """What a list asks for."""

    subject: Subject
    chosen: Mapping[str, tuple[str, ...]]
    """By key, the values of which one is needed, in all ways in which documents write them."""
    search: str
    sort: str
    """The name of an order of incidents; action items have but one."""
    limit: int | None
    """How many are shown at most; None for all."""
    columns: tuple[str, ...]
    """Of a table; empty for a plain list."""
    unknown: tuple[str, ...]
    """Sentences about values that nothing has."""

    @property
    def hangs_on_the_day(self) -> bool:
        """Tomorrow it may say something else, and no browser can bring it up to date."""
        if self.subject is Subject.INCIDENTS:
            return "actions" in self.columns
        return bool(self.chosen.keys() & {"status", "group"})


def read_query(lines: Sequence[str], first: int, subject: Subject, archive: Archive) -> Query | tuple[Mistake, ...]:
    """Read the lines of a block, of which `first` is the number of the first."""
    found = list(settings(lines, first))
    said = [each for each in found if isinstance(each, Setting)]
    mistakes = [each for each in found if isinstance(each, Mistake)]
    mistakes.extend(_mistakes(said, subject, archive))
    if mistakes:
        return tuple(sorted(mistakes))
    known = _known(subject, archive)
    by_key = {setting.key: setting for setting in said}
    limit, sort, search = (by_key.get(key) for key in ("limit", "sort", "search"))
    columns = by_key.get("columns")
    filters = [setting for setting in said if setting.key in known]
    return Query(
        subject,
        {each.key: tuple(_written(each, known[each.key])) for each in filters},
        search.text if search else "",
        sort.text.lower() if sort else NEWEST,
        int(limit.text) if limit else None,
        columns.values if columns else (),
        tuple(
            f"{_nothing(subject, setting.key, value)}."
            for setting in filters
            for value in setting.values
            if compared(setting.key, value) not in known[setting.key]
        ),
    )


def select(query: Query, archive: Archive) -> list[Listable]:
    """All that the query asks for, in its order, whatever its limit."""
    shelf = archive.incidents if query.subject is Subject.INCIDENTS else archive.actions
    wanted = {key: {compared(key, value) for value in values} for key, values in query.chosen.items()}
    found = [listable for listable in shelf.listables if _fits(listable, wanted)]
    if query.search:
        found = [each for each in found if finds(query.search, archive.search_text(each.document))]
    if query.sort == NEWEST:
        return found
    listables = {id(listable.document): listable for listable in found}
    ordered = in_order((listable.document for listable in found), query.sort, archive.today)
    return [listables[id(document)] for document in ordered]


def _fits(listable: Listable, wanted: Mapping[str, set[str]]) -> bool:
    return all(any(compared(key, value) in forms for value in listable.values[key]) for key, forms in wanted.items())


def _known(subject: Subject, archive: Archive) -> Mapping[str, Mapping[str, Values]]:
    return (archive.incidents if subject is Subject.INCIDENTS else archive.actions).known


def _written(setting: Setting, known: Mapping[str, Values]) -> Iterator[str]:
    """The values in all ways in which documents write them."""
    for value in setting.values:
        yield from known.get(compared(setting.key, value), (value,))


def _mistakes(said: Iterable[Setting], subject: Subject, archive: Archive) -> Iterator[Mistake]:
    known = _known(subject, archive)
    others = ("search", "sort", "limit", "columns") if subject is Subject.INCIDENTS else ("limit",)
    seen: set[str] = set()
    for setting in said:
        key = setting.key
        if key not in known and key not in others:
            yield Mistake(setting.line, f"there is no key {key!r}{nearest(key, (*known, *others))}")
        elif key in seen:
            yield Mistake(setting.line, f"{key} is there twice; write its values on one line, with commas between them")
        else:
            messages = _of_filter(setting, subject, known[key]) if key in known else _of_other(setting, archive)
            yield from (Mistake(setting.line, message) for message in messages)
        seen.add(key)


def _of_filter(setting: Setting, subject: Subject, known: Mapping[str, Values]) -> Iterator[str]:
    key = setting.key
    for value in setting.values:
        if compared(key, value) in known:
            continue
        if key not in _OPEN:
            yield f"there is no {key} {value!r}{_suggestion(value, list(dict.fromkeys(values[0] for values in known.values())))}"
        elif meant := _meant(key, value, known):
            yield f"{_nothing(subject, key, value)}; did you mean {meant!r}?"


def _suggestion(value: str, names: Sequence[str]) -> str:
    """The nearest one, or all if they are few."""
    return nearest(value, names) if len(names) <= _MOST_NAMED or get_close_matches(value, names, 1) else ""


def _meant(key: str, value: str, known: Mapping[str, Values]) -> str | None:
    """A value that is so near that it must be meant; two that differ in their numbers are two things."""
    form = compared(key, value)
    rivals = [each for each in known if _digits(each) == _digits(form)]
    found = get_close_matches(form, rivals, 1, _TYPO)
    return known[found[0]][0] if found else None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _nothing(subject: Subject, key: str, value: str) -> str:
    kind = "incident" if subject is Subject.INCIDENTS else "action item"
    return f"no {kind} has the {key} {value!r}"


def _of_other(setting: Setting, archive: Archive) -> Iterator[str]:
    text = setting.text
    if setting.key == "limit" and not _NUMBER.fullmatch(text):
        yield f"limit is {text!r}; write a whole number from 1 on"
    if setting.key == "sort" and text.lower() not in ORDERS:
        yield f"there is no order {text!r}; there are {', '.join(ORDERS)}"
    if setting.key == "columns":
        allowed = dict.fromkeys((*COLUMNS, *archive.format.field))
        for place, name in enumerate(setting.values):
            if name not in allowed:
                yield f"there is no column {name!r}{nearest(name, allowed)}"
            elif name in setting.values[:place]:
                yield f"the column {name!r} is there twice"
        if _TITLE not in setting.values:
            yield f"the column {_TITLE!r} is missing, which leads to the incident"
