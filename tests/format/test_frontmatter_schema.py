"""The JSON Schema says what the linter says."""

from typing import Any

import jsonschema
import pytest
import yaml

from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT
from incident_docs.format.frontmatter_schema import frontmatter_schema
from tests.examples import BASE

FRONT = BASE.split("---\n")[1]


class TextLoader(yaml.SafeLoader):
    """YAML with times left as text, as the schema has it."""


TextLoader.yaml_implicit_resolvers = {
    char: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for char, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(front: str) -> list[str]:
    instance: Any = yaml.load(front, TextLoader)
    validator = jsonschema.Draft202012Validator(frontmatter_schema(DEFAULT))
    return sorted(error.message for error in validator.iter_errors(instance))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(frontmatter_schema(DEFAULT))


def test_a_sound_frontmatter_passes() -> None:
    more = "related: [a]\nstrategy: [rollback]\npostmortem: {status: complete}\nx-any: [1]\nsources:\n- https://a.example\n- {title: A, url: https://b.example}\n"
    assert problems(FRONT + more) == []
    assert problems(FRONT.replace("2026-03-04T09:56:00Z", "not published")) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("severity: P1", "severity: P9", "'P9' is not one of ['P1', 'P2', 'P3', 'P4']"),
        ("services: [checkout]", "services: []", "[] should be non-empty"),
        ("resolved: 2026-03-04T10:58:00Z\n", "", "'resolved' is a required property"),
        ("title:", "titel: x\ntitle:", "'titel' does not match any of the regexes: '^x-'"),
        ("services:", "postmortem: {status: not required}\nservices:", "'reason' is a required property"),
    ],
)
def test_what_is_wrong_is_refused(old: str, new: str, message: str) -> None:
    assert problems(FRONT.replace(old, new)) == [message]


def test_an_organisations_fields_and_demands_are_in_it() -> None:
    configuration = read_configuration(
        "[fields.tier]\ntype='choice'\nvalues=['gold']\nrequired='mitigating'\n", "incident-docs.toml"
    )
    assert configuration is not None
    made = frontmatter_schema(configuration.format)
    assert made["properties"]["tier"] == {"description": "", "enum": ["gold"]}
    assert [demand["then"]["required"][-1] for demand in made["allOf"]] == ["tier", "tier"]
