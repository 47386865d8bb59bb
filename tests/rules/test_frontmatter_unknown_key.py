from incident_docs.document.parse import parse
from incident_docs.rules import frontmatter_type, frontmatter_unknown_key
from tests.examples import changed
from tests.rules.support import fixed


def test_a_key_takes_the_name_that_is_meant_and_keeps_its_quotes_and_its_comment() -> None:
    text = changed(("services:", "comander:   ana  # since 10:00\n'atuhors' : [bo]\nservices:"))
    right = changed(("services:", "commander:   ana  # since 10:00\n'authors' : [bo]\nservices:"))
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == right


def test_a_key_that_is_written_otherwise_than_it_reads_or_means_nothing_stays() -> None:
    document = parse('---\n"comm\\x61nderr": ana\ncluster: x\n---\n')
    assert list(frontmatter_type.check(document)) == []
    assert [finding.fix for finding in frontmatter_unknown_key.check(document)] == [None, None]
