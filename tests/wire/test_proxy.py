"""Where Telegram is out of reach, a proxy leads there, and what it cannot reach was not sent."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.wire.errors import NotSent
from bot.wire.transport import AiohttpRequest
from tests.wire.conftest import SHORT, TOKEN
from tests.wire.proxies import Socks, standing
from tests.wire.server import Server, answer, result

FAR = "telegram.invalid"


@pytest.fixture
async def socks(server: Server) -> AsyncIterator[Socks]:
    """Runs until the test ends."""
    async with standing(Socks(server)) as proxy:
        yield proxy


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_a_socks_proxy_is_asked_for_the_name_and_not_for_what_our_look_up_says(
    server: Server, socks: Socks, scheme: str
) -> None:
    async with AiohttpRequest(proxy_url=f"{scheme}://127.0.0.1:{socks.port}", patience=SHORT) as transport:
        server.script = result(7)
        assert await transport.post(f"http://{FAR}/bot{TOKEN}/getMe") == 7
    assert socks.asked == [FAR.encode()]


async def test_what_a_socks_proxy_cannot_reach_was_not_sent(server: Server, socks: Socks) -> None:
    socks.refuses = True
    async with AiohttpRequest(proxy_url=f"socks5://127.0.0.1:{socks.port}", patience=SHORT) as transport:
        with pytest.raises(NotSent):
            await transport.post(f"http://{FAR}/bot{TOKEN}/getMe")
    assert server.heard == []


async def test_an_http_proxy_is_told_the_whole_address(server: Server) -> None:
    async with AiohttpRequest(proxy_url=server.root, patience=SHORT) as transport:
        assert await transport.post(f"http://{FAR}/bot{TOKEN}/getMe") is True
    assert server.heard[0].line == f"POST http://{FAR}/bot{TOKEN}/getMe HTTP/1.1"


@pytest.mark.parametrize("status", [403, 407, 502])
async def test_an_http_proxy_that_opens_no_tunnel_has_sent_nothing(server: Server, status: int) -> None:
    server.script = answer(status, b"no")
    async with AiohttpRequest(proxy_url=server.root, patience=SHORT) as transport:
        with pytest.raises(NotSent, match=f"the proxy answered {status}"):
            await transport.post(f"https://{FAR}/bot{TOKEN}/getMe")
    assert server.heard[0].line == f"CONNECT {FAR}:443 HTTP/1.1"


@pytest.mark.parametrize(
    "proxy",
    ["127.0.0.1:1080", "socks9://u:hidden@h:1", "socks5://hidden", "http://", "http://h:x/hidden", "::"],
)
def test_a_proxy_that_makes_no_sense_is_told_at_the_start_without_repeating_it(proxy: str) -> None:
    with pytest.raises(ValueError, match=r"^a proxy (begins|needs)") as caught:
        AiohttpRequest(proxy_url=proxy)
    assert "hidden" not in str(caught.value)
