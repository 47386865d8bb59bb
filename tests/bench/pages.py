"""Compare making the pages of incidents with rendering their texts by markdown-it-py alone."""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from incident_docs.document.parse import parse
from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.page import Incident, Settings
from tests.bench.archive import write

_COUNT, _RUNS = 300, 5


def main() -> None:
    """Print the milliseconds of each for a document, and how many times as long a page takes."""
    with tempfile.TemporaryDirectory() as folder:
        write(_COUNT, Path(folder))
        incidents = [
            Incident(parse(path.read_text(encoding="utf-8"), path.name), path.name)
            for path in sorted(Path(folder).rglob("*.md"))
        ]
    bodies = ["\n".join(each.document.lines[each.document.frontmatter.end :]) for each in incidents]
    parser = MarkdownIt("commonmark").enable("table")
    settings, by_id, today = Settings(), {each.document.id: each for each in incidents}, date(2026, 3, 18)
    plain, pages = _milliseconds(
        lambda: [parser.render(text) for text in bodies],
        lambda: [incident_page.page(each, by_id, settings, today, Around()) for each in incidents],
    )
    print(f"markdown-it-py {plain:.2f} ms, page {pages:.2f} ms, {pages / plain:.2f} times")


def _milliseconds(*works: Callable[[], object]) -> list[float]:
    """Run all one after the other, several times; give the median of each for one document.

    Time of the process, so that other programs disturb it less.
    """
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(_RUNS):
        for work, found in zip(works, taken, strict=True):
            began = time.process_time()
            work()
            found.append(time.process_time() - began)
    return [median(each) / _COUNT * 1000 for each in taken]


if __name__ == "__main__":
    main()
