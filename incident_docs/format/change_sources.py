"""Read the table `changes` of the configuration: where to look for what changed before an incident."""

from typing import NamedTuple

from incident_docs.format.toml_table import TomlTable


class ChangeSources(NamedTuple):
    """Where changes are, and whom they concern."""

    repositories: tuple[str, ...] = (".",)
    """Folders, relative to the one of the configuration."""
    paths: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns of the files of each service, as seen from the root of their repository."""
    deploys: tuple[str, ...] = ("deploy/*", "deploys/*", "refs/deploys/*")
    """Patterns of the names of tags, or of whole references, that mark a deployment."""


def read_change_sources(table: TomlTable) -> ChangeSources:
    """Read the table."""
    table.only("repositories", "paths", "deploys")
    usual = ChangeSources()
    paths = table.table("paths")
    return ChangeSources(
        table.texts("repositories", usual.repositories),
        tuple((service, paths.texts(service)) for service in paths),
        table.texts("deploys", usual.deploys),
    )
