"""Lists on any page of a site that our plugin makes, in real builds of MkDocs."""

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.incidents import text
from tests.site.reader import words
from tests.site.test_list_block import entries, foot, hrefs, rows
from tests.sites import INCIDENT, MATERIAL, PLAIN, Site, incident

PAGE = """\
---
title: Runbook
---

# Runbook

```incidents
severity: P1, P2
limit: 1
```

```action-items
owner: "@ana"
```
"""


def content(site: Site, path: str) -> str:
    """What stands on a page, without what is around it."""
    return site.page(path).partition("Runbook</h1>")[2]


@pytest.mark.parametrize(
    ("configuration", "folder"),
    [
        (PLAIN, "docs/incidents"),
        (MATERIAL, "docs/incidents"),
        # For an engine without plugins the extension may be named too.
        (
            f"{PLAIN}markdown_extensions: ['incident_docs.site.engines.markdown.markdown_extension:IncidentDocsExtension']\n",
            "incidents",
        ),
    ],
)
def test_a_page_lists_what_its_blocks_ask_for(tmp_path: Path, configuration: str, folder: str) -> None:
    files = {"mkdocs.yml": configuration, "incident-docs.toml": f'folder = "{folder}"\n', "docs/index.md": PAGE}
    older = text({"title": "Older", "started": "2025-03-04T10:00:00Z", "resolved": "2025-03-04T10:10:00Z"})
    site = Site(tmp_path, {**files, f"{folder}/{INCIDENT}": incident(), f"{folder}/2025-03-04-older.md": older})
    site.write("docs/run/book.md", PAGE)
    site.build()
    for path, up in (("index.html", ""), ("run/book/index.html", "../../")):
        html = content(site, path)
        assert entries(html)[0] == "P2 Major degradation Checkout down 2026-03-04 1h 00m"
        assert foot(html) == "The first of 2 incidents."
        assert rows(html) == [
            ["State", "Action and incident", "Owner", "Due", "Ticket"],
            ["Open", "Fix it P2 Major degradation Checkout down", "@ana", "2026-04-01 9 days late", "none"],
        ]
        assert hrefs(html)[:4] == [
            f"{up}incidents/2026-03-04-checkout/",
            f"{up}incidents/?severity=P1&severity=P2",
            f"{up}incidents/2026-03-04-checkout/#action-1",
            f"{up}incidents/owners/ana/",
        ]
        assert "<style>" not in html


def test_a_mistake_fails_a_strict_build_and_names_its_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()}
    site = Site(tmp_path, {**files, "postmortems/runbook.md": PAGE.replace("P2", "P9").replace("owner", "ownr")})
    with pytest.raises(Abort, match="Aborted with 2 warnings in strict mode!"):
        site.build()
    assert [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.incident-docs"] == [
        "incident-docs: runbook.md:8: there is no severity 'P9'; there are P1, P2, P3, P4",
        "incident-docs: runbook.md:13: there is no key 'ownr'; did you mean 'owner'?",
    ]
    assert words(content(site, "runbook/index.html")).startswith(
        "This list cannot be made. Line 8: there is no severity 'P9'; there are P1, P2, P3, P4"
        " This list cannot be made. Line 13: there is no key 'ownr'; did you mean 'owner'?"
    )


def test_the_next_build_lists_what_is_there_then(tmp_path: Path) -> None:
    files = {"mkdocs.yml": f"{PLAIN}docs_dir: postmortems\n", f"postmortems/{INCIDENT}": incident()}
    site = Site(tmp_path, {**files, "postmortems/runbook.md": PAGE})
    site.build()
    site.write(f"postmortems/{INCIDENT}", incident(title="Payments down"))
    site.build()
    assert entries(content(site, "runbook/index.html"))[0].startswith("P2 Major degradation Payments down")
