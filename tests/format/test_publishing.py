"""Who a site is for, as the configuration says it."""

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.format.configuration import read_configuration
from incident_docs.format.publishing import COLUMNS, Publishing


def publishing(text: str) -> Publishing:
    configuration = read_configuration(text, "c.toml")
    assert configuration is not None
    return configuration.publishing


def test_a_site_is_for_the_team_unless_somebody_says_otherwise() -> None:
    assert publishing("") == Publishing(COLUMNS, "internal", (), hides_owners=False)
    assert not publishing("").is_public


def test_what_a_public_site_leaves_out_is_configured() -> None:
    text = '[site]\naudience = "public"\ninternal-fields = ["x-customer", "commander"]\nhide-owners = true\n'
    assert publishing(text) == Publishing(COLUMNS, "public", ("x-customer", "commander"), hides_owners=True)
    assert publishing(text).is_public


def test_a_column_of_an_internal_field_is_only_for_the_team() -> None:
    said = publishing('[site]\ncolumns = ["title", "commander"]\ninternal-fields = ["commander"]\n')
    assert said.to("internal") == said
    assert said.to("public") == said._replace(columns=("title",), audience="public")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[site]\naudience = 'publik'", "c.toml:2: audience is 'publik'; did you mean 'public'?"),
        ("[site]\nhide-owner = true", "c.toml:2: there is no setting 'hide-owner'; did you mean 'hide-owners'?"),
        ("[site]\nhide-owners = 1", "c.toml:2: hide-owners is 1; write true or false"),
        (
            "[site]\ninternal-fields = [\n'tags',\n'comander']",
            "c.toml:4: there is no field 'comander'; did you mean 'commander'?",
        ),
        (
            "[site]\ninternal-fields = ['title']",
            "c.toml:2: every page needs 'title'; an incident that is not to be published has audience: internal",
        ),
    ],
)
def test_a_mistake_has_its_place(text: str, message: str) -> None:
    with pytest.raises(IncidentDocsError) as raised:
        read_configuration(text, "c.toml")
    assert str(raised.value) == message
