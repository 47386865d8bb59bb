"""A project in a folder to a site, built as `mkdocs build --strict` does."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.incidents import text

INCIDENT = "2026-03-04-checkout.md"
PLAIN = "site_name: Ours\ntheme: {name: mkdocs}\nplugins: [incident-docs]\nvalidation: {anchors: warn}\n"
MATERIAL = (
    "site_name: Ours\ntheme: {name: material, font: false, features: [navigation.tabs]}\n"
    "plugins: [search, incident-docs]\n"
)
_BETWEEN = ("owed", "insights", "response-guide", "writing-guide")
BUILT_ON = "1775822400"  # 2026-04-10


class Site:
    """A project and its site; each build is one of its own, as in `mkdocs serve`."""

    def __init__(self, root: Path, files: Mapping[str, str]) -> None:
        self.root = root
        for path, content in files.items():
            self.write(path, content)

    def write(self, path: str, content: str) -> None:
        """Write a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def build(self) -> Any:
        """Build it and give its configuration."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_MKDOCS_2_WARNING", "1")
            patch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
            config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "site"), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        return config

    def all_pages(self) -> list[str]:
        """The addresses of its pages."""
        site = self.root / "site"
        return sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))

    def pages(self) -> list[str]:
        """The same; of those that nobody wrote, only the first and the last of the navigation."""
        return [page for page in self.all_pages() if not page.endswith(_BETWEEN) and "owners/" not in page]

    def page(self, path: str) -> str:
        """A file of the site."""
        return (self.root / "site" / path).read_text(encoding="utf-8")

    def navigation(self) -> list[tuple[str, str]]:
        """What stands in the bar of MkDocs' own theme, and where it leads; of what nobody wrote, as in `pages`."""
        bar = self.page("index.html").partition('<ul class="nav navbar-nav">')[2].partition("</ul>\n")[0]
        found = [
            (words(label), href) for href, label in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', bar, re.DOTALL)
        ]
        return [(label, href) for label, href in found if not href.endswith(tuple(f"{name}/" for name in _BETWEEN))]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def hrefs(html: str) -> dict[str, str]:
    """Where the links lead, by their words."""
    return {words(label): href for href, label in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html)}


def incident(story: str = "", **facts: str) -> str:
    """A document with one action item."""
    return text(facts, [("Fix it", "@ana", "2026-04-01", "open", "")]) + f"\n#### What happened\n{story}\n"
