"""ProperDocs, which runs the plugins of MkDocs: it makes the same site, with Material and with MaterialX."""

from pathlib import Path

import pytest

from incident_docs.site import bundle
from tests.engines.built import Built
from tests.engines.conftest import Build, configured, version

pytestmark = pytest.mark.engines


def test_properdocs_with_material_makes_the_same_site(material: Path, build: Build, newest: Built) -> None:
    assert version(material, "properdocs").startswith("1.6.")
    site = build(configured("material"), material / "bin/properdocs", "build", "--strict")
    assert site.articles() == newest.articles()
    assert site.broken_links() == []
    assert bundle.stylesheet().path in site.stylesheets()


def test_properdocs_with_materialx_makes_the_same_site(materialx: Path, build: Build, newest: Built) -> None:
    assert version(materialx, "mkdocs-materialx").startswith("10.")
    site = build(configured("materialx"), materialx / "bin/properdocs", "build", "--strict")
    assert site.articles() == newest.articles()
    assert site.broken_links() == []
    assert bundle.stylesheet().path in site.stylesheets()
