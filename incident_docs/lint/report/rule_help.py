"""A rule's page to what programs show of it: Markdown."""

from collections.abc import Iterator

from incident_docs.lint.rule_docs import Example, RulePage


def markdown(page: RulePage) -> str:
    """The page without its sentence."""
    paragraphs = [page.why, *page.notes, *([f"**Fix:** {page.fix}"] if page.fix else [])]
    return "\n\n".join([*paragraphs, *("\n".join(_example(example)) for example in page.examples)])


def _example(example: Example) -> Iterator[str]:
    yield f"**{example.heading}:** {example.words}".rstrip()
    if example.lines:
        # More backticks than any example has.
        yield "\n`````markdown"
        yield from (line.marked for line in example.lines)
        yield "`````"
