"""A sample of a field is in the words of the format."""

from incident_docs.format.definition import DEFAULT
from incident_docs.format.samples import sample_field


def test_samples_are_in_the_words_of_the_format() -> None:
    assert [sample_field(DEFAULT.field[key], DEFAULT) for key in ("severity", "status", "strategy", "title")] == [
        "severity: P1",
        "status: active",
        "strategy: [rollback]",
        "title: Checkout returned errors",
    ]
