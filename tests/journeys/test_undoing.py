"""A wrong press can be taken back for a minute, and the button goes when the minute is over."""

from __future__ import annotations

from tests.journeys.crew import FLAT, crew
from tests.journeys.seeing import buttons, count, first, wait
from tests.journeys.test_triage import front, unclear
from tests.town import TEAM, Town


async def test_a_decision_is_taken_back_and_everybody_sees_it(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    lin = await town.volunteer("小林", "退役军人应急突击队")
    team = await town.team_group(lin, team="退役军人应急突击队")
    building = await town.building_group(mei)
    await unclear(town, mei)
    await wang.presses("受理")
    await wang.presses("搬重物")
    assert "撤销" in buttons(front(wang))
    assert "退役军人应急突击队" in mei.chat()[-1].text or mei.sees("已交给退役军人应急突击队")
    await town.restart()
    press = await wang.presses("撤销")
    assert press.toast is not None
    assert "撤销了" in press.toast.text
    assert buttons(front(wang)) == ["受理", "转办", "并到…", "不受理"]
    assert "这件不用去了" in team.messages[-1].text
    assert mei.sees("社区正在看该谁来办")
    assert "社区正在看该谁来办" in building.messages[-1].text


async def test_once_claimed_or_after_the_minute_a_decision_stands(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    lin = await town.volunteer("小林", "退役军人应急突击队")
    await unclear(town, mei)
    await wang.presses("受理")
    await wang.presses("搬重物")
    stale = next(key for row in front(wang).buttons for key in row if key.text == "撤销").data or ""
    await town.pass_time(seconds=61)
    assert "撤销" not in buttons(front(wang))
    late = await wang.presses_data(stale, on=front(wang))
    assert late.toast is not None
    assert "过了一分钟" in late.toast.text
    await lin.presses("认领")
    claimed = await wang.presses_data(stale, on=front(wang))
    assert claimed.toast is not None
    assert "已经有人接了" in claimed.toast.text


async def test_done_by_mistake_is_in_hand_again_and_the_question_goes(town: Town) -> None:
    chen, _, group = await crew(town)
    mei = next(one for one in town.sandbox.people.values() if one.name == "梅阿姨")
    await chen.presses("认领", in_=group)
    await chen.presses("办好了")
    assert not chen.sees(FLAT)
    assert "您看解决了吗？" in mei.last().text
    await town.restart()
    await chen.presses("撤销")
    assert chen.sees(FLAT)
    assert not mei.sees("您看解决了吗？")
    assert mei.sees("陈姐跟进")
    assert group.messages[-1].text.endswith("陈姐去，谢谢。")
    await wait(town, 5)
    await chen.presses("办好了")
    assert "您看解决了吗？" in mei.last().text


async def test_every_undo_goes_from_its_card_when_the_minute_is_over(town: Town) -> None:
    chen, _, group = await crew(town)
    await chen.presses("认领", in_=group)
    details = next(m for m in chen.chat() if "办好了" in buttons(m))
    assert "撤销" in buttons(details)
    await town.restart()
    await town.pass_time(seconds=61)
    assert "撤销" not in buttons(details)
    await chen.presses("办好了")
    assert buttons(details) == ["撤销"]
    stale = details.buttons[0][0].data or ""
    await town.pass_time(seconds=61)
    assert buttons(details) == []
    press = await chen.presses_data(stale, on=details)
    assert press.toast is not None
    assert "过了一分钟" in press.toast.text
    assert TEAM in group.title


async def test_what_the_neighbour_had_left_word_of_is_back_after_a_wrong_done_each_time(town: Town) -> None:
    chen, _, group = await crew(town)
    mei = next(one for one in town.sandbox.people.values() if one.name == "梅阿姨")
    await chen.presses("认领", in_=group)
    await chen.presses("给她留言")
    await chen.says("我十点到")
    word = first(mei, "我十点到")
    await mei.says("门口的密码是 7788", reply_to=word)
    await mei.sends("photo", reply_to=word)
    for _ in range(2):
        await town.pass_time(minutes=2)
        await chen.presses("办好了")
        assert not chen.sees("7788")
        assert not [message for message in chen.chat() if message.media]
        await chen.presses("撤销")
        assert count(chen, "门口的密码是 7788") == 1
        assert len([message for message in chen.chat() if message.media and message.protected]) == 1
