"""The channels of the configuration."""

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.format.configuration import read_configuration
from incident_docs.format.notifying import Channel, Notifying


def _read(toml: str) -> Notifying:
    configuration = read_configuration(toml, "incident-docs.toml")
    assert configuration is not None
    return configuration.notifying


def test_channels_are_named_and_their_addresses_are_in_the_environment() -> None:
    toml = '[notify.channels]\nincidents = {url-env = "SLACK_INCIDENTS_URL"}\nstatus = {url-env = "STATUS_URL"}\n'
    assert _read(toml) == Notifying((Channel("incidents", "SLACK_INCIDENTS_URL"), Channel("status", "STATUS_URL")))
    assert _read("") == Notifying()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[notify]\nchannel = {}", "2: there is no setting 'channel'; did you mean 'channels'?"),
        ("[notify.channels]\na = {}", "2: url-env is missing in notify.channels.a"),
        (
            '[notify.channels.a]\nurl = "https://example.com/secret"',
            "2: there is no setting 'url'; did you mean 'url-env'?",
        ),
        (
            '[notify.channels.a]\nurl-env = "https://example.com/secret"',
            "2: url-env is the name of an environment variable, as in SLACK_INCIDENTS_URL; the address stands there only",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_without_an_address(toml: str, message: str) -> None:
    with pytest.raises(IncidentDocsError) as error:
        _read(toml)
    assert str(error.value) == f"incident-docs.toml:{message}"
