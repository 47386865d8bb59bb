"""A site that is served and edited: it comes out as if it were built anew, whatever is remembered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.sites import BUILT_ON, MATERIAL, Site, incident

NAMES = ("2026-03-04-checkout", "2026-02-01-mail", "2025/2025-01-01-dns")
ONE, OTHER, _ = NAMES
CARD = '<div class="idoc"><p>The card of {}.</p></div>'


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    monkeypatch.setattr("incident_docs.site.search.is_installed", lambda: False)


class Served:
    """A site of three incidents, built after each change as `mkdocs serve` does."""

    def __init__(self, root: Path, **files: str) -> None:
        documents = {f"postmortems/{name}.md": incident(f"In {name}.", title=name) for name in NAMES}
        self.site = Site(root, {"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\n", **documents, **files})
        self._started = False

    def build(self, out: str = "site") -> Any:
        config = load_config(str(self.site.root / "mkdocs.yml"), site_dir=str(self.site.root / out))
        if not self._started:
            config.plugins.on_startup(command="serve", dirty=False)
            self._started = True
        build(config, serve_url="http://127.0.0.1:8000/")
        return config

    def pages(self, out: str = "site") -> dict[str, str]:
        folder = self.site.root / out
        return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.*ml")}


CHANGES: dict[str, Callable[[Site], object]] = {
    "nothing": lambda site: site.root,
    "a story": lambda site: site.write(f"postmortems/{ONE}.md", incident("Other.", title=ONE)),
    "a title": lambda site: site.write(f"postmortems/{ONE}.md", incident(f"In {ONE}.", title="Other")),
    "a new incident": lambda site: site.write("postmortems/2026-04-01-new.md", incident(title="New")),
    "an incident less": lambda site: (site.root / f"postmortems/{OTHER}.md").unlink(),
    "a page of the authors": lambda site: site.write("postmortems/about.md", "# About\n"),
    "the theme": lambda site: site.write("mkdocs.yml", f"{MATERIAL.replace('Ours', 'Theirs')}docs_dir: postmortems\n"),
    "the headings": lambda site: site.write(
        "mkdocs.yml", f"{MATERIAL}docs_dir: postmortems\nmarkdown_extensions: [{{toc: {{permalink: true}}}}]\n"
    ),
    "the format": lambda site: site.write("incident-docs.toml", '[severities.SEV1]\nimpact = "All is lost"\n'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_edited_site_is_the_same_as_one_that_is_built_anew(tmp_path: Path, change: str) -> None:
    served = Served(tmp_path)
    served.build()
    CHANGES[change](served.site)
    served.build()
    anew = Served(tmp_path)
    anew.site.root = tmp_path
    CHANGES[change](anew.site)
    anew.build("anew")
    assert served.pages() == anew.pages("anew")
    assert len(served.pages()) > 10


def test_a_page_that_has_not_changed_is_not_put_into_the_theme_again(tmp_path: Path) -> None:
    main = '{% extends "base.html" %}{% block extrahead %}<i>{{ range(1000000) | random }}</i>{% endblock %}'
    configuration = MATERIAL.replace("font: false", "font: false, custom_dir: theme")
    served = Served(tmp_path, **{"mkdocs.yml": f"{configuration}docs_dir: postmortems\n", "theme/main.html": main})
    served.build()
    before = served.pages()
    served.site.write(f"postmortems/{ONE}.md", incident("Other.", title=ONE))
    served.build()
    after = served.pages()
    assert {path for path in before if before[path] != after[path]} == {f"{ONE}/index.html", "404.html"}
    served.site.write("theme/main.html", f"{main} ")
    served.build()
    assert served.pages()[f"{OTHER}/index.html"] != before[f"{OTHER}/index.html"]


def test_a_plugin_that_has_a_say_has_it_again(tmp_path: Path) -> None:
    hook = "SEEN = []\ndef on_page_context(context, page, **_):\n    SEEN.append(page)\n    page.meta['description'] = len(SEEN)\n"
    served = Served(tmp_path, **{"mkdocs.yml": f"{MATERIAL}docs_dir: postmortems\nhooks: [hook.py]\n", "hook.py": hook})
    served.build()
    before = served.pages()
    served.build()
    assert all(before[f"{name}/index.html"] != served.pages()[f"{name}/index.html"] for name in NAMES)


def test_a_template_of_an_organisation_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    configuration = MATERIAL.replace("font: false", "font: false, custom_dir: theme")
    served = Served(tmp_path, **{"mkdocs.yml": f"{configuration}docs_dir: postmortems\n"})
    for card in ("red", "blue"):
        served.site.write("theme/incident-docs/card.html", CARD.format(card))
        config = served.build()
        assert f"The card of {card}." in served.pages()[f"{ONE}/index.html"]
    assert str(tmp_path / "theme/incident-docs") in config.watch
