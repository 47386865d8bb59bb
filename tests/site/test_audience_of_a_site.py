"""Public and internal sites of the same files, built as MkDocs does."""

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.sites import INCIDENT, Site, incident

MKDOCS = (
    "site_name: Ours\ntheme: {name: material, font: false}\ndocs_dir: postmortems\n"
    "plugins: [search, {incident-docs: {audience: %s}}]\n"
)
HUSH = "2026-03-01-acme-lost"
OPEN, CLOSE = "<!-- internal -->", "<!-- /internal -->"
STORY = (
    f"All was lost, [as before]({HUSH}.md). ![seen](seen.png)\n{OPEN}\nThe largest customer wrote an angry letter.\n"
    f"![letter](letter.png)\n{CLOSE}\n@ana restored it {OPEN}for Umbra{CLOSE} by hand.\n"
)
FILES = {
    "incident-docs.toml": '[site]\naudience = "internal"\ninternal-fields = ["x-customer"]\nhide-owners = true\n'
    'columns = ["date", "title"]\n',
    f"postmortems/{INCIDENT}": incident(
        STORY, **{"x-customer": "Umbra Holding", "related": f"[{HUSH}]", "authors": "[Quill]"}
    ),
    f"postmortems/{HUSH}.md": incident("Acme lost all of its orders.", audience="internal", title="Acme lost it all"),
    "postmortems/guide.md": f"# Guide\n\nCall.\n{OPEN}\nThe number of the boss is secret.\n{CLOSE}\n",
    "postmortems/seen.png": "seen",
    "postmortems/letter.png": "letter",
}
SECRETS = ("angry", "Umbra", HUSH, "Acme", "Quill", "boss", "letter.png")


def built(root: Path, audience: str, files: dict[str, str] = FILES) -> str:
    """All that stands in its files."""
    site = Site(root, {"mkdocs.yml": MKDOCS % audience, **files})
    site.build()
    return "\n".join(
        f"{path.relative_to(root / 'site')} {path.read_text(encoding='utf-8', errors='replace')}"
        for path in sorted((root / "site").rglob("*"))
        if path.is_file() and path.suffix not in (".css", ".js", ".map")
    )


def test_a_public_site_has_nothing_that_is_internal(tmp_path: Path) -> None:
    said = built(tmp_path, "public")
    assert [secret for secret in SECRETS if secret in said] == []
    assert "All was lost, as before." in said
    assert "@ana" not in (tmp_path / "site" / INCIDENT.removesuffix(".md") / "index.html").read_text(encoding="utf-8")
    assert "@… restored it by hand." in said
    assert "seen.png" in said


@pytest.mark.parametrize("audience", ["internal", "null"])
def test_an_internal_site_has_all_and_shows_no_marks(tmp_path: Path, audience: str) -> None:
    said = built(tmp_path, audience)
    assert [secret for secret in SECRETS if secret not in said] == []
    page = (tmp_path / "site" / INCIDENT.removesuffix(".md") / "index.html").read_text(encoding="utf-8")
    assert "internal --" not in page


def test_a_mark_that_makes_no_part_stops_a_public_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files = {**FILES, "postmortems/guide.md": f"# Guide\n{OPEN}\n"}
    with pytest.raises(Abort):
        built(tmp_path, "public", files)
    assert "guide.md:2:1: this internal part never ends; close it with <!-- /internal -->" in caplog.text


def test_what_another_plugin_lets_out_stops_a_public_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    copy = FILES[f"postmortems/{INCIDENT}"]
    with pytest.raises(Abort):
        built(tmp_path, "public", {**FILES, "postmortems/copy.txt": copy})
    place = next(number for number, line in enumerate(copy.split("\n"), 1) if "angry" in line)
    assert f"copy.txt says what is internal in {INCIDENT}:{place}:1" in caplog.text
    assert "is not for publication" in caplog.text
    assert "angry" not in caplog.text


def test_a_part_that_is_not_closed_stops_a_public_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files = {**FILES, f"postmortems/{INCIDENT}": incident(f"All was lost.\n{OPEN}\nThe largest customer wrote.")}
    with pytest.raises(Abort):
        built(tmp_path, "public", files)
    assert any(f"{INCIDENT}:" in message for message in caplog.messages)
