"""A reply to a notice in its group: a report in one press by its writer or a coordinator; talk is left alone."""

from __future__ import annotations

from tests.journeys.test_questions import toast
from tests.town import COMPOUND, Town


async def test_a_reply_becomes_a_case_in_one_press_and_talk_does_not(town: Town) -> None:
    wang, mei, lin = await town.coordinator(), await town.resident("梅阿姨"), await town.resident("林伯")
    zhao = await town.coordinator("赵社工")
    group = await town.building_group(mei, lin)
    await wang.says("/notice")
    await wang.says("明天停水")
    for word in ("对象", COMPOUND, "选好了", "发送"):
        await wang.presses(word)
    post = mei.last(group)
    await lin.says("谢谢", in_=group, reply_to=post)
    assert not wang.sees("回复「明天停水」")
    await mei.says("3号楼电梯坏了", in_=group, reply_to=post)
    await mei.presses("提交")
    assert mei.sees("#1")
    await lin.says("那天我孙子刚好要回来洗澡呢", in_=group, reply_to=post)
    assert wang.sees("回复「明天停水」")
    assert zhao.sees("→ #1")
    await town.restart()
    press = await zhao.presses("1 记一件事")
    assert "记成 #2" in toast(press)
    assert wang.sees("→ #2")
    assert zhao.sees("因为通知「明天停水」报上来的")
    await wang.presses("谁收到了")
    assert wang.sees("由这条来的事：#1、#2")
    assert "记成 #2" in toast(await wang.presses_data("nqg:2", on=wang.last()))
    assert toast(await lin.presses_data("nqg:1", on=post, in_=group))
    assert toast(await zhao.presses_data("nqg:99", on=press.message))
