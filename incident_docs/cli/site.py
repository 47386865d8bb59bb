"""`incident-docs site`: write the files of the site of the incidents."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from incident_docs.errors import IncidentDocsError
from incident_docs.format.fields import AUDIENCES
from incident_docs.workspace import output_folder
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import load_project

_NAME = "Postmortems"


@click.group()
def command() -> None:
    """Make the site of the incidents."""


@command.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--site-name", default=_NAME, show_default=True, help="What the site is called.")
@click.option("--site-url", default="", help="Where it will be served, as in https://example.com/postmortems/.")
@click.option(
    "--audience", type=click.Choice(AUDIENCES), help="Who reads it, if not those whom the configuration names."
)
def render(out: Path, site_name: str, site_url: str, audience: str | None) -> None:
    """Write the site into the folder OUT as Markdown, data and styles, with the configuration that Zensical builds it from.

    It is the site that the plugin of MkDocs makes. A folder that holds anything else is not written to.

    Exit status: 0 written, 2 the command could not run.
    """
    try:
        from incident_docs.site.engines.zensical import export  # noqa: PLC0415 - no other command needs the site
    except ModuleNotFoundError as error:
        raise IncidentDocsError(
            f"the site needs {error.name}, which is not installed; write: pip install 'incident-docs[pages]'"
        ) from error

    here = Path.cwd()
    project, folder = load_project(here), out.resolve()
    if not project.folder.is_dir():
        raise click.UsageError(
            f"there is no folder {shown_path(project.folder, here)}; set `folder` in the configuration"
        )
    if folder.is_relative_to(project.folder.resolve()):
        raise click.UsageError(
            f"{out} lies among the incidents, whose pages it would join; name a folder outside of {shown_path(project.folder, here)}"
        )
    publishing = project.publishing.to(audience or project.publishing.audience)
    address = f"{site_url.rstrip('/')}/" if site_url else ""
    changed = output_folder.write_output_folder(
        folder, export.tree(project._replace(publishing=publishing), export.Naming(site_name, address), _today())
    )
    click.echo(
        f"{out}: {changed or 'no'} file{'' if changed == 1 else 's'} written; build it with: zensical build -f {out / 'mkdocs.yml'}"
    )


def _today() -> date:
    """The day of the build, which `SOURCE_DATE_EPOCH` sets as it does for other tools."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError) as error:
        raise IncidentDocsError(
            f"SOURCE_DATE_EPOCH is {given!r}; it is seconds since 1970, as in 1775822400"
        ) from error
