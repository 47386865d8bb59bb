"""What must not be in a document is blanked out, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.reading.blank_out import blank_out

TOKEN = "ghp_" + "x8Kd02LmQpZ7vTs4WnYb6RcHj3FgUe1Aa5Oi"


def test_secrets_and_what_belongs_to_a_person_are_blanked_out() -> None:
    text = f"mail erika.mustermann@firma.de\n\ntoken {TOKEN}, call +49 30 901820 from 93.184.216.34 or 198.51.100.1"
    blanked = blank_out(text)
    assert blanked.text == (
        "mail (e-mail address removed)\n\n"
        "token (secret removed), call (phone number removed) from (IP address removed) or 198.51.100.1"
    )
    assert blanked.kinds == ("an e-mail address", "a GitHub token", "a phone number", "a public IP address")


def test_of_two_that_overlap_one_mask_is_written() -> None:
    assert blank_out("PASSWORD=erika.mustermann@firma.de").text == "PASSWORD=(secret removed)"


@given(st.text(alphabet="ab \n~`#-", max_size=60))
def test_any_other_text_stays(text: str) -> None:
    assert blank_out(text) == (text, ())
