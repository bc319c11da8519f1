"""What somebody says right after a danger goes to who comes, and needs no button."""

from __future__ import annotations

from tests.journeys.seeing import buttons
from tests.town import Town


async def test_where_and_who_said_in_the_next_messages_reach_whoever_comes(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("着火了")
    await mei.says("在5号楼2单元502，我妈在里面")
    await mei.sends("photo")
    assert not any("提交" in buttons(one) for one in mei.chat())
    assert sum("🔴" in one.text for one in wang.chat()) == 1
    assert wang.sees("🔴 源昌鑫海湾5号楼")
    assert wang.sees("我妈在里面")
    assert mei.sees("打通后说：源昌鑫海湾5号楼")
    assert not mei.sees("别扒门")
    await wang.presses("我来处理")
    assert wang.sees("5号楼2单元502")
    assert any(one.media for one in wang.chat())


async def test_who_is_on_the_way_hears_of_more(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("有人晕倒了")
    await wang.presses("我来处理")
    await mei.says("在6楼走廊，穿红衣服")
    await mei.sends("photo")
    assert wang.sees("#1 那边又说了话")
    assert wang.sees("穿红衣服")
    assert any(one.media for one in wang.chat())


async def test_another_danger_plainly_named_is_another_alarm(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("着火了")
    await mei.says("有人晕倒了")
    assert sum("🔴" in one.text for one in wang.chat()) == 2


async def test_thanks_and_another_matter_later_on_are_not_taken_for_more(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("着火了")
    await mei.says("谢谢")
    assert not wang.sees("谢谢")
    await town.pass_time(minutes=5)
    await mei.says("对了，垃圾桶也满了没人倒")
    assert "我记下的是" in mei.last().text
    assert not wang.sees("垃圾桶也满了")


async def test_what_is_said_after_the_call_for_help_goes_with_it(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("/sos")
    await town.pass_time(seconds=15)
    await mei.says("我在6号楼大堂，走不了路")
    assert wang.sees("走不了路")
    assert wang.sees("🔴 源昌鑫海湾6号楼")
    assert not any("提交" in buttons(one) for one in mei.chat())


async def test_more_said_after_a_restart_joins_too(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("着火了")
    await town.restart()
    await mei.says("在里屋，门打不开")
    assert wang.sees("门打不开")
    assert sum("🔴" in one.text for one in wang.chat()) == 1
