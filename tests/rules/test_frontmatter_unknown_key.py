from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import Format
from incident_docs.rules import frontmatter_type, frontmatter_unknown_key
from tests.examples import PATH, changed
from tests.rules.support import fixed

OWN_FIELDS = """
[fields.team]
type = "choice"
values = ["payments", "search", "7", "on"]
[fields.review]
type = "date"
[strategies]
7 = "Seven of nine"
"""


def own_format() -> Format:
    configuration = read_configuration(OWN_FIELDS, "incident-docs.toml")
    assert configuration is not None
    return configuration.format


def fixes(front: str) -> list[tuple[str, bool] | None]:
    """What the fixes for a line of frontmatter would write, and whether they are safe."""
    document = parse(f"---\n{front}\n---\n", PATH, own_format())
    found = [*frontmatter_type.check(document), *frontmatter_unknown_key.check(document)]
    return [(one.fix.edits[0].text, one.fix.is_safe) if one.fix else None for one in found]


def test_a_key_takes_the_name_that_is_meant_and_keeps_its_quotes_and_its_comment() -> None:
    text = changed(("services:", "comander:   ana  # since 10:00\n'atuhors' : [bo]\nservices:"))
    right = changed(("services:", "commander:   ana  # since 10:00\n'authors' : [bo]\nservices:"))
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == right


def test_a_key_that_is_written_otherwise_than_it_reads_or_means_nothing_stays() -> None:
    assert fixes('"comm\\x61nderr": ana\nregion: x') == [None, None]
