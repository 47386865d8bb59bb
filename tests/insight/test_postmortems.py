"""How far postmortems are, which of them somebody owes, and who that is."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.commonmark import visible_text
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.vocabulary import Stage, Status
from incident_docs.insight.due import ago
from incident_docs.insight.owners import all_owner_names
from incident_docs.insight.postmortems import POSTMORTEM_STATES, owed_postmortems, owes_postmortem, postmortem_state
from tests.incidents import SOURCES, document, text

STORY = "\n#### What happened\nA release changed how checkout opens its connections.\n"
OPEN = {"status": "mitigating", "resolved": ""}


def said(status: str, owner: str = "", **others: str) -> dict[str, str]:
    parts = {"status": status, "owner": owner, **others}
    return {"postmortem": "{" + ", ".join(f"{key}: {value}" for key, value in parts.items() if value) + "}"}


@pytest.mark.parametrize(
    ("facts", "more", "expected", "is_owed"),
    [
        ({}, "", "missing", True),
        ({}, STORY, "written", False),
        ({}, "\n#### What happened\n<the story, for somebody who was not there>\n", "missing", True),
        ({}, "\n#### What happened\n<!-- soon -->\n\n#### Root cause\nTBD\n", "missing", True),
        ({}, "\n#### What the board said\nThat it was sorry for all who waited.\n", "written", False),
        (said("draft"), "", "draft", True),
        (said("in review"), STORY, "in review", True),
        (said("complete"), "", "complete", False),
        (said("not required", reason="the same as last week"), "", "not required", False),
        (said("finished"), "", "missing", True),
        (said("3"), STORY, "written", False),
        ({"postmortem": "draft"}, "", "missing", True),
        (said("", owner="ana"), "", "missing", True),
        (OPEN, "", None, False),
        ({**OPEN, **said("draft")}, "", "draft", False),
        ({"status": ""}, "", None, False),
        (SOURCES, "", None, False),
        (SOURCES, STORY, "written", False),
        (SOURCES, "\n#### What happened\nnot published\n", "written", False),
        ({**SOURCES, **said("draft")}, "", "draft", False),
    ],
)
def test_a_team_says_how_far_it_is_or_the_document_shows_it(
    facts: Mapping[str, str], more: str, expected: str | None, is_owed: bool
) -> None:
    found = parse(text(facts) + more, "a.md")
    assert (postmortem_state(found), owes_postmortem(found)) == (expected, is_owed)
    assert expected is None or expected in POSTMORTEM_STATES


def test_action_items_alone_are_no_postmortem() -> None:
    assert postmortem_state(document(actions=[("Test it", "@ana", "2026-05-01", "open", "")])) == "missing"


def test_the_words_of_an_organisation_count() -> None:
    closed = Status("closed", "Zu", "🟢", Stage.RESOLVED, "Closed")
    format = Format(statuses=(*DEFAULT.statuses[:2], closed))
    assert postmortem_state(parse(text({"status": "closed"}), "a.md", format)) == "missing"


@pytest.mark.parametrize(
    ("facts", "owner"),
    [
        ({**said("draft", owner="'[@ana](/people/ana)'"), "commander": "Bo"}, "@ana"),
        ({**said("draft"), "commander": "Bo"}, "Bo"),
        ({**said("draft", owner="TBD"), "commander": "Bo"}, "Bo"),
        ({**said("draft", owner="3"), "commander": "not published"}, ""),
        ({"commander": "[ana, bo]"}, ""),
        ({}, ""),
    ],
)
def test_its_owner_owes_it_or_who_led_the_response_or_nobody(facts: Mapping[str, str], owner: str) -> None:
    [found] = owed_postmortems([document(facts)])
    assert found.owner == owner


def test_the_oldest_comes_first_and_what_does_not_say_when_last() -> None:
    documents = [
        document({"title": "Lost", "resolved": ""}),
        document({"title": "New", "resolved": "2026-03-04T12:00:00Z", **said("draft", due="2026-04-01")}),
        document({"title": "Settled", **said("complete")}),
        document({"title": "Old", "resolved": "2026-03-04T12:00:00+02:00", **said("draft", due="soon")}),
    ]
    assert [(each.document.title, each.state, str(each.due)) for each in owed_postmortems(documents)] == [
        ("Old", "draft", "None"),
        ("New", "draft", "2026-04-01"),
        ("Lost", "missing", "None"),
    ]


def test_whoever_owns_anything_is_an_owner_of_the_incident() -> None:
    actions = [
        ("a", "@ana, @bo", "2026-04-09", "open", ""),
        ("b", "[**platform** team](https://example.com)", "2026-04-09", "open", ""),
        ("c", "<owner>", "2026-04-09", "open", ""),
        ("d", "", "2026-04-09", "open", ""),
        ("e", "@ana", "2026-04-09", "done", ""),
    ]
    assert all_owner_names(document(said("draft", owner="cai"), actions)) == ("@ana", "@bo", "platform team", "cai")
    silent = [("a", "not published", "not published", "open", "")]
    assert all_owner_names(document({**SOURCES, **said("draft", owner="not published")}, silent)) == ()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (" ana ", "ana"),
        ("[@ana](/ana)", "@ana"),
        ("`team_a` & *~~us~~ others*", "team_a & us others"),
        ("![the **face** of ana](a.png)  &amp;\nbo", "the face of ana & bo"),
        ("ana  \nbo", "ana bo"),
        ("<b>ana</b> <!-- or bo -->", "ana"),
        ("", ""),
    ],
)
def test_markdown_is_read_as_its_words(written: str, words: str) -> None:
    assert visible_text(written) == words


@given(st.text())
def test_any_text_has_words_in_one_line(written: str) -> None:
    words = visible_text(written)
    assert words == words.strip()
    assert "\n" not in words


@pytest.mark.parametrize(
    ("days", "words"), [(-3, "today"), (0, "today"), (1, "1 day ago"), (34, "34 days ago"), (400, "13 months ago")]
)
def test_how_long_it_has_been_is_in_words(days: int, words: str) -> None:
    assert ago(days) == words
