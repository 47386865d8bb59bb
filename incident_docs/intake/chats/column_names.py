"""Know what people and programs call the time, the words and the author of an event: as columns and as keys."""

import re

TIME = ("time", "timestamp", "@timestamp", "ts", "datetime", "date time", "date/time", "created at", "created", "creation time", "post creation time", "occurred at", "at", "when", "start", "start time", "sent at", "zeit", "uhrzeit", "zeitpunkt", "zeitstempel", "datum/uhrzeit", "datum uhrzeit", "heure", "hora")  # fmt: skip
DAY = ("date", "day", "datum", "tag", "fecha")
ZONE = ("time zone", "timezone", "zone", "tz", "zeitzone")
TEXT = ("event", "text", "message", "msg", "content", "body", "description", "what happened", "what", "post message", "happened", "details", "summary", "note", "notes", "title", "update", "entry", "action", "comment", "ereignis", "beschreibung", "was", "was ist passiert", "was passierte", "vorfall", "nachricht", "meldung", "text/event", "événement", "evento")  # fmt: skip
AUTHOR = ("author", "user", "username", "user name", "who", "actor", "from", "sender", "name", "display name", "person", "by", "reported by", "owner", "wer", "autor", "verantwortlich", "benutzer")  # fmt: skip
LINK = ("link", "url", "links", "evidence", "attachments", "attachment", "reference", "beleg", "quelle", "source url")
ID = ("id", "message id", "post id", "event id", "uuid")
REACTIONS = ("reactions",)
KIND = ("post type", "message type")
_ASIDE = re.compile(r"[(\[](.*?)[)\]]")


def bare_name(name: str) -> str:
    """Give a name of a column as it is looked up: small letters, no unit or zone behind it."""
    return " ".join(_ASIDE.sub(" ", name).replace("_", " ").replace("-", " ").strip(" :*#\"'").casefold().split())


def zone_in(name: str) -> str:
    """Give what stands in brackets in the name of a column, such as `UTC`."""
    match = _ASIDE.search(name)
    return match[1].strip() if match else ""
