"""The current status has its three bullets: Services, Affected users, Monitoring.

Why: whoever joins in the middle of an incident reads these three lines first. Each answers a question that is otherwise
asked in the chat: what works, who is affected, what to watch.

They may stand in any order, with more bullets among them. While the incident runs, a bullet may still be empty.

Fix: a misspelt label is corrected. Missing bullets are added with a placeholder, until the incident is resolved.

Bad:

    #### Current Status  <-- the bullet Monitoring is missing; write it as - Monitoring: ...
    - Services: checkout serves all regions normally
    - Affected users: <count/description>  <-- Affected users says nothing yet; write what is known, or that it is not

Bad, a label that is misspelt:

    #### Current Status
    - Service: checkout serves all regions normally  <-- the bullet Service must be called Services
    - Affected users: 1,900 customers
    - Monitoring: connection-pool use stays under 60 %

Good:

    #### Current Status
    * **Monitoring**: connection-pool use stays under 60 %
    * **Services**: checkout serves all regions normally
    * **Affected users**: 1,900 customers
"""

from collections.abc import Iterator

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.bullet_edits import add_bullets, misspelt_label, rename_label
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.sections import CURRENT_STATUS
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import join_words
from incident_docs.reading.bullets import labelled_bullets
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.rules import Traits

ID = "current-status-bullets"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE, sections=(CURRENT_STATUS,))


def check(document: Document) -> Iterator[Finding]:
    section = document.section(CURRENT_STATUS.id)
    if section is None:
        return
    labels = document.format.section[CURRENT_STATUS.id].bullets
    found = {bullet.label.value.casefold(): bullet for bullet in labelled_bullets(section, document.lines)}
    present, missing = {}, []
    for label in labels:
        bullet = found.get(label.casefold())
        other = bullet or misspelt_label(label, found, labels)
        if other is None:
            missing.append(label)
            continue
        present[label] = other
        if bullet is None:
            message = f"the bullet {other.label.value} must be called {label}"
            yield Finding.at(other.label, ID, message, Fix(rename_label(other, label)))
        elif document.is_resolved and is_unwritten(bullet.text, document):
            message = f"{label} says nothing yet; write what is known, or that it is not"
            yield Finding.at(bullet.value, ID, message)
    if missing:
        is_one = len(missing) == 1
        what = f"the bullet {missing[0]} is missing" if is_one else f"the bullets {join_words(missing)} are missing"
        message = f"{what}; write {'it' if is_one else 'each'} as - {missing[0]}: ..."
        fix = try_fix(lambda: add_bullets(missing, present, labels, section, document))
        yield Finding.at(section.heading, ID, message, fix)
