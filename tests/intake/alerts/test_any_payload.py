"""Whatever is sent, it is read as alerts or refused with one line, and what is read is clean."""

import json
import unicodedata
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.errors import IncidentDocsError
from incident_docs.format.alerting import Alerting, AlertMapping
from incident_docs.format.definition import DEFAULT
from incident_docs.intake.alerts.alert import Alert
from incident_docs.intake.alerts.alert_text import alert_rows, alert_section
from incident_docs.intake.alerts.incoming import put_together
from incident_docs.intake.alerts.read_alerts import read_alerts

CASES = Path(__file__).parent.parent.parent / "cases/alerts"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
MAPPINGS = (
    AlertMapping("own", (("title", "a.b"), ("state", "s"), ("services", "c"))),
    AlertMapping("other", (("title", "t"),), when="mine"),
)


def _payloads() -> list[Any]:
    found = []
    for path in sorted(CASES.iterdir()):
        try:
            found.append(json.loads(path.read_bytes()))
        except (ValueError, RecursionError):
            continue
    return found


ODD = st.sampled_from(
    [
        *(None, True, False, 0, -1, 1, 10**30, 1.5, float("inf"), float("nan"), [], {}, [[]], [{}], [None], {"": None}),
        *(
            "",
            " ",
            "\0",
            "---",
            "`",
            "](",
            "<x>",
            "\u202e",
            "\ud800",
            "x" * 300,
            "a\nb",
            "0001-01-01T00:00:00Z",
            "{}",
            "[]",
        ),
        *(
            "2026-03-04T14:02:00Z",
            "2026-03-04 14:02",
            "99999999999999999999",
            "http://[",
            "https://a:b@c/?sig=1",
            "resolved",
        ),
    ]
)
ANYTHING = st.recursive(ODD | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=6)  # fmt: skip


@st.composite
def spoilt_payloads(draw: st.DrawFn) -> Any:
    """A payload of the corpus in which some values are others, or not there."""
    payload = json.loads(json.dumps(draw(st.sampled_from(_payloads()))))
    for _ in range(draw(st.integers(1, 4))):
        _spoil(payload, draw)
    return payload


def _spoil(value: Any, draw: st.DrawFn) -> None:
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    if isinstance(value[key], (dict, list)) and value[key] and draw(st.booleans()):
        _spoil(value[key], draw)
    elif draw(st.booleans()):
        value[key] = deepcopy(draw(ANYTHING))
    else:
        del value[key]


def _read(content: bytes) -> tuple[Alert, ...]:
    try:
        return read_alerts(content, MAPPINGS)
    except IncidentDocsError as error:
        message = str(error)
    assert "\n" not in message
    return ()


@given(spoilt_payloads() | ANYTHING)
def test_a_spoilt_payload_is_read_or_refused(payload: Any) -> None:
    alerts = _read(json.dumps(payload).encode())
    for alert in alerts:
        assert len(alert.title) <= 120
        assert alert.title == " ".join(alert.title.split())
        assert not {unicodedata.category(char) for char in alert.title} & {"Cc", "Cs", "Zl", "Zp"}
        assert "---" not in alert.title
        assert all(link.url.startswith(("http://", "https://")) and " " not in link.url for link in alert.links)
        assert all("\n" not in text for text in (*alert.services, *alert.fingerprints, alert.severity, alert.what))
    if alerts:
        incoming = put_together(alerts, Alerting(), DEFAULT, UTC, NOW)
        assert incoming.started is None or incoming.started <= NOW
        assert len(incoming.title) <= 120
        assert all(row.at.at <= NOW for row in alert_rows(incoming))
        assert alert_section(incoming, DEFAULT, UTC).startswith("#### Alert\nOpened from ")


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode(errors="surrogatepass")))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    _read(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_encoding_of_unicode_is_read(encoding: str) -> None:
    text = json.dumps({"alerts": [{"annotations": {"summary": "Überlast in Köln 🔥"}}]}, ensure_ascii=False)
    assert [alert.title for alert in _read(text.encode(encoding))] == ["Überlast in Köln 🔥"]
