from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.rules import duplicate_id


def test_all_files_of_one_id_are_named() -> None:
    tree = KnownFiles({"2026-03-04-checkout": ("a/2026-03-04-checkout.md", "b/2026-03-04-checkout.md"), "x": ("x.md",)})
    [finding] = duplicate_id.check(Mentions("2026-03-04-checkout", "b/2026-03-04-checkout.md"), tree)
    assert (finding.line, finding.message) == (
        1,
        "2 files have this id: a/2026-03-04-checkout.md and b/2026-03-04-checkout.md; rename all but one",
    )
    assert list(duplicate_id.check(Mentions("x", "x.md"), tree)) == []
    assert list(duplicate_id.check(Mentions("", ""), tree)) == []
