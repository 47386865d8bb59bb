"""Options of rules: what each changes, that a mistake in the configuration is found, and where they are shown."""

import json
from pathlib import Path

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.definition import Format, OptionValue
from incident_docs.rules import Named
from incident_docs.rules.all_names import rule_named
from incident_docs.rules.catalogue import ALL, RULES
from tests.conftest import Run
from tests.examples import BASE, weave

NAME = "postmortems/2026-03-04-checkout-errors.md"
P3 = "---\nseverity: P3\n---\n### Incident Response: Checkout\n\n#### Severity: P3\n**Impact**: {}\n"
GAP = "#### Timeline\n| Time | Event |\n|---|---|\n| 09:50 | a |\n| 10:58 | b |\n"
VAGUE = "#### Action items\n| Action | Owner | Due |\n|---|---|---|\n| {} | @ana | 2026-03-20 |\n"
OWNER = "#### Action items\n| Action | Owner | Due |\n|---|---|---|\n| Alert at 80 % of the pool | {} | {} |\n"
USERS = "#### Current Status\n- Services: sound\n- Affected users: {}\n- Monitoring: normal\n"
HAPPENED = "#### What happened\n{} The second release reached every region, and the pool ran full within six minutes.\n"
CAUSE = "#### Root cause\n{} The load test used a tenth of the connections, so the limit was never met.\n"
ROUGH = "#### Timeline\n| Time | Event |\n|---|---|\n| 09:50 | a |\n| 09:56 | b |\n| 10:20 | c |\n| {} | d |\n"
UNNOTICED = (
    "---\nstarted: 2026-03-04T09:50:00Z\nresolved: 2026-03-04T10:58:00Z\nseverity: P1\nstatus: resolved\ntitle: x\n---\n"
    "#### Timeline\n| Time | Event |\n|---|---|\n| 09:50 | The canary went red |\n| 10:58 | All was well |\n\n"
    "#### What happened\nA release broke the pool.\n"
)


@pytest.mark.parametrize(
    ("rule", "option", "value", "text", "found"),
    [
        ("action-due", "within-days", 30, OWNER.format("@ana", "2026-04-04"), ([], ["2026-04-04 is too late; actions are due by 2026-04-03"])),
        ("action-due", "within-days", 31, OWNER.format("@ana", "2026-04-04"), ([], [])),
        ("action-owner", "extend-words", ["the on-call"], OWNER.format("The on-call", "2026-03-20"), ([], ["The on-call is nobody in particular; name one person or one team, as in @ana"])),
        ("action-vague", "fewest-words", 2, VAGUE.format("Alert earlier"), (['"Alert earlier" is too short to be checked; write a verb, an object and an end, as in: alert when the pool is 80 % used'], [])),
        ("action-vague", "extend-words", ["Grafana"], VAGUE.format("Improve the Grafana"), ([], ['"Improve the Grafana" is about nothing in particular; write a verb, an object and an end, as in: alert when the pool is 80 % used'])),
        ("action-no-prevention", "extend-words", ["canary"], VAGUE.format("Add a canary for the pool"), ([], ["every action detects or explains, none prevents; add one that makes it less likely, or smaller"])),
        ("affected-users-unmeasured", "extend-words", ["worldwide"], USERS.format("users worldwide"), (["users worldwide is no measure; write a number, a share, all or none, or unknown and why"], [])),
        ("affected-users-unmeasured", "reason-words", 1, USERS.format("unknown yet"), (["unknown yet is no measure; write a number, a share, all or none, or unknown and why"], [])),
        ("detection-unknown", "extend-words", ["Canary"], UNNOTICED, (["nothing tells how it was noticed; write detected, as in detected: 2026-03-04T14:02:00Z, and a row for the alert or the report"], [])),
        ("impact-not-about-users", "extend-words", ["broker"], P3.format("The broker was full."), ([], ["the Impact speaks of broker, and of nobody who uses them; write who could not do what"])),
        ("impact-not-about-users", "extend-user-words", ["pilots"], P3.format("Pods crashed while pilots waited."), (["the Impact speaks of Pods, and of nobody who uses them; write who could not do what"], [])),
        ("improve-missing", "extend-words", ["see the retro"], "#### What could improve\n- See the retro.\n", ([], ["this names nothing; write what would have made it shorter, smaller or less likely"])),
        ("went-well-empty-praise", "extend-words", ["heroes"], "#### What went well\n- Heroes!\n", ([], ["this names nothing that can be done again; write what helped, and why it was at hand"])),
        ("language-blame", "extend-words", ["sloppy"], HAPPENED.format("A sloppy change went out."), ([], ['"sloppy" blames; write what made it easy, as in: the two prompts look the same'])),
        ("language-blame", "ignore-words", ["reckless"], HAPPENED.format("The job Reckless went out."), (['"Reckless" blames; write what made it easy, as in: the two prompts look the same'], [])),
        ("language-counterfactual", "extend-words", ["if we had"], HAPPENED.format("If we had a canary, all was well."), ([], ['"If we had" is about what did not happen; tell what did, and put what would help under What could improve'])),
        ("language-counterfactual", "ignore-words", ["if only"], HAPPENED.format("If only it rained."), (['"If only" is about what did not happen; tell what did, and put what would help under What could improve'], [])),
        ("language-normative", "extend-words", ["of course"], HAPPENED.format("Of course it broke."), ([], ['"Of course" judges by what is known only now; write what was seen and done, and why it made sense then'])),
        ("language-normative", "ignore-words", ["obviously"], HAPPENED.format("Obviously it broke."), (['"Obviously" judges by what is known only now; write what was seen and done, and why it made sense then'], [])),
        ("root-cause-stops-at-person", "extend-words", ["user error"], CAUSE.format("It was user error."), ([], ['"user error" names a person where the cause would be; write what made it easy, and why nothing caught it'])),
        ("root-cause-stops-at-person", "ignore-words", ["fat finger"], CAUSE.format("The check Fat finger failed."), (['"Fat finger" names a person where the cause would be; write what made it easy, and why nothing caught it'], [])),
        ("root-cause-stops-at-person", "explained-words", 5, CAUSE.format("An engineer mistyped the limit."), (['"An engineer mistyped" names a person where the cause would be; write what made it easy, and why nothing caught it'], [])),
        ("root-cause-thin", "fewest-words", 4, "#### Root cause\nThe pool was full.\n", (["4 words cannot explain a cause; write what broke, and how that was possible"], [])),
        ("placeholder-left", "extend-words", ["to follow"], HAPPENED.format("More to follow."), ([], ["to follow was left standing; write what belongs there, or remove it"])),
        ("severity-understated", "extend-words", ["nationwide"], P3.format("Payments failed nationwide."), ([], ['"nationwide" is more than a P3 (Minor impact); raise the severity, or write who was spared'])),
        ("personal-data", "ignore-domains", ["Ours-Mail.com"], HAPPENED.format("Jo (jo@ours-mail.com) called."), (["j…@….com looks like the e-mail address of a person; take it out, or write an id that only your own systems know"], [])),
        ("timeline-gap", "longest-minutes", 70, GAP, (["no row between 09:50 and 10:58 (1h 08m); add what was tried or found, even if it led nowhere"], [])),
        ("timeline-ends-early", "rough-minutes", 10, ROUGH.format("~10:30"), ([], ["the timeline ends at ~10:30, but the incident was resolved at 2026-03-04 10:58; add the row that tells how"])),
        ("timeline-outside", "rough-minutes", 60, ROUGH.format("~11:50"), (["~11:50 is after the incident was resolved at 2026-03-04 10:58; write ~2026-03-04 11:50 if it is meant so"], [])),
        ("timeline-incomplete", "near-minutes", 10, ROUGH.replace("09:56", "10:02").format("10:58"), (["no row tells how it was detected at 2026-03-04 09:56; add what happened then"], [])),
        ("timeline-incomplete", "rough-minutes", 5, ROUGH.format("~11:20"), ([], ["no row tells how it was resolved at 2026-03-04 10:58; add what happened then"])),
    ],
)  # fmt: skip
def test_an_option_changes_what_a_rule_finds(
    rule: str, option: str, value: int | list[str], text: str, found: tuple[list[str], list[str]]
) -> None:
    """First without the option, then with it."""
    [checked] = [each for each in RULES if rule == each.ID]
    setting: OptionValue = value if isinstance(value, int) else tuple(value)
    formats = Format(), Format(options=((rule, option, setting),))
    documents = [parse(weave(text), NAME, format) for format in formats]
    assert tuple([finding.message for finding in checked.check(document)] for document in documents) == found


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.TRAITS.options], ids=lambda rule: rule.ID)
def test_options_belong_to_their_rule_and_say_what_they_mean(rule: Named) -> None:
    names = [option.name for option in rule.TRAITS.options]
    assert len(set(names)) == len(names)
    for option in rule.TRAITS.options:
        assert (option.rule, option.name) == (rule.ID, option.name.lower().replace("_", "-"))
        assert option.meaning.endswith(".")


def test_every_rule_can_be_imported_by_its_name() -> None:
    assert rule_named("action-due") in RULES


def test_an_option_is_read_from_the_configuration_also_where_the_cache_knows_the_document(
    project: Path, run: Run
) -> None:
    (project / NAME).write_text(BASE, encoding="utf-8")
    assert [run("lint").exit_code for _ in range(2)] == [0, 0]
    (project / "incident-docs.toml").write_text("[lint.rules.action-due]\nwithin-days = 3\n")
    outputs = [run("lint", "--output-format", "concise").output for _ in range(2)]
    assert [each.splitlines()[0] for each in outputs] == [
        f"{NAME}:69:68: error[action-due] 2026-03-20 is too late; actions are due by 2026-03-07"
    ] * 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[lint.rules.action-due]\nwithin-day = 3", "2: action-due has no option 'within-day'; did you mean 'within-days'?"),
        ("[lint.rules.timeline-gap]\nx = 3", "2: timeline-gap has no option 'x'; there are longest-minutes"),
        ("[lint.rules]\nfile-name.x = 3", "2: file-name has no options"),
        ("[lint.rules.action-du]\nwithin-days = 3", "2: there is no rule action-du; did you mean action-due?"),
        ("[lint.rules.action-due]\n\nwithin-days = ['3']", "3: within-days is ['3']; write a whole number"),
        ("[lint.rules.action-owner]\nextend-words = 3", "2: extend-words is 3; write a list of texts"),
        ("[lint.rules.action-due]\nwithin-days = -3", "2: within-days is -3; write a whole number, or a list of texts"),
        ("[lint.rules.action-due]\nwithin-days = true", "2: within-days is True; write a whole number, or a list of texts"),
        ("[lint.rules.action-owner]\nextend-words = [3]", "2: extend-words is [3]; write a list of texts"),
        ("[lint.rules]\naction-due = 3", "2: action-due is 3; write a table, as in [lint.rules.action-due]"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_option_is_found_with_its_line(project: Path, run: Run, text: str, message: str) -> None:
    (project / NAME).write_text(BASE, encoding="utf-8")
    file = project / "incident-docs.toml"
    file.write_text(f"{text}\n")
    result = run("lint")
    assert (result.output, result.exit_code) == (f"Error: {file}:{message}\n", 2)


def test_the_page_of_a_rule_shows_its_options(run: Run) -> None:
    assert (
        "In [tool.incident-docs.lint.rules.action-vague] or [lint.rules.action-vague]:\n"
        "\n"
        "    fewest-words = 3\n"
        "      An action has so many words.\n"
        "    extend-words = []\n"
        "      An action is about nothing in particular if it has none but such words.\n"
    ) in run("rule", "action-vague").output
    [rule] = json.loads(run("rule", "action-vague", "--output-format", "json").output)["rules"]
    assert rule["options"][0] == {"name": "fewest-words", "default": 3, "meaning": "An action has so many words."}
    assert "lint.rules." not in run("rule", "file-name").output
