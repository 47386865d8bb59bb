"""The extension of Python-Markdown without our plugin: in plain Markdown, in MkDocs, and in Zensical's manner."""

import logging
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from incident_docs.site.engines.markdown.markdown_extension import IncidentDocsExtension
from tests.incidents import text
from tests.site.reader import words
from tests.site.test_list_block import entries, hrefs
from tests.sites import INCIDENT, Site

EXTENSION = "incident_docs.site.engines.markdown.markdown_extension:IncidentDocsExtension"
PAGE = "# Runbook\n\n```incidents\nservice: checkout\n```\n"
CONFIGURATION = 'folder = "docs/incidents"\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A project with one incident, in whose folder a process works on 10 April 2026."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775822400")
    files = {"incident-docs.toml": CONFIGURATION, f"docs/incidents/{INCIDENT}": text(actions=[("Fix it", "@ana", "")])}
    return Site(tmp_path, files)


def converted(markdown: str, *extensions: Any) -> str:
    return Markdown(extensions=[*extensions, IncidentDocsExtension()]).convert(markdown)


def lists(html: str) -> str:
    """The lists of a page, without the styles that stand at its end."""
    return html.partition("<style>")[0]


@pytest.mark.usefixtures("site")
def test_plain_markdown_finds_the_project_of_the_folder() -> None:
    html = converted(PAGE)
    assert entries(html) == ["P2 Major degradation Checkout down 2026-03-04 1h 00m"]
    assert hrefs(html) == [f"docs/incidents/{INCIDENT}"]
    assert html.count("<style>") == 1
    assert html.startswith('<h1>Runbook</h1>\n<div class="idoc idoc-listed">')
    assert "/*" not in html


def test_the_template_of_a_list_is_that_of_the_organisation_if_it_has_one(site: Site) -> None:
    site.write("incident-docs.toml", f'{CONFIGURATION}[site]\ntemplates = "templates"\n')
    site.write("templates/list-block.html", "<p>{{ incidents | length }} of ours</p>")
    assert "<p>1 of ours</p>" in converted(PAGE)


def test_a_page_without_lists_is_left_as_it_is(site: Site) -> None:
    site.write("incident-docs.toml", "folder = 1\n")
    assert converted("```\nincidents\n```") == "<p><code>incidents</code></p>"


@pytest.mark.usefixtures("site")
def test_lists_stand_in_other_blocks_and_beside_code() -> None:
    page = "!!! note\n\n    ```incidents\n    limit: 1\n    ```\n\n- a\n\n    ```incidents\n    ```\n\n````\n```incidents\n````\n"
    html = lists(converted(page, "admonition", "pymdownx.superfences"))
    assert html.count('<div class="idoc idoc-listed">') == 2
    assert '<div class="admonition note">\n<p class="admonition-title">Note</p>\n<div class="idoc idoc-listed">' in html
    assert "<li>\n<p>a</p>\n<div" in html
    assert "```incidents\n</code>" in html


@pytest.mark.usefixtures("site")
def test_frontmatter_stays_what_it_is() -> None:
    markdown = Markdown(extensions=["meta", IncidentDocsExtension()])
    markdown.convert(f"---\ntitle: x\n---\n{PAGE}")
    assert markdown.Meta == {"title": ["x"]}  # type: ignore[attr-defined]


def test_a_changed_document_is_read_again_and_others_are_not(site: Site) -> None:
    assert entries(converted(PAGE)) == ["P2 Major degradation Checkout down 2026-03-04 1h 00m"]
    site.write("docs/incidents/2026-03-05-more.md", text({"title": "More", "status": "active", "resolved": ""}))
    site.write("docs/incidents/_template.md", text({"title": "Template"}))
    (site.root / "docs/incidents/2026-03-06-binary.md").write_bytes(b"\xff\xfe")
    assert entries(converted(PAGE)) == [
        "P2 Major degradation More Active 2026-03-04 ongoing",
        "P2 Major degradation Checkout down 2026-03-04 1h 00m",
    ]
    file = site.root / "docs/incidents" / INCIDENT
    file.write_text(text({"title": "Checkout was down"}), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert "Checkout was down" in converted(PAGE)
    site.write("incident-docs.toml", f'{CONFIGURATION}[severities.S1]\nimpact = "All"\n')
    assert "there is no severity 'P2'; there are S1" not in converted(PAGE)
    assert "not recorded Checkout was down" in words(converted(PAGE))


@pytest.mark.usefixtures("site")
def test_a_mistake_is_a_warning_and_a_box(caplog: pytest.LogCaptureFixture) -> None:
    html = lists(converted("```incidents\n\nserivce: x\n```"))
    assert words(html) == "This list cannot be made. Line 3: there is no key 'serivce'; did you mean 'service'?"
    assert caplog.record_tuples == [
        ("incident-docs", logging.WARNING, "line 3: there is no key 'serivce'; did you mean 'service'?")
    ]


def test_a_mistake_in_the_configuration_is_no_crash(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.write("incident-docs.toml", "folder = 1\n")
    html = converted(PAGE + PAGE)
    assert (
        words(html)
        == (
            "Runbook This list cannot be made. The configuration has a mistake; the log of the build names it. " * 2
        ).strip()
    )
    file = site.root / "incident-docs.toml"
    assert caplog.messages == [f"{file}:1: folder is 1; write a text in quotes"]


@pytest.mark.usefixtures("site")
def test_the_day_is_today_if_nobody_says_another(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "```action-items\nstatus: overdue\n```"
    assert words(lists(converted(page))) == "No action item matches. As of 10 April 2026."
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert "As of 10 April 2026." not in converted(page)


class Context(Preprocessor):
    """Zensical's word to extensions: which page it is, and how the site is configured."""

    def __init__(self, page: str, config: dict[str, Any]) -> None:
        super().__init__()
        self.page = SimpleNamespace(path=page)
        self.config = config

    def run(self, lines: list[str]) -> list[str]:
        return lines


@pytest.mark.parametrize(
    ("page", "directory_urls", "href"),
    [
        ("index.md", True, "incidents/2026-03-04-checkout/"),
        ("a/b.md", True, "../incidents/2026-03-04-checkout/"),
        ("a/b.md", False, "../incidents/2026-03-04-checkout.html"),
    ],
)
def test_zensical_takes_links_as_seen_from_the_folder_of_the_page(
    site: Site, caplog: pytest.LogCaptureFixture, page: str, directory_urls: bool, href: str
) -> None:
    content = f"---\ntitle: x\n---\n\n{PAGE}\n```incidents\nlimit: 0\n```\n"
    site.write(f"docs/{page}", content)
    config = {"root_dir": str(site.root), "docs_dir": "docs", "use_directory_urls": directory_urls}
    markdown = Markdown(extensions=[IncidentDocsExtension()])
    markdown.preprocessors.register(Context(page, config), "rendering_context", 0)
    assert hrefs(markdown.convert(content.partition("---\n\n")[2])) == [href]
    assert caplog.messages == [f"{page}:12: limit is '0'; write a whole number from 1 on"]


def test_an_incident_outside_of_the_site_has_no_link(site: Site) -> None:
    (site.root / "web").mkdir()
    config = {"root_dir": str(site.root), "docs_dir": "web", "use_directory_urls": True}
    markdown = Markdown(extensions=[IncidentDocsExtension()])
    markdown.preprocessors.register(Context("index.md", config), "rendering_context", 0)
    html = markdown.convert(PAGE)
    assert entries(html) == ["P2 Major degradation Checkout down 2026-03-04 1h 00m"]
    assert hrefs(html) == []


def test_mkdocs_without_our_plugin_makes_the_same_lists(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.write(
        "mkdocs.yml", f"site_name: x\ntheme: {{name: mkdocs}}\nplugins: []\nmarkdown_extensions: ['{EXTENSION}']\n"
    )
    site.write("docs/run/book.md", f"---\ntitle: x\n---\n{PAGE}\n```action-items\nstatus: x\n```\n")
    site.build()
    html = site.page("run/book/index.html").partition('role="main"')[2]
    assert entries(html)[0] == "P2 Major degradation Checkout down 2026-03-04 1h 00m"
    assert hrefs(html)[0] == "../../incidents/2026-03-04-checkout/"
    assert [each for each in caplog.messages if "no status" in each] == [
        "run/book.md:11: there is no status 'x'; there are overdue, open, in progress, done, won't do, unknown"
    ]


def test_a_public_project_lists_what_its_readers_may_read(site: Site) -> None:
    site.write("incident-docs.toml", f'{CONFIGURATION}[site]\naudience = "public"\n')
    site.write("docs/incidents/2026-03-05-hush.md", text({"title": "Hush", "audience": "internal"}))
    (site.root / "docs/incidents/2026-03-06-broken.md").write_bytes(b"\xff")
    assert entries(converted(PAGE)) == ["P2 Major degradation Checkout down 2026-03-04 1h 00m"]
