"""The rules that say most about good writing: each with its reason, a bad line, and what to write instead."""

from incident_docs.lint.rule_docs import RulePage
from incident_docs.lint.rule_docs import page as page_of
from incident_docs.rules import (
    Named,
    action_owner,
    action_vague,
    affected_users_unmeasured,
    impact_not_about_users,
    language_blame,
    root_cause_stops_at_person,
    went_well_empty_praise,
)
from incident_docs.site.pages.guides import guide_parts
from incident_docs.site.pages.guides.bad_good_pair import contrast
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.page import Settings
from incident_docs.site.pages.prose import Prose

_RULES: tuple[Named, ...] = (
    impact_not_about_users,
    affected_users_unmeasured,
    root_cause_stops_at_person,
    language_blame,
    went_well_empty_praise,
    action_vague,
    action_owner,
)


def telling_rules(here: str, settings: Settings) -> str:
    """Each under its name."""
    return "".join(heading(3, rule.ID) + block(_told(page_of(rule), here, settings), "idoc-guide") for rule in _RULES)


def _told(page: RulePage, here: str, settings: Settings) -> str:
    bad, message, good = contrast(page)
    said = element("span", escape(message), class_="idoc-message")
    more = guide_parts.link(f"More on {page.id}", "rules", here, settings, f"#{page.id}")
    return (
        guide_parts.paragraph(f"<b>{_inline(page.summary)}</b>", _inline(page.why), more)
        + element("p", f"<b>Bad:</b> {_inline(bad)}<br>{said}", class_="idoc-instead")
        + element("p", f"<b>Good:</b> {_inline(good)}", class_="idoc-instead")
    )


def _inline(text: str) -> str:
    return Prose((), str).inline(text)
