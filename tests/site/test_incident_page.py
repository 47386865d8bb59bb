"""The page of an incident: how its document is laid out, down to one that says nothing."""

from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.page import Incident, Page
from tests.examples import BASE
from tests.site.pages import PATH, SETTINGS, TODAY, made, shown, with_front, with_section
from tests.site.reader import below, find, headings, links, one, read, rows, words


def titles(page: Page) -> list[str]:
    """The headings, with a `#` for each level."""
    return [f"{'#' * level} {text}" for level, text in headings(read(page))]


def section(page: Page, title: str) -> str:
    """The words under a heading."""
    return words(below(read(page), title))


def test_a_sound_incident_reads_as_its_document() -> None:
    page = shown(BASE)
    assert (page.path, page.title, page.description, page.hide) == (
        PATH,
        "Checkout returned errors for one customer in five",
        "One customer in five could not pay for 68 minutes; 1,900 orders were lost.",
        ("navigation",),
    )
    found = read(page)
    assert words(one(found, class_="idoc-top")) == "← All incidents 2026-03-04-checkout-errors"
    assert titles(page) == [
        "# Checkout returned errors for one customer in five",
        "## Incident response",
        "### Timeline",
        "### Root cause",
        "### Mitigation applied",
        "### Current status",
        "### Verification",
        "## Postmortem",
        "### What happened",
        "### Root cause",
        "### What went well",
        "### What could improve",
        "### Action items",
    ]
    assert words(one(found, class_="idoc-card")) == (
        "P1 Service down Resolved 0 of 2 actions done, 1 overdue"
        " One customer in five could not pay for 68 minutes; 1,900 orders were lost."
        " Started 09:50 UTC Wed 4 Mar 2026 Time to detect 6m Detected 09:56 Time to mitigate 30m Mitigated 10:20"
        " Time to resolve 1h 08m Resolved 10:58 Services checkout"
    )
    assert section(page, "Timeline").startswith("Times in UTC Undetected 6m Responding 24m Recovering 38m")
    assert rows(below(found, "Timeline"))[1:] == [
        ["Wednesday 4 March 2026"],
        ["1", "09:50", "0m", "Started. Release 4.12 of checkout reaches every region"],
        ["2", "09:56", "+6m", "Detected. The error-rate alert pages the on-call engineer"],
        ["3", "10:20", "+30m", "Mitigated. Release 4.12 is rolled back; errors stop"],
        ["4", "10:58", "+1h 08m", "Resolved. Queued payments are settled and the error rate stays normal"],
    ]
    assert [(row.get("id"), row.get("class")) for row in find(found, "tr", class_="idoc-entry")] == [
        ("entry-1", "idoc-entry idoc-undetected"),
        ("entry-2", "idoc-entry idoc-responding"),
        ("entry-3", "idoc-entry idoc-recovering"),
        ("entry-4", "idoc-entry idoc-recovering"),
    ]
    assert rows(below(found, "Mitigation applied")) == [
        ["Action", "Result"],
        ["Rolled checkout back to 4.11", "Errors stopped within two minutes"],
    ]
    assert one(below(found, "Verification"), "code").text == "curl -fsS https://checkout.example.net/health\n"
    assert section(page, "Action items").startswith("0 of 2 done, 1 overdue. All action items State")
    assert rows(below(found, "Action items"))[1:] == [
        ["Open", "Run the load test of checkout at twice the peak traffic", "@ana", "2026-03-20 in 2 days"],
        ["Overdue", "Alert when the connection pool is 80 % used", "@bo", "2026-03-13 5 days late"],
    ]


def test_the_ways_back_and_to_the_source_are_on_top() -> None:
    incident = Incident(made(BASE).document, PATH, edit_url="https://example.com/edit?a&b")
    page = incident_page.page(incident, {}, SETTINGS, TODAY, Around())
    assert links(one(read(page), class_="idoc-top")) == {
        "← All incidents": "../",
        "Edit this page": "https://example.com/edit?a&b",
    }


def test_while_an_incident_runs_templates_are_not_shown() -> None:
    text = with_front(status="active", resolved=None)
    templates = {
        "Root Cause": "<explanation>",
        "Mitigation Applied": "| Action | Result |\n|---|---|\n| <action> | <outcome> |",
        "Current Status": "- Services: <status>\n- Affected users: <count>\n- Monitoring: <what to watch>",
        "Verification": "```bash\n<commands>\n```\n<!-- none yet -->",
    }
    for heading, content in templates.items():
        text = with_section(heading, content, text)
    without = text.partition("### Postmortem")[0]
    for body in (without, f"{without}### Postmortem (after resolution)\n\n#### What happened\n<the story>\n"):
        page = shown(body)
        assert titles(page)[1:] == ["## Incident response", "### Timeline", "## Postmortem"]
        assert section(page, "Postmortem") == "To be written once the incident is resolved."
    assert titles(shown(f"{without}### Postmortem\n\n#### What happened\nMuch.\n"))[3:] == [
        "## Postmortem",
        "### What happened",
    ]


def test_a_document_without_anything_is_a_page() -> None:
    page = shown("Just *words*.\n\nMore.\n")
    assert titles(page) == ["# 2026-03-04-checkout-errors", "## Incident response"]
    assert section(page, "Incident response") == "Just words. More."
    assert (page.title, page.description) == ("2026-03-04-checkout-errors", "")
    assert titles(shown("### Incident Response: Found *out*\n"))[0] == "# Found *out*"
    page = shown("### Incident Response: x\n\n#### Severity: P1\n**Impact**: All was lost.\nAll of it.")
    assert (titles(page), page.description) == (["# x"], "All was lost. All of it.")
    assert titles(shown("")) == ["# 2026-03-04-checkout-errors"]


def test_what_stands_between_the_format_s_parts_is_kept() -> None:
    text = BASE.replace("\n#### Status", "\nAn introduction.\n\n#### Status", 1)
    text = text.replace("**Duration**", "and more\n**Customers**: twelve\n**Duration**", 1)
    text = text.replace("(after resolution)\n", "(after resolution)\n\nWritten by the team.\n", 1)
    page = shown(text)
    assert page.description.endswith("1,900 orders were lost. and more")
    assert section(page, "Incident response") == "An introduction. Customers: twelve"
    assert section(page, "Postmortem") == "Written by the team."


def test_headings_of_the_authors_own_skip_no_level() -> None:
    page = shown(
        with_section(
            "What happened", "One.\n\n###### Deep `x`\nTwo.\n##### Less deep\n###### Deeper\n> # Quoted\n\nEnd."
        )
    )
    start = titles(page).index("### What happened")
    assert titles(page)[start : start + 4] == ["### What happened", "#### Deep x", "#### Less deep", "##### Deeper"]
    assert words(one(one(read(page), "blockquote"), "strong")) == "Quoted"


def test_related_incidents_are_listed_with_their_titles() -> None:
    other = made(BASE, "incidents/2026-01-01-other.md")
    bare = made("---\nservices: [x]\n---\n", "incidents/2026-01-02-bare.md")
    odd = made(with_front(resolved="2026-01-01T00:00:00Z"), "incidents/2026-01-03-odd.md")
    page = shown(
        with_front(related="[2026-01-01-other, 2026-01-02-bare, 2026-01-03-odd, gone, gone]"), [other, bare, odd]
    )
    related = one(below(read(page), "Related incidents"), "ul")
    assert [words(item) for item in find(related, "li")] == [
        "P1 Service down Checkout returned errors for one customer in five 4 Mar 2026 · 1h 08m · Named by the authors",
        "2026-01-02-bare Named by the authors",
        "P1 Service down Checkout returned errors for one customer in five 4 Mar 2026 · Named by the authors",
        "gone",
    ]
    assert [each.get("href") for each in find(related, "a")] == [
        "../2026-01-01-other/",
        "../2026-01-02-bare/",
        "../2026-01-03-odd/",
    ]


def test_all_pages_are_built_in_one_call() -> None:
    one, two = made(BASE), made(BASE, "incidents/2026-01-01-other.md")
    built = Site([one, two], SETTINGS, TODAY)
    assert [(page.path, page.is_searched) for page in built.pages()] == [
        ("incidents/index.md", False),
        ("incidents/actions.md", False),
        ("incidents/owed.md", False),
        ("incidents/insights.md", False),
        ("incidents/response-guide.md", True),
        ("incidents/writing-guide.md", True),
        ("incidents/rules.md", True),
        ("incidents/owners/ana.md", False),
        ("incidents/owners/bo.md", False),
    ]
    assert [built.of_incidents.page(each).path for each in (one, two)] == [PATH, two.path]
