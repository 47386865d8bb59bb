from incident_docs.rules import internal_leak
from tests.rules.support import messages, section


def test_internal_parts_may_stand_within_a_line_and_hold_headings() -> None:
    body = "Restored <!-- internal -->for Acme<!-- /internal --> by hand.\n<!--INTERNAL-->\n##### Who\n<!--/internal-->"
    assert messages(internal_leak, section("What happened", body)) == []
    assert messages(internal_leak, section("What happened", f"{body}\n```\n<!-- internal -->\n```")) == []


def test_every_mark_that_is_out_of_place_is_named() -> None:
    ends = "there is no internal part to close here; open it with <!-- internal -->"
    never = "this internal part never ends; close it with <!-- /internal -->"
    assert messages(internal_leak, section("What happened", "<!-- /internal -->\n<!-- internal -->")) == [ends, never]
    assert messages(internal_leak, section("What happened", "<!-- internal only -->\nx\n<!-- /internal -->")) == [ends]


def test_a_link_from_outside_into_an_internal_part_is_found() -> None:
    part = "<!-- internal -->\n##### Who it was\n[self](#who-it-was) [up](#timeline)\n<!-- /internal -->"
    message = "this leads into an internal part; take the link out, or put it in an internal part too"
    assert messages(
        internal_leak, section("What happened", f"{part}\n\n[a](#who-it-was) [b](#timeline) [c](who-it-was)")
    ) == [message]
