"""The people's door: what a page, or a test in another process, does in their name."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox import deeds
from bot.sandbox.refusals import Json
from bot.sandbox.views import event_view, state_view

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

OnClock = Callable[[float], Awaitable[str]]
"""Moves the clock by that many hours, runs what is due, and says what happened."""
Deed = Callable[["Sandbox", Json], Awaitable[Json]]
HEARTBEAT_SECONDS = 15.0


class PeopleDoor:
    """The routes under /people."""

    def __init__(self, sandbox: Sandbox, on_clock: OnClock | None) -> None:
        self._sandbox = sandbox
        self._on_clock = on_clock

    def routes(self) -> list[Route]:
        """What to put into the app."""
        routes = [
            Route("/people/state", self._state),
            Route("/people/events", self._events),
            Route("/people/clock", self._clock, methods=["POST"]),
        ]
        return routes + [
            Route(f"/people/{name}", self._does(deed), methods=["POST"]) for name, deed in deeds.DEEDS.items()
        ]

    async def _state(self, request: Request) -> Response:
        return JSONResponse(state_view(self._sandbox))

    async def _events(self, request: Request) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers=headers)

    async def _stream(self) -> AsyncIterator[str]:
        watcher = self._sandbox.journal.watch()
        try:
            yield ": listening\n\n"
            while True:
                try:
                    event = await asyncio.wait_for(watcher.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event is None:
                    return
                shown = event_view(self._sandbox, event)
                yield f"data: {json.dumps(shown, ensure_ascii=False)}\n\n"
        finally:
            self._sandbox.journal.unwatch(watcher)

    async def _clock(self, request: Request) -> Response:
        body = await _read(request)
        hours = body.get("hours")
        if self._on_clock is None or not isinstance(hours, int | float) or isinstance(hours, bool):
            return JSONResponse({"error": "the clock cannot be moved here"}, 400)
        said = await self._on_clock(float(hours))
        now = self._sandbox.now().isoformat()
        self._sandbox.journal.note("clock", lambda: {"now": now, "said": said})
        return JSONResponse({"now": now, "said": said})

    def _does(self, deed: Deed) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            try:
                answer = await deed(self._sandbox, await _read(request))
            except KeyError as missing:
                return JSONResponse({"error": f"{missing.args[0]} is missing"}, 400)
            except (TypeError, ValueError, LookupError, PermissionError) as wrong:
                return JSONResponse({"error": str(wrong)}, 400)
            return JSONResponse({"ok": True, **answer})

        return endpoint


async def _read(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
