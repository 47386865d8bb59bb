"""Group action items by who owns them, and say where each owner's page and downloads are."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Generic, NamedTuple, TypeVar

from incident_docs.document.incident_ids import slug
from incident_docs.insight.actions import Item
from incident_docs.insight.owners import owner_names
from incident_docs.site.pages.page import Settings

_T = TypeVar("_T")


class OwnerList(NamedTuple, Generic[_T]):
    """An owner and what is theirs."""

    slug: str
    """Their name in addresses."""
    name: str
    items: Sequence[_T]


@lru_cache
def owner_slug(name: str) -> str:
    """Turn a name into a part of an address. It depends on the name alone, and on neither its `@` nor its case."""
    key = name.removeprefix("@").casefold()
    words = slug(name)
    if key.replace(" ", "-") == words:
        return words
    # What was left out could be all that tells two names apart.
    readable = words if re.search("[a-z0-9]", key) else "owner"
    return f"{readable}-{sha256(key.encode()).hexdigest()[:8]}"


def owner_page_name(name: str) -> str:
    """Name the page of an owner, as `Settings.generated_path` takes it."""
    return f"owners/{owner_slug(name)}"


def owner_choices(items: Iterable[Item]) -> dict[str, str]:
    """Give the owners by their slugs, each as most items write the name, in the order of the names."""
    written: dict[str, Counter[str]] = {}
    for item in items:
        for name in owner_names(item):
            written.setdefault(owner_slug(name), Counter())[name] += 1
    names = {slug: min(counts, key=lambda name: (-counts[name], name)) for slug, counts in written.items()}
    return dict(sorted(names.items(), key=lambda owner: (owner[1].casefold(), owner[0])))


def by_owner(found: Sequence[_T], item: Callable[[_T], Item]) -> tuple[OwnerList[_T], ...]:
    """Group action items, or what is made of them, by their owners, in the order of the owners' names."""
    theirs: dict[str, list[_T]] = {}
    for each in found:
        for key in dict.fromkeys(map(owner_slug, owner_names(item(each)))):
            theirs.setdefault(key, []).append(each)
    return tuple(OwnerList(key, name, theirs[key]) for key, name in owner_choices(map(item, found)).items())


def downloads_path(settings: Settings, slug: str = "") -> str:
    """Give the path of an owner's downloads, or of everybody's, without the ends of the files' names."""
    return f"{settings.prefix}owners/{slug}" if slug else f"{settings.prefix}actions"
