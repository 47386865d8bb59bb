"""Incidents by authors who try to run scripts on the pages of their site, to read its files or to break its looks.

Whatever runs complains in the browser's console, and so fails the test that visits the page.
"""

import json
from pathlib import Path

from tests.sites import Site

SECRET = "Xk7wQ2pL"  # a snippet would bring it into the page
_RUN = "console.error(/{place}/)"
_ATTACKS = (
    "<script>{run}</script>",
    "<img src=x onerror={run}>",
    "<svg/onload={run}>",
    '"><img src=x onerror={run}>',
    "'><img src=x onerror={run}>",
    "</title></script></style></textarea><script>{run}</script>",
    "]]><script>{run}</script><!--><script>{run}</script>-->",
    "<iframe srcdoc='<script>{run}</script>'></iframe><base href=//example.com/><meta http-equiv=refresh content=0;x>",
    "`</code><script>{run}</script>`",
    "{{: onclick={run} onfocus={run} autofocus tabindex=0 style=position:fixed }}",
    "[a](javascript:{run}) [b](JaVa\tScRiPt:{run}) [c](&#106;avascript&colon;{run}) [d](<java&Tab;script:{run}>)",
    "[e](data:text/html,<script>{run}</script>) [f](vbscript:x) [g](<\x01javascript:{run}>) [h](javascript&#58;{run})",
    "<javascript:{run}> ![i](javascript:{run}) ![j](data:image/svg+xml,<svg/onload={run}>)",
    '<a href="javascript:{run}">k</a> [l](javascript\\:{run}) [m]: javascript:{run}',
    "{{{{ config.site_name }}}} {{% include 'secret.txt' %}} <?php ?> <%= x %> ${{x}}",
    '--8<-- "secret.txt" ;--8<-- [[secret]] !INCLUDE "secret.txt"',
    'idoc-the-title <h1 class="idoc-the-content"></h1> #idoc-the-title idoc-the-place.html idoc-the-edit-url',
    '<div class="idoc-held-0"></div></div></div></article></main></body></html>',
)
_CONFIGURATION = """\
site_name: Ours
docs_dir: postmortems
theme: {name: material, font: false, features: [navigation.tabs, navigation.instant, search.suggest, toc.follow]}
plugins: [search, incident-docs]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.magiclink
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - toc: {permalink: true}
"""
_OWN_CONFIGURATION = """\
fields.team = { type = "text" }
site.columns = ["date", "severity", "title", "team", "services", "status", "postmortem"]
"""


_NOTES = """\
# Notes

```incidents
columns: title, team, services, status
```

```action-items
```

```incidents
service: <img src=x onerror=console.error(7)>
```
"""


def attack(place: str) -> str:
    """All of them on one line; `place` is where they stand."""
    return " ".join(_ATTACKS).format(run=_run(place))


def _run(place: str) -> str:
    return _RUN.format(place=place.replace(" ", "_"))


def build(folder: Path, address: str = "") -> Site:
    """A site of such incidents, in which what an author may wish for is switched on."""
    site = Site(
        folder,
        {
            "mkdocs.yml": f"site_url: {address}\n{_CONFIGURATION}",
            "secret.txt": SECRET,
            "postmortems/notes.md": _NOTES,
            "incident-docs.toml": _OWN_CONFIGURATION,
            **{f"postmortems/{name}.md": text for name, text in INCIDENTS.items()},
        },
    )
    site.build()
    return site


def document(said: str | None = None, **front: object) -> str:
    """An incident whose author writes this wherever anything can stand; otherwise attacks, each of which names its place."""

    def at(place: str) -> str:
        return attack(place) if said is None else said

    facts = {
        "title": at("title"),
        "severity": "P1",
        "status": "resolved",
        "started": "2026-03-04T09:50:00Z",
        "detected": "2026-03-04T09:56:00Z",
        "mitigated": "2026-03-04T10:20:00Z",
        "resolved": "2026-03-04T10:58:00Z",
        "services": [at("service"), "checkout"],
        "tags": [at("tag"), "deploy"],
        "strategy": ["rollback"],
        "commander": at("commander"),
        "authors": [at("author")],
        "related": [at("related")],
        "team": at("team"),
        "postmortem": {"status": "draft", "owner": at("postmortem owner"), "due": at("postmortem due")},
        **front,
    }
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in facts.items())
    times = ("09:50", "09:56", "10:20", "10:58", at("time"))
    rows = "".join(f"| {time} | {at('event')} | {at('cell')} |\n" for time in times)
    return f"""---
{head}---

### Incident Response: {at("first heading")}

#### Status: {at("status")}

#### Severity: P1
**Impact**: {at("impact")}
**Duration**: {at("duration")}

#### Timeline
| Time | Event | {at("column")} |
|---|---|---|
{rows}
#### Mitigation Applied
| Action | Result |
|---|---|
| {at("mitigation")} | {at("result")} |

#### {at("section")}
##### {at("heading")}
{at("prose")}

- {at("list")}

> {at("quotation")}

{at("definition")} [m] [n] [o][p]

[n]: javascript:{_run("n")}
[p]: <data:text/html,x> "{at("link title")}"

| {at("own column")} |
|---|
| {at("own cell")} |

~~~{at("fence")}
{at("code")}
~~~

{at("block")}

--8<-- "secret.txt"

--8<--
secret.txt
--8<--

### Postmortem (after resolution)

#### What happened
{at("story")}

#### Action items
| Action | Owner | Due | Status | Ticket | {at("own column of actions")} |
|---|---|---|---|---|---|
| {at("action")} | {at("owner")} | 2026-03-20 | open | {at("ticket")} | {at("own cell of actions")} |
| {at("action 2")} | [@ana](javascript:x), {at("owner 2")} | {at("due")} | {at("state")} | [T-1](javascript:x) |  |
"""


_UNKNOWN = document(
    severity=attack("severity"),
    status=attack("status"),
    started=attack("started"),
    resolved=attack("resolved"),
    timezone=attack("zone"),
    strategy=[attack("strategy")],
    sources=[attack("source"), "javascript:console.error(7)", "https://example.com/" + attack("address")],
)
INCIDENTS = {
    "2026-03-04-hostile": document(),
    "2026-03-05-unknown": _UNKNOWN,
    "2026-03-06-long": document("Unbroken" * 40),
    "2026-03-07-\"'><img src=x onerror=console.error(7)>{{x}}&amp;#[a](b)": document(),
    "one/2026-03-08-twin": document(title="Twin"),
    "other/2026-03-08-twin": document(title="Twin"),
}
