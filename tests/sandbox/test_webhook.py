"""Updates pushed to a webhook."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.sandbox import Person, Sandbox, http_app, listening
from bot.sandbox.refusals import Json
from tests.sandbox.conftest import ask


async def test_a_webhook_gets_each_update_in_order_and_again_until_it_says_yes(
    sandbox: Sandbox, mei: Person
) -> None:
    heard: list[tuple[str, str]] = []
    all_there = asyncio.Event()

    async def hook(request: Request) -> Response:
        update: Json = await request.json()
        heard.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], update["message"]["text"]))
        if len(heard) == 3:
            all_there.set()
        return Response(status_code=500 if len(heard) == 1 else 200)

    app = http_app(sandbox)
    app.router.routes.append(Route("/hook", hook, methods=["POST"]))
    async with listening(app) as root:
        await ask(sandbox, "setWebhook", url=f"{root}/hook", secret_token="a-secret")
        await mei.says("一")
        await mei.says("二")
        await asyncio.wait_for(all_there.wait(), 5)
        assert heard == [("a-secret", "一"), ("a-secret", "一"), ("a-secret", "二")]
        info = await ask(sandbox, "getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
