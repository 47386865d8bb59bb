"""Read the table `notify` of the configuration: the channels in which stakeholders are told of an incident."""

import re
from typing import NamedTuple

from incident_docs.format.toml_table import MistakeError, TomlTable

_VARIABLE = re.compile(r"[A-Za-z_]\w*", re.ASCII)


class Channel(NamedTuple):
    """A place where stakeholders read."""

    name: str
    variable: str
    """Of the environment; it holds the channel's address, which is a secret."""


class Notifying(NamedTuple):
    """How stakeholders are notified."""

    channels: tuple[Channel, ...] = ()


def read_notifying(table: TomlTable) -> Notifying:
    """Read the table."""
    table.only("channels")
    return Notifying(tuple(_channel(name, channel) for name, channel in table.tables("channels")))


def _channel(name: str, table: TomlTable) -> Channel:
    table.only("url-env")
    variable = table.text("url-env")
    if not _VARIABLE.fullmatch(variable):
        # What stands there may be the address itself, which no message may show.
        message = (
            "url-env is the name of an environment variable, as in SLACK_INCIDENTS_URL; the address stands there only"
        )
        raise MistakeError((*table.keys, "url-env"), message)
    return Channel(name, variable)
