"""Write JSON of which nothing acts on a terminal: what cannot be printed is escaped."""

import json

from incident_docs.insight.json_values import writable


def printed_json(value: object, indent: int | None = None) -> str:
    r"""Write a value as JSON, in its own letters, but for control characters and the like: they are `\u202e`."""
    text = writable(json.dumps(value, ensure_ascii=False, indent=indent))
    return "\n".join(line if line.isprintable() else "".join(map(_printed, line)) for line in text.split("\n"))


def _printed(char: str) -> str:
    return char if char.isprintable() else json.dumps(char)[1:-1]
