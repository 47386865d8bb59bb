"""A folder of incidents with what engines have tripped over: marks in titles, folders, pictures, links in all directions."""

from pathlib import Path

from tests.incidents import SOURCES, text

BUILT_ON = "1775822400"  # 2026-04-10
_TITLE = """'Checkout "down" & <b>out</b> in {{ braces }}: the café #1'"""
_STORY = """
#### What happened
The **release** met [the search](2026/2026-04-01-search.md#actions), as [the runbook](runbook.md#undo) says.
See ![the graph](img/graph.png), [its data](img/data.csv), `{{ page }}` and [the report](https://example.com/report).

#### Timeline
| Time  | Event |
|-------|-------|
| 10:00 | First payments fail for users of `v2` |
| 10:20 | Rolled back |
| 11:00 | Payments are as before |
"""
_FILES = {
    "2026-03-04-checkout.md": text(
        {"title": _TITLE, "tags": "[deploy]"},
        [("Test the release at peak", "@ana", "2026-04-01", "open", "[T-1](https://tracker.example.com/1)")],
    )
    + _STORY,
    "2026/2026-04-01-search.md": text(
        {"title": "Search answers with nothing", "services": "[search, checkout]", "tags": "[deploy]"},
        [("Watch the index", "@bo", "2026-05-01", "done", "")],
        impact="Nobody found the zebra.",
    )
    + "\n#### What happened\nLike [the checkout](../2026-03-04-checkout.md), and [its timeline](../2026-03-04-checkout.md#timeline).\n",
    "2024-01-01-reported.md": text(
        {"title": "Somebody else's outage", "resolved": "not published", "services": "[dns]", **SOURCES},
        [("Test it", "not published", "not published", "not published", "")],
    ),
    "runbook.md": "# Runbook\n\nOf [the checkout](2026-03-04-checkout.md).\n\n## Undo\n\nRoll back the walrus.\n",
    "guides/on-call.md": "# On call\n\nSee [the runbook](../runbook.md#undo).\n",
    "img/graph.png": "png",
    "img/data.csv": "a,b\n",
    "_template.md": text(),
}


def write(folder: Path) -> None:
    """Write its documents into `postmortems` in this folder."""
    for path, content in _FILES.items():
        file = folder / "postmortems" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
