"""Remember what was read in a document, for as long as the document lives."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from incident_docs.document.model import Document

Arguments = TypeVarTuple("Arguments")
Reading = TypeVar("Reading")


def read_once(read: Callable[[Document, *Arguments], Reading]) -> Callable[[Document, *Arguments], Reading]:
    """Make a function remember what it reads in a document, for as long as the document lives."""

    @wraps(read)
    def remembered(document: Document, *arguments: *Arguments) -> Reading:
        key = (read, arguments)
        if key not in document.readings:
            document.readings[key] = read(document, *arguments)
        found: Reading = document.readings[key]
        return found

    return remembered
