"""The demo as visitors meet it: the real bot behind the page, real Chromium before it."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import Windows, in_chromium
from tests.browser.visitor import BUILDING_GROUP, HELPERS, LINLI, SQUAD, Visitor

pytestmark = in_chromium
DESK, PHONE = (1440, 900), (360, 740)
NO_DOUBLE_TAP_S = 2.5  # stars pressed sooner after 已解决 are taken for a double tap


@pytest.mark.parametrize(
    ("size", "said", "team"),
    [(DESK, "3号楼电梯坏了", HELPERS), (PHONE, "帮奶奶搬米上楼", SQUAD)],
    ids=["desk", "phone"],
)
async def test_clicking_alone_leads_from_the_report_to_five_stars(
    windows: Windows, size: tuple[int, int], said: str, team: str
) -> None:
    visitor = Visitor(await windows.open(*size))
    mei, qiang, chen = visitor["小梅"], visitor["阿强"], visitor["陈姐"]
    await mei.open(BUILDING_GROUP)
    await mei.panel.get_by_role("button", name=said).click()
    await mei.panel.get_by_role("button", name="发送").click()
    await mei.sees("🔧 #1 3号楼")
    await visitor.ticked(1)

    await chen.open(team)
    await chen.press("认领")
    await chen.sees("陈姐去，谢谢")
    await visitor.ticked(2)
    await chen.open(LINLI)
    details = chen.messages.filter(has_text="这些只给您一个人看")
    await expect(details).to_contain_text("小梅，源昌鑫海湾3号楼")
    await expect(details.get_by_label("受保护，不能转发")).to_be_visible()
    await chen.press("办好了")
    await chen.sees("地址和电话已收走")
    await visitor.ticked(3)

    await mei.open(LINLI)
    await mei.press("已解决")
    await visitor.ticked(4)
    await asyncio.sleep(NO_DOUBLE_TAP_S)
    await mei.press("★★★★★")
    await mei.sees("您给了 ★★★★★")
    await visitor.walked_through()
    await qiang.open(BUILDING_GROUP)
    await qiang.sees("修好了")
    await expect(qiang.messages.filter(has_text="机器人").filter(has_text="小梅")).to_have_count(0)


async def test_the_keyboard_alone_leads_from_the_report_to_five_stars(windows: Windows) -> None:
    page = await windows.open(*PHONE)
    visitor = Visitor(page)
    for step in range(5):
        await visitor.ticked(step)
        await asyncio.sleep(NO_DOUBLE_TAP_S if step == 4 else 0)
        await tab_to(page, "guide-go")
        await page.keyboard.press("Enter")
        await page.keyboard.press("Enter")
    await visitor.walked_through()
    await visitor["小梅"].sees("您给了 ★★★★★")


async def tab_to(page: Page, place: str) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(200):
        if await page.evaluate("document.activeElement.id") == place:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to #{place}")


async def test_flat_and_phone_are_seen_by_who_said_them_and_by_who_goes(windows: Windows) -> None:
    visitor = Visitor(await windows.open(*DESK))
    mei, qiang, chen, lin = (visitor[name] for name in ("小梅", "阿强", "陈姐", "小林"))
    await mei.open(LINLI)
    await mei.says("帮我搬两袋米上楼，3号楼2单元1502，电话 13800000000")
    await mei.sees("办事的人才看到")
    await mei.press("提交")
    for phone, chat in ((qiang, BUILDING_GROUP), (chen, SQUAD), (lin, SQUAD)):
        await phone.open(chat)
    await qiang.sees("#1 3号楼")
    await lin.press("认领")
    await chen.sees("小林去，谢谢")
    await lin.open(LINLI)
    await lin.sees("2单元1502")
    await lin.sees("13800000000")
    for one in (qiang, chen):
        await expect(one.log).not_to_contain_text("1502")
        await expect(one.log).not_to_contain_text("13800000000")
    await lin.press("我去不了")
    await lin.sees("已收走")
    await expect(lin.log).not_to_contain_text("1502")


async def test_not_solved_goes_on_and_a_day_later_somebody_is_reminded(windows: Windows) -> None:
    visitor = Visitor(await windows.open(*DESK))
    mei, chen, wang = visitor["小梅"], visitor["陈姐"], visitor["王社工"]
    await mei.open(BUILDING_GROUP)
    await mei.says("/report 帮奶奶搬米上楼")
    await chen.open(SQUAD)
    await chen.press("认领")
    await chen.open(LINLI)
    await chen.press("办好了")
    await mei.open(LINLI)
    await mei.press("没解决")
    await mei.sees("我们接着办")
    await mei.says("米还在楼下")
    await mei.sees("加到 #1 里了")

    before = await visitor.page.locator("#now").get_attribute("datetime")
    await visitor.page.get_by_role("button", name="+1 天").click()
    await expect(visitor.page.locator("#said")).to_contain_text("过了 1 天")
    after = await visitor.page.locator("#now").get_attribute("datetime")
    assert before is not None
    assert after is not None
    assert before[:10] < after[:10]
    await wang.open(LINLI)
    await wang.sees("没人认领")


async def test_who_never_pressed_start_gets_the_progress_through_the_card(windows: Windows) -> None:
    visitor = Visitor(await windows.open(*PHONE))
    qiang, mei = visitor["阿强"], visitor["小梅"]
    await qiang.open(BUILDING_GROUP)
    await qiang.says("/report 楼道灯不亮")
    await mei.open(BUILDING_GROUP)
    await mei.press("我也遇到了")
    await expect(mei.buttons("我也遇到了 · 1")).to_be_visible()
    await qiang.open(BUILDING_GROUP)
    await qiang.press("想收进度")
    await qiang.sees("收到了，编号 #1")
    await qiang.press("同意")
    await expect(qiang.panel.get_by_role("button", name="我的事")).to_be_visible()
