"""The webhook's door: who knocks is looked at first, then how much they bring; 200 means that it is committed."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.config import Hook
from bot.intake.doorstep import unreadable
from bot.storage.excuses import tell_failure

log = structlog.get_logger(__name__)

Receive = Callable[[dict[str, Any]], Awaitable[None]]
LARGEST = 2**20
"""Bytes; Telegram's updates have some thousands, and none comes near."""
SLOWEST_S = 10.0
AGAIN_S = 5
"""When Telegram is to bring again what could not be kept; left to itself it waits longer each time, up to two minutes."""
HEADER = "X-Telegram-Bot-Api-Secret-Token"
_NUMBER = re.compile(rb'"update_id"\s*:\s*(\d{1,18})(?!\d)')


class _RefusedError(Exception):
    """What was brought is not taken, by an HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class HookDoor:
    """`receive`: what keeps an update and returns when it is committed; None while there is no such thing yet."""

    def __init__(
        self,
        hook: Hook,
        receive: Callable[[], Receive | None],
        *,
        slowest_s: float = SLOWEST_S,
        again_s: int = AGAIN_S,
    ) -> None:
        self._hook = hook
        self._receive = receive
        self._slowest_s = slowest_s
        self._again_s = again_s
        self._failing = False

    def routes(self) -> list[Route]:
        """To be the last of the app's: the path is compared here, whatever a proxy put before it."""
        return [Route("/{path:path}", self._answer, methods=["GET", "POST"])]

    async def _answer(self, request: Request) -> Response:
        try:
            self._look_at(request)
            update = _read(await self._body(request))
            await self._keep(update)
        except _RefusedError as refused:
            headers = {"Connection": "close"}
            if refused.status == 503:
                headers["Retry-After"] = str(self._again_s)
            return Response(status_code=refused.status, headers=headers)
        return Response()

    def _look_at(self, request: Request) -> None:
        """Before a byte of the body is read."""
        path = str(request.path_params["path"]).rpartition("/")[2]
        if not _same(path, self._hook.path) or request.method != "POST":
            raise _RefusedError(404)
        if not _same(request.headers.get(HEADER, ""), self._hook.secret):
            log.warning("webhook-called-by-a-stranger")
            raise _RefusedError(403)

    async def _body(self, request: Request) -> bytes:
        """However it is sent: its length may be missing or a lie, and it may come drop by drop. Raises _RefusedError."""
        said = request.headers.get("content-length", "0")
        if not said.isdecimal() or len(said) > len(str(LARGEST)) or int(said) > LARGEST:
            raise _RefusedError(413)
        pieces: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self._slowest_s):
                async for piece in request.stream():
                    size += len(piece)
                    if size > LARGEST:
                        raise _RefusedError(413)
                    pieces.append(piece)
        except TimeoutError:
            raise _RefusedError(408) from None
        except ClientDisconnect:
            raise _RefusedError(400) from None
        return b"".join(pieces)

    async def _keep(self, update: dict[str, Any]) -> None:
        """Telegram brings again what is not answered with 200: no room on the disk, no database, not begun yet."""
        receive = self._receive()
        if receive is None:
            raise _RefusedError(503)
        try:
            await receive(update)
        except Exception as error:
            if not self._failing:
                tell_failure(log, "update-not-kept", error, again_by="telegram")
            self._failing = True
            raise _RefusedError(503) from None
        self._failing = False


def _read(body: bytes) -> dict[str, Any]:
    """An update. One that cannot be read is kept by its number, lest it be brought again and again and hold up its
    chat; what has not even a number is not from Telegram. Raises _RefusedError.
    """
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        update = None
    if isinstance(update, dict) and type(update.get("update_id")) is int and 0 < update["update_id"] < 2**63:
        return update
    if update is None and (number := _NUMBER.search(body)):
        return unreadable(int(number[1]))
    log.warning("webhook-brought-no-update", bytes=len(body))
    raise _RefusedError(400)


def _same(given: str, ours: str) -> bool:
    """In a time that tells nothing of how much of it is right."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), ours.encode())
