"""A server that answers as told, and a transport to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram.error import TelegramError

from bot.wire.telegram import WireBot, api_urls, make_bot
from bot.wire.transport import AiohttpRequest, Patience
from tests.wire.server import Script, Server, result

TOKEN = "7000000001:AAcanaryTokenOfNobodyAtAll_0123456789"
SHORT = Patience(free=0.2, connect=0.5, write=0.5, upload=2.0, read=0.3)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """Listens until the test ends."""
    running = Server(result(True))
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def transport() -> AsyncIterator[AiohttpRequest]:
    """Open, and not patient."""
    async with AiohttpRequest(patience=SHORT, largest_answer=100_000, largest_file=200_000) as opened:
        yield opened


@pytest.fixture
async def bot(server: Server, transport: AiohttpRequest) -> WireBot:
    """Speaks to the server without having introduced itself."""
    base_url, base_file_url = api_urls(server.root)
    return make_bot(TOKEN, transport, transport, base_url, base_file_url)


async def error_of(bot: WireBot, server: Server, script: Script) -> TelegramError:
    """What sending a message raises while the server behaves so."""
    server.script = script
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(1, "您好")
    return caught.value
