"""The demo page by itself: the real sandbox, real Chromium, and a bot of a few lines in Linli's place."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from bot.clock import Clock
from bot.sandbox import Sandbox
from bot.sandbox.http import http_app
from bot.sandbox.serving import listening

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: the demo page was not opened"),
]


class SmallBot:
    """Answers each update at once: one report, one claim, one question, one star."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.mei, self.zhou, self.chen, self.lin, self.wang = map(
            sandbox.person, ("小梅", "老周", "陈姐", "小林", "王主任")
        )
        self.building = sandbox.group("3号楼邻居群", self.mei, self.zhou, self.wang)
        self.team = sandbox.group("爱禾缘志愿者", self.chen, self.lin, self.wang)
        self.offset = 0
        self.details: tuple[int, int] = (0, 0)
        sandbox.on_action = self.hear

    async def hear(self) -> None:
        for update in await self.call("getUpdates", offset=self.offset):
            self.offset = update["update_id"] + 1
            if query := update.get("callback_query"):
                await self.pressed(query)
            elif (text := update.get("message", {}).get("text", "")).startswith("/report"):
                await self.say(self.building.id, "#12 3号楼 · 电梯", "我也遇到了:me_too")
                await self.say(self.team.id, "T12 跟进 · 3号楼", "认领:claim")
            elif text.startswith("/start"):
                await self.started(update["message"]["from"]["id"], text)

    async def started(self, person: int, text: str) -> None:
        keyboard = {"keyboard": [["我的事", "求助"]], "is_persistent": True}
        await self.call("sendMessage", chat_id=person, text="您好，我是邻里。", reply_markup=keyboard)
        if "claim" in text:
            private = await self.say(person, "<b>李阿姨</b> 1502", "办好了:done", protect_content=True)
            self.details = (person, private)

    async def pressed(self, query: dict[str, Any]) -> None:
        data, message = query["data"], query["message"]
        answer: dict[str, Any] = {}
        if data == "claim":
            answer = {"url": "https://t.me/linli_bot?start=claim"}
        elif data == "done":
            await self.call(
                "editMessageText", chat_id=self.details[0], message_id=self.details[1], text="已收走"
            )
            await self.say(self.mei.id, "您看解决了吗？", "已解决:solved")
        elif data == "solved":
            stars = [f"{'★' * count}:star" for count in range(1, 6)]
            await self.say(self.mei.id, "请打分", *stars)
        elif data == "star":
            await self.call("deleteMessage", chat_id=self.mei.id, message_id=message["message_id"])
            answer = {"text": "谢谢您！", "show_alert": True}
        else:
            answer = {"text": "记下了"}
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)

    async def say(self, chat: int, text: str, *buttons: str, **more: Any) -> int:
        rows = [[dict(zip(("text", "callback_data"), one.split(":"), strict=True))] for one in buttons]
        sent = await self.call(
            "sendMessage",
            chat_id=chat,
            text=text,
            parse_mode="HTML",
            reply_markup={"inline_keyboard": rows},
            **more,
        )
        return int(sent["message_id"])

    async def call(self, method: str, **params: Any) -> Any:
        status, body = await self.sandbox.call(method, params)
        assert status == 200, body
        return body["result"]


OpenPage = Callable[..., Awaitable[Page]]


@pytest.fixture
async def bot() -> SmallBot:
    clock = Clock(datetime(2026, 11, 22, 1, 0, tzinfo=UTC))
    return SmallBot(Sandbox(now=clock.now, monotonic=clock.monotonic, limits=False))


@pytest.fixture
async def open_page(bot: SmallBot) -> AsyncIterator[OpenPage]:
    """Opens the page in a window of its own; at the end no window may have complained."""
    complaints: list[str] = []

    async def on_clock(hours: float) -> str:
        return f"过了 {hours:g} 小时，没有人要提醒"

    async with listening(http_app(bot.sandbox, on_clock=on_clock)) as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

        async def open_it(width: int = 1440, height: int = 900) -> Page:
            page = await browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(url)
            await expect(page.locator(".panel")).to_have_count(5)
            return page

        yield open_it
        await browser.close()
    assert complaints == []


def panel(page: Page, name: str) -> Locator:
    return page.locator(f".panel[data-person={name}]")


async def follow_the_guide(page: Page) -> None:
    """Do only what the guide says, by keyboard alone."""
    go = page.locator("#guide-go")
    for step in range(5):
        await expect(page.locator("#guide-steps .ticked")).to_have_count(step)
        await go.focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Enter")
    await expect(page.locator("#guide-end")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (360, 740)])
async def test_the_guide_leads_from_the_report_to_the_star_by_keyboard(
    bot: SmallBot, open_page: OpenPage, width: int, height: int
) -> None:
    await bot.mei.starts()
    page = await open_page(width, height)
    await follow_the_guide(page)
    await expect(panel(page, "小梅").get_by_role("alertdialog")).to_contain_text("谢谢您！")
    assert bot.chen.sees("已收走")


async def test_what_happens_elsewhere_appears_without_reload_and_counts_as_unread(
    bot: SmallBot, open_page: OpenPage
) -> None:
    page = await open_page()
    zhou = panel(page, "老周")
    await expect(zhou.get_by_role("button", name=re.compile("开始"))).to_be_visible()
    await bot.mei.says("/report <b>电梯</b>坏了", in_=bot.building)
    tab = zhou.get_by_role("tab", name=re.compile("3号楼邻居群"))
    await expect(tab.locator(".badge")).to_have_text("2")
    await tab.click()
    await expect(tab.locator(".badge")).to_be_hidden()
    await expect(zhou.get_by_text("/report <b>电梯</b>坏了", exact=True)).to_be_visible()
    await zhou.get_by_role("button", name="我也遇到了").click()
    await expect(zhou.locator(".toast")).to_have_text("记下了")


async def test_a_photo_album_a_reply_and_a_key_of_the_keyboard_reach_the_chat(
    bot: SmallBot, open_page: OpenPage
) -> None:
    await bot.mei.starts()
    page = await open_page()
    mei = panel(page, "小梅")
    await mei.locator("textarea").fill("您看")
    await mei.get_by_label("发照片或文件").click()
    await mei.get_by_role("button", name="两张照片").click()
    await expect(mei.locator(".media-photo")).to_have_count(2)
    await mei.locator(".message", has_text="我是邻里").get_by_label("回复这条").click()
    await page.keyboard.type("谢谢")
    await page.keyboard.press("Enter")
    await expect(mei.locator(".mine .quote")).to_contain_text("我是邻里")
    await mei.get_by_role("button", name="我的事").click()
    await expect(mei.locator(".mine").last).to_contain_text("我的事")


async def test_nothing_sticks_out_sideways_at_any_width(bot: SmallBot, open_page: OpenPage) -> None:
    await bot.mei.starts()
    page = await open_page()
    for width in (320, 360, 768, 1280):
        await page.set_viewport_size({"width": width, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
