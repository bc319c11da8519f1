"""Over a real connection, as fast as the pacer lets, Telegram never has to say that we are too fast."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator

import pytest

from bot.clock import Clock
from bot.delivery.pacing import Pacer, Turn
from bot.domain.priority import Priority
from bot.sandbox import Sandbox
from bot.sandbox.http import http_app
from bot.sandbox.serving import listening
from bot.wire.telegram import WireBot, api_urls, make_bot
from bot.wire.transport import AiohttpRequest


@pytest.fixture
def sandbox() -> Sandbox:
    """A stand-in Telegram that keeps its limits."""
    clock = Clock()
    return Sandbox(now=clock.now, monotonic=clock.monotonic)


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[WireBot]:
    """Its bot, over HTTP."""
    async with (
        listening(http_app(sandbox), "127.0.0.1", 0) as root,
        make_bot(
            sandbox.token,
            AiohttpRequest(),
            AiohttpRequest(connections=1),
            *api_urls(root),
        ) as opened,
    ):
        yield opened


async def test_a_rush_of_cards_to_many_groups_meets_no_429_though_some_are_late(
    sandbox: Sandbox, bot: WireBot
) -> None:
    mei = sandbox.person("小梅")
    groups = [sandbox.group(f"{n}号楼", mei).id for n in range(12)]
    clock = Clock()
    pacer = Pacer(clock.monotonic)
    late = random.Random(1)

    async def send(chat_id: int, turn: Turn) -> None:
        await asyncio.sleep(late.random() / 3)
        await bot.send_message(chat_id, "电梯修好了")
        turn.answered()

    async with asyncio.timeout(20), asyncio.TaskGroup() as going:
        for n in range(70):
            chat_id = groups[n % len(groups)]
            while (turn := pacer.hold(chat_id, Priority.DANGER)) is None:
                await clock.sleep(pacer.wait_for(chat_id, Priority.DANGER))
            going.create_task(send(chat_id, turn))
    sent = [request.status for request in sandbox.requests if request.method == "sendMessage"]
    assert sent == [200] * 70
