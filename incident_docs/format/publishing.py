"""Read the table `site` of the configuration: how incidents are published."""

from typing import NamedTuple

from incident_docs.format.definition import Format
from incident_docs.format.fields import AUDIENCE, AUDIENCES, CUSTOM_KEY_PREFIX, INTERNAL, PUBLIC
from incident_docs.format.toml_table import MistakeError, TomlTable
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import suggest_quoted

COLUMNS = ("date", "severity", "title", "duration", "actions", "postmortem")
"""The columns that the list of incidents has; any field can be one as well."""
_LINK = "title"


class Publishing(NamedTuple):
    """How the site is set up."""

    columns: tuple[str, ...] = COLUMNS
    """Of the list of incidents, in their order: those above, and fields by their keys."""
    audience: str = INTERNAL
    """`internal`, or `public`: then the next two are left out, and all that is marked as internal."""
    internal_fields: tuple[str, ...] = ()
    hides_owners: bool = False
    """Who did or has to do something is not for everybody."""
    has_raw_html: bool = False
    """HTML that authors write is HTML on their incident's page, scripts too; otherwise it is text."""

    templates: str = ""
    """The folder of templates that replace the site's own, as it stands in the configuration; empty if there is none."""

    @property
    def is_public(self) -> bool:
        """Tell whether the site is for everybody."""
        return self.audience == PUBLIC

    def to(self, audience: str) -> "Publishing":
        """Set the site up for these readers: no column is left that would be empty for them."""
        hidden = self.internal_fields if audience == PUBLIC else ()
        columns = tuple(name for name in self.columns if name not in hidden)
        return self._replace(columns=columns, audience=audience)


def read_publishing(table: TomlTable, format: Format) -> Publishing:
    """Read the table."""
    table.only("columns", AUDIENCE, "internal-fields", "hide-owners", "raw-html", "templates")
    return Publishing(
        _columns(table, format),
        table.choice(AUDIENCE, AUDIENCES, INTERNAL),
        _internal_fields(table, format),
        table.flag("hide-owners"),
        table.flag("raw-html"),
        table.text("templates", ""),
    )


def _columns(table: TomlTable, format: Format) -> tuple[str, ...]:
    columns = table.texts("columns", COLUMNS)
    keys = (*table.keys, "columns")
    allowed = dict.fromkeys((*COLUMNS, *format.field))
    for place, name in enumerate(columns):
        if name not in allowed:
            raise MistakeError(keys, f"there is no column {name!r}; {suggest_quoted(name, allowed)}", name)
        if name in columns[:place]:
            raise MistakeError(keys, f"the column {name!r} is there twice", name)
    if _LINK not in columns:
        raise MistakeError(keys, f"the column {_LINK!r} is missing, which leads to the incident")
    return columns


def _internal_fields(table: TomlTable, format: Format) -> tuple[str, ...]:
    names = table.texts("internal-fields")
    keys = (*table.keys, "internal-fields")
    for name in names:
        field = format.field.get(name)
        if field is None and not name.startswith(CUSTOM_KEY_PREFIX):
            raise MistakeError(keys, f"there is no field {name!r}; {suggest_quoted(name, format.field)}", name)
        if field is not None and field.required_from is Stage.ACTIVE:
            message = f"every page needs {name!r}; an incident that is not to be published has {AUDIENCE}: {INTERNAL}"
            raise MistakeError(keys, message, name)
    return names


DEFAULT = Publishing()
