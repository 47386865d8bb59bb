"""Both guides: they follow an organisation's own words, hold nothing hostile, and every link and command is there."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from click import Context

from incident_docs.cli import main
from incident_docs.document.times import read_clock, read_moment
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.format.phases import PHASES
from incident_docs.format.samples import CLOCK_FORMS, MOMENT_FORMS
from incident_docs.format.sections import SECTIONS
from incident_docs.rules.catalogue import ALL
from incident_docs.site.pages.guides import response_guide, rules_page, writing_guide
from incident_docs.site.pages.page import Settings
from tests.site.guides import own, pages, part
from tests.site.reader import find, headings, read, rows, words


def test_both_can_be_found_and_have_their_contents_beside_them() -> None:
    said = [(page.path, page.title, page.hide, page.is_searched, page.is_listed) for page in pages()]
    assert said == [
        ("incidents/response-guide.md", "Response guide", ("navigation",), True, True),
        ("incidents/writing-guide.md", "Writing guide", ("navigation",), True, True),
    ]
    assert headings(read(pages()[0])) == [
        (1, "Response guide"),
        (2, "Detect"),
        (3, "Severity"),
        (2, "Mitigate"),
        (3, "Strategies"),
        (2, "Resolve"),
        (2, "Learn"),
        (2, "Status and messages"),
        (2, "Times"),
    ]
    assert headings(read(pages()[1])) == [
        (1, "Writing guide"),
        (2, "Incident response"),
        *((3, section.heading) for section in SECTIONS[:5]),
        (2, "Postmortem"),
        *((3, section.heading) for section in SECTIONS[5:10]),
        (3, "Postmortem: sections to add"),
        (2, "Words that help"),
        (3, "impact-not-about-users"),
        (3, "affected-users-unmeasured"),
        (3, "root-cause-stops-at-person"),
        (3, "language-blame"),
        (3, "went-well-empty-praise"),
        (3, "action-vague"),
        (3, "action-owner"),
        (2, "Where there is nothing to say"),
        (2, "Reference"),
        (3, "What each status demands"),
        (3, "Frontmatter"),
        (3, "Times"),
        (3, "An empty document"),
    ]


def test_an_organisation_s_own_words_are_on_both() -> None:
    response, writing = pages(own())
    assert words(part(response, "Detect")).partition(" -s ")[2] == (
        "SEV1 It writes the document, and prints where it is and what to tell stakeholders. Keep writing in that file:"
        " incident-docs lint --watch beside it says at once what is missing or cannot be read."
        " By the time it is Offen / Erkannt the document needs:"
        " severity: How bad it is for users."
        " status: How far the response has come."
        " started: When the impact began."
        " detected (where it is known): When the team first knew."
        " Auswirkung: What users cannot do, and how many of them."
        " Verlauf: Was geschah."
        " Mitigation Applied: only the heading; the rest can wait until Wirkt"
    )
    assert rows(part(response, "Severity"))[1:] == [
        ["SEV1 Alles steht", "Alle", "An action item, or the reason why there is none"],
        ["SEV2 Etwas <b>klemmt</b>", "", "What the team decides"],
    ]
    assert words(part(response, "Mitigate")) == (
        "Make the impact stop, or make it bearable. Its cause can wait."
        " By the time it is Wirkt the document needs:"
        " mitigated (where it is known): When the impact on users ended or was bearable."
        " tier: The customers' contract."
        " Mitigation Applied: Each step against the impact, and what it changed, even if that was nothing."
        " Rules that begin here: mitigation-columns, mitigation-empty"
    )
    assert rows(part(response, "Strategies"))[1:] == [["neustart", "Etwas hängt."]]
    assert words(part(response, "Resolve")).partition(" needs:")[2] == (
        " resolved: When service was normal again. Rules that begin here: placeholder-left, timeline-ends-early"
    )
    assert words(part(response, "Learn")).partition(" needs:")[2].partition(" Rules")[0] == (
        " Action items: What will be different, each with one owner and one day."
        " Where nothing is to be done, None: and the reason. Demanded at SEV1. Lehren"
    )
    assert rows(part(response, "Status and messages"))[1:] == [
        ["Offen", "status: offen", "Wir suchen"],
        ["Erkannt", "status: erkannt", "Investigating"],
        ["Wirkt", "status: wirkt", "Mitigating"],
        ["Zu", "status: zu", "Resolved"],
    ]
    assert headings(read(writing))[1:8] == [
        (2, "Incident response"),
        (3, "Verlauf"),
        (3, "Mitigation Applied"),
        (3, "Incident response: sections to add"),
        (2, "Postmortem"),
        (3, "Action items"),
        (3, "Lehren"),
    ]
    assert words(part(writing, "Incident response: sections to add")) == "Übergabe"
    assert list(part(writing, "Lehren")) == []
    assert "unbekannt stands for detected" in words(part(writing, "Where there is nothing to say"))
    assert rows(part(writing, "What each status demands")) == [
        ["Part", "Made of", "Offen / Erkannt", "Wirkt", "Zu"],
        ["Vorfall, Stand, Schwere, Auswirkung, Dauer", "", "yes", "yes", "yes"],
        ["Verlauf", "a table: Zeit, Ereignis", "a row", "a row", "a row"],
        ["Mitigation Applied", "a table: Action, Result", "heading", "a row", "a row"],
        [
            "Action items",
            "a table: Action, Owner, Due, Status, Ticket, Priority",
            "not yet",
            "not yet",
            "at SEV1 a row or a reason",
        ],
        ["Where we got lucky", "", "not yet", "not yet", "if you like"],
        ["Übergabe", "", "if you like", "if you like", "if you like"],
        ["Lehren", "", "not yet", "not yet", "heading"],
    ]
    assert ["tier: gold", "The customers' contract. One of gold, silver.", "Wirkt"] in rows(
        part(writing, "Frontmatter")
    )
    assert "### Vorfall: Checkout returned errors" in words(part(writing, "An empty document"))


def test_what_the_format_does_not_have_is_not_spoken_of() -> None:
    bare = replace(
        DEFAULT,
        severities=tuple(severity._replace(actions_required=False) for severity in DEFAULT.severities),
        strategies=(),
        fields=(),
        sections=tuple(section for section in SECTIONS if section.id == "action-items"),
    )
    response, writing = pages(bare)
    assert (3, "Strategies") not in headings(read(response))
    assert words(part(response, "Mitigate")) == "Make the impact stop, or make it bearable. Its cause can wait."
    assert words(part(response, "Learn")).partition("action-status ")[2] == (
        "Action items lists what was promised in all incidents, and how late it is."
    )
    assert "Demanded at" not in words(read(response))
    for page in (response, writing):
        assert words(part(page, "Times")).startswith("Clock times are in UTC.")
    assert words(part(writing, "Where there is nothing to say")).startswith("Where a rule is wrong")
    assert rows(part(writing, "What each status demands"))[-1][-1] == "heading"
    only_strategies = replace(bare, strategies=DEFAULT.strategies)
    assert words(part(pages(only_strategies)[0], "Strategies")).startswith(
        "Take what ends the impact soonest, even if it explains nothing. Strategy"
    )
    only_sources = replace(bare, fields=(DEFAULT.field["sources"],))
    assert "not published stands for a cell" in words(part(pages(only_sources)[1], "Where there is nothing to say"))
    no_states = bare.sections[0]._replace(
        columns=tuple(column for column in bare.sections[0].columns if column.id != "status")
    )
    assert (
        words(part(pages(replace(bare, sections=(no_states,)))[1], "Action items"))
        .partition("reason. ")[2]
        .startswith("Columns to add: Ticket, Priority. Rules: ")
    )


def _without(format: Format) -> Iterator[tuple[str, tuple[str, ...], Format]]:
    """What is taken out, its words, and the format without it."""
    for table in ("severities", "strategies", "fields", "sections"):
        entries = getattr(format, table)
        for entry in entries:
            said = {each for each in entry if isinstance(each, str) and each.startswith("Wort")}
            yield (
                entry[0],
                tuple(said),
                replace(format, **{table: tuple(each for each in entries if each is not entry)}),
            )


def _in_words_of_its_own() -> Format:
    """Each name and sentence is one that stands nowhere else."""
    names = (f"Wort{number}x" for number in range(1000))
    return Format(
        tuple(each._replace(impact=next(names), response=next(names)) for each in DEFAULT.severities),
        tuple(each._replace(label=next(names), notification=next(names)) for each in DEFAULT.statuses),
        tuple(each._replace(use_when=next(names)) for each in DEFAULT.strategies),
        tuple(each._replace(meaning=next(names)) for each in DEFAULT.fields),
        tuple(each._replace(heading=next(names), meaning=next(names)) for each in DEFAULT.sections),
    )


def test_all_words_of_the_format_are_there_and_leave_with_what_they_are_about() -> None:
    format = _in_words_of_its_own()
    everything = " ".join(words(read(page)) for page in pages(format))
    for id, said, without in _without(format):
        assert said, id
        assert [word for word in said if word not in everything] == [], id
        left = " ".join(words(read(page)) for page in pages(without))
        assert [word for word in said if word in left] == [], id


def test_markup_in_an_organisation_s_words_is_text() -> None:
    hostile = "<script>x</script> **b** [a](javascript:x)"
    format = replace(
        DEFAULT,
        severities=tuple(each._replace(impact=hostile, response=hostile) for each in DEFAULT.severities),
        strategies=tuple(each._replace(use_when=hostile) for each in DEFAULT.strategies),
        fields=tuple(each._replace(meaning=hostile) for each in DEFAULT.fields),
        sections=tuple(
            each._replace(heading=f"{hostile}{place}", meaning=hostile) for place, each in enumerate(DEFAULT.sections)
        ),
    )
    for page in pages(format):
        found = read(page)
        assert [
            each for each in find(found) if each.tag == "script" or (each.tag == "strong" and words(each) == "b")
        ] == []
        assert not [link for link in find(found, "a") if "javascript" in link.get("href", "")]
        assert hostile in words(found)


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("own_words", [True, False])
def test_every_link_leads_somewhere(directory_urls: bool, own_words: bool) -> None:
    settings = Settings(prefix="x/", directory_urls=directory_urls, format=own() if own_words else DEFAULT)
    places = {
        name: f"../{name}/" if directory_urls else f"{name}.html"
        for name in ("actions", "response-guide", "writing-guide")
    }
    there = places["actions"].replace("actions", "rules")
    anchors = {text for level, text in headings(read(rules_page.page(settings))) if level == 3}
    assert anchors == {rule.ID for rule in ALL}
    known = {*places.values(), there, *(f"{there}#{anchor}" for anchor in anchors)}
    for page in (response_guide.page(settings), writing_guide.page(settings)):
        found = {link.get("href", "") for link in find(read(page), "a")}
        assert found - known == set()
        assert {f"{there}#placeholder-left", f"{there}#action-owner"} <= found
        assert places["writing-guide" if page.title == "Response guide" else "response-guide"] in found


def test_every_command_exists() -> None:
    codes = (words(code) for page in pages() for code in find(read(page), "code"))
    found = {code.removeprefix("incident-docs ") for code in codes if re.match("incident-docs [a-z]", code)}
    assert {command.partition(" ")[0] for command in found} == {"new", "lint"}
    for name, *rest in (re.sub(r'".*?"', "TEXT", command).split() for command in found):
        command = main.get_command(Context(main), name)
        assert command is not None
        options = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in rest if word.startswith("-")} <= options


def test_every_way_to_write_a_time_can_be_read() -> None:
    clocks = [read_clock(form.example) for form in CLOCK_FORMS]
    assert None not in clocks
    assert [read_moment(form.example) is not None for form in MOMENT_FORMS] == [True] * len(MOMENT_FORMS)
    utc, ahead, rough = (read_moment(form.example) for form in MOMENT_FORMS)
    assert utc
    assert ahead
    assert rough
    assert (utc.at == ahead.at, rough.approximate) == (True, True)


def test_phases_are_those_of_the_format() -> None:
    assert [phase.moment for phase in PHASES] == ["detected", "mitigated", "resolved", ""]
