"""Joining a team, being invited, and what gives nobody a right."""

from __future__ import annotations

from datetime import date

from bot.domain.marks import MAY_ENTER
from bot.domain.member import Role
from bot.services.invites import make_invite
from bot.ui.buttons.teams import MarkButton
from tests.journeys.seeing import buttons
from tests.town import TEAM, Town

CODE = "c" * 43
DAY = date(2026, 3, 4)


async def _invite(town: Town, role: Role, team: str | None = None) -> str:
    async with town.linli.database.work() as uow:
        return await make_invite(uow, role, team, by=None, now=town.clock.now(), code=CODE)


async def test_a_volunteer_asks_and_the_first_who_answers_lets_them_in(town: Town) -> None:
    wang, chen = await town.coordinator(), await town.volunteer("陈姐", leads=True)
    other = await town.volunteer("老李", team="水上救援队", leads=True)
    lin = await town.resident("小林")
    await lin.says("/join")
    press = await lin.presses(TEAM)
    assert press.toast is not None
    assert "已经问队长了" in press.toast.text
    assert wang.sees("小林（源昌鑫海湾3号楼）想加入")
    assert chen.sees("小林（源昌鑫海湾3号楼）想加入")
    assert not other.sees("想加入「爱")
    asking = wang.last()
    await chen.presses("同意")
    assert lin.sees(f"「{TEAM}」同意了")
    assert "待认领" in lin.keyboard
    assert wang.sees(f"小林 是「{TEAM}」的队员，陈姐同意的")
    place = (await town.member(lin)).in_team(TEAM)
    assert place is not None
    late = await wang.presses_data(f"tn:{place.id}", on=asking)
    assert late.toast is not None
    assert late.toast.text == "陈姐已经答过了，谢谢您。"


async def test_a_leader_vouches_and_takes_back_but_who_may_enter_homes_a_coordinator_says(town: Town) -> None:
    chen, lin = await town.volunteer("陈姐", leads=True), await town.volunteer("小林")
    wang = await town.coordinator()
    await chen.says("/team")
    await chen.presses(TEAM)
    await chen.presses("小林")
    assert "可入户" not in buttons(chen.last())
    await chen.presses("持证")
    assert chen.sees("持证 · 陈姐 今天")
    await chen.presses("✓ 持证")
    place = (await town.member(lin)).in_team(TEAM)
    assert place is not None
    assert not place.has("certified", DAY)
    forged = await chen.presses_data(MarkButton(place.id or 0, MAY_ENTER, 1).pack(), on=chen.last())
    assert forged.toast is not None
    assert "协调员来点" in forged.toast.text
    await wang.says("/team")
    for press in (TEAM, "小林", "可入户"):
        await wang.presses(press)
    assert chen.sees("可入户 · 王社工 今天")
    place = (await town.member(lin)).in_team(TEAM)
    assert place is not None
    assert place.has(MAY_ENTER, DAY)


async def test_rest_and_back_by_command_word_and_button(town: Town) -> None:
    lin, mei = await town.volunteer("小林"), await town.person("梅阿姨")
    await lin.says("/rest")
    assert (await town.member(lin)).resting
    assert lin.sees("您先歇着")
    await lin.presses("我回来了")
    assert not (await town.member(lin)).resting
    await lin.says("休息")
    assert (await town.member(lin)).resting
    await mei.says("/rest")
    assert "还没加入服务队" in mei.last().text


async def test_a_coordinator_makes_a_link_and_whoever_follows_it_is_in(town: Town) -> None:
    wang, lin = await town.coordinator(), town.sandbox.person("小林")
    await wang.says("/invite")
    await wang.presses("志愿者")
    await wang.presses("阳光姐姐")
    link = next(word for word in wang.last().text.split() if word.startswith("https://t.me/"))
    await lin.follows(link)
    assert lin.sees("欢迎加入「阳光姐姐」")
    assert "待认领" in lin.keyboard
    late = await town.person("小吴")
    await late.follows(link)
    assert late.sees("这个邀请链接用过了")
    assert "待认领" not in late.keyboard


async def test_the_first_coordinator_comes_by_the_programs_own_link(town: Town) -> None:
    wang = town.sandbox.person("王社工")
    await wang.starts(await _invite(town, Role.COORDINATOR))
    assert wang.sees("您现在是协调员了")
    assert wang.keyboard == ["报一件事", "我的事", "待办", "🆘 求助"]
    await wang.starts(f"inv_{CODE}")
    assert not wang.sees("用过了")


async def test_an_invite_is_too_old_after_a_day(town: Town) -> None:
    lin = await town.person("小林")
    payload = await _invite(town, Role.COORDINATOR)
    await town.pass_time(hours=25)
    await lin.starts(payload)
    assert lin.sees("这个邀请链接过期了")
    assert not (await town.member(lin)).coordinates


async def test_a_forged_press_gives_nobody_a_right(town: Town) -> None:
    mei = await town.person("梅阿姨")
    card = mei.last()
    for data in (
        "ti:coordinator:",
        "ti:admin:",
        "tr:volunteer",
        "po:invite",
        "po:crews",
        "tm:阳光姐姐",
        "tp:1",
        "ty:1",
        "ph:x:y",
    ):
        before = len(mei.chat())
        press = await mei.presses_data(data, on=card)
        assert press.toast is not None, data
        assert press.toast.alert, data
        assert len(mei.chat()) == before, data
    assert not (await town.member(mei)).coordinates


async def test_everything_chosen_is_still_there_after_a_restart(town: Town) -> None:
    wang, lin = await town.coordinator(), await town.resident("小林")
    await lin.says("/join")
    await lin.presses(TEAM)
    await town.restart()
    await wang.presses("同意")
    assert lin.sees(f"「{TEAM}」同意了")
