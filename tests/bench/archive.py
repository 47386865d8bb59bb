"""A number to that many made-up incident documents of about 6.5 KB, the same ones for the same number."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from incident_docs.document import header
from incident_docs.document.times import Moment
from incident_docs.format.definition import DEFAULT

_THINGS = [
    "cache",
    "connection-pool",
    "database",
    "deployment",
    "disk",
    "dns-record",
    "failover",
    "feature-flag",
    "gateway",
    "health-check",
    "index",
    "leader",
    "load-balancer",
    "lock",
    "log-pipeline",
    "message-queue",
    "migration",
    "node",
    "partition",
    "primary",
    "proxy",
    "quota",
    "rate-limit",
    "region",
    "replica",
    "retry",
    "scheduler",
    "secret-rotation",
    "shard",
    "storage-volume",
    "thread-pool",
    "timeout",
    "token",
    "zone",
]
_HAPPENS = [
    "climbs past its limit",
    "stops answering",
    "drops a third of the requests",
    "falls behind",
    "is drained by hand",
    "comes back",
    "is restarted",
    "refuses new connections",
    "reports healthy again",
    "fills up",
    "loses its leader",
    "is rolled back",
]
_VERBS = ["Add", "Alert", "Document", "Limit", "Move", "Rehearse", "Remove", "Replace", "Split", "Test"]
_SERVICES = [
    "accounts",
    "checkout",
    "exports",
    "ledger",
    "mail",
    "media",
    "notifications",
    "reports",
    "search",
    "sessions",
    "uploads",
    "webhooks",
]
_OWNERS = ("@ana", "@bo", "@cai", "@dev", "storage", "platform")
_STATUSES = ("open", "open", "in progress", "done")


def write(count: int, folder: Path) -> None:
    """Write the documents into the folder, a sub-folder for each year."""
    for number in range(count):
        started, text = _document(random.Random(number))
        path = folder / f"{started:%Y}" / f"{started:%Y-%m-%d}-incident-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _document(chance: random.Random) -> tuple[datetime, str]:
    moments = [datetime(2015, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(5_000_000))]
    while len(moments) < chance.randint(9, 24):
        moments.append(moments[-1] + timedelta(minutes=chance.randint(2, 25)))
    title = f"{chance.choice(_SERVICES).capitalize()} degraded while the {chance.choice(_THINGS)} recovered"
    services = chance.sample(_SERVICES, chance.randint(1, 3))
    severity = chance.choice(DEFAULT.severities)
    known = {"started": moments[0], "detected": moments[1], "mitigated": moments[-2], "resolved": moments[-1]}
    duration = header.duration_text({key: Moment(at) for key, at in known.items()}, DEFAULT, UTC, is_unpublished=False)
    parts = [
        "---",
        f"title: {title}",
        f"severity: {severity.id}",
        "status: resolved",
        *(f"{key}: {Moment(at)}" for key, at in known.items()),
        f"services: [{', '.join(services)}]",
        "---\n",
        f"### {header.title_text(title, DEFAULT)}\n",
        "#### Status: 🟢 Resolved\n",
        f"#### Severity: {severity.id}",
        f"**Impact**: {chance.randint(2, 60)} % of the users of {services[0]} could not work for a while.",
        f"**Duration**: {duration}\n\n---\n",
        "#### Timeline\n| Time | Event |\n|------|-------|",
        *_timeline(moments, chance),
        f"\n#### Root Cause\n{_prose(chance, 4)}\n",
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|",
        *(f"| {_sentence(chance)} | {_sentence(chance)} |" for _ in range(chance.randint(1, 4))),
        f"\n#### Current Status\n- Services: {_sentence(chance)}\n- Affected users: {chance.randint(40, 90_000)}",
        f"- Monitoring: {_sentence(chance)}\n\n#### Verification\n```\ncurl -fsS https://{services[0]}.example.net/health",
        f"```\n\n---\n\n### {DEFAULT.labels.postmortem}\n",
        f"#### What happened\n{_prose(chance, 8)}\n\n{_prose(chance, 8)}\n\n#### Root cause\n{_prose(chance, 7)}\n",
        "#### What went well",
        *(f"- {_sentence(chance)}" for _ in range(chance.randint(2, 4))),
        "\n#### What could improve",
        *(f"- {_sentence(chance)}" for _ in range(chance.randint(2, 5))),
        "\n#### Action items\n| Action | Owner | Due | Status | Ticket |\n|--------|-------|-----|--------|--------|",
        *_actions(moments[-1].date(), chance),
    ]
    return moments[0], "\n".join(parts) + "\n"


def _timeline(moments: list[datetime], chance: random.Random) -> Iterator[str]:
    for before, at in zip([moments[0], *moments], moments, strict=False):
        time = f"{at:%H:%M}" if at.date() == before.date() else f"{at:%Y-%m-%d %H:%M}"
        yield f"| {time} | {_sentence(chance)} |"


def _actions(resolved: date, chance: random.Random) -> Iterator[str]:
    seen = set()
    for _ in range(chance.randint(3, 8)):
        action = f"{chance.choice(_VERBS)} the {chance.choice(_THINGS)} of the {chance.choice(_THINGS)} in {chance.choice(_SERVICES)}"
        due = resolved + timedelta(days=chance.randint(7, 90))
        number = chance.randint(1, 9_999)
        if action not in seen:
            yield (
                f"| {action} | {chance.choice(_OWNERS)} | {due} | {chance.choice(_STATUSES)} "
                f"| [T-{number}](https://tracker.example.net/T-{number}) |"
            )
        seen.add(action)


def _prose(chance: random.Random, sentences: int) -> str:
    return " ".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    first, second = chance.sample(_THINGS, 2)
    return f"The {first} of {chance.choice(_SERVICES)} {chance.choice(_HAPPENS)} after the {second} {chance.choice(_HAPPENS)}."
