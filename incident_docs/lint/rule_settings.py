"""Check the names of rules in the configuration and the command line."""

from fnmatch import fnmatchcase

from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import OptionValue
from incident_docs.format.wording import nearest_word, suggest_quoted
from incident_docs.lint.selection import Selection
from incident_docs.rules.all_names import ALL_NAMES, rule_named
from incident_docs.workspace.project import Project, configuration_mistake

_GROUPS = tuple(dict.fromkeys(f"{id.partition('-')[0]}-*" for id in ALL_NAMES))


def check_rule_settings(project: Project, selection: Selection) -> None:
    """Raise IncidentDocsError for a name or pattern that matches no rule, and for an option that a rule does not have."""
    for name, option in selection.names():
        if not is_rule_name(name):
            raise IncidentDocsError(f"{option}: {unknown_rule(name)}")
    if project.configuration is None:
        return
    for name, keys in project.linting.names():
        if not is_rule_name(name):
            raise configuration_mistake(project.configuration, keys, name, unknown_rule(name))
    for rule, name, value in project.format.options:
        fault = _option_fault(rule, name, value)
        if fault is not None:
            raise configuration_mistake(project.configuration, ("lint", "rules", rule, name), "", fault)


def _option_fault(rule: str, name: str, value: OptionValue) -> str | None:
    if rule not in ALL_NAMES:
        return unknown_rule(rule)
    declared = {option.name: option for option in rule_named(rule).TRAITS.options}
    if not declared:
        return f"{rule} has no options"
    if name not in declared:
        return f"{rule} has no option {name!r}; {suggest_quoted(name, declared)}"
    is_number = isinstance(declared[name].default, int)
    if is_number != isinstance(value, int):
        shown = value if isinstance(value, int) else list(value)
        return f"{name} is {shown!r}; write {'a whole number' if is_number else 'a list of texts'}"
    return None


def is_rule_name(name: str) -> bool:
    """Say whether a name is a rule's, or a pattern that matches one."""
    return any(fnmatchcase(id, name) for id in ALL_NAMES)


def unknown_rule(name: str) -> str:
    """Say that there is no such rule, and which one may be meant."""
    meant = nearest_word(name, (*ALL_NAMES, *_GROUPS))
    return f"there is no rule {name}; {f'did you mean {meant}?' if meant else '`incident-docs rule` lists them'}"
