from incident_docs.document.parse import parse
from incident_docs.rules import mitigation_empty
from tests.rules.support import messages, section

NONE_YET = "no mitigation is written down; add a row with the action and its result"


def test_mitigations_are_missing_in_an_empty_section_too() -> None:
    heading = "Mitigation Applied"
    mitigating = "status: mitigating"
    table = "| Action | Result |\n|---|---|\n"
    assert messages(mitigation_empty, section(heading, ""), mitigating) == [NONE_YET]
    assert messages(mitigation_empty, section(heading, f"{table}| | - |"), mitigating) == [NONE_YET]
    assert messages(mitigation_empty, section(heading, f"{table}| <action> | <outcome> |")) == [NONE_YET]
    assert messages(mitigation_empty, section(heading, f"{table}| <action> | <outcome> |"), mitigating) == []
    assert list(mitigation_empty.check(parse(f"---\n{mitigating}\n---\n"))) == []
