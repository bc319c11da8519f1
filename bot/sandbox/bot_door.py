"""The bot's door over HTTP: /bot<token>/<method> and /file/bot<token>/<path>, kept lean for benchmarks."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.sandbox.files import Upload
from bot.sandbox.refusals import Json, not_found

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

PATIENCE_SECONDS = 120.0
"""How long a call that is never answered is left hanging."""
Sent = tuple[Json, dict[str, bytes]]


class BotDoor:
    """Plain ASGI: no routing, no middleware between a call and its answer."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    @staticmethod
    def wants(path: str) -> bool:
        """Whether a path is the bot's."""
        return path.startswith(("/bot", "/file/bot"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call or one download."""
        path: str = scope["path"]
        if path.startswith("/file/bot"):
            await self._download(path.removeprefix("/file/bot"), send)
            return
        token, found, method = path.removeprefix("/bot").partition("/")
        if not found or ":" not in token:
            await _respond(send, 404, not_found().body())
            return
        params, files = await read_call(scope, receive)
        try:
            status, body = await self._sandbox.answer(token, method, params, files)
        except TimeoutError:
            await _until_gone(receive)
            await _hang_up(send)
        except ConnectionError:
            await _hang_up(send)
        else:
            await _respond(send, status, body)

    async def _download(self, rest: str, send: Send) -> None:
        token, _, path = rest.partition("/")
        content = self._sandbox.files.download(path) if token == self._sandbox.token else None
        if content is None:
            await _respond(send, 404, not_found().body())
        else:
            await _reply(send, 200, b"application/octet-stream", content)


async def read_call(scope: Scope, receive: Receive) -> Sent:
    """Parameters and files of a call, from the query, a form, multipart or JSON; later ones win."""
    params: Json = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"").decode("latin-1")
    if kind.startswith("multipart/form-data"):
        form, files = await _multipart(scope, receive)
        return params | form, files
    body = await _body(receive)
    if not body:
        return params, {}
    if kind.startswith("application/json"):
        try:
            given = json.loads(body)
        except ValueError:
            given = None
        return params | (given if isinstance(given, dict) else {}), {}
    return params | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)), {}


async def _multipart(scope: Scope, receive: Receive) -> Sent:
    params: Json = {}
    files: dict[str, bytes] = {}
    async with Request(scope, receive).form(max_files=20, max_part_size=64 * 1024 * 1024) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = Upload.named(value.filename or "", await value.read())
            else:
                params[name] = value
    return params, files


async def _body(receive: Receive) -> bytes:
    message = await receive()
    if not message.get("more_body"):
        return bytes(message.get("body", b""))
    parts = [message.get("body", b"")]
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
    return b"".join(parts)


async def _respond(send: Send, status: int, body: Json) -> None:
    await _reply(send, status, b"application/json", json.dumps(body).encode())


async def _reply(send: Send, status: int, kind: bytes, content: bytes) -> None:
    headers = [(b"content-type", kind), (b"content-length", b"%d" % len(content))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


async def _until_gone(receive: Receive) -> None:
    """The caller waits for an answer that will not come, until it loses patience."""

    async def gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    try:
        await asyncio.wait_for(gone(), PATIENCE_SECONDS)
    except TimeoutError:
        return


async def _hang_up(send: Send) -> None:
    """Close the connection without a word: uvicorn's own transport if it is there, else a broken answer."""
    transport: Any = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()
        await asyncio.sleep(0.01)
        return
    await send({"type": "http.response.start", "status": 502, "headers": [(b"content-length", b"1")]})
