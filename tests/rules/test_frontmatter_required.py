from incident_docs.api import lint
from incident_docs.document.parse import parse
from incident_docs.rules import frontmatter_required, frontmatter_type
from tests.examples import BASE, PATH


def test_a_misspelt_key_that_must_be_there_is_one_finding() -> None:
    text = BASE.replace("severity: P1", "Severty: P1").replace("services: [checkout]", "services: [' ']\nclutser: x")
    assert [(found.line, found.column, found.rule, found.message) for found in lint(text, PATH)] == [
        (3, 1, "frontmatter-required", "severity is missing; there is no key Severty, write severity"),
        (9, 12, "frontmatter-type", "an item of services is empty; write a text, or remove it"),
        (
            10,
            1,
            "frontmatter-unknown-key",
            "there is no key clutser; keys of your own begin with x-, as in x-clutser",
        ),
    ]


def test_a_key_of_space_is_empty_and_a_time_is_due_once_the_status_is_known() -> None:
    document = parse("---\ntitle: ' '\nseverity: P1\nstatus: gone\nstarted:\nservices: []\n---\n", PATH)
    assert [(found.line, found.message) for found in frontmatter_required.check(document)] == [
        (2, "title is empty; write it as in title: Checkout returned errors"),
        (5, "started is empty; write it as in started: 2026-03-04T14:02:00Z"),
        (6, "services is empty; write it as in services: [checkout]"),
    ]
    assert [found.message for found in frontmatter_type.check(document)] == [
        "there is no status gone; there are active, mitigating and resolved"
    ]
