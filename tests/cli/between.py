"""Who stands between Telegram and a running Linli, as nginx does, and can have it die at the worst moment."""

from __future__ import annotations

import http.client
import json
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Between:
    """Passes calls on to `port`. `kills`: whose process is killed when it has said 200, which nobody then hears."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.kills: int | None = None
        self.taken: list[int] = []
        self.url = ""

    def call(self, path: str, headers: dict[str, str], body: bytes) -> int | None:
        """The status to pass on; None for a line that breaks."""
        there = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            there.request("POST", path, body, headers)
            status = there.getresponse().status
        except OSError:
            return 502
        finally:
            there.close()
        if status == 200:
            self.taken.append(json.loads(body)["update_id"])
        if self.kills is not None and status == 200:
            os.kill(self.kills, signal.SIGKILL)
            self.kills = None
            return None
        return status


@contextmanager
def between(port: int) -> Iterator[Between]:
    """Listens while the block lasts."""
    stands = Between(port)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = stands.call(self.path, dict(self.headers), body)
            if status is not None:
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        stands.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield stands
        server.shutdown()
