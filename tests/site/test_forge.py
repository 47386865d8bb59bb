"""The address at which a file is changed, to those at which it is read."""

import pytest

from incident_docs.site.pages.incident.last_change import ForgeAddresses, forge_addresses

GITHUB = "https://github.com/example/pm"


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (f"{GITHUB}/edit/main/edit/a.md", GITHUB),
        ("https://github.example.org/ops/edit/edit/main/edit/a.md", "https://github.example.org/ops/edit"),
        ("https://gitlab.com/group/deep/er/pm/-/edit/main/edit/a.md", "https://gitlab.com/group/deep/er/pm/-"),
        ("https://code.example.org/group/pm/-/edit/main/edit/a.md", "https://code.example.org/group/pm/-"),
        ("https://gitlab.example.org/group/pm/edit/main/edit/a.md", "https://gitlab.example.org/group/pm/-"),
    ],
)
def test_github_and_gitlab_are_known_wherever_they_are(edit: str, place: str) -> None:
    assert forge_addresses(edit) == ForgeAddresses(
        f"{place}/blob/main/edit/a.md?plain=1", f"{place}/commits/main/edit/a.md"
    )


@pytest.mark.parametrize(
    "edit",
    [
        "",
        "https://example.com/pm/edit/main/a.md",
        "https://bitbucket.org/example/pm/src/main/a.md?mode=edit",
        "https://example.com/github/x/edit/main/a.md",
        f"{GITHUB}/edit/main/a.md?x",
        f"{GITHUB}/tree/main/a.md",
        "javascript:github.com/example/pm/edit/main/a.md",
    ],
)
def test_other_addresses_say_nothing(edit: str) -> None:
    assert forge_addresses(edit) is None
