"""Pages that MkDocs need not go through one by one: each is like another one that it renders, but for what only it says.

Of a thousand incidents it renders some ten.  If another plugin wants to see every page, it renders all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import write_file

from incident_docs.site.engines.mkdocs.mkdocs_page import KnownPage
from incident_docs.workspace.standing import Standing

_OF_PAGES = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page", "env")
"""Events in which a plugin may look at pages that MkDocs has made."""


class KnownFiles(Files):
    """A site's files; those of finished pages stay known, and have no place among the pages to be made."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(list(files))
        self.finished: dict[str, KnownPage] = {}

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages to be made."""
        return [file for file in super().documentation_pages(inclusion=inclusion) if file.src_uri not in self.finished]

    def all_pages(self) -> Sequence[File]:
        """All that the site will have."""
        return super().documentation_pages()

    def finish(self, pages: Iterable[KnownPage], tell: Callable[[KnownPage], str]) -> None:
        """Take out the pages for which others stand; `tell` lets a page know what stands on it."""
        shapes = set()
        for page in pages:
            page.markdown = tell(page)
            shape = page.shape()
            if shape in shapes and not page.has_own_template:
                self.finished[page.file.src_uri] = page
            shapes.add(shape)

    def render(self, config: MkDocsConfig) -> None:
        """Give finished pages their headings."""
        for page in self.finished.values():
            page.convert(config, self)

    def write(self, standing: Standing) -> Iterator[None]:
        """Write those that do not stand there yet, once those are written that stand for them; gives a sign after each."""
        for page in self.finished.values():
            path, made_of = page.file.dest_uri, page.made_of
            if not standing.has(path, made_of):
                write_file(page.in_theme().encode(errors="xmlcharrefreplace"), page.file.abs_dest_path)
                standing.wrote(path, made_of)
            yield


def are_all_asked_for(config: MkDocsConfig, *known: object) -> bool:
    """A plugin other than these, or a hook, may look at each page."""
    return any(
        getattr(method, "__self__", method) not in known for name in _OF_PAGES for method in config.plugins.events[name]
    )
