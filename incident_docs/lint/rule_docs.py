"""Make a rule's page of its docstring: the sentence, why, and examples. Terminal, site, SARIF and tests read the same one."""

import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from incident_docs.document.finding import Level
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Named, Option

_EXAMPLE = re.compile(r"(Bad|Good)(?:, ([^\n]*?))?:(?: ([\s\S]+))?")
_MARK = re.compile(r"\s*<-- (.+)$")
_WHY, _FIX = "Why: ", "Fix: "
_INDENT = "    "


class Line(NamedTuple):
    """A line of an example."""

    text: str
    message: str = ""
    """What the rule says of it."""

    @property
    def marked(self) -> str:
        """As it stands in a docstring."""
        return f"{self.text}  <-- {self.message}" if self.message else self.text


class Example(NamedTuple):
    """A piece of a document, or words where none can be shown."""

    is_bad: bool
    title: str
    """What is special about it; empty for the plainest."""
    lines: tuple[Line, ...] = ()
    words: str = ""

    @property
    def heading(self) -> str:
        """As the page writes it above the example."""
        return ("Bad" if self.is_bad else "Good") + (f", {self.title}" if self.title else "")


class RulePage(NamedTuple):
    """All that there is to say about a rule."""

    id: str
    level: Level
    since: Stage
    summary: str
    """What holds in a sound document, in a sentence. Like all words of the page, Markdown on one line."""
    why: str
    notes: tuple[str, ...]
    """Paragraphs on what exactly is looked at."""
    fix: str
    """What `--fix` or `--unsafe-fixes` make of it; empty if nothing."""
    examples: tuple[Example, ...]
    options: tuple[Option[Any], ...]


def read_rule_page(rule: Named) -> RulePage:
    """Read the page of a rule from its docstring."""
    summary, *rest = _blocks(inspect.cleandoc(cast("str", rule.__doc__)))
    words = {_WHY: "", _FIX: ""}
    notes: list[str] = []
    examples: list[Example] = []
    for block in rest:
        match = _EXAMPLE.fullmatch(block)
        if match:
            examples.append(Example(match[1] == "Bad", match[2] or "", words=_one_line(match[3] or "")))
        elif block.startswith(_INDENT):
            examples[-1] = examples[-1]._replace(lines=tuple(map(split_mark, textwrap.dedent(block).split("\n"))))
        elif block[: len(_WHY)] in words:
            words[block[: len(_WHY)]] = _sentence(block[len(_WHY) :])
        else:
            notes.append(_one_line(block))
    return RulePage(
        id=rule.ID,
        level=rule.TRAITS.level,
        since=rule.TRAITS.since,
        summary=_one_line(summary),
        why=words[_WHY],
        notes=tuple(notes),
        fix=words[_FIX],
        examples=tuple(examples),
        options=rule.TRAITS.options,
    )


def split_mark(marked: str) -> Line:
    """Part a line of an example from its mark."""
    match = _MARK.search(marked)
    return Line(marked[: match.start()], match[1]) if match else Line(marked)


def _blocks(text: str) -> list[str]:
    """The paragraphs, and the examples with the empty lines within them."""
    blocks: list[str] = []
    for block in re.split(r"\n{2,}", text):
        if block.startswith(_INDENT) and blocks and blocks[-1].startswith(_INDENT):
            blocks[-1] += f"\n\n{block}"
        else:
            blocks.append(block)
    return blocks


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    return text[:1].upper() + _one_line(text)[1:]


def option_default(option: Option[Any]) -> str:
    """Write an option's default as in the configuration."""
    return json.dumps(option.default, ensure_ascii=False)


def rule_markdown(page: RulePage) -> str:
    """Write the page without its sentence in Markdown, for programs that show it."""
    paragraphs = [page.why, *page.notes, *([f"**Fix:** {page.fix}"] if page.fix else [])]
    return "\n\n".join([*paragraphs, *("\n".join(_example_markdown(example)) for example in page.examples)])


def _example_markdown(example: Example) -> Iterator[str]:
    yield f"**{example.heading}:** {example.words}".rstrip()
    if example.lines:
        # More backticks than any example has.
        yield "\n`````markdown"
        yield from (line.marked for line in example.lines)
        yield "`````"
