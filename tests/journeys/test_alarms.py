"""An alarm is called out until somebody takes it, and ends where everybody sees it."""

from __future__ import annotations

from tests.journeys.seeing import buttons, count, first
from tests.town import Town

FIRE = "3号楼着火了，好大的烟"


async def test_the_first_on_duty_is_called_then_everybody_until_somebody_takes_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    assert wang.sees("🔴")
    assert not wu.sees("🔴")
    await town.pass_time(minutes=2)
    assert wu.sees("🔴")
    assert wang.sees("叫了 2 遍")
    assert count(wang, "🔴") == 1
    before = wang.last().id
    await town.pass_time(minutes=2)
    assert wang.last().id > before
    await wu.presses("我来处理")
    assert wu.sees("是 梅阿姨 说的，源昌鑫海湾3号楼")
    assert wang.sees("吴社工 10:04 在处理了")
    assert not wang.sees("是 梅阿姨 说的")
    assert mei.sees("吴社工：我马上到")
    assert mei.sees("社区值班的人已经接手", in_=group)
    at = first(wang, "🔴").id
    await town.pass_time(minutes=30)
    assert first(wang, "🔴").id == at


async def test_who_comes_second_is_told_who_has_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await town.pass_time(minutes=2)
    stale = wu.last()
    data = stale.buttons[0][0].data or ""
    await wang.presses("我来处理")
    await wu.presses_data(data, on=stale)
    assert "王社工 已经在处理了" in (wu.toasts[-1].text or "")


async def test_a_restart_forgets_no_call(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await town.restart()
    await town.pass_time(hours=3)
    assert wu.sees("🔴")
    await wang.presses("我来处理")
    assert mei.sees("王社工：我马上到")


async def test_a_false_alarm_asks_once_then_ends_it_everywhere(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    await wang.presses("是误报")
    assert wang.sees("确定是误报吗")
    await wang.presses("不是误报")
    assert "我来处理" in buttons(first(wang, "🔴"))
    await wang.presses("是误报")
    await wang.presses("确认误报")
    assert wang.sees("王社工 看过了，是误报")
    assert mei.sees("这次没事，谢谢提醒", in_=group)
    assert mei.sees("要是还有危险")
    await town.pass_time(minutes=10)
    assert not wang.sees("遍")
    async with town.linli.database.look() as uow:
        assert not (await uow.cases.get(1)).is_open


async def test_who_cannot_go_after_all_hands_it_back_and_everybody_is_called_again(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await wang.presses("我来处理")
    await wang.presses("我去不了")
    assert not wang.sees("是 梅阿姨 说的")
    assert wu.sees("🔴")
    assert mei.sees("正在叫别人")


async def test_what_only_who_took_it_reads_is_taken_back_when_it_is_over(town: Town) -> None:
    mei = await town.resident("梅阿姨", phone="+86 138 0000 0002")
    wang = await town.coordinator()
    await mei.says(FIRE, in_=await town.building_group(mei))
    assert not wang.sees("+86 138 0000 0002")
    await wang.presses("我来处理")
    assert wang.sees("+86 138 0000 0002")
    await wang.presses("处理好了")
    assert not wang.sees("+86 138 0000 0002")


async def test_where_no_coordinator_can_be_reached_nothing_is_promised(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    assert mei.sees("社区现在没有人能收到消息，请您一定先打电话", in_=group)
    wang = await town.coordinator()
    await town.pass_time(minutes=2)
    assert wang.sees("🔴")
    assert mei.sees("社区值班的人正在被叫", in_=group)


async def test_who_withdraws_a_danger_is_looked_after_all_the_same(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(FIRE, in_=await town.building_group(mei))
    await mei.presses("不用办了")
    await town.pass_time(minutes=2)
    assert wang.sees("请还是确认一下")
    assert "我来处理" in buttons(first(wang, "🔴"))


async def test_only_a_coordinator_takes_an_alarm(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    await town.coordinator()
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    await qiang.presses_data("at:1", on=await qiang.says("谢谢"))
    assert "协调员" in (qiang.toasts[-1].text or "")
    await qiang.presses_data("aw:1:call_me", on=qiang.chat()[-1])
    assert "当事的人" in (qiang.toasts[-1].text or "")
    await qiang.presses_data("aw:1:nonsense", on=qiang.chat()[-1])
    assert "按钮旧了" in (qiang.toasts[-1].text or "")


async def test_an_alarm_that_was_handled_leaves_no_task_that_climbs(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    boss = await town.volunteer("黄队长", "退役军人应急突击队", leads=True)
    team = await town.team_group(boss, team="退役军人应急突击队")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await wang.presses("我来处理")
    await wang.presses("处理好了")
    assert "这件不用去了" in team.messages[-1].text
    assert "您看解决了吗？" in mei.last().text
    said = len(boss.chat())
    await town.pass_time(hours=6)
    assert len(boss.chat()) == said
