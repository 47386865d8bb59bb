"""The address at which a file can be changed to those at which it can be read, and its history.

Known are the addresses of GitHub and GitLab, wherever an organisation runs them.
"""

import re
from typing import NamedTuple

# GitHub's files lie in `owner/repository`, GitLab's in groups as deep as one likes.
_GITHUB = re.compile(r"(https?://[^/?#]*github[^/?#]*/[^/?#]+/[^/?#]+)/edit/([^?#]+)", re.IGNORECASE)
_GITLAB = re.compile(r"(https?://[^/?#]+/[^?#]+?/-)/edit/([^?#]+)", re.IGNORECASE)
_OLD_GITLAB = re.compile(r"(https?://[^/?#]*gitlab[^/?#]*(?:/[^/?#]+){2,}?)/edit/([^?#]+)", re.IGNORECASE)


class Forge(NamedTuple):
    """Where a file can be seen."""

    source: str
    """As it was written."""
    history: str


def forge(edit_url: str) -> Forge | None:
    """None if the address is none of theirs."""
    for pattern, between in ((_GITLAB, ""), (_GITHUB, ""), (_OLD_GITLAB, "/-")):
        match = pattern.fullmatch(edit_url)
        if match:
            place, file = match[1] + between, match[2]
            # A forge shows Markdown as a page unless it is asked not to.
            return Forge(f"{place}/blob/{file}?plain=1", f"{place}/commits/{file}")
    return None
