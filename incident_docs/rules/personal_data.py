"""No customer's e-mail address, phone number, payment card or IP address is in the document.

Why: the document is read by more people than may see the customer's data, and git keeps it after every erasure request.

Addresses and numbers that are reserved for examples and tests are none, and neither are private and documentation ranges,
public resolvers, mailboxes such as support@, and addresses at the domains of the authors and of the owners of action items.
Numbers that may as well be something else are passed over.

Fix: words such as `(phone number removed)` are written in its place. That is unsafe: the author may know a better name
for the customer.

Bad:

    #### What happened
    The first report came from maria.k@mailbox.org at 09:58.  <-- m…@….org looks like the e-mail address of a person; take it out, or write an id that only your own systems know
    We rang her at +49 30 90182 0417, at night.  <-- +49… looks like a phone number; take it out, or write an id that only your own systems know
    The card 4929 3851 7264 0034 was charged twice.  <-- …34 looks like the number of a payment card; take it out, or write an id that only your own systems know
    ```
    10:01:07 POST /pay 500 client=84.190.13.207  <-- 84… is a public IP address, perhaps a customer's; take it out, or write an id that only your own systems know
    ```

Good:

    #### What happened
    The first report came from customer 8123 at 09:58, through support@checkout.example.net.
    Our own test card, 4111 1111 1111 1111, was charged twice as well.
    ```
    10:01:07 POST /pay 500 client=203.0.113.7 pod=10.4.0.12
    ```
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from incident_docs.document.edit import Fix, replace_text
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.contact_addresses import domain_of_address, find_emails, find_public_ips
from incident_docs.reading.phone_numbers import find_cards, find_phones
from incident_docs.rules import Option, Traits, option

ID = "personal-data"
IGNORE_DOMAINS = Option(ID, "ignore-domains", (), "E-mail addresses of these domains are of no customer.")
TRAITS = Traits(Level.WARNING, Stage.ACTIVE, is_confidential=True, options=(IGNORE_DOMAINS,))

_ADVICE = "take it out, or write an id that only your own systems know"


class _Kind(NamedTuple):
    hints: tuple[bytes, ...]
    """What a text must hold, or no line of it needs to be read. Each begins with one character: such a search is fast."""
    find: Callable[[Text], Iterator[Text]]
    message: Callable[[str], str]
    """What to say of what was found, without saying it."""
    mask: str
    """What to write in its place. No brackets: with a colon behind it, Markdown would take `[...]` for a link's address."""


_NUMBERS = (
    _Kind(
        (rb" [0-9]{4,6} [0-9]{4,5}", rb"-[0-9]{4,6}-[0-9]{4,5}", b"card", b"Card"),
        find_cards,
        lambda number: f"…{number[-2:]} looks like the number of a payment card",
        "(card number removed)",
    ),
    _Kind(
        (rb"\+[1-9][0-9 ()-]{7}", rb"\) [0-9]{3}[.-][0-9]{4}", rb"-[0-9]{3}-[0-9]{4}", rb"\.[0-9]{3}\.[0-9]{4}"),
        find_phones,
        lambda number: f"{number[:3]}… looks like a phone number",
        "(phone number removed)",
    ),
    _Kind(
        (rb"\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]", rb":[0-9A-Fa-f]{3,4}:", rb"::[0-9A-Fa-f]"),
        find_public_ips,
        lambda address: f"{re.split('[.:]', address)[0]}… is a public IP address, perhaps a customer's",
        "(IP address removed)",
    ),
)
_EMAIL_HINT = re.compile(rb"@[A-Za-z0-9-]+\.")


def check(document: Document) -> Iterator[Finding]:
    text = document.content.encode(errors="replace")
    kinds = [kind for kind in _NUMBERS if any(re.search(hint, text) for hint in kind.hints)]
    if _EMAIL_HINT.search(text):
        kinds.append(_emails(document))
    for number in range(document.frontmatter.end + 1, len(document.lines) + 1) if kinds else ():
        line = Text(document.lines[number - 1], number)
        for kind in kinds:
            for found in kind.find(line):
                fix = Fix((replace_text(found, kind.mask),), is_safe=False)
                yield Finding.at(found, ID, f"{kind.message(found.value)}; {_ADVICE}", fix)


def _emails(document: Document) -> _Kind:
    own = {domain_of_address(who) for who in _colleagues(document) if "@" in who}
    own.update(map(str.lower, option(document, IGNORE_DOMAINS)))
    return _Kind(
        (),
        lambda line: find_emails(line, own) if "@" in line.value else iter(()),
        lambda address: f"{address[0]}…@….{address.rpartition('.')[2]} looks like the e-mail address of a person",
        "(e-mail address removed)",
    )


def _colleagues(document: Document) -> Iterator[str]:
    """Whoever is named as author, commander or owner."""
    yield from (*document.texts("authors"), document.text("commander"))
    yield from (item.owner.value for item in document.actions)
