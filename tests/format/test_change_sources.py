"""Where changes are looked for, as the configuration says."""

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.format.change_sources import ChangeSources
from incident_docs.format.configuration import read_configuration


def _read(toml: str) -> ChangeSources:
    configuration = read_configuration(toml, "incident-docs.toml")
    assert configuration is not None
    return configuration.changing


def test_repositories_paths_and_deploys_are_read() -> None:
    toml = '[changes]\nrepositories = [".", "../shop"]\ndeploys = ["prod-*"]\n[changes.paths]\ncheckout = ["a/**"]\n'
    assert _read(toml) == ChangeSources((".", "../shop"), (("checkout", ("a/**",)),), ("prod-*",))
    assert _read("") == ChangeSources()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[changes]\nrepository = "."', "2: there is no setting 'repository'; did you mean 'repositories'?"),
        ('[changes.paths]\na = "x"', "2: a is 'x'; write a list of texts"),
    ],
)
def test_a_mistake_is_told_with_its_line(toml: str, message: str) -> None:
    with pytest.raises(IncidentDocsError) as error:
        _read(toml)
    assert str(error.value) == f"incident-docs.toml:{message}"
