"""Prepare pages for Zensical, and write the configuration and the template that it needs for them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from incident_docs.site import bundle
from incident_docs.site.page_frontmatter import scalar

DOCUMENTS = "docs/"
_INDEXES = ("index.md", "README.md")
HEAD = "incident_docs_head"
"""The key of a page's frontmatter that has HTML for its head."""

_CONFIGURATION = """\
# For Zensical. `incident-docs site render` writes this anew each time, so settings of your own go into a file beside this
# folder. There stand INHERIT, docs_dir and theme.custom_dir with the paths from there, and whatever you want to change.
site_name: {name}
{address}docs_dir: docs
theme:
  name: material
  variant: classic  # Zensical's name for the look of Material
  custom_dir: overrides
  font: false  # nothing is loaded from another host
  icon: {{logo: material/pulse}}
  features: [content.code.copy, navigation.tabs, search.highlight, toc.follow]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: white
      accent: indigo
      toggle: {{icon: material/weather-sunny, name: Switch to dark mode}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: black
      accent: indigo
      toggle: {{icon: material/weather-night, name: Switch to light mode}}
plugins: [search]
extra_css: [{stylesheet}]
extra_javascript: [{{path: {script}, defer: true}}]
nav:
{nav}"""
_TEMPLATE = f"""\
{{% extends "base.html" %}}
{{% block extrahead %}}
  {{{{ super() }}}}
  {{% if page and page.meta and page.meta.{HEAD} %}}{{{{ page.meta.{HEAD} | safe }}}}{{% endif %}}
{{% endblock %}}
"""


# Quotes are no quotes in a text: there they are written as references.
_ADDRESS = re.compile(r'(?<= )(href|src)="(?!["?#/]|[A-Za-z][A-Za-z0-9+.-]*:)([^"]*)"')


def from_source(markdown: str, path: str) -> str:
    """Give the Markdown of a page, its relative addresses as seen from its file, not from the folder that it is served as.

    Zensical takes those of all HTML as such, and makes them what they were.
    """
    if PurePosixPath(path).name in _INDEXES:
        return markdown
    folder = PurePosixPath(path).stem
    return _ADDRESS.sub(lambda match: f'{match[1]}="{_moved(match[2], folder)}"', markdown)


def _moved(address: str, folder: str) -> str:
    return (address.removeprefix("../") or "./") if address.startswith("../") else f"{quote(folder)}/{address}"


def files(name: str, address: str, listed: Mapping[str, str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the files by their paths. The navigation has our listed pages, by path with their titles, and the others' paths."""
    beginning = [path for path in others if path in _INDEXES][:1]
    rest = sorted(path for path in others if path not in beginning)
    nav = [*beginning, *({title: path} for path, title in listed.items()), *_entries(rest)]
    yield (
        "mkdocs.yml",
        _CONFIGURATION.format(
            name=scalar(name),
            address=f"site_url: {scalar(address)}\n" if address else "",
            stylesheet=bundle.stylesheet().path,
            script=bundle.script().path,
            nav="".join(f"  - {scalar(entry)}\n" for entry in nav),
        ),
    )
    yield "overrides/main.html", _TEMPLATE


def _entries(paths: Iterable[str], depth: int = 0) -> list[Any]:
    """The pages, and the folders with their pages, as a navigation has them that nobody wrote."""
    entries: list[Any] = []
    for part, inside in groupby(paths, key=lambda path: PurePosixPath(path).parts[depth]):
        found = list(inside)
        if part.endswith(".md"):
            entries.extend(found)
        else:
            entries.append({part.replace("-", " ").replace("_", " ").capitalize(): _entries(found, depth + 1)})
    return entries
