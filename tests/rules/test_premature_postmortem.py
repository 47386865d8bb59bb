from incident_docs.document.parse import parse
from incident_docs.rules import premature_postmortem
from tests.examples import weave
from tests.rules.support import messages


def test_an_early_postmortem_is_known_by_its_sections() -> None:
    front = "---\nstatus: active\n---\n"
    text = weave(front).partition("### Postmortem")[0] + "### Postmortem\n\n#### Verification\n```\ncurl\n```\n"
    assert list(premature_postmortem.check(parse(text))) == []
    own = parse(text + "\n#### My own\n```\nx = 1\n```\n")
    assert [finding.message for finding in premature_postmortem.check(own)] == [
        "My own is written while the incident is active; leave the postmortem until it is resolved"
    ]


def test_an_unknown_status_says_nothing_of_how_far_the_postmortem_may_be() -> None:
    assert messages(premature_postmortem, "---\nstatus: resloved\n---\n") == []
