"""Send a text to the channels of the configuration, and say which of them it did not reach.

Addresses are secrets. They come from the environment, and what libraries say of them is thrown away: only words of our own
leave this module.
"""

import logging
import warnings
from collections.abc import Mapping, Sequence
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.format.notifying import Channel

_SECONDS = 20.0
"""So long a channel may take."""
_TALKERS = ("apprise", "urllib3")
_SENDER = "incident-docs"
_SUPPRESS_EMBEDS = 4
"""Discord's flag for a message without previews."""


class Delivery(NamedTuple):
    """What became of a text in one channel."""

    channel: str
    fault: str
    """Why it did not arrive, in words that end with no full stop; empty if it did."""


def send(
    text: str, channels: Sequence[Channel], environment: Mapping[str, str], seconds: float = _SECONDS
) -> tuple[Delivery, ...]:
    """Send a text to all channels at the same time, and give what became of it in each, in their order.

    Raises IncidentDocsError without Apprise, which knows the services.
    """
    try:
        import apprise  # noqa: F401, PLC0415 - only this needs it, and not everybody has it
    except ImportError:
        raise IncidentDocsError("sending needs Apprise: pip install 'incident-docs[notify]'") from None
    _silence()
    faults: dict[str, str] = {}
    threads = [Thread(target=_deliver, args=(text, each, environment, faults), daemon=True) for each in channels]
    for thread in threads:
        thread.start()
    end = monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, end - monotonic()))
    late = f"there was no answer within {seconds:g} s; look there before you send it again"
    return tuple(Delivery(each.name, faults.get(each.name, late)) for each in channels)


def _silence() -> None:
    """Keep the libraries' own words, which hold addresses, from the terminal and from all logs."""
    for name in _TALKERS:
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.handlers = [logging.NullHandler()]
        warnings.filterwarnings("ignore", module=name)


def _deliver(text: str, channel: Channel, environment: Mapping[str, str], faults: dict[str, str]) -> None:
    address = environment.get(channel.variable, "").strip()
    if not address:
        faults[channel.name] = f"the environment variable {channel.variable} is not set"
        return
    try:
        faults[channel.name] = _fault(text, address, channel.variable)
    except Exception:  # noqa: BLE001 - of any of a hundred services, and what it says may hold the address
        faults[channel.name] = "the service's own program failed"


def _fault(text: str, address: str, variable: str) -> str:
    from apprise import Apprise, AppriseAsset, NotifyFormat  # noqa: PLC0415 - as above

    from incident_docs.outreach.watched_requests import watch_requests, watched  # noqa: PLC0415 - it comes with Apprise

    # Without threads of its own, of which each could keep the process from ending, and without its name and pictures.
    asset = AppriseAsset(
        async_mode=False,
        service_timeout=0,
        http_redirects=False,
        app_id=_SENDER,
        app_desc=_SENDER,
        image_url_mask="",
        image_url_logo="",
    )
    service: Any = Apprise.instantiate(address, asset=asset)
    if service is None:
        return f"what {variable} holds is no address of a service that Apprise knows"
    # An address can say that a failure is none, and ask for previews of links.
    service.optional = False
    if hasattr(service, "preview"):
        service.preview = False
    if service.service_name == "Discord":
        service.flags = (service.flags or 0) | _SUPPRESS_EMBEDS
    sender = Apprise(asset=asset)
    sender.add(service)
    watch_requests()
    with watched() as faults:
        is_sent = sender.notify(body=text, body_format=NotifyFormat.TEXT)
    return "" if is_sent else (faults or ["the service did not take it"])[-1]
