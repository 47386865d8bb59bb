"""Watch what web services answer while something is sent to them, so that nothing counts as sent that has not arrived.

A redirect is not followed, for most lead to a login, and what was sent is lost on the way; a page is no answer of a service.
Nothing here keeps or tells an address.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any

import requests

_PAGE = (b"<!doctype html", b"<html")
_BEGINNING = 500
_NO_PREVIEWS = {"unfurl_links": False, "unfurl_media": False}
_OF_SLACK = ("https://hooks.slack.com/services/", "https://slack.com/api/chat.postMessage")

_faults: ContextVar[list[str] | None] = ContextVar("faults", default=None)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Give the list to which is added what is wrong with each answer, while the block runs, in this thread."""
    found: list[str] = []
    token = _faults.set(found)
    try:
        yield found
    finally:
        _faults.reset(token)


def watch_requests() -> None:
    """Put the watch in place, for the rest of the process. It does nothing outside of `watched`."""
    requests.Session.send = _send  # type: ignore[assignment]


_plain_send = requests.Session.send


def _send(session: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:
    faults = _faults.get()
    if faults is None:
        return _plain_send(session, request, **options)
    without_previews(request)
    try:
        answer = _plain_send(session, request, **{**options, "allow_redirects": False})
    except requests.Timeout:
        faults.append("there was no answer in time")
        raise
    except requests.exceptions.SSLError:
        faults.append("its certificate cannot be trusted")
        raise
    except requests.RequestException:
        faults.append("it cannot be reached")
        raise
    code = answer.status_code
    if code // 100 == 3:
        faults.append(f"it answered {_named(code)}, which leads elsewhere, as to a login")
        raise requests.RequestException
    if code >= 400:
        # Of some of these the service makes something, as of `too many requests`.
        faults.append(f"it answered {_named(code)}")
    elif answer.content[:_BEGINNING].lstrip().lower().startswith(_PAGE):
        faults.append("it answered with a web page, as of a login")
        raise requests.RequestException
    return answer


def _named(code: int) -> str:
    names = {int(status): status.phrase for status in HTTPStatus}
    return f"{code} {names.get(code, '')}".strip()


def without_previews(request: requests.PreparedRequest) -> None:
    """Ask Slack not to look up the addresses in a message: for it could show what stands there to all who read it."""
    body = request.body
    if str(request.url).startswith(_OF_SLACK) and isinstance(body, str | bytes) and body[:1] in {"{", b"{"}:
        request.prepare_body(json.dumps({**json.loads(body), **_NO_PREVIEWS}), None)
