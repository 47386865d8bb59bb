"""What was found, in each form that somebody reads. One form a file; adding one is a file and a line here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from incident_docs.lint.report import github, json, text
from incident_docs.lint.report.paint import Paint
from incident_docs.lint.run import Checked

Report: TypeAlias = Callable[[Sequence[Checked], Paint], Iterator[str]]

REPORTS: Mapping[str, Report] = MappingProxyType({"text": text.report, "json": json.report, "github": github.report})
