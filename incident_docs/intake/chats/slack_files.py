"""Find the messages of an export of Slack in its folder or its zip: a file a day, beside lists of people and channels."""

import json
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from incident_docs.errors import IncidentDocsError
from incident_docs.intake.chats.decode_text import decode_text
from incident_docs.intake.chats.message import Message, Names
from incident_docs.intake.chats.slack import is_slack, names_in, read_slack, with_lists

_LARGEST = 500_000_000
_LISTS = (
    "users.json",
    "channels.json",
    "groups.json",
    "mpims.json",
    "dms.json",
    "org_users.json",
    "integration_logs.json",
    "canvases.json",
)
_SEVERAL = 8


def read_folder(folder: Path, channel: str = "") -> list[Message]:
    """Read an export, or the folder of one of its channels."""
    # The lists stand in the folder above where it is a channel's.
    names = [*folder.glob("*.json"), *folder.glob("*/*.json"), *(folder.parent / name for name in _LISTS[:2])]
    files = {str(path): path for path in sorted(names) if path.is_file()}
    if sum(path.stat().st_size for path in files.values()) > _LARGEST:
        raise IncidentDocsError(f"{folder} is too large; name the folder of one channel")
    try:
        contents = {name: path.read_bytes() for name, path in files.items()}
    except OSError as error:
        raise IncidentDocsError(f"{error.filename} cannot be read: {error.strerror}") from error
    return _read(contents, channel, str(folder))


def read_zip(content: bytes, place: str, channel: str = "") -> list[Message]:
    """Read a zipped export. Raises IncidentDocsError if it cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if each.filename.endswith(".json")]
            if sum(each.file_size for each in members) > _LARGEST:
                raise IncidentDocsError(f"{place} is too large unpacked; unpack it, and name the folder of one channel")
            files = {each.filename: archive.read(each) for each in members}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise IncidentDocsError(f"{place} cannot be unpacked: {error}") from error
    return _read(files, channel, place)


def names_beside(path: Path, payload: object) -> Names:
    """Find what people are called in the export that a day's file stands in."""
    lists = {}
    for name in _LISTS[:2]:
        found = next((folder / name for folder in (path.parent, path.parent.parent) if (folder / name).is_file()), None)
        lists[name] = _json(found.read_bytes()) if found else None
    return with_lists(names_in(payload), lists["users.json"], lists["channels.json"])


def _read(files: Mapping[str, bytes], channel: str, place: str) -> list[Message]:
    values = {name: _json(content) for name, content in files.items()}
    lists = {Path(name).name: value for name, value in values.items() if Path(name).name in _LISTS}
    days: dict[str, list[Any]] = {}
    for name, value in values.items():
        if Path(name).name not in _LISTS and is_slack(value):
            days.setdefault(Path(name).parent.name, []).extend(value if isinstance(value, list) else [value])
    return read_slack(
        _only(days, channel, place),
        with_lists(
            names_in([each for day in days.values() for each in day]),
            lists.get("users.json"),
            lists.get("channels.json"),
        ),
    )


def _only(channels: Mapping[str, list[Any]], wanted: str, place: str) -> list[Any]:
    found = [name for name in channels if wanted.lstrip("#").casefold() in name.casefold()]
    exact = [name for name in found if name.casefold() == wanted.lstrip("#").casefold()]
    if len(exact or found) == 1:
        return channels[(exact or found)[0]]
    if not channels:
        raise IncidentDocsError(
            f"{place} has no messages of Slack: an export has a folder for each channel, with a file for each day"
        )
    names = ", ".join(sorted(found or channels)[:_SEVERAL]) + (", …" if len(found or channels) > _SEVERAL else "")
    said = f"has no channel {wanted}" if not found else "has several channels"
    raise IncidentDocsError(f"{place} {said}; choose one with --channel: {names}")


def _json(content: bytes) -> Any:
    try:
        return json.loads(decode_text(content))
    except (ValueError, RecursionError):
        return None
