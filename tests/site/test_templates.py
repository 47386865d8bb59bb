"""Templates: an organisation replaces one by a file of its own, and what authors write is escaped."""

from datetime import date
from pathlib import Path

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.site.layout import template_folders
from incident_docs.site.pages.lists import owed_page
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.templating import fill
from incident_docs.workspace.project import load_project
from tests.incidents import document
from tests.site.reader import headings, links, read, words

TODAY = date(2026, 4, 10)


def test_a_template_of_the_same_name_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "owed.html").write_text("{{ heading(1, title) }}<p>Write {{ rows[0].title }}.</p>", encoding="utf-8")
    incidents = [Incident(document({"title": "<b>Ana"}), "a.md")]
    found = read(owed_page.page(incidents, Settings(template_folders=(str(tmp_path),)), TODAY))
    assert headings(found) == [(1, "What is owed")]
    assert words(found) == "What is owed Write <b>Ana."


def test_a_macro_of_the_same_name_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "tables.html").write_text(
        "{% macro head(columns) %}{% endmacro %}{% macro quiet(text) %}?{% endmacro %}", encoding="utf-8"
    )
    incidents = [Incident(document({"severity": ""}), "a.md")]
    found = read(owed_page.page(incidents, Settings(template_folders=(str(tmp_path),)), TODAY))
    assert list(links(found)) == ["Checkout down"]
    assert "?" in words(found)


def test_what_a_template_is_given_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text('<p title="{{ text }}">{{ text }}</p>', encoding="utf-8")
    html = fill("x.html", (str(tmp_path),), text='"<script>')
    assert html == '<p title="&#34;&lt;script&gt;">&#34;&lt;script&gt;</p>'


def test_templates_lie_in_the_theme_s_folder_and_in_the_configured_one(tmp_path: Path) -> None:
    (tmp_path / "theme" / "incident-docs").mkdir(parents=True)
    (tmp_path / "ours").mkdir()
    (tmp_path / "incident-docs.toml").write_text('[site]\ntemplates = "ours"\n', encoding="utf-8")
    found = template_folders(load_project(tmp_path), [str(tmp_path / "theme"), str(tmp_path / "none")])
    assert found == (str(tmp_path / "theme" / "incident-docs"), str(tmp_path / "ours"))


def test_a_folder_of_templates_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "incident-docs.toml").write_text('[site]\ntemplates = "ours"\n', encoding="utf-8")
    with pytest.raises(IncidentDocsError) as caught:
        template_folders(load_project(tmp_path))
    assert str(caught.value) == f"{tmp_path}/incident-docs.toml: there is no folder 'ours', which `templates` names"
