import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import verification_missing
from tests.rules.support import messages


@pytest.mark.parametrize(
    "body",
    [
        "1. Ask the service:\n\n   ```sh\n   curl -f https://example.net\n   ```",
        "> ~~~\n> curl -f https://example.net\n> ~~~",
        "```\n# none here\n```\n\n```\ncurl -f https://example.net\n```",
        "````\n```\n````",
        "```\ncurl -f https://example.net",
    ],
)
def test_a_command_may_stand_in_any_fence(body: str) -> None:
    assert messages(verification_missing, f"#### Verification\n{body}\n") == []


@pytest.mark.parametrize("content", ["", "# a", "// a", "-- a", "<commands to verify resolution>", "TODO", "..."])
def test_a_fence_without_a_command_is_found(content: str) -> None:
    assert messages(verification_missing, f"#### Verification\n```\n{content}\n```\n") == [
        "there is no command in this block; write a command that shows whether the incident is over"
    ]


def test_a_verification_that_is_missing_or_in_a_comment_is_reported_once() -> None:
    assert list(verification_missing.check(parse(""))) == []
    assert messages(verification_missing, "#### Verification\n<!--\n```\ncurl\n```\n-->\n") == [
        "Verification has no fenced block; write the commands that showed the end between two ```"
    ]
