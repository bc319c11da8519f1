"""The sandbox as one web app: the bot's door, the people's door, and the page between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.sandbox.bot_door import BotDoor
from bot.sandbox.people_door import OnClock, PeopleDoor

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

PAGE = Path(__file__).parent / "page"


class SandboxApp(Starlette):
    """Starlette for people; the bot's calls go past its routing and middleware."""

    def __init__(self, sandbox: Sandbox, on_clock: OnClock | None) -> None:
        self.sandbox = sandbox
        self._bot_door = BotDoor(sandbox)
        super().__init__(routes=[*PeopleDoor(sandbox, on_clock).routes(), *_page_routes()])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and BotDoor.wants(scope["path"]):
            await self._bot_door(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def http_app(sandbox: Sandbox, *, on_clock: OnClock | None = None) -> SandboxApp:
    """The app to serve. `on_clock` moves time by hours and says what happened; without it time stands."""
    return SandboxApp(sandbox, on_clock)


def _page_routes() -> list[BaseRoute]:
    if not (PAGE / "index.html").exists():
        return [Route("/", _no_page)]
    return [Route("/", _page), Mount("/static", StaticFiles(directory=PAGE))]


async def _page(request: Request) -> Response:
    return FileResponse(PAGE / "index.html")


async def _no_page(request: Request) -> Response:
    return PlainTextResponse("The page is not part of this installation.", 404)
