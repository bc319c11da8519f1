"""The bot's door over HTTP, on a real socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox, http_app, listening


@pytest.fixture
async def root(sandbox: Sandbox) -> AsyncIterator[str]:
    async with listening(http_app(sandbox)) as url:
        yield url


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def api(root: str, sandbox: Sandbox, mei: Person) -> str:
    """The root of a bot's calls, with 试阿梅 ready to be written to."""
    await mei.starts()
    return f"{root}/bot{sandbox.token}"


async def test_parameters_may_come_by_query_form_json_or_multipart(
    web: aiohttp.ClientSession, api: str, mei: Person
) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "好", "callback_data": "x"}]]})
    url, chat = f"{api}/sendMessage", str(mei.id)
    multipart = aiohttp.FormData({"chat_id": chat, "text": "四"}, default_to_multipart=True)
    for request in (
        web.get(url, params={"chat_id": chat, "text": "一"}),
        web.post(url, data={"chat_id": chat, "text": "二", "reply_markup": markup}),
        web.post(url, json={"chat_id": mei.id, "text": "三", "reply_markup": json.loads(markup)}),
        web.post(url, data=multipart),
    ):
        async with request as answer:
            assert (answer.status, (await answer.json())["ok"]) == (200, True)
    assert [message.text for message in mei.chat()] == ["/start", "一", "二", "三", "四"]
    assert [bool(message.buttons) for message in mei.chat()] == [False, False, True, True, False]


async def test_a_file_goes_up_and_comes_down(web: aiohttp.ClientSession, api: str, mei: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(mei.id)})
    form.add_field("document", b"a;b\n" * 100_000, filename="cases.csv")
    async with web.post(f"{api}/sendDocument", data=form) as answer:
        document = (await answer.json())["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("cases.csv", 400_000)
    async with web.get(f"{api}/getFile", params={"file_id": document["file_id"]}) as answer:
        path = (await answer.json())["result"]["file_path"]
    async with web.get(f"{api.replace('/bot', '/file/bot')}/{path}") as answer:
        assert await answer.read() == b"a;b\n" * 100_000
    async with web.get(f"{api.replace('/bot', '/file/bot')}/nothing") as answer:
        assert answer.status == 404


async def test_refusals_carry_their_status(web: aiohttp.ClientSession, api: str, root: str) -> None:
    for url, status in (
        (f"{api}/sendMessage", 400),
        (f"{api}/sendTelepathy", 404),
        (f"{root}/bot1:not-this-one/getMe", 401),
        (f"{root}/botnothing/getMe", 404),
    ):
        async with web.post(url) as answer:
            body = await answer.json()
            assert (answer.status, body["ok"], body["error_code"]) == (status, False, status)


async def test_a_long_poll_waits_and_hears(web: aiohttp.ClientSession, api: str, mei: Person) -> None:
    async def poll() -> list[str]:
        async with web.get(f"{api}/getUpdates", params={"timeout": 20, "offset": -1}) as answer:
            found: list[str] = [update["message"]["text"] for update in (await answer.json())["result"]]
            return found

    assert await poll() == ["/start"]
    async with web.get(f"{api}/getUpdates", params={"offset": 2**40}):
        pass
    waiting = asyncio.create_task(poll())
    await asyncio.sleep(0.05)
    await mei.says("电梯坏了")
    assert await asyncio.wait_for(waiting, 2) == ["电梯坏了"]


@pytest.mark.parametrize("kind", ["lost", "down"])
async def test_a_lost_answer_hangs_up(
    web: aiohttp.ClientSession, api: str, sandbox: Sandbox, mei: Person, kind: str
) -> None:
    sandbox.fault("sendMessage", kind)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await web.post(f"{api}/sendMessage", json={"chat_id": mei.id, "text": "您好"})
    assert mei.sees("您好") == (kind == "lost")


async def test_a_call_that_is_never_answered_hangs_until_the_caller_gives_up(
    web: aiohttp.ClientSession, api: str, sandbox: Sandbox, mei: Person
) -> None:
    sandbox.fault("sendMessage", "timeout")
    patience = aiohttp.ClientTimeout(total=0.2)
    with pytest.raises(TimeoutError):
        await web.post(f"{api}/sendMessage", json={"chat_id": mei.id, "text": "您好"}, timeout=patience)
    assert not mei.sees("您好")


async def test_a_port_that_is_taken_is_an_error_at_once(root: str, sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="in use"):
        async with listening(http_app(sandbox), port=int(root.rpartition(":")[2])):
            pass
