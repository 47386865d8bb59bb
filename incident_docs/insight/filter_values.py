"""Compare the values that incidents are filtered by, and say which of those that somebody asks for nothing has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from incident_docs.format.definition import Format
from incident_docs.format.wording import ALIKE, nearest_word, suggest_quoted

Values: TypeAlias = tuple[str, ...]
Known: TypeAlias = dict[str, dict[str, Values]]
"""By key, the values that can be asked for, by the form in which they are compared: all that are written so."""
_OPEN = ("service", "owner", "tag", "year")
"""Values of these may well be right although nothing has them: a service has no incident before its first."""
_MOST_NAMED = 20


def comparable(key: str, value: str) -> str:
    """Give the form in which two values are compared: neither case nor the `@` of an owner counts."""
    folded = value.casefold().replace("’", "'")
    return folded.removeprefix("@") if key == "owner" else folded


def fits(values: Mapping[str, Values], wanted: Mapping[str, set[str]]) -> bool:
    """Tell whether something has one of the wanted values, in the form in which they are compared, of every key."""
    return all(any(comparable(key, value) in forms for value in values[key]) for key, forms in wanted.items())


def named_values(key: str, values: Iterable[str]) -> dict[str, Values]:
    """Give values by the form in which they are compared."""
    return {comparable(key, value): (str(value),) for value in values}


def known_in_format(keys: Iterable[str], format: Format) -> Known:
    """Give the values of these keys that the format names; of statuses by their labels too."""
    named: dict[str, Iterable[str]] = {
        "severity": format.severity,
        "status": format.status,
        "strategy": format.strategy,
    }
    known = {key: named_values(key, named.get(key, ())) for key in keys}
    known["status"] |= {comparable("status", status.label): (status.id,) for status in format.statuses}
    return known


def add_known(known: Known, values: Mapping[str, Values]) -> None:
    """Add the values that something has."""
    for key, written in values.items():
        for value in written:
            form = comparable(key, value)
            others = known[key].get(form, ())
            if value not in others:
                known[key][form] = (*others, str(value))


def value_mistakes(
    key: str, values: Iterable[str], known: Mapping[str, Values], kind: str = "incident"
) -> Iterator[str]:
    """Say of each value that it cannot be asked for, or that another one must be meant."""
    for value in values:
        if comparable(key, value) in known:
            continue
        if key not in _OPEN:
            yield f"there is no {key} {value!r}{_suggestion(value, list(dict.fromkeys(values[0] for values in known.values())))}"
        elif meant := _meant(key, value, known):
            yield f"{nothing_has(key, value, kind)}; did you mean {meant!r}?"


def nothing_has(key: str, value: str, kind: str) -> str:
    """Say that no thing of this kind has the value."""
    return f"no {kind} has the {key} {value!r}"


def _suggestion(value: str, names: Sequence[str]) -> str:
    """Suggest the nearest one, or all if they are few."""
    return f"; {suggest_quoted(value, names)}" if len(names) <= _MOST_NAMED or nearest_word(value, names) else ""


def _meant(key: str, value: str, known: Mapping[str, Values]) -> str | None:
    """Find a value that is so near that it must be meant; two that differ in their numbers are two things."""
    form = comparable(key, value)
    rivals = [each for each in known if _digits(each) == _digits(form)]
    found = nearest_word(form, rivals, ALIKE)
    return known[found][0] if found else None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
