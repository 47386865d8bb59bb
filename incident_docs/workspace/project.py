"""Find the project that a folder belongs to: its root and its configuration."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.format import configuration as toml
from incident_docs.format.alerting import Alerting
from incident_docs.format.change_sources import ChangeSources
from incident_docs.format.configuration import Configuration, read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.linting import Linting
from incident_docs.format.notifying import Notifying
from incident_docs.format.publishing import Publishing

_FILES = ("incident-docs.toml", "pyproject.toml")


class Project(NamedTuple):
    """Where the incidents are, and what they must look like."""

    root: Path = Path()
    """The folder of the configuration file; without one that of `.git`, and without that where we were started."""
    format: Format = DEFAULT
    folder: Path = Path()
    """The folder of the incidents; it need not exist."""
    configuration: Path | None = None
    """The configuration file."""
    linting: Linting = Linting()
    publishing: Publishing = Publishing()
    alerting: Alerting = Alerting()
    notifying: Notifying = Notifying()
    changing: ChangeSources = ChangeSources()


def load_project(start: Path) -> Project:
    """Find the project that a folder belongs to, and read its configuration.

    Raises IncidentDocsError for a mistake in its configuration.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in _FILES:
            configuration = _configuration(folder / name)
            if configuration is not None:
                return _project(folder, configuration, folder / name)
        if (folder / ".git").exists():
            return _project(folder, Configuration())
    return _project(start, Configuration())


def configuration_paths(start: Path) -> Iterator[Path]:
    """List where the configuration of a folder's project may stand, whether it is there or not."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in _FILES:
            yield folder / name


def repository_root(start: Path) -> Path | None:
    """Find the root of the git repository that a folder belongs to."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def configuration_mistake(configuration: Path, keys: tuple[str, ...], word: str, message: str) -> IncidentDocsError:
    """Make the error for a word in the configuration, to which these keys lead."""
    # Read again: nobody needs the line until there is a mistake.
    return toml.mistake(configuration.read_text(encoding="utf-8"), str(configuration), keys, word, message)


def _configuration(path: Path) -> Configuration | None:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise IncidentDocsError(f"{path}: the configuration cannot be read: {error}") from error
    return read_configuration(text, str(path))


def _project(root: Path, configuration: Configuration, file: Path | None = None) -> Project:
    return Project(root, configuration.format, root / configuration.folder, file, *configuration[2:])
