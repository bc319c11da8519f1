"""A file is fetched from Telegram, or read where a server of our own has put it; never on Telegram's own word."""

from __future__ import annotations

from pathlib import Path

import pytest
from telegram.error import BadRequest, TelegramError

from bot.wire.errors import FileTooLarge
from bot.wire.files import fetch_file
from bot.wire.telegram import WireBot, api_urls, make_bot
from bot.wire.transport import AiohttpRequest
from tests.wire.conftest import TOKEN
from tests.wire.server import Heard, Server, answer, result
from tests.wire.test_secrets import assert_nothing_secret, everything_told


async def test_a_file_is_fetched_below_the_token(bot: WireBot, server: Server) -> None:
    async def serve(heard: Heard, writer: object) -> None:
        script = (
            answer(200, b"\x89PNG")
            if heard.line.startswith("GET")
            else result({"file_path": "photos/1 2.png"})
        )
        await script(heard, writer)  # type: ignore[arg-type]

    server.script = serve
    assert await fetch_file(bot, "F") == b"\x89PNG"
    assert server.heard[1].line == f"GET /file/bot{TOKEN}/photos/1%202.png HTTP/1.1"


async def test_a_local_server_s_file_is_read_from_the_disk(
    bot: WireBot, server: Server, tmp_path: Path
) -> None:
    file = tmp_path / f"{TOKEN}.png"
    file.write_bytes(b"\x89PNG")
    server.script = result({"file_path": str(file)})
    assert await fetch_file(bot, "F") == b"\x89PNG"
    with pytest.raises(FileTooLarge):
        await fetch_file(bot, "F", largest=3)
    assert len(server.heard) == 2, "only asked where it is"


@pytest.mark.parametrize("path", [f"/nowhere/{TOKEN}/photo.png", "/", "", None, 5, f"/proc/1/mem{TOKEN}"])
async def test_a_file_that_cannot_be_read_is_told_without_its_path(
    bot: WireBot, server: Server, path: object
) -> None:
    server.script = result({"file_path": path})
    with pytest.raises(TelegramError) as caught:
        await fetch_file(bot, "F")
    assert_nothing_secret(everything_told(caught.value))


class AtTelegram(WireBot):
    """One that takes the server for Telegram itself."""

    is_telegrams_own = True


async def test_nothing_of_this_machine_is_read_because_telegram_says_so(
    server: Server, transport: AiohttpRequest, tmp_path: Path
) -> None:
    base_url, base_file_url = api_urls(server.root)
    bot = AtTelegram(
        TOKEN,
        base_url=base_url,
        base_file_url=base_file_url,
        request=transport,
        get_updates_request=transport,
    )
    file = tmp_path / "secret"
    file.write_bytes(b"ours")
    server.script = result({"file_path": str(file)})
    with pytest.raises(BadRequest, match="on this machine"):
        await fetch_file(bot, "F")
    assert make_bot(TOKEN, transport, transport, *api_urls("https://api.telegram.org")).is_telegrams_own
