"""Bullets with labels are read in every form of Markdown."""

from incident_docs.document.parse import parse
from incident_docs.reading.bullets import labelled_bullets


def test_bullets_are_read_in_every_form() -> None:
    text = """#### Current Status
* **Services**: fine
  - checkout
  - search
+ __Affected users:__ 12
  or more
-  Monitoring:

   the pool
- no label
  at all
- Services: again
- no label, last
"""
    document = parse(text)
    read = list(labelled_bullets(document.sections[0], document.lines))
    assert [(bullet.label.value, bullet.text) for bullet in read] == [
        ("Services", "fine - checkout - search"),
        ("Affected users", "12 or more"),
        ("Monitoring", "the pool"),
        ("Services", "again"),
    ]
    assert [(bullet.value.line, bullet.value.column) for bullet in read[:3]] == [(2, 17), (5, 23), (7, 15)]
