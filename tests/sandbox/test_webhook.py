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
        if len(heard) == 1:
            return Response(status_code=500, headers={"Retry-After": "1"})
        return Response()

    app = http_app(sandbox)
    app.router.routes.append(Route("/hook", hook, methods=["POST"]))
    async with listening(app) as root:
        await ask(sandbox, "setWebhook", url=f"{root}/hook", secret_token="a-secret")
        await mei.says("一")
        await mei.says("二")
        began = asyncio.get_running_loop().time()
        await asyncio.wait_for(all_there.wait(), 5)
        assert asyncio.get_running_loop().time() - began > 0.9, "it asked to be left alone for a second"
        assert heard == [("a-secret", "一"), ("a-secret", "一"), ("a-secret", "二")]
        info = await ask(sandbox, "getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_what_is_not_taken_holds_up_its_own_chat_and_nobody_else(
    sandbox: Sandbox, mei: Person, chen: Person
) -> None:
    heard: list[str] = []
    all_there, refusing = asyncio.Event(), True

    async def hook(request: Request) -> Response:
        update: Json = await request.json()
        words = update["message"]["text"]
        if refusing and words.startswith("梅"):
            return Response(status_code=503)
        heard.append(words)
        if len(heard) in (2, 4):
            all_there.set()
        return Response()

    app = http_app(sandbox)
    app.router.routes.append(Route("/hook", hook, methods=["POST"]))
    async with listening(app) as root:
        await ask(sandbox, "setWebhook", url=f"{root}/hook")
        for words in "一二":
            await mei.says(f"梅{words}")
            await chen.says(f"陈{words}")
        await asyncio.wait_for(all_there.wait(), 5)
        assert heard == ["陈一", "陈二"]
        assert (await ask(sandbox, "getWebhookInfo"))["pending_update_count"] == 2
        all_there.clear()
        refusing = False
        await asyncio.wait_for(all_there.wait(), 5)
        assert heard[2:] == ["梅一", "梅二"]
        await ask(sandbox, "setWebhook", url=f"{root}/hook")
        assert "last_error_message" in await ask(sandbox, "getWebhookInfo"), (
            "it was set already; nothing changed"
        )
