"""One page with the theme's style and the project's own, without a site around it: to try what a site rarely has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser

from incident_docs.site import bundle
from incident_docs.site.pages.page import Page
from incident_docs.site.pages.parts import as_markdown
from tests.site.conftest import Visit, _visits, served


@contextmanager
def alone(browser: Browser, folder: Path, page: Page) -> Iterator[Visit]:
    """Visit the page; whatever the browser complains about fails the test."""
    for asset in (bundle.stylesheet(), bundle.script()):
        (folder / asset.path).parent.mkdir(exist_ok=True)
        (folder / asset.path).write_text(asset.content, encoding="utf-8")
    themes = files("material") / "templates/assets/stylesheets"
    [style] = (each for each in themes.iterdir() if re.fullmatch(r"main\.\w+\.min\.css", each.name))
    (folder / "theme.css").write_text(style.read_text(encoding="utf-8"), encoding="utf-8")
    body = re.sub(r"^# (.*)$", r"<h1>\1</h1>", as_markdown(page.parts), count=1, flags=re.MULTILINE)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="theme.css">'
        f'<link rel="stylesheet" href="{bundle.stylesheet().path}">'
        f'<script defer src="{bundle.script().path}"></script></head>'
        '<body><div class="md-container"><main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">'
        f'<article class="md-content__inner md-typeset">{body}</article></div></div></main></div></body></html>',
        encoding="utf-8",
    )
    with served(folder) as address, _visits(browser, address) as visit:
        yield visit
