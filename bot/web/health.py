"""/healthz: is the process alive, and can it do its work."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.web.watch import Watch


def health_routes(watch: Watch) -> list[Route]:
    """`/healthz` answers 200 as long as anything answers at all, for a supervisor that restarts what is dead.

    `/healthz/ready` answers 503 while Telegram or the database does not answer; a restart would not help.
    """

    async def live(request: Request) -> Response:
        waits_for = await watch.waits_for()
        return JSONResponse({"live": True, "ready": not waits_for, "waits_for": waits_for})

    async def ready(request: Request) -> Response:
        waits_for = await watch.waits_for()
        return JSONResponse({"ready": not waits_for, "waits_for": waits_for}, 503 if waits_for else 200)

    return [Route("/healthz", live), Route("/healthz/ready", ready)]
