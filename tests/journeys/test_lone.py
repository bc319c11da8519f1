"""A visit made alone: asked every quarter of an hour; whoever says nothing is looked after."""

from __future__ import annotations

import pytest

from tests.journeys.knocking import at_the_door
from tests.journeys.seeing import buttons, count
from tests.town import Town

pytestmark = pytest.mark.about_households


async def test_who_says_nothing_twice_is_looked_after_until_somebody_has_spoken_to_them(town: Town) -> None:
    door = await at_the_door(town)
    await door.lin.presses("开始")
    assert "问您一声还好吗" in door.lin.last().text
    await town.pass_time(minutes=15)
    assert "还好吗" in door.lin.last().text
    await door.lin.presses("好着呢")
    await town.restart()
    await town.pass_time(minutes=16)
    assert buttons(door.lin.last()) == ["好着呢", "需要人", "结束"]
    await town.pass_time(minutes=5)
    assert not door.wang.sees("没回话")
    await town.pass_time(minutes=5)
    for person in (door.wang, door.li):
        assert "一个人去 源昌鑫海湾3号楼 探望，问了两遍没回话" in person.last().text
        assert not person.sees("501")
    await town.pass_time(minutes=5)
    assert count(door.wang, "没回话") == 1, "the older call gives way"
    await door.wang.says("/todo")
    assert "一个人上门的队员没回话" in door.wang.last().text
    await door.li.presses("我来")
    assert door.li.sees("501")
    assert "李社工接手了" in "".join(message.text for message in door.wang.chat())
    assert door.lin.sees("李社工知道了，马上联系您")
    await door.lin.says("好着呢")
    assert door.li.sees("林伯平安，不用去了")
    assert not door.li.sees("501")
    await door.lin.says("结束")
    calls = count(door.wang, "没回话")
    await town.pass_time(hours=2)
    assert count(door.wang, "没回话") == calls


async def test_who_needs_somebody_is_helped_at_once_and_nobody_else_may_answer_for_them(town: Town) -> None:
    door = await at_the_door(town)
    await door.lin.presses("开始")
    await door.lin.says("需要人")
    assert "说需要人" in door.wang.last().text
    for data in ("nlb:1:1", "nlc:1", "nld:1", "nle:1", "nla:1"):
        press = await door.min_.presses_data(data, on=door.min_.last())
        assert press.toast is not None, data
        assert press.toast.alert, data
    await door.wang.presses("我来")
    await door.wang.presses("我去不了")
    assert "说需要人" in door.li.last().text
    await door.li.presses("我来")
    await door.li.presses("人没事")
    assert door.wang.sees("林伯平安")
    late = await door.li.presses_data("nld:1", on=door.li.last())
    assert late.toast is not None
    assert "已经结束" in late.toast.text


async def test_without_a_visit_alone_the_same_words_are_what_they_say(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("需要人")
    assert "提交" in buttons(mei.last())


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "還好嗎"), ("en", "Is all well?")])
async def test_it_asks_in_their_language(town: Town, language: str, words: str) -> None:
    door = await at_the_door(town, language=language)
    await door.lin.presses("Start" if language == "en" else "開始")
    await town.pass_time(minutes=15)
    assert words in door.lin.last().text
