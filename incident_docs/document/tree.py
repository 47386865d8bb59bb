"""What a rule may know of the other incidents, without reading them: their names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Tree(NamedTuple):
    """The incidents of a project."""

    paths: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By id, the files that carry it, relative to the project's root; sound ids have one."""
