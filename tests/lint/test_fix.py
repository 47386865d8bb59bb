"""In which order fixes are tried."""

from incident_docs.document.edit import Fix, replace_text
from incident_docs.document.finding import Finding
from incident_docs.document.text import Text
from incident_docs.lint.fix import fix_text


def test_a_fix_that_did_harm_is_tried_again_once_something_else_is_fixed() -> None:
    def finding(old: str, column: int, new: str) -> Finding:
        return Finding(1, old, old, column, fix=Fix((replace_text(Text(old, 1, column), new),)))

    worse = [Finding(1, "new", "new")]
    found = {
        "ab": [finding("a", 1, "z"), finding("b", 2, "y")],
        "zy": worse,
        "zb": worse,
        "ay": [finding("a", 1, "x")],
        "xy": [],
    }
    done = fix_text("ab", found.__getitem__, unsafe=False)
    assert (done.text, done.rules) == ("xy", {"a": 1, "b": 1})
