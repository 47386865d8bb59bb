"""Templates: an organisation replaces one by a file of its own, and what authors write is escaped."""

from datetime import date
from pathlib import Path

from incident_docs.site.pages.lists import owed_page
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.templating import fill
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
