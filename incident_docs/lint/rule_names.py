"""Check the names of rules in the configuration and the command line.."""

from fnmatch import fnmatchcase

from incident_docs.errors import IncidentDocsError
from incident_docs.format.wording import nearest_word
from incident_docs.lint.selection import Selection
from incident_docs.rules.all_names import ALL_NAMES
from incident_docs.workspace.project import Project, mistake

_GROUPS = tuple(dict.fromkeys(f"{id.partition('-')[0]}-*" for id in ALL_NAMES))


def check_rule_names(project: Project, selection: Selection) -> None:
    """Raise IncidentDocsError for a name or pattern that matches no rule."""
    for name, option in selection.names():
        if not is_known(name):
            raise IncidentDocsError(f"{option}: {unknown(name)}")
    for name, keys in project.linting.names():
        if project.configuration is not None and not is_known(name):
            raise mistake(project.configuration, keys, name, unknown(name))


def is_known(name: str) -> bool:
    """The name is a rule's, or a pattern that matches one."""
    return any(fnmatchcase(id, name) for id in ALL_NAMES)


def unknown(name: str) -> str:
    """Say that there is no such rule, and which one may be meant."""
    meant = nearest_word(name, (*ALL_NAMES, *_GROUPS))
    return f"there is no rule {name}; {f'did you mean {meant}?' if meant else '`incident-docs rule` lists them'}"
