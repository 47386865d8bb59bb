"""Remember, while a site is served, what the theme made of pages: after an edit only the pages that changed need it again."""

import jinja2
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from incident_docs.site.engines.mkdocs.finished_page import FinishedPage
from incident_docs.site.engines.mkdocs.mkdocs_search import SEARCH_PLUGINS
from incident_docs.site.engines.mkdocs.page_maker import pack
from incident_docs.workspace.cache import digest

_TEMPLATE = "incident-docs-page.html"
_OF_THEME = ("env", "page_context")
"""Events in which a plugin may change what the theme makes of a page."""
_HARMLESS = ("incident-docs", *SEARCH_PLUGINS)


class _Compiled(jinja2.BytecodeCache):
    """Remember the theme's templates compiled, which takes as long as all else of a small site that was edited."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a template in, if it is known."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()


class ThemeMemory:
    """Know what the theme made of pages in the build before."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, bytes]] = {}
        """By the paths of pages: all that the theme saw of them, and what it made."""
        self._seen: dict[str, object] = {}
        self._compiled = _Compiled()

    def begin(self, env: jinja2.Environment, nav: Navigation, files: Files, config: MkDocsConfig, state: str) -> None:
        """Let the theme skip the pages of which it would make the same, unless another plugin has a say.

        `state` tells the site's configuration and templates from what they were before.
        """
        env.bytecode_cache = env.bytecode_cache or self._compiled
        pages = [file.page for file in files.documentation_pages() if isinstance(file.page, FinishedPage)]
        harmless = [config.plugins[name] for name in _HARMLESS if name in config.plugins]
        others = [method for event in _OF_THEME for method in config.plugins.events[event]]
        if any(getattr(method, "__self__", None) not in harmless for method in others):
            self._seen, self._known = {}, {}
            return
        every = [(page.url, page.title) for file in files.documentation_pages() if (page := file.page)]
        shared = digest(repr((str(nav), every, state)).encode())
        self._seen = {page.file.src_uri: (shared, *_seen(page)) for page in pages if "template" not in page.meta}
        self._known = {path: known for path, known in self._known.items() if known[0] == self._seen.get(path)}
        for page in pages:
            if page.file.src_uri in self._known:
                page.in_theme = self._known[page.file.src_uri][1]
                page.meta["template"] = _TEMPLATE
        ours_first = [jinja2.DictLoader({_TEMPLATE: "{{ page.whole }}"}), env.loader]
        env.loader = jinja2.ChoiceLoader([loader for loader in ours_first if loader])

    def remember(self, page: FinishedPage, html: str) -> None:
        """Take what the theme made of a page."""
        path = page.file.src_uri
        if page.in_theme is None and path in self._seen:
            self._known[path] = self._seen[path], pack(html)


def _seen(page: FinishedPage) -> tuple[object, ...]:
    return page.packed, repr(page.meta), page.title, page.edit_url
