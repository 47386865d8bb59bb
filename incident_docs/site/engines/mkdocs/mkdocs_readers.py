"""Leave out of a site what its readers may not read, and look for it in all that was written."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel

from incident_docs.audience.leaks import find_leaks, report_leaks
from incident_docs.audience.public_incidents import PublicIncidents, redact_incidents, withheld_media
from incident_docs.audience.redaction import redact_page
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import Format
from incident_docs.format.publishing import Publishing
from incident_docs.workspace.files import folder_texts


class Readers:
    """Know the readers of one build."""

    def __init__(self, publishing: Publishing, format: Format) -> None:
        self._publishing, self._format = publishing, format
        self._public: PublicIncidents | None = None

    @property
    def know_no_names(self) -> bool:
        """Say whether nobody who worked on an incident is named."""
        return self._publishing.is_public and self._publishing.hides_owners

    @property
    def lack_something(self) -> bool:
        """Say whether the site leaves something out, or would."""
        return self._public is not None

    def shown(self, written: dict[str, bytes], files: Files) -> dict[str, bytes]:
        """Give the incidents that they have, as far as they may read them; what they may not is left out of the files."""
        if not self._publishing.is_public:
            return written
        texts = {path: text.decode() for path, text in written.items()}
        try:
            self._public = redact_incidents(texts, self._publishing, self._format)
        except IncidentDocsError as error:
            raise PluginError(str(error)) from error
        others = {
            file.src_uri: file.content_string for file in files.documentation_pages() if file.src_uri not in written
        }
        for path in (*self._public.confidential, *withheld_media(files.src_uris, self._public, others)):
            files.src_uris[path].inclusion = InclusionLevel.EXCLUDED
        return {path: text.encode() for path, text in self._public.texts.items()}

    def page(self, markdown: str, path: str) -> str:
        """Give a page that is no incident, as far as they may read it."""
        if self._public is None:
            return markdown
        try:
            return redact_page(markdown, path).text
        except IncidentDocsError as error:
            raise PluginError(str(error)) from error

    def check(self, folder: Path, said_anyway: Iterable[str]) -> None:
        """Look for what was left out in all that the site consists of; `said_anyway` is what it says without incidents."""
        found = find_leaks(folder_texts(folder), self._public.forbidden_texts, said_anyway) if self._public else []
        if found:
            raise PluginError(f"{report_leaks(found)}\nthe site in {folder} is not for publication")
