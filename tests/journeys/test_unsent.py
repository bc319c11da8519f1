"""A draft whose 提交 nobody pressed is not lost."""

from __future__ import annotations

from tests.town import Town


async def test_a_draft_is_reminded_once_after_ten_minutes_at_the_bottom_of_the_chat(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("楼道灯不亮")
    assert not mei.sees("还没交上来")
    await town.pass_time(minutes=10)
    await town.pass_time(minutes=10)
    said = [message.text for message in mei.chat()]
    assert sum("这件事还没交上来，点【提交】我才能帮您办。" in text for text in said) == 1
    assert sum("我记下的是" in text for text in said) == 1
    assert "我记下的是" in said[-1]
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #1")


async def test_after_two_hours_the_coordinators_see_a_draft_and_may_send_it(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("楼道灯不亮")
    await town.pass_time(hours=1, minutes=59)
    assert not wang.sees("楼道灯不亮")
    await town.pass_time(minutes=1)
    await town.pass_time(hours=2)
    assert sum("楼道灯不亮" in message.text for message in wang.chat()) == 1
    await wang.presses("提交")
    assert mei.sees("收到了，编号 #1")
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
        assert case.reporter_id == (await town.member(mei)).id
