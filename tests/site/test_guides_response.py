"""The response guide, word for word: its phases, what each demands, and the tables of the format."""

from incident_docs.format.definition import DEFAULT
from incident_docs.format.samples import CLOCK_FORMS
from tests.site.guides import beside_tables, pages, part
from tests.site.reader import rows, words


def test_the_response_guide_goes_from_phase_to_phase() -> None:
    page, _ = pages()
    assert words(part(page, "Response guide")) == (
        "Users come first; the document only has to keep up. What it must hold grows with the status of the incident."
        " The writing guide says how to write it well."
    )
    assert words(part(page, "Detect")) == (
        "Find out that users are affected, and how badly. Open the incident even if you are not sure."
        ' In a terminal you are asked for what you leave out: incident-docs new "Checkout returned errors" -s P1'
        " It writes the document, and prints where it is and what to tell stakeholders. Keep writing in that file:"
        " incident-docs lint --watch beside it says at once what is missing or cannot be read."
        " By the time it is Active the document needs:"
        " title: One line that says what users lost, without markup."
        " severity: How bad it is for users."
        " status: How far the response has come."
        " started: When the impact began."
        " detected (where it is known): When the team first knew."
        " services: The services that were affected."
        " Impact: What users cannot do, and how many of them."
        " Timeline: What was seen and done, and when, from the first sign to the end; what led nowhere too."
        " Root Cause: only the heading; the rest can wait until Resolved"
        " Mitigation Applied: only the heading; the rest can wait until Mitigating"
        " Current Status: A line each for whoever joins now: what works, who is affected, what to watch."
    )
    assert words(part(page, "Mitigate")) == (
        "Make the impact stop, or make it bearable. Its cause can wait."
        " By the time it is Mitigating the document needs:"
        " mitigated (where it is known): When the impact on users ended or was bearable."
        " Mitigation Applied: Each step against the impact, and what it changed, even if that was nothing."
        " Rules that begin here: mitigation-columns, mitigation-empty"
    )
    assert words(part(page, "Resolve")) == (
        "Bring service back to normal, and show that it is. incident-docs lint lists what is still to be written."
        " By the time it is Resolved the document needs:"
        " resolved: When service was normal again."
        " Root Cause: What broke. While the incident runs, the suspicion that is being followed."
        " Verification: The commands that showed the end, so that anybody can run them again."
        " Rules that begin here: placeholder-left, timeline-ends-early, verification-missing"
    )
    assert words(part(page, "Learn")) == (
        "Tell what happened and how it was possible, and settle what will be different."
        " As soon as it is Resolved the document needs:"
        " What happened: The story from its beginning to its end, for somebody who was not there."
        " Root cause: How it was possible, and why nothing caught it. Several things may have come together."
        " What went well: What helped, and can be done again."
        " What could improve: What would have made it shorter, smaller or less likely."
        " Action items: What will be different, each with one owner and one day."
        " Where nothing is to be done, None: and the reason. Demanded at P1, P2."
        " Rules that begin here: action-columns, action-required, action-empty, action-owner, action-due,"
        " action-due-before-incident, action-status"
        " Worth asking too: Contributing factors, What surprised us, What was hard to understand, Where we got lucky."
        " If no postmortem is to be written, postmortem: {status: not required, reason: ...} says so and why."
        " Action items lists what was promised in all incidents, and how late it is."
    )


def test_the_response_guide_has_the_format_s_tables() -> None:
    page, _ = pages()
    assert rows(part(page, "Severity")) == [
        ["Users notice", "Who responds", "What must follow"],
        ["P1 Service down", "All hands, at once", "An action item, or the reason why there is none"],
        ["P2 Major degradation", "On-call and backup, at once", "An action item, or the reason why there is none"],
        ["P3 Minor impact", "On-call, in working hours", "What the team decides"],
        ["P4 No user impact", "Normal priority", "What the team decides"],
    ]
    strategies = part(page, "Strategies")
    assert rows(strategies)[1:] == [[each.id, each.use_when] for each in DEFAULT.strategies]
    assert beside_tables(strategies) == (
        "Take what ends the impact soonest, even if it explains nothing. Those that were used go into strategy."
    )
    messages = part(page, "Status and messages")
    assert rows(messages) == [
        ["Status", "In the frontmatter", "To stakeholders"],
        ["Active", "status: active", "Investigating"],
        ["Mitigating", "status: mitigating", "Mitigating"],
        ["Resolved", "status: resolved", "Resolved"],
    ]
    assert beside_tables(messages) == (
        "A new status is written in the frontmatter. incident-docs lint --fix copies it into the heading Status."
        " With each change stakeholders get four lines, of which the last is from this table:"
        " Incident: <what is wrong> Severity: <severity> Impact: <user/business impact> Status: Investigating"
    )
    clock = part(page, "Times")
    assert rows(clock) == [["Timeline", "What it says"], *([form.example, form.meaning] for form in CLOCK_FORMS)]
    assert beside_tables(clock) == ("timezone: IANA name of the zone of the body's clock times; UTC when absent.")
