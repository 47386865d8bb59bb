"""`incident-docs site render`: the files that it writes, and what it never writes over."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.errors import IncidentDocsError
from incident_docs.site import bundle, page_frontmatter
from incident_docs.site.engines.zensical import theme_files
from incident_docs.site.pages import urls
from incident_docs.workspace import output_folder
from tests.conftest import Run
from tests.incidents import text

_EPOCH = "1775822400"  # 2026-04-10
_INCIDENT = "2026-03-04-checkout.md"
_ACTIONS = [("Fix it", "@ana", "2026-04-01", "open", "")]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build is one of the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _EPOCH)


def _write(project: Path, **others: str) -> None:
    for path, content in {
        _INCIDENT: text(None, _ACTIONS) + "\n#### What happened\n[Runbook](runbook.md)\n",
        **others,
    }.items():
        file = project / "postmortems" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_tree_has_pages_styles_and_a_configuration(project: Path, run: Run) -> None:
    _write(project, **{"runbook.md": "# Runbook\n", "_template.md": text()})
    result = run("site", "render", "out", "--site-name", "Ours: all", "--site-url", "https://example.com/pm")
    written = _files(project / "out")
    assert result.stdout == f"out: {len(written) - 1} files written; build it with: zensical build -f out/mkdocs.yml\n"
    assert [name for name in written if not name.startswith("docs/")] == [
        ".incident-docs.json",
        "mkdocs.yml",
        "overrides/main.html",
    ]
    for name in (
        f"{_INCIDENT}",
        "runbook.md",
        "index.md",
        "actions.md",
        "actions.json",
        bundle.stylesheet().path,
        bundle.script().path,
    ):
        assert f"docs/{name}" in written
    assert "docs/_template.md" not in written
    configured = yaml.safe_load((project / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert (configured["site_name"], configured["site_url"]) == ("Ours: all", "https://example.com/pm/")
    assert configured["extra_css"] == [bundle.stylesheet().path]
    assert configured["extra_javascript"] == [{"path": bundle.script().path, "defer": True}]
    assert configured["nav"][:2] == [{"Incidents": "index.md"}, {"Action items": "actions.md"}]
    assert configured["nav"][-1] == "runbook.md"


def test_a_page_says_in_its_frontmatter_what_the_engine_has_to_know(project: Path, run: Run) -> None:
    facts = {"title": "'</title> & \"x\"'", "description": "a < b", "search": "{exclude: true}"}
    _write(project, **{"2026-03-05-odd.md": text(facts)})
    run("site", "render", "out")
    page = (project / "out/docs/2026-03-05-odd.md").read_text(encoding="utf-8")
    said = yaml.safe_load(page.split("---\n")[1])
    assert '<meta property="og:type" content="article">' in said.pop("incident_docs_head")
    assert said == {
        "hide": ["navigation"],
        "title": "&lt;/title&gt; &amp; &quot;x&quot;",
        "description": "a &lt; b",
        "search": {"exclude": True},
    }
    index = (project / "out/docs/index.md").read_text(encoding="utf-8")
    assert index.startswith(
        '---\nhide: ["navigation", "toc"]\ntitle: "Incidents"\nsearch: {"exclude": true}\n---\n\n# Incidents\n'
    )


def test_what_pages_lead_to_comes_along(project: Path, run: Run) -> None:
    _write(
        project,
        **{
            "2026/2026-03-05-odd.md": text()
            + "\n#### What happened\n![seen](../img/seen.svg) [first](../2026-03-04-checkout.md)\n",
            "runbook.md": "![other](img/other.svg)\n",
            "img/seen.svg": "<svg/>",
            "img/other.svg": "<svg/>",
            "img/unseen.svg": "<svg/>",
        },
    )
    run("site", "render", "out")
    assert [name for name in _files(project / "out") if "/img/" in name] == ["docs/img/other.svg", "docs/img/seen.svg"]
    page = (project / "out/docs/2026/2026-03-05-odd.md").read_text(encoding="utf-8")
    # As seen from the file, which Zensical makes `../../img/seen.svg` of.
    assert '<img src="../img/seen.svg" alt="seen"' in page
    assert '<a href="../2026-03-04-checkout/"' in page
    assert '<a href="2026-03-04-checkout/"' in (project / "out/docs/index.md").read_text(encoding="utf-8")


def test_pages_of_the_authors_own_stand_in_the_navigation_and_are_not_replaced(project: Path, run: Run) -> None:
    own = {"index.md": "# Home\n", "rules.md": "# House\n", "how_to/a.md": "# A\n", "how_to/deep/b.md": "# B\n"}
    _write(project, **own)
    run("site", "render", "out")
    nav = yaml.safe_load((project / "out/mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    assert nav[:2] == ["index.md", {"Incidents": "incidents.md"}]
    assert nav[-2:] == [{"How to": ["how_to/a.md", {"Deep": ["how_to/deep/b.md"]}]}, "rules.md"]
    assert (project / "out/docs/rules.md").read_text(encoding="utf-8") == "# House\n"


def test_a_second_run_writes_what_has_changed_and_removes_what_is_gone(project: Path, run: Run) -> None:
    _write(project, **{"2026/guide.md": "# Guide\n", "runbook.md": "# Runbook\n"})
    run("site", "render", "out")
    (project / "out/site").mkdir()
    (project / "out/site/built.html").write_text("built", encoding="utf-8")
    assert run("site", "render", "out").stdout.startswith("out: no files written; ")
    _write(project, **{"runbook.md": "# Runbook\n\nNew.\n"})
    assert run("site", "render", "out").stdout.startswith("out: 1 file written; ")
    (project / "postmortems/2026/guide.md").unlink()
    assert run("site", "render", "out").stdout.startswith("out: 1 file written; ")
    assert not (project / "out/docs/2026").exists()
    assert (project / "out/site/built.html").exists()
    (project / "out/docs/runbook.md").unlink()
    assert run("site", "render", "out").stdout.startswith("out: 1 file written; ")


def test_a_folder_with_anything_else_in_it_is_not_written_to(project: Path, run: Run) -> None:
    _write(project)
    (project / "out").mkdir()
    (project / "out/mine.md").write_text("mine", encoding="utf-8")
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {project / 'out'} holds files that incident-docs did not write; name a new or an empty folder\n",
    )
    assert _files(project / "out") == ["mine.md"]


def test_what_somebody_changed_is_not_written_over(project: Path, run: Run) -> None:
    _write(project)
    run("site", "render", "out")
    (project / "out/mkdocs.yml").write_text("mine", encoding="utf-8")
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {project / 'out/mkdocs.yml'} was changed since incident-docs wrote it; move it away, or remove it\n",
    )
    assert (project / "out/mkdocs.yml").read_text(encoding="utf-8") == "mine"


def test_what_somebody_put_there_is_not_written_over(project: Path, run: Run) -> None:
    _write(project)
    run("site", "render", "out")
    (project / "out/docs/runbook.md").write_text("mine", encoding="utf-8")
    _write(project, **{"runbook.md": "# Runbook\n"})
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {project / 'out/docs/runbook.md'} would be written over; move it away, or remove it\n",
    )
    assert (project / "out/docs/runbook.md").read_text(encoding="utf-8") == "mine"
    (project / "out/docs/runbook.md").unlink()
    assert run("site", "render", "out").exit_code == 0


@pytest.mark.parametrize(
    "held", ["no JSON", "[]", '{"files": []}', '{"files": {"../postmortems/2026-03-04-checkout.md": "x"}}']
)
def test_a_list_that_we_did_not_write_is_not_believed(project: Path, run: Run, held: str) -> None:
    _write(project)
    run("site", "render", "out")
    (project / "out/.incident-docs.json").write_text(held, encoding="utf-8")
    result = run("site", "render", "out")
    where = project / "out/.incident-docs.json"
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {where} cannot be read; remove the folder, or name another one\n",
    )


def test_a_run_that_is_broken_off_leaves_nothing_that_stops_the_next(tmp_path: Path) -> None:
    def broken() -> object:
        yield "a/b.md", b"new"
        raise IncidentDocsError("no further")

    output_folder.write_output_folder(tmp_path / "out", [("a/b.md", b"old"), ("c.md", b"old")])
    with pytest.raises(IncidentDocsError, match="no further"):
        output_folder.write_output_folder(tmp_path / "out", broken())  # type: ignore[arg-type]
    assert output_folder.write_output_folder(tmp_path / "out", [("a/b.md", b"new"), ("d.md", b"new")]) == 1
    assert _files(tmp_path / "out") == [".incident-docs.json", "a/b.md", "d.md"]


def test_a_place_that_cannot_be_written_to_is_said(project: Path, run: Run) -> None:
    _write(project)
    (project / "out").write_text("a file", encoding="utf-8")
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr) == (2, f"Error: {project / 'out/.incident-docs.json'}: not a directory\n")


def test_a_file_that_cannot_be_read_stops_it_before_anything_is_written(project: Path, run: Run) -> None:
    _write(project)
    bad = project / "postmortems/2026-03-05-bad.md"
    bad.write_bytes(b"\n\xff")
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {bad}:2:1: this is not UTF-8: the byte 0xff; save the file as UTF-8\n",
    )
    assert not (project / "out").exists()


def test_it_does_not_write_among_the_incidents(project: Path, run: Run) -> None:
    _write(project)
    result = run("site", "render", "postmortems/out")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: postmortems/out lies among the incidents, whose pages it would join; name a folder outside of postmortems",
    )


def test_without_a_folder_of_incidents_there_is_no_site(project: Path, run: Run) -> None:
    (project / "postmortems").rmdir()
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: there is no folder postmortems; set `folder` in the configuration",
    )


@pytest.mark.parametrize("said", ["today", "99999999999999999999"])
def test_a_day_that_is_none_is_said(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    _write(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    result = run("site", "render", "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: SOURCE_DATE_EPOCH is {said!r}; it is seconds since 1970, as in 1775822400\n",
    )


def test_without_a_day_it_is_today_s_site(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(project)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert run("site", "render", "out").exit_code == 0


def test_a_public_site_has_nothing_internal(project: Path, run: Run) -> None:
    story = "\n#### What happened\nKnown to all.\n\n<!-- internal -->\nThe tenant quokka lost ledgers.\n![x](ledger.svg)\n<!-- /internal -->\n"
    secret = text({"title": "Vault of marmots opened", "audience": "internal"})
    _write(project, **{"2026-03-05-odd.md": text() + story, "2026-03-06-vault.md": secret, "ledger.svg": "<svg/>"})
    assert run("site", "render", "all").exit_code == 0
    assert run("site", "render", "out", "--audience", "public").exit_code == 0
    everything, public = (
        {name: (project / folder / name).read_bytes() for name in _files(project / folder)} for folder in ("all", "out")
    )
    words = (b"quokka", b"ledger", b"marmots", b"2026-03-06-vault")
    assert [any(word in content for content in everything.values()) for word in words] == [True] * 4
    assert [name for name, content in public.items() if any(word in content for word in words)] == []
    assert "docs/ledger.svg" in everything
    assert "docs/ledger.svg" not in public


def test_a_page_that_tells_what_is_internal_stops_a_public_site(project: Path, run: Run) -> None:
    story = "\n#### What happened\n<!-- internal -->\nThe tenant quokka lost ledgers.\n<!-- /internal -->\n"
    _write(project, **{"2026-03-05-odd.md": text() + story, "notes.md": "The tenant quokka lost ledgers.\n"})
    result = run("site", "render", "out", "--audience", "public")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: docs/notes.md says what is internal in 2026-03-05-odd.md:23:1\n",
    )
    assert not (project / "out").exists()


@given(st.dictionaries(st.sampled_from(("title", "description", "x")), st.text(), min_size=1))
def test_yaml_reads_what_was_written_into_the_frontmatter(values: dict[str, str]) -> None:
    block = page_frontmatter.written(values)
    inside = block.removeprefix("---\n").removesuffix("---\n\n")
    assert yaml.safe_load(inside) == values
    assert len(inside.splitlines()) == len(values)


_PATHS = st.sampled_from(["index.md", "a.md", "b/index.md", "b/c.md", "b/c d.md", "b/c/e.md", "b/x.json", "img/y.png"])


@given(_PATHS.filter(lambda path: path.endswith(".md")), _PATHS)
def test_an_address_leads_to_the_same_place_when_zensical_has_moved_it(here: str, there: str) -> None:
    address = urls.url(here, there, directory_urls=True)
    as_source = theme_files.from_source(f'<a href="{address}">x</a>', here)
    href = as_source.removeprefix('<a href="').removesuffix('">x</a>')
    moved = href if here.endswith("index.md") else f"../{href}"
    assert _target(here, moved) == _target(here, address)


def _target(here: str, address: str) -> str:
    from urllib.parse import unquote, urljoin

    folder = here.removesuffix("index.md") if here.endswith("index.md") else f"{here.removesuffix('.md')}/"
    return unquote(urljoin(f"https://example.com/{folder}", address))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="?service=x">x</a>',
        '<a href="#top">x</a>',
        '<a href="https://example.com/">x</a>',
        '<a href="/x/">x</a>',
        '<a href="">x</a>',
        '<i data-href="x/">x</i>',
        "a href=&quot;x/&quot;",
    ],
)
def test_other_addresses_stay(html: str) -> None:
    assert theme_files.from_source(html, "a.md") == html


def test_the_list_says_what_was_written(tmp_path: Path) -> None:
    output_folder.write_output_folder(tmp_path, [("a.md", b"a")])
    assert list(json.loads((tmp_path / ".incident-docs.json").read_text(encoding="utf-8"))["files"]) == ["a.md"]


def test_what_is_not_installed_is_named(project: Path) -> None:
    _write(project)
    code = "import sys; sys.modules['bm25s'] = None; from incident_docs.cli import main; main()"
    command = [sys.executable, "-c", code, "site", "render", "out"]
    ended = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines()[-1] == (
        "Error: the site needs bm25s, which is not installed; write: pip install 'incident-docs[pages]'"
    )
