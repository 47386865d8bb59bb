"""Once resolved, the verification holds the commands that showed it, in a fenced block.

Why: "it looks fine" is how an incident is closed too early. A command that anyone can run again tells whether it is
over, today and after the next change.

Bad, no commands:

    #### Verification  <-- Verification has no fenced block; write the commands that showed the end between two ```
    We looked at the dashboards.

Bad, only a comment:

    #### Verification
    ```  <-- there is no command in this block; write a command that shows whether the incident is over
    # check the error rate
    ```

Bad, a report that nobody published:

    #### Verification
    ```
    not published  <-- not published is for a document with sources; write a command that shows whether the incident is over
    ```

Good:

    #### Verification
    The error rate must stay under 0.1 %:
    ```
    # the last five minutes
    curl -fsS https://checkout.example.net/health
    ```

Good, a document made from a published report:

    ---
    sources: [https://status.example.net/reports/checkout]
    ---

    #### Verification
    ```
    not published
    ```
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import VERIFICATION
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.prose import Fence, find_fences, without_comments
from incident_docs.reading.unwritten import claims_unpublished, is_unwritten
from incident_docs.rules import Traits

ID = "verification-missing"
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(VERIFICATION,))

_COMMENTS = ("#", "//", "--")
_ADVICE = "write a command that shows whether the incident is over"


def check(document: Document) -> Iterator[Finding]:
    section = document.section(VERIFICATION.id)
    if section is None:
        return
    text = without_comments("\n".join(document.lines[section.heading.line : section.last]))
    blocks = find_fences(text.split("\n"), section.heading.line + 1)
    if not blocks:
        message = f"{section.heading.value} has no fenced block; write the commands that showed the end between two ```"
        yield Finding.at(section.heading, ID, message)
    elif not any(_has_command(block, document) for block in blocks):
        claim = next((line for line in blocks[0].content if claims_unpublished(line.value, document)), None)
        if claim is not None:
            yield Finding.at(claim, ID, f"{claim.value} is for a document with sources; {_ADVICE}")
        else:
            yield Finding.at(blocks[0].opening, ID, f"there is no command in this block; {_ADVICE}")


def _has_command(block: Fence, document: Document) -> bool:
    return any(
        not line.value.startswith(_COMMENTS) and not is_unwritten(line.value, document) for line in block.content
    )
