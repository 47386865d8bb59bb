"""A browser, and three sites served for it: made-up incidents, the project's own, and those by hostile authors."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site import hostile as by_enemies
from tests.site import lists as made_up

_ROOT = Path(__file__).parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

Visit = Callable[..., Page]


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Requests are not worth a line."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder, which need not exist yet, is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's, or the one that Playwright brings."""
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        found = next((path for name in _NAMES if (path := shutil.which(name))), str(own) if own.exists() else None)
        if found is None:
            pytest.skip("Chromium is not installed; `playwright install chromium` brings it")
        browser = playwright.chromium.launch(executable_path=found, args=[*_QUIET])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lists_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of made-up incidents is served."""
    folder = tmp_path_factory.mktemp("lists")
    with served(folder / "site") as address:
        made_up.build(folder, address)
        yield address


@pytest.fixture(scope="session")
def postmortems_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the project's own site is served."""
    folder = tmp_path_factory.mktemp("postmortems")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=_ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of incidents by hostile authors is served."""
    folder = tmp_path_factory.mktemp("hostile")
    with served(folder / "site") as address:
        by_enemies.build(folder, address)
        yield address


@pytest.fixture
def lists(browser: Browser, lists_address: str) -> Iterator[Visit]:
    """Visit a page of the made-up incidents."""
    with _visits(browser, lists_address) as visit:
        yield visit


@pytest.fixture
def postmortems(browser: Browser, postmortems_address: str) -> Iterator[Visit]:
    """Visit a page of the project's own incidents."""
    with _visits(browser, postmortems_address) as visit:
        yield visit


@pytest.fixture
def hostile(browser: Browser, hostile_address: str) -> Iterator[Visit]:
    """Visit a page of incidents by hostile authors."""
    with _visits(browser, hostile_address) as visit:
        yield visit


@contextmanager
def _visits(browser: Browser, address: str) -> Iterator[Visit]:
    """Visit pages of a site as they look to a reader; whatever the browser complains about fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def visit(
        path: str = "",
        *,
        width: int = 1280,
        now: str = f"{made_up.BUILT_ON}T12:00:00Z",
        zone: str = "UTC",
        script: bool = True,
        scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            timezone_id=zone,
            java_script_enabled=script,
            color_scheme=scheme,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: None if _is_own(request.url) else complaints.append(request.url))
        page.clock.set_fixed_time(now)
        page.goto(address + path)
        return page

    def _is_own(url: str) -> bool:
        return url.startswith((address, "data:", "blob:"))

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []
