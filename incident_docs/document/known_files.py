"""What a rule may know of the other files, without reading them: their names."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple


def _may_be_there(_path: str) -> bool:
    return True


class KnownFiles(NamedTuple):
    """The incidents of a project, and the files around them."""

    paths: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By id, the files that carry it, relative to the project's root; sound ids have one."""
    exists: Callable[[str], bool] = _may_be_there
    """Whether there is a file or a folder of this path, relative to the root; who knows no folder denies nothing."""
