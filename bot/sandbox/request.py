"""PTB's transport, straight into a sandbox: no socket, the same answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.sandbox.files import Upload
from bot.sandbox.refusals import not_found

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox


def network_error(trouble: Exception) -> TelegramError:
    """What PTB's own transport would raise."""
    if isinstance(trouble, TimeoutError):
        return TimedOut()
    return NetworkError(f"{type(trouble).__name__}: {trouble}")


class SandboxRequest(BaseRequest):
    """Give one to `telegram.Bot(request=…)`; a fault becomes the error a real network would give."""

    def __init__(
        self, sandbox: Sandbox, *, failed: Callable[[Exception], TelegramError] = network_error
    ) -> None:
        """`failed`: the error for a TimeoutError (maybe accepted), ConnectionLost (accepted, answer lost) or
        ConnectionRefusedError (never left), for a bot whose transport tells them apart."""
        self._sandbox = sandbox
        self._failed = failed

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @property
    def read_timeout(self) -> float | None:
        """Nothing is waited for but a long poll."""
        return None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """One call or one download."""
        path = unquote(url.partition("://")[2].partition("/")[2])
        if path.startswith("file/bot"):
            return self._download(path.removeprefix("file/bot"))
        token, found, name = path.removeprefix("bot").partition("/")
        if not found:
            return 404, json.dumps(not_found().body()).encode()
        params = request_data.parameters if request_data else {}
        files = _uploads(request_data) if request_data and request_data.contains_files else None
        try:
            status, body = await self._sandbox.answer(token, name, params, files)
        except (TimeoutError, ConnectionError) as trouble:
            raise self._failed(trouble) from trouble
        return status, json.dumps(body).encode()

    def _download(self, rest: str) -> tuple[int, bytes]:
        token, _, path = rest.partition("/")
        content = self._sandbox.files.download(path) if token == self._sandbox.token else None
        if content is None:
            return 404, json.dumps(not_found().body()).encode()
        return 200, content


def _uploads(data: RequestData) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, (file_name, content, _) in data.multipart_data.items():
        whole = content if isinstance(content, bytes) else content.read()
        files[name] = Upload.named(file_name, whole)
    return files
