"""Action items to the filters of their list, and to what the filters know of each incident."""

from collections import Counter
from collections.abc import Iterable, Sequence

from incident_docs.insight.actions import Item, State
from incident_docs.insight.owners import owner_names
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.lists.action_cells import owner_slug
from incident_docs.site.pages.page import Incident

_AGES = (
    ("30", "Up to 30 days ago"),
    ("90", "31 to 90 days ago"),
    ("365", "91 days to a year ago"),
    ("older", "More than a year ago"),
)


def filters(listed: Sequence[Incident], items: Sequence[Item], *, by_owner: bool) -> str:
    """A select for each; nothing of it is shown before the script is there."""
    services = {service for incident in listed for service in incident.document.texts("services")}
    states = [state for state in State if any(item.written is state for item in items)]
    html = (
        (_select("owner", "Owner", "Everyone", owners(items).items()) if by_owner else "")
        + _select("service", "Service", "All services", ((name, name) for name in sorted(services, key=str.casefold)))
        + _label("incident", "Incident", _option("", "All incidents") + "".join(map(_incident, listed)))
        + _select("age", "Incident was", "At any time", _AGES)
        + _select("status", "Status", "Any status", ((state, state.capitalize()) for state in states))
    )
    return f'<div class="idoc-selects" hidden>{html}</div>'


def owners(items: Iterable[Item]) -> dict[str, str]:
    """The owners by the names of their pages, each as most items write it, in the order of their names."""
    written: dict[str, Counter[str]] = {}
    for item in items:
        for name in owner_names(item):
            written.setdefault(owner_slug(name), Counter())[name] += 1
    names = {slug: min(counts, key=lambda name: (-counts[name], name)) for slug, counts in written.items()}
    return dict(sorted(names.items(), key=lambda owner: (owner[1].casefold(), owner[0])))


def _incident(incident: Incident) -> str:
    document = incident.document
    started = document.times.get("started")
    return element(
        "option",
        escape(document.title or document.id),
        value=document.id,
        data_services="\n".join(document.texts("services")),
        data_started=started.at.astimezone(document.zone).date().isoformat() if started else None,
    )


def _select(key: str, label: str, everything: str, options: Iterable[tuple[str, str]]) -> str:
    return _label(key, label, _option("", everything) + "".join(_option(value, text) for value, text in options))


def _label(key: str, label: str, options: str) -> str:
    return element("label", f"{label} {element('select', options, name=key, autocomplete='off')}")


def _option(value: str, text: str) -> str:
    return element("option", escape(text), value=value)
