"""Pages whose HTML is finished, in a site of MkDocs: like any other page for plugins, links and the site's settings."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

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


def test_a_hook_has_its_way_with_every_page(tmp_path: Path) -> None:
    built = site(tmp_path, hook="return html.replace('Once', 'Twice') + '<p>Seen.</p>'")
    built.build()
    for name in NAMES:
        assert "<p>Seen.</p>" in built.page(f"{name}/index.html")


def test_a_page_with_a_template_of_its_own_is_made_by_mkdocs(tmp_path: Path) -> None:
    documents = {f"postmortems/{name}.md": incident(title=name, template="main.html") for name in NAMES}
    built = site(tmp_path, **documents)
    built.build()
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


def test_what_the_theme_says_anew_stands_on_every_page(tmp_path: Path) -> None:
    built = site(tmp_path)
    built.build()
    built.write("mkdocs.yml", SITE.replace("Ours", "Theirs"))
    built.build()
    for name in NAMES:
        assert f"<title>{name} - Theirs</title>" in built.page(f"{name}/index.html")


def test_the_page_of_an_incident_that_is_gone_is_gone(tmp_path: Path) -> None:
    built = site(tmp_path)
    built.build()
    (tmp_path / f"postmortems/{ONE}.md").unlink()
    built.build()
    assert not (tmp_path / "site" / ONE).exists()


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


@pytest.mark.parametrize(
    "toc",
    [
        "{}",
        "{permalink: true}",
        "{permalink: '#', permalink_class: link, permalink_title: Here, toc_depth: 2, baselevel: 2}",
        "{anchorlink: true, separator: _, slugify: !!python/name:markdown.extensions.toc.slugify_unicode }",
        "{permalink: true, permalink_leading: true, toc_depth: 2-3}",
    ],
)
def test_headings_look_as_the_site_s_settings_ask_for(tmp_path: Path, toc: str) -> None:
    configuration = f"{PLAIN}docs_dir: postmortems\nmarkdown_extensions: [{{toc: {toc}}}]\n"
    titles = [(1, "Checkout & <mail> down"), (2, "Postmortem"), (3, "Übersicht"), (3, "Action items"), (3, "Übersicht")]
    document = incident(title=f"'{titles[0][1]}'").partition("#### Action")[0]
    story = "".join(f"\n#### {title}\nText.\n" for level, title in titles if level == 3)
    authored = "".join(f"{'#' * level} {title.replace('<', '&lt;')}\n\nText.\n\n" for level, title in titles)
    files = {f"postmortems/{ONE}.md": document + story, "postmortems/authored.md": authored}
    built = Site(tmp_path, {"mkdocs.yml": configuration, **files})
    built.build()
    ours, theirs = (built.page(f"{path}/index.html") for path in (ONE, "authored"))
    assert headings(ours) == headings(theirs)
    assert len(headings(ours)) > len(titles)
    assert contents(ours) == contents(theirs)


def headings(page: str) -> list[str]:
    return re.findall(r"<(h[1-6] .*?)</h", page.partition('role="main"')[2])


def contents(page: str) -> list[str]:
    return re.findall(r'<a href="#.*?</a>', page.partition('role="main"')[0])
