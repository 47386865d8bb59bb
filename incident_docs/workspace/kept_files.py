"""Put files beside an incident, in a folder of its name."""

from contextlib import suppress
from pathlib import Path

from incident_docs.workspace.write_files import create_file


def keep_file(incident: Path, name: str, content: bytes) -> str:
    """Write a new file beside an incident, under the first free name, and give its path as seen from the incident.

    A file with the same content is used as it is. Raises OSError.
    """
    folder = incident.with_suffix("")
    stem, suffix = Path(name).stem, Path(name).suffix
    number = 1
    while True:
        path = folder / (name if number == 1 else f"{stem}-{number}{suffix}")
        if not path.exists():
            # Somebody else may take the name now.
            with suppress(FileExistsError):
                create_file(path, content)
        if path.read_bytes() == content:
            return f"{folder.name}/{path.name}"
        number += 1
