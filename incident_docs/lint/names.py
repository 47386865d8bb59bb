"""The names of rules in the configuration and the command line, checked. It takes the whole catalogue to do so."""

from fnmatch import fnmatchcase

from incident_docs.errors import IncidentDocsError
from incident_docs.lint.settings import Selection
from incident_docs.reading.wording import nearest_word
from incident_docs.rules.catalogue import ALL
from incident_docs.workspace.project import Project, mistake

_IDS = tuple(rule.ID for rule in ALL)
_GROUPS = tuple(dict.fromkeys(f"{id.partition('-')[0]}-*" for id in _IDS))


def check(project: Project, selection: Selection) -> None:
    """Raises IncidentDocsError for a name or pattern that matches no rule."""
    for name, option in selection.names():
        if not is_known(name):
            raise IncidentDocsError(f"{option}: {unknown(name)}")
    for name, keys in project.linting.names():
        if project.configuration is not None and not is_known(name):
            raise mistake(project.configuration, keys, name, unknown(name))


def is_known(name: str) -> bool:
    """The name is a rule's, or a pattern that matches one."""
    return any(fnmatchcase(id, name) for id in _IDS)


def unknown(name: str) -> str:
    """What to say of a name that is not known."""
    meant = nearest_word(name, (*_IDS, *_GROUPS))
    return f"there is no rule {name}; {f'did you mean {meant}?' if meant else '`incident-docs rule` lists them'}"
