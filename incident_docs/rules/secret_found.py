"""No key, token, password or private key is in the document.

Why: git keeps it in every copy of the repository, whoever deletes it here. It must be replaced where it is used, and until then
everyone who can read the postmortem can use it.

Tokens are recognised by their form, passwords by what they are called; in prose only what stands in quotes or code, or
right after `=`. Variables, masks and examples are none. What was found is never printed.

Bad:

    #### Verification
    ```
    PGPASSWORD=horse-42 psql -h db.example.net -c 'select 1'  <-- this looks like a password; replace it where it is used, for git never forgets, and take it out here
    ```

Good:

    #### Verification
    ```
    PGPASSWORD=$DB_PASSWORD psql -h db.example.net -c 'select 1'
    curl -H "Authorization: Bearer <token>" https://checkout.example.net/health
    ```
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.find_secrets import find_secrets
from incident_docs.rules import Traits

ID = "secret-found"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE, is_confidential=True)

_ADVICE = "replace it where it is used, for git never forgets, and take it out here"


def check(document: Document) -> Iterator[Finding]:
    for secret in find_secrets(document):
        yield Finding.at(secret.place, ID, f"this looks like {secret.kind}; {_ADVICE}")
