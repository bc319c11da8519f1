"""The demo page by itself: the real sandbox, real Chromium, and a bot of a few lines in Linli's place."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.clock import Clock
from bot.sandbox import Sandbox
from bot.sandbox.http import http_app
from bot.sandbox.serving import listening
from tests.browser.chromium import Windows, in_chromium
from tests.browser.small_bot import SmallBot

pytestmark = in_chromium

OpenPage = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="module")
async def bot() -> SmallBot:
    clock = Clock(datetime(2026, 11, 22, 1, 0, tzinfo=UTC))
    return SmallBot(Sandbox(now=clock.now, monotonic=clock.monotonic, limits=False))


@pytest_asyncio.fixture(loop_scope="module")
async def open_page(bot: SmallBot, browser: Browser) -> AsyncIterator[OpenPage]:
    """Opens the page in a window of its own; at the end no window may have complained."""

    async def on_clock(hours: float) -> str:
        return f"过了 {hours:g} 小时，没有人要提醒"

    async with listening(http_app(bot.sandbox, on_clock=on_clock)) as url:
        windows = Windows(browser, url)
        yield windows.open
        await windows.close()
    assert windows.complaints == []


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
    qiang = panel(page, "阿强")
    await expect(qiang.get_by_role("button", name=re.compile("开始"))).to_be_visible()
    await bot.mei.says("/report <b>电梯</b>坏了", in_=bot.building)
    tab = qiang.get_by_role("tab", name=re.compile("3号楼邻居群"))
    await expect(tab.locator(".badge")).to_have_text("2")
    await tab.click()
    await expect(tab.locator(".badge")).to_be_hidden()
    await expect(qiang.get_by_text("/report <b>电梯</b>坏了", exact=True)).to_be_visible()
    await qiang.get_by_role("button", name="我也遇到了").click()
    await expect(qiang.locator(".toast")).to_have_text("记下了")


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


async def test_a_second_enter_never_presses_what_took_the_place_of_a_button(
    bot: SmallBot, open_page: OpenPage
) -> None:
    await bot.mei.starts()
    page = await open_page()
    await bot.say(bot.mei.id, "您看解决了吗？", "已解决:first")
    shown = panel(page, "小梅").get_by_role("button", name="已解决")
    await shown.focus()
    await bot.call(
        "editMessageText",
        chat_id=bot.mei.id,
        message_id=bot.mei.last().id,
        text="几颗星？",
        reply_markup={"inline_keyboard": [[{"text": "★", "callback_data": "star"}]]},
    )
    await expect(panel(page, "小梅").get_by_text("几颗星？")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(panel(page, "小梅").get_by_text("几颗星？")).to_be_visible()
    assert bot.mei.toasts == []


async def test_what_a_link_carried_behind_start_is_not_shown(bot: SmallBot, open_page: OpenPage) -> None:
    await bot.mei.starts("inv_a-code-for-one-use")
    page = await open_page()
    await expect(panel(page, "小梅").locator(".mine .text")).to_have_text("/start")
