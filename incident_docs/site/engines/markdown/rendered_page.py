"""A Markdown instance to the page that an engine is rendering with it.

Engines say so in processors of their own: Zensical in one for extensions to ask, MkDocs in the one that follows links.
"""

import posixpath
from pathlib import Path
from typing import Any, NamedTuple

from incident_docs.site.engines.markdown.standalone_lists import Folders


class RenderedPage(NamedTuple):
    """A page whose Markdown is being converted."""

    path: str
    """Of its source, relative to the site's documents; empty if nobody says."""
    links_from: str
    """The path from which links have to lead: an engine may take all links as seen from the folder of the source."""
    folders: Folders


def rendered_page(md: Any) -> RenderedPage:
    """The page; nobody knows it where Markdown is converted without an engine."""
    if "rendering_context" in md.preprocessors:
        context = md.preprocessors["rendering_context"]
        path = context.page.path
        folder_page = posixpath.join(posixpath.dirname(path), "index.md")
        return RenderedPage(path, folder_page, _folders(context.config, Path(context.config["root_dir"])))
    if "relpath" in md.treeprocessors:
        links = md.treeprocessors["relpath"]
        path, file = links.file.src_uri, links.config["config_file_path"]
        return RenderedPage(path, path, _folders(links.config, Path(file or "mkdocs.yml").parent))
    here = Path.cwd()
    return RenderedPage("", "", Folders(here, here))


def _folders(config: Any, start: Path) -> Folders:
    start = start.resolve()
    return Folders(start, start / config["docs_dir"], config["use_directory_urls"])
