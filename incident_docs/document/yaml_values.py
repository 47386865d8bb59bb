"""Read the values of a frontmatter as YAML does, with the place of each."""

from collections.abc import Sequence
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from incident_docs.document.frontmatter_model import Data, Frontmatter, FrontmatterFault, FrontmatterProblem, Value
from incident_docs.document.lines import line_and_column, line_starts, split_lines
from incident_docs.document.text import Text

_DEEPEST = 20
_HANDLER = YAMLHandler()
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _BrokenError(Exception):
    def __init__(self, message: str, mark: Any) -> None:
        super().__init__(message)
        self.mark = mark


def read_yaml_values(inside: Sequence[str], end: int, problem: FrontmatterProblem | None) -> Frontmatter:
    """Read the frontmatter of these lines, which are closed in line `end`; `problem` is what is wrong with its form."""
    source, _ = _HANDLER.split("\n".join(["---", *inside, "---", ""]))
    reader = _Reader(source, first_line=end - source.count("\n"))
    try:
        root = _HANDLER.load(source, Loader=_NodeLoader)
        values = reader.mapping(root) if root is not None else {}
    except (yaml.YAMLError, _BrokenError) as error:
        return Frontmatter(end=end, problem=reader.syntax_problem(error))
    return Frontmatter(values, reader.keys, tuple(reader.duplicates), end, problem)


class _NodeLoader(_Loader):  # type: ignore[misc]
    """Give the node tree, which knows the line of every key, where a loader would give plain data."""

    def get_single_data(self) -> Any:
        return self.get_single_node()


class _Reader:
    """Read a node tree; the state is what has been read so far."""

    def __init__(self, source: str, first_line: int) -> None:
        self._offsets = line_starts(split_lines(source))
        self._end = len(source.rstrip())
        self._first_line = first_line
        self._construct = yaml.constructor.SafeConstructor()
        self.keys: dict[str, Text] = {}
        self.duplicates: list[tuple[Text, Text]] = []
        self._read: dict[int, Value] = {}

    def mapping(self, root: Any) -> dict[str, Value]:
        if not isinstance(root, yaml.MappingNode):
            what = "a list" if isinstance(root, yaml.SequenceNode) else "a text"
            raise _BrokenError(
                f"the frontmatter is {what}; it must be keys with values, as in title: ...", root.start_mark
            )
        values: dict[str, Value] = {}
        for key_node, value_node in root.value:
            key = self._key(key_node)
            if key.value in self.keys:
                self.duplicates.append((key, self.keys[key.value]))
            else:
                self.keys[key.value] = key
                values[key.value] = self._value(value_node, 1)
        return values

    def _key(self, node: Any) -> Text:
        if not isinstance(node, yaml.ScalarNode):
            raise _BrokenError("a key must be a word, not a list or a mapping", node.start_mark)
        line, column = self._place(node.start_mark)
        return Text(node.value, line, column)

    def _value(self, node: Any, depth: int) -> Value:
        # An alias is the node that it stands for: read once, however often it is named.
        if id(node) in self._read:
            return self._read[id(node)]
        if depth > _DEEPEST:
            raise _BrokenError("the values are nested too deeply, or an alias holds itself", node.start_mark)
        line, column = self._place(node.start_mark)
        end_line, end_column = self._place(node.end_mark)
        value = Value(self._data(node, depth), line, column, end_column if end_line == line else None)
        self._read[id(node)] = value
        return value

    def _data(self, node: Any, depth: int) -> Data:
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, depth + 1) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return {self._key(key).value: self._value(value, depth + 1) for key, value in node.value}
        return self._scalar(node)

    def _scalar(self, node: Any) -> str | int | float | bool | None:
        if node.tag in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"):
            return str(node.value)
        try:
            data = self._construct.construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            raise _BrokenError(
                f"{node.value!r} cannot be read as {node.tag}; put it in quotes", node.start_mark
            ) from error
        return data if isinstance(data, (str, int, float, bool)) or data is None else str(node.value)

    def _place(self, mark: Any) -> tuple[int, int]:
        # Not mark.line: YAML ends lines at U+2028 too.
        line, column = line_and_column(self._offsets, min(mark.index, self._end))
        return line + self._first_line - 1, column

    def syntax_problem(self, error: Exception) -> FrontmatterProblem:
        mark = getattr(error, "problem_mark", None) or getattr(error, "mark", None)
        line, column = self._place(mark) if mark is not None else (self._first_line + 1, 1)
        if isinstance(error, _BrokenError):
            return FrontmatterProblem(FrontmatterFault.SYNTAX, line, column, str(error))
        cause = getattr(error, "problem", None) or "unexpected characters"
        return FrontmatterProblem(FrontmatterFault.SYNTAX, line, column, f"{cause}{_likely_mend(cause)}")


def _likely_mend(cause: str) -> str:
    if "mapping values are not allowed" in cause:
        return "; a text that holds a colon and a space must stand in quotes"
    if "cannot start any token" in cause or "tab" in cause:
        return "; use spaces, not tabs, and put texts that begin with a special character in quotes"
    if "did not find expected" in cause or "could not find expected" in cause:
        return "; look for a missing quote, bracket, colon or space in the lines above"
    return ""
