"""The people's door: what the demo page and tests in other processes do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox, http_app, listening
from bot.sandbox.refusals import Json
from tests.sandbox.conftest import Time, ask, hears, keyboard


class Page:
    """A page that acts and watches."""

    def __init__(self, root: str, web: aiohttp.ClientSession) -> None:
        self.root, self.web = root, web

    async def does(self, what: str, **body: Any) -> Json:
        async with self.web.post(f"{self.root}/people/{what}", json=body) as answer:
            said: Json = await answer.json()
            assert answer.status == 200, said
            return said

    async def is_refused(self, what: str, **body: Any) -> str:
        async with self.web.post(f"{self.root}/people/{what}", json=body) as answer:
            assert answer.status == 400
            return str((await answer.json())["error"])

    async def sees(self) -> Json:
        async with self.web.get(f"{self.root}/people/state") as answer:
            state: Json = await answer.json()
            return state


@pytest.fixture
async def page(sandbox: Sandbox, time: Time) -> AsyncIterator[Page]:
    async def on_clock(hours: float) -> str:
        time.passes(hours=hours)
        return "提醒了 1 个人"

    app = http_app(sandbox, on_clock=on_clock)
    async with listening(app) as root, aiohttp.ClientSession() as web:
        yield Page(root, web)


async def test_people_and_groups_are_made_and_talk(page: Page, sandbox: Sandbox) -> None:
    mei = (await page.does("person", name="试阿梅"))["id"]
    group = (await page.does("group", title="试3号楼", people=[mei], bot_admin=True))["id"]
    await page.does("start", person=mei, payload="join_3")
    await page.does("say", person=mei, chat=group, text="#报修 电梯坏了")
    await page.does("send", person=mei, chat=mei, kind="photo", caption="电梯门", album=2)

    texts = [
        update["message"].get("text") or update["message"].get("caption") for update in await hears(sandbox)
    ]
    assert texts == ["/start join_3", "#报修 电梯坏了", "电梯门", None]
    state = await page.sees()
    assert [chat["title"] for chat in state["chats"]] == ["试阿梅", "试3号楼"]
    assert [message["html"] for message in state["messages"][str(group)]] == ["#报修 电梯坏了"]
    assert state["messages"][str(mei)][1]["media"] == {"kind": "photo"}
    assert state["bot"]["username"] == "linli_bot"


async def test_a_press_is_made_by_its_data(page: Page, sandbox: Sandbox) -> None:
    mei = (await page.does("person", name="试阿梅"))["id"]
    await page.does("start", person=mei)
    sent = await ask(sandbox, "sendMessage", chat_id=mei, text="T12", reply_markup=keyboard([("认领", "c")]))
    shown = (await page.sees())["messages"][str(mei)][-1]
    assert shown["buttons"] == [[{"text": "认领", "data": "c"}]]
    assert shown["bot"] is True

    pressed = await page.does("press", person=mei, chat=mei, message=sent["message_id"], data="c")
    assert (await hears(sandbox))[-1]["callback_query"]["id"] == pressed["id"]


async def test_whoever_watches_is_told_of_every_change_in_order(page: Page, sandbox: Sandbox) -> None:
    mei = (await page.does("person", name="试阿梅"))["id"]
    before = (await page.sees())["rev"]
    events: list[Json] = []

    async def watch() -> None:
        async with page.web.get(f"{page.root}/people/events") as answer:
            async for line in answer.content:
                if line.startswith(b"data: "):
                    events.append(json.loads(line[6:]))

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    await page.does("start", person=mei)
    keys = {"keyboard": [["我的事"]]}
    await ask(sandbox, "sendMessage", chat_id=mei, text="您好", reply_markup=keys)
    sent = await ask(sandbox, "sendMessage", chat_id=mei, text="T12", reply_markup=keyboard([("认领", "c")]))
    press = await page.does("press", person=mei, chat=mei, message=sent["message_id"], data="c")
    await ask(sandbox, "answerCallbackQuery", callback_query_id=press["id"], text="是您的了")
    await ask(sandbox, "editMessageText", chat_id=mei, message_id=sent["message_id"], text="试阿梅去")
    await ask(sandbox, "deleteMessage", chat_id=mei, message_id=sent["message_id"])
    await page.does("clock", hours=24)
    await asyncio.sleep(0.05)
    watching.cancel()

    assert [event["type"] for event in events] == (
        ["message", "keyboard", "message", "message", "toast", "edit", "delete", "clock"]
    )
    assert [event["rev"] for event in events] == list(range(before + 1, before + 9))
    assert events[1] | {"rev": 0} == {"rev": 0, "type": "keyboard", "person": mei, "keyboard": [["我的事"]]}
    assert events[4] | {"rev": 0} == (
        {"rev": 0, "type": "toast", "person": mei, "text": "是您的了", "alert": False, "url": None}
    )
    assert events[5]["message"]["edited"] is True
    assert (events[6]["message"]["id"], events[6]["message"]["deleted"]) == (sent["message_id"], True)


async def test_the_clock_moves_and_says_what_happened(page: Page) -> None:
    before = (await page.sees())["now"]
    answer = await page.does("clock", hours=24)
    assert answer["said"] == "提醒了 1 个人"
    assert (await page.sees())["now"] == answer["now"] == before.replace("-22T", "-23T")


async def test_without_somebody_to_move_it_the_clock_stands(sandbox: Sandbox) -> None:
    async with listening(http_app(sandbox)) as root, aiohttp.ClientSession() as web:
        assert "cannot be moved" in await Page(root, web).is_refused("clock", hours=1)


async def test_a_person_blocks_takes_back_and_meets_trouble(page: Page, sandbox: Sandbox) -> None:
    mei = (await page.does("person", name="试阿梅"))["id"]
    said = await page.does("say", person=mei, chat=mei, text="打错了")
    await page.does("delete", person=mei, chat=mei, message=said["message"])
    assert (await page.sees())["messages"][str(mei)][0]["deleted"] is True
    assert (await page.sees())["messages"][str(mei)][0]["html"] == ""

    await page.does("fault", method="sendMessage", kind="429", retry_after=9)
    status, body = await sandbox.call("sendMessage", {"chat_id": mei, "text": "您好"})
    assert (status, body["parameters"]["retry_after"]) == (429, 9)
    await page.does("block", person=mei, blocked=True)
    assert (await sandbox.call("sendMessage", {"chat_id": mei, "text": "您好"}))[0] == 403


async def test_what_makes_no_sense_is_refused_with_a_reason(page: Page) -> None:
    mei = (await page.does("person", name="试阿梅"))["id"]
    assert await page.is_refused("say", person=5, chat=5, text="好") == "nobody has the id 5"
    assert await page.is_refused("say", person=mei, chat=-5, text="好") == "no chat has the id -5"
    assert await page.is_refused("say", person=mei, chat=mei) == "text is missing"
    assert "no message" in await page.is_refused("press", person=mei, chat=mei, message=9, data="x")
    assert "none of" in await page.is_refused("fault", kind="earthquake")


async def test_the_page_itself_is_served(page: Page) -> None:
    async with page.web.get(page.root) as answer:
        assert answer.status == 200
        assert "text/html" in answer.headers["Content-Type"]
    async with page.web.get(f"{page.root}/static/nothing.js") as answer:
        assert answer.status == 404
