"""A document is equal to itself only, and what is read in it lives as long as it does."""

import gc
import weakref
from dataclasses import replace

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.readings import read_once
from tests.examples import BASE


class Found:
    """Something that can be watched."""


@read_once
def found(_document: Document, _name: str) -> Found:
    return Found()


def test_documents_are_equal_and_hashed_by_what_they_are_and_not_by_what_they_say() -> None:
    one, other = parse(BASE), parse(BASE)
    assert one == one  # noqa: PLR0124 - the point of it
    assert one != other
    assert len({one, other, one}) == 2


def test_the_content_is_the_lines_in_one_text_whatever_the_line_ends_were() -> None:
    assert parse("a\r\nb\rc\n").content == "a\nb\nc"


def test_what_is_read_once_is_remembered_by_document_and_question() -> None:
    one, other = parse(BASE), parse(BASE)
    assert found(one, "a") is found(one, "a")
    assert found(one, "a") is not found(one, "b")
    assert found(one, "a") is not found(other, "a")
    assert found(one, "a") is not found(replace(one, title="Another"), "a")


def test_what_was_read_is_forgotten_with_the_document() -> None:
    document = parse(BASE)
    watched = weakref.ref(found(document, "a"))
    assert watched() is not None
    del document
    gc.collect()
    assert watched() is None


def test_a_section_without_a_table_has_no_columns() -> None:
    [section] = parse("#### Root Cause\nThe pool was too small.\n").sections
    assert section.column_ids == ()
