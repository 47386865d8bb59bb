"""The writing guide, word for word: what belongs where, which words help, and the reference."""

from incident_docs.api import lint
from incident_docs.format.definition import DEFAULT
from incident_docs.format.samples import MOMENT_FORMS
from tests.site.guides import beside_tables, pages, part
from tests.site.reader import one, rows, words


def test_the_writing_guide_says_what_belongs_where() -> None:
    _, page = pages()
    assert words(part(page, "Writing guide")) == (
        "An incident is one Markdown file: facts for programs in its frontmatter, the story for people in its body."
        " Its first half is written while the incident runs, its second half afterwards. The response guide says what to do"
        " when, and the rules what incident-docs lint looks at."
    )
    assert words(part(page, "Incident response")) == (
        "Written while it runs. What nobody knows yet stays a placeholder in angle brackets until it is Resolved"
        " (placeholder-left)."
    )
    assert words(part(page, "Postmortem")) == "Written once it is Resolved, and not before (premature-postmortem)."
    assert words(part(page, "Current Status")) == (
        "A line each for whoever joins now: what works, who is affected, what to watch."
        " Rules: current-status-bullets, affected-users-unmeasured"
    )
    assert words(part(page, "Action items")) == (
        "What will be different, each with one owner and one day. Where nothing is to be done, None: and the reason."
        " Columns to add: Status, Ticket, Priority."
        " Status is one of Open, In progress, Done, Won't do; nothing means the first."
        " Rules: action-columns, action-required, action-empty, action-owner, action-due, action-due-before-incident,"
        " action-vague, action-status, action-duplicate, ticket-form"
    )
    assert words(part(page, "Postmortem: sections to add")) == (
        "Contributing factors: What made it likelier or longer."
        " What surprised us: What the responders did not expect."
        " What was hard to understand: Where the responders were puzzled, and why."
        " Where we got lucky: What kept it from being worse, by chance."
    )
    assert words(part(page, "Where there is nothing to say")) == (
        "A document with sources was made from a report that others published. Where the report is silent,"
        " not published stands for detected, mitigated, resolved, a cell of the action items or the verification, and is"
        " never counted as missing or late."
        " If no postmortem is to be written, postmortem: {status: not required, reason: ...} says so, and why."
        " Its sections may then be empty."
        " Where a rule is wrong in one place, allow it there: <!-- incident-docs: allow NAME -- why --> on a separate"
        " line, before what it is about."
    )


def test_the_telling_rules_have_their_reason_a_bad_line_and_a_good_one() -> None:
    _, page = pages()
    assert words(part(page, "Words that help")) == (
        "The rules that teach most. Not all are facts: where one is an opinion, it says whose."
    )
    assert words(part(page, "action-owner")) == (
        "Every action item has one owner: a person, or a team that has a name."
        " What everybody owns is done by nobody. With two names, each waits for the other, and whoever asks in six weeks"
        " does not know whom. More on action-owner"
        " Bad: Run the load test at twice the peak traffic · 2026-03-20"
        " the action has no owner; name one person or one team, as in @ana"
        " Good: Run the load test at twice the peak traffic · @ana (with @bo) · 2026-03-20"
    )
    assert [
        words(part(page, title)).partition(" Bad: ")[2] for title in ("affected-users-unmeasured", "action-vague")
    ] == [
        (
            "Affected users: several customers in Europe"
            " several customers in Europe is no measure; write a number, a share, all or none, or unknown and why"
            " Good: Affected users: one customer in five"
        ),
        (
            "Be more careful with releases · @ana · 2026-03-20"
            ' "Be more careful" cannot be checked; write what will be different, as in: make the deploy tool refuse an'
            " untagged release"
            " Good: Alert when the connection pool is 80 % used · @bo · 2026-03-13"
        ),
    ]
    assert words(part(page, "root-cause-stops-at-person")).partition(" Good: ")[2] == (
        "An engineer mistakenly ran the clean-up against production instead of staging. The prompts of the two hosts differ"
        " in one digit, the command asks for no confirmation, and its account may delete tables in both environments."
    )
    assert words(part(page, "went-well-empty-praise")).partition(" Good: ")[2] == (
        "The rollback took two minutes, for it is rehearsed every month."
    )


def test_the_reference_has_every_part_and_every_key() -> None:
    _, page = pages()
    demands = part(page, "What each status demands")
    assert beside_tables(demands) == (
        "All that a status demands, the next one demands too. Columns in italics may be left out."
    )
    assert rows(demands) == [
        ["Part", "Made of", "Active", "Mitigating", "Resolved"],
        ["Incident Response, Status, Severity, Impact, Duration", "", "yes", "yes", "yes"],
        ["Timeline", "a table: Time, Event", "a row", "a row", "a row"],
        ["Root Cause", "", "heading", "heading", "a text"],
        ["Mitigation Applied", "a table: Action, Result", "heading", "a row", "a row"],
        [
            "Current Status",
            "bullets: Services, Affected users, Monitoring",
            "all bullets",
            "all bullets",
            "all bullets",
        ],
        ["Verification", "a fenced block", "if you like", "if you like", "a command"],
        ["What happened", "", "not yet", "not yet", "a text"],
        ["Root cause", "", "not yet", "not yet", "a text"],
        ["What went well", "", "not yet", "not yet", "a text"],
        ["What could improve", "", "not yet", "not yet", "a text"],
        [
            "Action items",
            "a table: Action, Owner, Due, Status, Ticket, Priority",
            "not yet",
            "not yet",
            "at P1, P2 a row or a reason",
        ],
        ["Contributing factors", "", "not yet", "not yet", "if you like"],
        ["What surprised us", "", "not yet", "not yet", "if you like"],
        ["What was hard to understand", "", "not yet", "not yet", "if you like"],
        ["Where we got lucky", "", "not yet", "not yet", "if you like"],
    ]
    keys = part(page, "Frontmatter")
    assert beside_tables(keys) == (
        "Each fact is written here once; where the body repeats one, incident-docs lint --fix writes it there."
        " Keys that begin with x- are free."
    )
    found = rows(keys)
    assert [row[0].partition(":")[0] for row in found] == ["Key, as in", *DEFAULT.field]
    assert found[:4] + found[-3:-1] == [
        ["Key, as in", "What it says", "Demanded from"],
        ["title: Checkout returned errors", "One line that says what users lost, without markup.", "Active"],
        ["severity: P1", "How bad it is for users. One of P1, P2, P3, P4.", "Active"],
        ["status: active", "How far the response has come. One of active, mitigating, resolved.", "Active"],
        [
            "postmortem: {status: draft}",
            (
                "How far the writing of the postmortem is."
                " Its status is one of draft, in review, complete, not required; not required has a reason."
            ),
            "if you like",
        ],
        [
            "strategy: [rollback]",
            (
                "The mitigation strategies that were used."
                " Any of rollback, feature-flag, scale-up, failover, hotfix, other."
            ),
            "if you like",
        ],
    ]
    assert rows(part(page, "Times"))[-4:] == [
        ["Frontmatter", "What it says"],
        *([form.example, form.meaning] for form in MOMENT_FORMS),
    ]


def test_the_empty_document_is_what_new_writes_and_lint_accepts() -> None:
    _, page = pages()
    html = part(page, "An empty document")
    assert words(one(html, "p")) == "incident-docs new writes it like this:"
    text = "".join(one(html, "pre").itertext())
    assert text.startswith("---\ntitle: Checkout returned errors\nseverity: P1\nstatus: active\n")
    assert [finding.rule for finding in lint(f"{text}\n", "2026-03-04-checkout-returned-errors.md")] == []
