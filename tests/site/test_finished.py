"""Pages that MkDocs does not go through one by one: the same as if it did, and not written again if nothing has changed."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from incident_docs.site.engines.mkdocs.mkdocs_page import KnownPage, Shapes
from tests.sites import BUILT_ON, MATERIAL, PLAIN, Site, incident

SITE = f"site_url: https://example.com/p/\nrepo_url: https://github.com/o/r\n{MATERIAL}docs_dir: postmortems\n"
NAMES = ("2026-03-04-checkout", "2026-02-01-mail", "2025/2025-01-01-dns", "2025/2025-06-01-search")
ONE, *OTHERS = NAMES
LOOKS = """
def on_page_content(html, page, **_):
    {body}
"""


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path / "cache"))


def site(root: Path, hook: str = "", **files: str) -> Site:
    """Four incidents that are alike; a hook makes MkDocs go through all pages."""
    documents = {f"postmortems/{name}.md": incident(f"In {name}.", title=name) for name in NAMES}
    hooks = "hooks: [hook.py]\n" if hook else ""
    return Site(root, {"mkdocs.yml": SITE + hooks, "hook.py": LOOKS.format(body=hook), **documents, **files})


def pages(built: Site) -> dict[str, str]:
    return {path: built.page(f"{path}/index.html") for path in built.all_pages()}


def times(built: Site, *names: str) -> list[int]:
    return [(built.root / "site" / name / "index.html").stat().st_mtime_ns for name in names]


def finished(built: Site) -> set[str]:
    return {path.removesuffix(".md") for path in built.build().plugins["incident-docs"]._files.finished}


def test_pages_are_the_same_as_if_mkdocs_had_gone_through_each(tmp_path: Path) -> None:
    one, other = site(tmp_path / "one"), site(tmp_path / "other", hook="return None")
    assert len(finished(one)) == 2
    assert finished(other) == set()
    assert pages(one) == pages(other)
    assert set(NAMES) <= set(pages(one))
    assert one.page("sitemap.xml") == other.page("sitemap.xml")
    for name in NAMES:
        assert f"https://example.com/p/{name}/" in one.page("sitemap.xml")


def test_a_hook_has_its_way_with_every_page(tmp_path: Path) -> None:
    built = site(tmp_path, hook="return html.replace('Once', 'Twice') + '<p>Seen.</p>'")
    built.build()
    for name in NAMES:
        assert "<p>Seen.</p>" in built.page(f"{name}/index.html")


def test_a_hook_is_asked_where_the_site_has_no_search_too(tmp_path: Path) -> None:
    built = site(tmp_path, hook="return None")
    built.write("mkdocs.yml", f"{PLAIN}docs_dir: postmortems\nhooks: [hook.py]\n")
    assert finished(built) == set()
    built.write("mkdocs.yml", f"{PLAIN}docs_dir: postmortems\n")
    assert len(finished(built)) == 2


def test_a_page_with_a_template_of_its_own_is_made_by_mkdocs(tmp_path: Path) -> None:
    documents = {f"postmortems/{name}.md": incident(title=name, template="main.html") for name in NAMES}
    built = site(tmp_path, **documents)
    assert finished(built) == set()
    page = built.page("2026-02-01-mail/index.html")
    assert "<title>2026-02-01-mail - Ours</title>" in page
    assert 'type="application/ld+json"' in page
    assert page.count('<meta name="incident-docs-search"') == 1


def test_links_to_them_are_checked(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    strict = f"{SITE}validation: {{anchors: warn}}\n"
    links = "".join(f"[There]({name}.md#what-happened) [not]({name}.md#nowhere)\n" for name in NAMES)
    built = site(tmp_path, **{"mkdocs.yml": strict, "postmortems/about.md": f"# About\n\n{links}"})
    with pytest.raises(Abort):
        built.build()
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert [re.findall(r"'(\S+)\.md#nowhere'", line) for line in said] == [[name] for name in NAMES]


def test_where_a_link_can_lead_on_a_page_that_is_not_made_is_not_known(tmp_path: Path) -> None:
    config = site(tmp_path).build()
    page = KnownPage(None, File.generated(config, "a.md", content=""), config, Shapes())
    assert page.present_anchor_ids is None


def test_a_page_that_would_be_the_same_is_not_written_again(tmp_path: Path) -> None:
    built = site(tmp_path)
    known = sorted(finished(built))
    before, first = times(built, *known), pages(built)
    built.build()
    assert times(built, *known) == before
    assert pages(built) == first
    built.write(f"postmortems/{known[0]}.md", incident("Another story.", title=known[0]))
    built.build()
    assert [one != two for one, two in zip(before, times(built, *known), strict=True)] == [True, False]
    assert "Another story." in built.page(f"{known[0]}/index.html")


def test_what_the_theme_says_anew_stands_on_every_page(tmp_path: Path) -> None:
    built = site(tmp_path)
    built.build()
    built.write("mkdocs.yml", SITE.replace("Ours", "Theirs"))
    built.build()
    for name in NAMES:
        assert f"<title>{name} - Theirs</title>" in built.page(f"{name}/index.html")


def test_the_page_of_an_incident_that_is_gone_is_gone(tmp_path: Path) -> None:
    built = site(tmp_path)
    known = sorted(finished(built))
    (tmp_path / f"postmortems/{known[0]}.md").unlink()
    built.build()
    assert not (tmp_path / "site" / known[0]).exists()
    assert not (tmp_path / "site/.incident-docs").exists()


def test_a_build_that_fails_leaves_nothing_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = site(tmp_path)
    built.build()

    def fail(*_: object, **__: object) -> None:
        raise Abort("no")

    monkeypatch.setattr("incident_docs.site.engines.mkdocs.plugin.KnownFiles", fail)
    with pytest.raises(Abort):
        built.build()
    assert not (tmp_path / "site/.incident-docs").exists()


def test_a_build_of_what_has_changed_only_leaves_the_other_pages_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    built = site(tmp_path, **{"postmortems/2025/about.md": "# About\n"})
    built.build()
    before = pages(built)
    built.write(f"postmortems/{ONE}.md", incident("Another story.", title=ONE))
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=True)
    build(config, dirty=True)
    after = pages(built)
    assert after.keys() == before.keys()
    assert "Another story." in after[ONE]
    # In the navigation MkDocs has no title for a page that it does not read.
    for name in OTHERS:
        assert after[name].partition("<article")[2] == before[name].partition("<article")[2]


def test_a_configuration_that_is_wrong_is_said_as_it_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    built = site(tmp_path, **{"incident-docs.toml": "folder = 1\n"})
    with pytest.raises(Abort):
        built.build()
    assert caplog.messages[-1] == f"{tmp_path}/incident-docs.toml:1: folder is 1; write a text in quotes"
