"""A web service on this machine that answers as it is told, and remembers what it was sent."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

SECRET = "T0AAA/B0BBB/x9ySECRETz7"
"""What stands in each address."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Keep quiet about those who do not wait for an answer."""


class WebService:
    """What the service answers, and what it has been sent."""

    def __init__(self) -> None:
        self.code = 200
        self.body = b"ok"
        self.headers: dict[str, str] = {}
        self.delay = 0.0
        self.paths: list[str] = []
        self.messages: list[dict[str, Any]] = []
        self.port = 0

    @property
    def address(self) -> str:
        """As Apprise writes one of any service that takes JSON."""
        return f"json://127.0.0.1:{self.port}/{SECRET}?cto=0.5&rto=0.5&optional=yes&redirect=yes"


@contextmanager
def web_service() -> Iterator[WebService]:
    """Run it for as long as the block does."""
    service = WebService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            service.paths.append(self.path)
            service.messages.append(json.loads(content))
            self._answer()

        def do_GET(self) -> None:
            service.paths.append(self.path)
            self._answer()

        def _answer(self) -> None:
            time.sleep(service.delay)
            self.send_response(service.code)
            for name, value in service.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(service.body)))
            self.end_headers()
            self.wfile.write(service.body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = _Server(("127.0.0.1", 0), Handler)
    service.port = server.server_port
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
