"""Correct the labels of a section's bullets, and add bullets that are missing."""

from collections.abc import Mapping, Sequence

from incident_docs.document.edit import Edit, insert_lines, replace_text
from incident_docs.document.model import Document, Section
from incident_docs.document.scaffold import placeholder_for
from incident_docs.edits.cell_text import one_line
from incident_docs.edits.placing import insert_under_heading
from incident_docs.errors import CannotEdit
from incident_docs.format.wording import is_alike
from incident_docs.reading.bullets import Bullet, labelled_bullets

_MISSPELT = 0.88
"""So like a label that it is no other one: `Affected services` is quite like `Affected users`."""
_SHORTENED = 5
"""So many letters, and the beginning of a label is enough."""


def set_bullet(document: Document, id: str, label: str, text: str) -> tuple[Edit, ...]:
    """Write the value of a labelled bullet of a section, in place of all that it says; a bullet that is missing is added.

    Raises CannotEdit if the section is missing.
    """
    section = document.section(id)
    if section is None:
        raise CannotEdit(f"there is no section {document.format.section[id].heading}")
    present = {each.label.value.casefold(): each for each in labelled_bullets(section, document.lines)}
    bullet = present.get(label.casefold())
    value = one_line(text)
    if bullet is None:
        labels = document.format.section[id].bullets
        others = {each: present[each.casefold()] for each in labels if each.casefold() in present}
        [edit] = add_bullets([label], others, labels, section, document)
        return (edit._replace(text=edit.text.replace(placeholder_for(label), value)),)
    first, last = bullet.value, _last_line(bullet)
    end = first.end_column if last == first.line else len(document.lines[last - 1]) + 1
    before = "" if document.lines[first.line - 1][: first.column - 1].endswith((" ", "\t")) else " "
    return (Edit(first.line, first.column, last, end, f"{before}{value}"),)


def misspelt_label(label: str, found: Mapping[str, Bullet], labels: Sequence[str]) -> Bullet | None:
    """Find the bullet that is meant by a label which is not among those found, by their case-folded labels."""
    name = label.casefold()
    known = {each.casefold() for each in labels}
    for words, bullet in found.items():
        is_shortened = len(words) >= _SHORTENED and name.startswith(words)
        if words not in known and (is_shortened or is_alike(words, name, _MISSPELT)):
            return bullet
    return None


def rename_label(bullet: Bullet, label: str) -> tuple[Edit, ...]:
    """Write the right label, within the marks for bold that it has."""
    return (replace_text(bullet.label, label),)


def add_bullets(
    missing: Sequence[str], present: Mapping[str, Bullet], labels: Sequence[str], section: Section, document: Document
) -> tuple[Edit, ...]:
    """Add bullets with placeholders among those that are there, in the order of `labels`.

    Raises CannotEdit in a resolved incident, where nobody would fill them.
    """
    if document.is_resolved:
        raise CannotEdit(f"{section.heading.value} of a resolved incident may hold no placeholders")
    if not present:
        return (_first(missing, section, document),)
    pattern = min(present.values(), key=lambda bullet: bullet.label.line)
    texts: dict[int, str] = {}
    for label in missing:
        above = [present[each] for each in labels[: labels.index(label)] if each in present]
        line = _last_line(above[-1]) + 1 if above else pattern.label.line
        texts[line] = texts.get(line, "") + _like(pattern, label, document)
    return tuple(insert_lines(line, text) for line, text in texts.items())


def _first(labels: Sequence[str], section: Section, document: Document) -> Edit:
    text = "\n".join(f"- {label}: {placeholder_for(label)}" for label in labels)
    has_list = any(block.first == section.heading.line + 1 and block.kind == "bullet_list" for block in section.blocks)
    return (
        insert_lines(section.heading.line + 1, f"{text}\n")
        if has_list
        else insert_under_heading(section, text, document)
    )


def _last_line(bullet: Bullet) -> int:
    """The last line of a bullet, without the blank lines that end a list."""
    return max([bullet.label.line, *(line.line for line in bullet.lines if line.value)])


def _like(pattern: Bullet, label: str, document: Document) -> str:
    """A bullet in the manner of another one: its mark, its bold."""
    line = document.lines[pattern.label.line - 1]
    before, between = line[: pattern.label.column - 1], line[pattern.label.end_column - 1 : pattern.value.column - 1]
    return f"{before}{label}{between.rstrip()} {placeholder_for(label)}\n"
