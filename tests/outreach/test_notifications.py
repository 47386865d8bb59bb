"""Sending to a real web service on this machine: nothing that did not arrive counts as sent, and no address is ever told."""

import json
import logging
import socket
import sys
from collections.abc import Iterator

import pytest
import requests

from incident_docs.errors import IncidentDocsError
from incident_docs.format.notifying import Channel
from incident_docs.outreach.notifications import Delivery, send
from incident_docs.outreach.watched_requests import without_previews
from tests.outreach.web_service import SECRET, WebService, web_service

CHANNEL = Channel("incidents", "INCIDENTS_URL")
TEXT = "Incident: Checkout returns errors\nStatus: Investigating\n"
LOGIN = b"\n<!DOCTYPE html><html><body>Log in</body></html>"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def service() -> Iterator[WebService]:
    with web_service() as running:
        yield running


def _fault(address: str, seconds: float = 5.0) -> str:
    (delivery,) = send(TEXT, [CHANNEL], {"INCIDENTS_URL": address}, seconds)
    assert delivery.channel == "incidents"
    return delivery.fault


def test_the_text_arrives(service: WebService) -> None:
    assert not _fault(service.address)
    (message,) = service.messages
    assert (message["title"], message["message"]) == ("", TEXT.rstrip("\n"))
    assert [path.strip("/") for path in service.paths] == [SECRET]


@pytest.mark.parametrize(
    ("code", "headers", "body", "fault"),
    [
        (302, {"Location": "/login"}, b"", "it answered 302 Found, which leads elsewhere, as to a login"),
        (307, {"Location": "/login"}, b"", "it answered 307 Temporary Redirect, which leads elsewhere, as to a login"),
        (304, {}, b"", "it answered 304 Not Modified, which leads elsewhere, as to a login"),
        (200, {"Content-Type": "text/html"}, LOGIN, "it answered with a web page, as of a login"),
        (200, {"Content-Type": "application/json"}, LOGIN, "it answered with a web page, as of a login"),
        (401, {}, SECRET.encode(), "it answered 401 Unauthorized"),
        (404, {}, b"no_service", "it answered 404 Not Found"),
        (500, {}, SECRET.encode(), "it answered 500 Internal Server Error"),
        (599, {}, b"", "it answered 599"),
    ],
)
def test_an_answer_that_is_no_success_is_a_failure(
    service: WebService, code: int, headers: dict[str, str], body: bytes, fault: str
) -> None:
    service.code, service.headers, service.body = code, headers, body
    assert _fault(service.address) == fault
    assert len(service.paths) == 1


def test_what_a_service_calls_html_and_is_none_is_a_success(service: WebService) -> None:
    service.headers = {"Content-Type": "text/html"}
    assert not _fault(service.address)


def test_a_service_that_does_not_answer_is_waited_for_until_the_time_is_over(service: WebService) -> None:
    service.delay = 1.5
    assert _fault(service.address) == "there was no answer in time"
    late = "there was no answer within 0.2 s; look there before you send it again"
    assert _fault(service.address.replace("rto=0.5", "rto=5"), 0.2) == late


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_a_service_that_is_not_there_is_a_failure() -> None:
    assert _fault(f"json://127.0.0.1:{_free_port()}/{SECRET}") == "it cannot be reached"


def test_a_service_that_says_no_reason_is_a_failure() -> None:
    address = f"mailto://ana:secret@example.com:{_free_port()}?smtp=127.0.0.1&mode=insecure"
    assert _fault(address) == "the service did not take it"


def test_a_service_without_a_certificate_is_a_failure(service: WebService) -> None:
    assert _fault(service.address.replace("json:", "jsons:")) == "its certificate cannot be trusted"


@pytest.mark.parametrize("address", [SECRET, f"nothing://{SECRET}", "https://127.0.0.1/", "json://"])
def test_an_address_of_nothing_is_a_failure(address: str) -> None:
    assert _fault(address) == "what INCIDENTS_URL holds is no address of a service that Apprise knows"


def test_an_address_that_is_not_set_is_a_failure() -> None:
    unset = (Delivery("incidents", "the environment variable INCIDENTS_URL is not set"),)
    assert send(TEXT, [CHANNEL], {}) == unset
    assert send(TEXT, [CHANNEL], {"INCIDENTS_URL": " "}) == unset


def test_all_channels_are_tried_and_each_has_its_own_answer(service: WebService) -> None:
    with web_service() as other:
        other.code = 500
        channels = [Channel("a", "A"), Channel("b", "B"), Channel("c", "C")]
        deliveries = send(TEXT, channels, {"A": other.address, "C": service.address})
    assert deliveries == (
        Delivery("a", "it answered 500 Internal Server Error"),
        Delivery("b", "the environment variable B is not set"),
        Delivery("c", ""),
    )


def test_no_library_says_a_word(
    service: WebService, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.code = 500
    _fault(service.address)
    _fault(f"nothing://{SECRET}")
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_requests_of_others_are_not_watched(service: WebService) -> None:
    _fault(service.address)
    service.body = LOGIN
    assert requests.get(f"http://127.0.0.1:{service.port}/", timeout=5).status_code == 200


def test_a_service_whose_program_fails_is_a_failure(service: WebService, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise RuntimeError(service.address)

    monkeypatch.setattr("apprise.Apprise.add", failing)
    assert _fault(service.address) == "the service's own program failed"


def test_without_apprise_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(IncidentDocsError, match=r"^sending needs Apprise: pip install 'incident-docs\[notify\]'$"):
        send(TEXT, [CHANNEL], {})


def _prepared(url: str, body: str) -> requests.PreparedRequest:
    request = requests.Request("POST", url, data=body).prepare()
    without_previews(request)
    return request


def test_slack_is_asked_to_show_no_previews() -> None:
    request = _prepared("https://hooks.slack.com/services/T0/B0/x", '{"text": "é"}')
    assert json.loads(request.body or b"") == {"text": "é", "unfurl_links": False, "unfurl_media": False}
    assert request.headers["Content-Length"] == str(len(request.body or b""))
    assert _prepared("https://hooks.slack.com/services/T0/B0/x", "text=x").body == "text=x"
    assert _prepared("https://chat.example.com/", '{"text": "x"}').body == '{"text": "x"}'


@pytest.mark.parametrize(
    ("address", "key", "value"),
    [
        ("discord://1234567890/abcdefghijklmnop", "flags", 4),
        ("discord://1234567890/abcdefghijklmnop?flags=4096", "flags", 4100),
        ("tgram://123456789:abcdefg_hijklmnop/12315544/?preview=yes", "disable_web_page_preview", True),
    ],
)
def test_other_services_are_asked_so_in_their_own_words(
    monkeypatch: pytest.MonkeyPatch, address: str, key: str, value: object
) -> None:
    sent: list[dict[str, object]] = []

    def answer(_: object, request: requests.PreparedRequest, **__: object) -> requests.Response:
        sent.append(json.loads(request.body or b"{}"))
        response = requests.Response()
        response.status_code = 204
        return response

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", answer)
    _fault(address)
    assert [message[key] for message in sent if key in message] == [value]


def test_a_message_brings_no_pictures_and_no_other_name(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []

    def answer(_: object, request: requests.PreparedRequest, **__: object) -> requests.Response:
        sent.append(str(request.body))
        response = requests.Response()
        response.status_code, response._content = 200, b"ok"
        return response

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", answer)
    assert not _fault(f"https://hooks.slack.com/services/T0AAAAAAA/B0AAAAAAA/{'a' * 24}")
    (message,) = sent
    assert "http" not in message
    assert json.loads(message)["attachments"][0]["footer"] == "incident-docs"
