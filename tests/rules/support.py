"""Run a rule, or all fixes, on a clean document of which some parts are replaced."""

import re
from collections.abc import Sequence

from incident_docs.api import lint
from incident_docs.document.finding import Finding
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.document.parse import parse
from incident_docs.edits.guarded import Examine
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.lint.fix import fix_text
from incident_docs.reading.references import read_mentions
from incident_docs.rules import Rule
from incident_docs.workspace.project import Project
from tests.examples import ACTIVE, BASE, PATH, changed, running, weave

REPORT = "sources: [https://status.example.net/1]"
"""The key of a document that was written from what others have published."""
TITLE = "### Incident Response: Checkout returned errors for one customer in five\n"
IMPACT = "**Impact**: One customer in five could not pay for 68 minutes; 1,900 orders were lost.\n"
HALF = "### Postmortem (after resolution)\n"
UNRESOLVED = changed(
    ("status: resolved", "status: active"),
    ("mitigated: 2026-03-04T10:20:00Z\nresolved: 2026-03-04T10:58:00Z\n", ""),
    ("🟢 Resolved", "🔴 Active"),
    ("2026-03-04 10:58 UTC (1h 08m)", "ongoing"),
)
UNRESOLVED = UNRESOLVED[: UNRESOLVED.index(HALF)] + HALF
"""The clean document while its incident ran, with the heading of a postmortem and nothing under it."""


def section(heading: str, body: str) -> str:
    return f"#### {heading}\n{body}\n"


def timeline(rows: str, headings: str = "| Time | Event |") -> str:
    return section("Timeline", f"{headings}\n|---|---|\n{rows}")


def actions(rows: str, columns: str = "Action | Owner | Due") -> str:
    return section("Action items", f"| {columns} |\n|{'---|' * (columns.count('|') + 1)}\n{rows}")


def story(line: str, keys: str = "") -> str:
    """The clean document with a line as what happened, and with these keys."""
    return with_parts(section("What happened", line), keys)


def timed(*times: str, keys: str = "") -> str:
    """The clean document with a timeline of these times."""
    return with_parts(timeline(_rows(times)), keys)


def timed_while_active(*times: str, started: str = "13:58") -> str:
    """The document of an incident that runs since this time, with a timeline of these times."""
    return running(timeline(_rows(times)), ACTIVE.replace("09:50", started))


def _rows(times: tuple[str, ...]) -> str:
    return "".join(f"| {time} | event {number} |\n" for number, time in enumerate(times, 1))


def from_timeline(text: str) -> str:
    """The text from the timeline on, without the header, which is fixed too if it is of another day."""
    return text.partition("#### Timeline")[2]


def with_parts(sections: str = "", keys: str = "") -> str:
    """The clean document with these sections and these keys of the frontmatter in the place of its own."""
    return weave(f"---\n{keys}\n---\n\n{sections}" if keys else sections)


def messages(rule: Rule, sections: str = "", keys: str = "") -> list[str]:
    """What a rule says of the clean document with these sections and keys."""
    return [finding.message for finding in rule.check(parse(with_parts(sections, keys)))]


def marked(rule: Rule, sections: str = "", keys: str = "") -> list[str]:
    """The stretches of text at which the findings of a rule point."""
    text = with_parts(sections, keys)
    return [_stretch(text, finding) for finding in rule.check(parse(text))]


def all_findings(text: str, format: Format = DEFAULT) -> list[tuple[str, str, str]]:
    """The rule, the stretch of text and the message of each finding of all rules."""
    return [(each.rule, _stretch(text, each), each.message) for each in lint(text, PATH, Project(format=format))]


def _stretch(text: str, finding: Finding) -> str:
    line = parse(text).lines[finding.line - 1]
    return line[finding.column - 1 : (finding.end_column or len(line) + 1) - 1]


def _nothing(_text: str) -> Sequence[Finding]:
    return ()


def fixed(text: str, format: Format = DEFAULT, *, unsafe: bool = False, also: Examine = _nothing) -> str:
    """The text after its fixes and those of what `also` finds: the same whatever its line ends, and for good."""

    def findings(text: str) -> list[Finding]:
        return [*lint(text, PATH, Project(format=format)), *also(text)]

    after = fix_text(text, findings, unsafe=unsafe).text
    assert fix_text(after, findings, unsafe=unsafe).text == after
    windows = text.replace("\n", "\r\n")
    assert fix_text(windows, findings, unsafe=unsafe).text == after.replace("\n", "\r\n")
    return after


SEARCH = "2026-01-12-search-outage"
FILES = {"docs/a b.md", "docs", "img.png", "postmortems/2026-02-02-notes.md"}
KNOWN = KnownFiles({SEARCH: (f"postmortems/{SEARCH}.md",)}, FILES.__contains__)
"""What there is beside a document in a folder of the year: an incident in the folder above it, and some other files."""


def mentions(body: str, keys: str = "") -> Mentions:
    """What such a document refers to."""
    text = f"---\nstatus: active\n{keys}---\n\n#### Notes\n{body}\n"
    return read_mentions(parse(text), "postmortems/2026/2026-03-04-checkout-errors.md")


def section_of(heading: str, text: str = BASE) -> str:
    """A section of the document, without the empty lines behind it."""
    found = re.search(rf"^{re.escape(heading)}\n(?:(?!#|---).*\n)*", text, flags=re.MULTILINE)
    assert found
    return found[0].rstrip() + "\n"


def moved(heading: str, before: str, text: str = BASE) -> str:
    """The document with one section before another heading."""
    there = section_of(heading, text)
    text = changed((f"{there}\n", "") if f"{there}\n" in text else (f"\n{there}", ""), text=text)
    return changed((f"{before}\n", f"{there}\n{before}\n"), text=text)


def configured(toml: str) -> Format:
    configuration = read_configuration(toml, "incident-docs.toml")
    assert configuration is not None
    return configuration.format
