"""Write a project's incidents as the files of which Zensical, which runs no plugins, makes the plugin's site."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from incident_docs.audience.leaks import ForbiddenText, find_leaks, report_leaks
from incident_docs.errors import IncidentDocsError
from incident_docs.insight.json_values import json_value
from incident_docs.site import bundle, page_frontmatter
from incident_docs.site.builder import Builder
from incident_docs.site.engines.zensical import theme_files
from incident_docs.site.engines.zensical.source_folder import Authored, read_source_folder
from incident_docs.site.layout import Layout, template_folders
from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.parts import as_markdown
from incident_docs.workspace.file_history import file_histories
from incident_docs.workspace.project import Project
from incident_docs.workspace.table_rows import TableRows

File = tuple[str, bytes]


class Naming(NamedTuple):
    """What the site is called, and where it will be."""

    name: str
    address: str = ""
    """With a `/` at the end; empty if nobody gave one."""


def tree(project: Project, naming: Naming, today: date) -> Iterable[File]:
    """Give the files by their paths, each made when it is asked for.

    Raises IncidentDocsError, before the first of them, if an author's file cannot be read, or if what is internal would be
    public.
    """
    builder = Builder()
    found = read_source_folder(project, builder)
    settings = Settings(
        Layout(project.folder, "", is_outside=True).index_page(found.sources),
        files={found.sources[path].as_posix(): path for path in (*found.incidents, *found.pages, *found.media)},
        format=project.format,
        name=naming.name,
        address=naming.address,
        publishing=project.publishing,
        template_folders=template_folders(project),
    )
    changes = file_histories(project.folder)
    incidents = {
        path: Incident(
            document, path, found.sources[path].as_posix(), "", changes.get(found.sources[path]), builder.digest(path)
        )
        for path, document in found.incidents.items()
    }
    site = builder.build(tuple(incidents.values()), settings, today, TableRows(project.folder))
    files = _files(naming, found, incidents, site)
    return _checked(files, found.internal) if found.internal else files


def _checked(files: Iterable[File], internal: Iterable[ForbiddenText]) -> Iterable[File]:
    made = list(files)
    found = find_leaks(((path, content.decode(errors="replace")) for path, content in made), internal)
    if found:
        raise IncidentDocsError(report_leaks(found))
    return made


def _files(naming: Naming, found: Authored, incidents: Mapping[str, Incident], site: Site) -> Iterator[File]:
    own = [page for page in site.pages() if page.path not in found.sources]
    listed = {page.path: page.title for page in own if page.is_listed}
    for path, content in theme_files.files(naming.name, naming.address, listed, found.pages):
        yield path, content.encode()
    for asset in (bundle.stylesheet(), bundle.script()):
        yield theme_files.DOCUMENTS + asset.path, _bytes(asset.content)
    for file in site.files():
        yield theme_files.DOCUMENTS + file.path, _bytes(file.content)
    for page in own:
        yield theme_files.DOCUMENTS + page.path, _page(page, {})
    for path, incident in incidents.items():
        written = incident.document.frontmatter.values
        known = {key: json_value(written[key]) for key in page_frontmatter.KEYS if key in written}
        yield theme_files.DOCUMENTS + path, _page(site.of_incidents.page(incident), known)
    for path, text in found.pages.items():
        yield theme_files.DOCUMENTS + path, _bytes(text)
    for path in sorted(found.media):
        yield theme_files.DOCUMENTS + path, found.sources[path].read_bytes()


def _page(page: Page, written: Mapping[str, object]) -> bytes:
    values = page_frontmatter.values(page, written)
    if page.head:
        values[theme_files.HEAD] = page.head
    return _bytes(page_frontmatter.written(values) + theme_files.from_source(as_markdown(page.parts), page.path))


def _bytes(content: str | bytes) -> bytes:
    # YAML can name half of a character, which no file can hold.
    return content.encode(errors="replace") if isinstance(content, str) else content
