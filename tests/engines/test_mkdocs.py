"""MkDocs with Material: the version before the newest makes the site that the newest makes."""

from pathlib import Path

import pytest

from incident_docs.site import bundle
from tests.engines.built import Built
from tests.engines.conftest import Build, configured, version

pytestmark = pytest.mark.engines

PAGES = [
    "",
    "2024-01-01-reported/",
    "2026-03-04-checkout/",
    "2026/2026-04-01-search/",
    "actions/",
    "guides/on-call/",
    "runbook/",
]
"""Some of the pages: those that authors wrote, and lists of them."""


def test_the_newest_material_makes_a_whole_site(newest: Built) -> None:
    articles = newest.articles()
    assert [path for path in PAGES if path not in articles] == []
    assert newest.broken_links() == []
    assert bundle.stylesheet().path in newest.stylesheets()
    [title, *_] = articles["2026-03-04-checkout/"].headings
    assert title == (
        "h1",
        "checkout-down-boutb-in-braces-the-cafe-1",
        'Checkout "down" & <b>out</b> in {{ braces }}: the café #1',
    )


def test_material_9_7_makes_the_same_site(material: Path, build: Build, newest: Built) -> None:
    assert version(material, "mkdocs-material").startswith("9.7.")
    assert version(material, "mkdocs").startswith("1.6.")
    site = build(configured("material"), material / "bin/mkdocs", "build", "--strict")
    assert site.articles() == newest.articles()
    assert site.broken_links() == []
    assert bundle.stylesheet().path in site.stylesheets()
