"""Remember between the builds of a served site what was made; what the next build does not ask for is forgotten."""

from collections.abc import Callable
from typing import Any, TypeVar

from incident_docs.workspace.cache import digest

_T = TypeVar("_T")


class Memory:
    """Hold what one build makes, found again by all that it was made of."""

    def __init__(self, before: "Memory | None" = None) -> None:
        self._before = before.made if before else {}
        self.made: dict[str, Any] = {}

    def get(self, kind: str, key: str, make: Callable[[], _T]) -> _T:
        """Give what was made under this key by this build or the one before, or make it; without a key it is made."""
        if not key:
            return make()
        name = f"{kind} {key}"
        if name not in self.made:
            self.made[name] = self._before[name] if name in self._before else make()
        found: _T = self.made[name]
        return found


def key(*made_of: object) -> str:
    """Make a key of all that something is made of. These are values whose `repr` says all of them."""
    return digest(repr(made_of).encode())
