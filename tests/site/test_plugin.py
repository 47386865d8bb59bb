"""The plugin in real builds of MkDocs: where incidents may lie, and what is left alone."""

from pathlib import Path

import pytest

from tests.incidents import text
from tests.sites import INCIDENT, PLAIN, Site, hrefs, incident


def test_a_folder_of_incidents_is_a_site(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        {
            "mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n",
            f"postmortems/2026/{INCIDENT}": incident("See [the guide](../guide.md#how) and ![a](a%20b.png)."),
            "postmortems/2026/a b.png": "png",
            "postmortems/outage.md": incident(title="Named otherwise"),
            "postmortems/about.md": "# About us\n",
            "postmortems/guide.md": "# Guide\n\n## How\n\n[Checkout](2026/2026-03-04-checkout.md#action-1)\n",
            "postmortems/_template.md": text(),
            "postmortems/2026/_drafts/2026-01-01-draft.md": text(),
        },
    )
    site.build()
    assert site.pages() == [".", "2026/2026-03-04-checkout", "about", "actions", "guide", "outage", "rules"]
    own = ["actions", "insights", "owed", "owners/ana", "response-guide", "rules", "writing-guide"]
    assert sorted(set(site.all_pages()) - set(site.pages()) | {"actions", "rules"}) == own
    assert site.navigation() == [
        ("Incidents", "."),
        ("Action items", "actions/"),
        ("Rules", "rules/"),
        ("About us", "about/"),
        ("Guide", "guide/"),
    ]
    page = site.page("2026/2026-03-04-checkout/index.html")
    assert "<title>Checkout down - Ours</title>" in page
    assert hrefs(page)["the guide"] == "../../guide/#how"
    assert '<img src="../a%20b.png" alt="a"' in page
    assert hrefs(page)["← All incidents"] == "../../"
    assert hrefs(site.page("index.html"))["Named otherwise"] == "outage/"
    assert hrefs(site.page("actions/index.html"))["Checkout down"] == "../2026/2026-03-04-checkout/#action-1"


@pytest.mark.parametrize("name", ["README.md", "index.md"])
def test_an_index_of_the_folder_s_own_stays_and_the_list_stands_beside_it(tmp_path: Path, name: str) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()}
    site = Site(tmp_path, {**files, f"postmortems/{name}": "# Welcome\n", "postmortems/zoo.md": "# Zoo\n"})
    site.build()
    assert site.pages() == [".", "2026-03-04-checkout", "actions", "incidents", "rules", "zoo"]
    assert site.navigation() == [
        ("Welcome", "."),
        ("Incidents", "incidents/"),
        ("Action items", "actions/"),
        ("Rules", "rules/"),
        ("Zoo", "zoo/"),
    ]
    assert hrefs(site.page("2026-03-04-checkout/index.html"))["← All incidents"] == "../incidents/"


def test_a_page_of_the_authors_own_is_not_replaced(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()}
    site = Site(tmp_path, {**files, "postmortems/actions.md": "# What we do\n"})
    site.build()
    assert "What we do</h1>" in site.page("actions/index.html")
    assert hrefs(site.page("2026-03-04-checkout/index.html"))["All action items"] == "../actions/"


def test_incidents_are_part_of_a_documentation_site(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        {
            "mkdocs.yml": PLAIN,
            "pyproject.toml": '[tool.incident-docs]\nfolder = "docs/incidents"\n',
            "docs/index.md": "# Home\n\n[Checkout](incidents/2026-03-04-checkout.md#what-happened)\n",
            "docs/2020-01-01-news.md": "---\nseverity: none\n---\n# News\n",
            "docs/runbook.md": "# Runbook\n",
            f"docs/incidents/{INCIDENT}": incident("[Runbook](../runbook.md), [gone](gone.md)."),
        },
    )
    site.build()
    assert site.pages() == [
        ".",
        "2020-01-01-news",
        "incidents",
        "incidents/2026-03-04-checkout",
        "incidents/actions",
        "incidents/rules",
        "runbook",
    ]
    assert [label for label, _ in site.navigation()] == [
        "Home",
        "News",
        "Runbook",
        "Incidents",
        "Incidents",
        "Action items",
        "Rules",
    ]
    page = hrefs(site.page("incidents/2026-03-04-checkout/index.html"))
    assert (page["Runbook"], page["gone"], page["← All incidents"]) == ("../../runbook/", "gone.md", "../")
    assert hrefs(site.page("index.html"))["Checkout"] == "incidents/2026-03-04-checkout/#what-happened"


def test_incidents_outside_of_the_site_s_documents_are_added(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        {
            "mkdocs.yml": f"{PLAIN}repo_url: https://github.com/us/ours\n",
            "docs/index.md": "# Home\n",
            "docs/runbook.md": "# Runbook\n",
            f"postmortems/2026/{INCIDENT}": incident(
                "![seen](../img/seen.png) [Guide](../guide.md) [Runbook](../../docs/runbook.md#top) [code](../../src.py) [far](https://example.com/x.png)\n\n"
                "[log][1]\n\n[1]: ../log.txt\n"
            ),
            "postmortems/guide.md": "# Guide\n",
            "postmortems/.notes/2026-01-01-hidden.md": text(),
            "postmortems/.hidden.md": text(),
            "postmortems/_template.md": text(),
            "postmortems/img/seen.png": "png",
            "postmortems/img/unseen.png": "png",
            "postmortems/log.txt": "log",
            "src.py": "",
        },
    )
    config = site.build()
    assert site.pages() == [
        ".",
        "postmortems",
        "postmortems/2026/2026-03-04-checkout",
        "postmortems/actions",
        "postmortems/guide",
        "postmortems/rules",
        "runbook",
    ]
    path = "postmortems/2026/2026-03-04-checkout/index.html"
    page = hrefs(site.page(path))
    assert page["Runbook"] == "../../../runbook/#top"
    assert (page["Guide"], page["code"], page["log"]) == ("../../guide/", "../../src.py", "../../log.txt")
    assert page["Edit this page"] == f"https://github.com/us/ours/edit/master/postmortems/2026/{INCIDENT}"
    assert '<img src="../../img/seen.png"' in site.page(path)
    assert sorted(path.name for path in (tmp_path / "site/postmortems").rglob("*.[pt][nx][gt]")) == [
        "log.txt",
        "seen.png",
    ]
    assert config.watch == [str(tmp_path / "postmortems")]


def test_a_file_of_the_site_s_documents_wins_over_one_that_would_be_added(tmp_path: Path) -> None:
    files = {"mkdocs.yml": PLAIN, "docs/index.md": "# Home\n", "docs/postmortems/guide.md": "# Ours\n"}
    site = Site(tmp_path, {**files, "postmortems/guide.md": "# Theirs\n", f"postmortems/{INCIDENT}": incident()})
    site.build()
    assert "Ours</h1>" in site.page("postmortems/guide/index.html")


def test_the_authors_navigation_wins(tmp_path: Path) -> None:
    nav = "nav:\n  - Overview: index.md\n  - Worst: 2026-03-04-checkout.md\n  - actions.md\n"
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n{nav}validation: {{omitted_files: warn}}\n"}
    site = Site(
        tmp_path, {**files, f"postmortems/{INCIDENT}": incident(), "postmortems/2026-01-01-other.md": incident()}
    )
    site.build()
    assert [label for label, _ in site.navigation()] == ["Overview", "Worst", "Action items"]


def test_a_page_that_the_navigation_leaves_out_stays_out(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\nnot_in_nav: /actions.md\n", "postmortems/zoo.md": "# Zoo\n"}
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident()})
    site.build()
    assert [label for label, _ in site.navigation()] == ["Incidents", "Rules", "Zoo"]


def test_a_site_without_incidents_has_its_pages(tmp_path: Path) -> None:
    site = Site(tmp_path, {"mkdocs.yml": PLAIN, "docs/index.md": "# Home\n"})
    config = site.build()
    assert site.pages() == [".", "postmortems", "postmortems/actions", "postmortems/rules"]
    assert "No incidents yet." in site.page("postmortems/index.html")
    assert config.watch == []


def test_addresses_may_end_in_html(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\nuse_directory_urls: false\n"}
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident(), "postmortems/a/b.md": incident(title="B")})
    site.build()
    assert hrefs(site.page("a/b.html"))["← All incidents"] == "../index.html"
    assert hrefs(site.page("a/b.html"))["All action items"] == "../actions.html"
    assert hrefs(site.page("index.html"))["B"] == "a/b.html"


def test_a_nested_site_finds_its_folder_without_a_configuration(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    site = Site(tmp_path / "web", {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", f"web/postmortems/{INCIDENT}": ""})
    site.write(f"postmortems/{INCIDENT}", incident())
    site.build()
    assert site.pages() == [".", "2026-03-04-checkout", "actions", "rules"]


def test_what_is_excluded_or_a_draft_is_no_incident(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\nexclude_docs: old/\ndraft_docs: 2026-05-*\n"}
    names = (INCIDENT, "old/2020-01-01-old.md", "2026-05-05-draft.md")
    site = Site(tmp_path, {**files, **{f"postmortems/{name}": incident() for name in names}})
    site.build()
    assert site.pages() == [".", "2026-03-04-checkout", "actions", "rules"]
    assert site.page("index.html").count('<tr role="row" data-') == 1


@pytest.mark.parametrize("pattern", ["/index.md", "actions.md", "*"])
def test_pages_that_the_authors_leave_out_are_left_out(tmp_path: Path, pattern: str) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\nexclude_docs: '{pattern}'\n"}
    site = Site(tmp_path, {**files, f"postmortems/{INCIDENT}": incident()})
    site.build()
    left = {
        "/index.md": ["2026-03-04-checkout", "actions", "rules"],
        "actions.md": [".", "2026-03-04-checkout", "rules"],
        "*": [],
    }
    assert site.pages() == left[pattern]
